import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type CallFailure } from '../api/failure';

export type Load<T> = { state: 'loading' } | { state: 'failed'; failure: CallFailure } | { state: 'ready'; value: T };

/**
 * Loads a value for a key, and again when the key changes or `reload` is called. The value at hand stays on screen while the same
 * key is reloaded; an answer that comes after a newer question is dropped.
 */
export function useLoad<T>(
  key: string,
  load: () => Promise<T>,
): { load: Load<T>; reload: () => Promise<void>; replace: (value: T) => void } {
  const [current, setCurrent] = useState<Load<T>>({ state: 'loading' });
  const newest = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    const question = ++newest.current;
    const answer: Load<T> = await loader.current().then(
      (value) => ({ state: 'ready', value }),
      (error: unknown) => ({ state: 'failed', failure: asFailure(error) }),
    );
    if (question === newest.current) setCurrent(answer);
  }, []);

  const replace = useCallback((value: T) => {
    newest.current += 1;
    setCurrent({ state: 'ready', value });
  }, []);

  useEffect(() => {
    setCurrent({ state: 'loading' });
    void reload();
    return () => {
      newest.current += 1;
    };
  }, [key, reload]);

  return { load: current, reload, replace };
}
