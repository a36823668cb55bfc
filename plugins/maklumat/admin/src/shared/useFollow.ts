import { useEffect } from 'react';

/** Milliseconds between two looks, while the page is in sight. */
const interval = 4_000;

/** Looks again and again at what changes without the reader, as long as `following` holds. */
export function useFollow(following: boolean, reload: () => Promise<void>): void {
  useEffect(() => {
    if (!following) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, interval);
    return () => clearInterval(timer);
  }, [following, reload]);
}
