import { useCitizensApi, type Message } from '../api/useCitizensApi';
import { useFollow } from '../shared/useFollow';
import { useLoad, type Load } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

/** The kept messages, looked at again and again: a code is waited for on this page. */
export function useOutbox(): { load: Load<Message[] | undefined>; reload: () => Promise<void> } {
  const { language } = useTexts();
  const api = useCitizensApi();
  const { load, reload } = useLoad(language, () => api.outbox());
  // Where it is off nothing will ever come, and after a failure the reader decides.
  useFollow(load.state === 'ready' && load.value !== undefined, reload);
  return { load, reload };
}
