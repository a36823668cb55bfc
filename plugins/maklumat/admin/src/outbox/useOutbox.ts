import { useEffect } from 'react';
import { useCitizensApi, type Message } from '../api/useCitizensApi';
import { useLoad, type Load } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

/** Milliseconds between two looks, while the page is in sight. */
const interval = 4_000;

/** The kept messages, looked at again and again: a code is waited for on this page. */
export function useOutbox(): { load: Load<Message[] | undefined>; reload: () => Promise<void> } {
  const { language } = useTexts();
  const api = useCitizensApi();
  const { load, reload } = useLoad(language, () => api.outbox());
  // Where it is off nothing will ever come, and after a failure the reader decides.
  const following = load.state === 'ready' && load.value !== undefined;
  useEffect(() => {
    if (!following) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, interval);
    return () => clearInterval(timer);
  }, [following, reload]);
  return { load, reload };
}
