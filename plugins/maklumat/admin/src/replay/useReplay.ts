import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Replay } from '../../../contracts/replays';
import { asFailure, type CallFailure } from '../api/failure';
import { useDefinitionsApi } from '../api/useDefinitionsApi';
import { useLoad, type Load } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

/** Milliseconds between two looks at a replay that has not ended. */
const pollInterval = 1_000;

export const isUnderWay = ({ state }: Replay): boolean => state === 'queued' || state === 'running';

export interface ShownReplay {
  /** The service that was chosen, by its slug; null before. */
  service: string | null;
  /** The replay in the address; undefined when there is none. */
  load: Load<Replay | undefined>;
  /** Why the last order was refused. */
  failure: CallFailure | undefined;
  sending: boolean;
  choose: (service: string) => void;
  start: (service: string) => Promise<void>;
  stop: (id: string) => Promise<void>;
  reload: () => Promise<void>;
}

/** The service and the replay that the address names, so that both outlive a reload and can be sent to a colleague; followed while it runs. */
export function useReplay(): ShownReplay {
  const { language } = useTexts();
  const api = useDefinitionsApi();
  const [params, setParams] = useSearchParams();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const id = params.get('uji');
  const { load, reload, replace } = useLoad(`${language} ${id ?? ''}`, () => (id === null ? Promise.resolve(undefined) : api.replay(id)));

  useEffect(() => {
    if (load.state !== 'ready' || !load.value || !isUnderWay(load.value)) return undefined;
    const timer = setTimeout(() => void reload(), pollInterval);
    return () => clearTimeout(timer);
  }, [load, reload]);

  async function order(send: () => Promise<void>): Promise<void> {
    setSending(true);
    setFailure(undefined);
    try {
      await send();
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setSending(false);
    }
  }

  return {
    service: params.get('layanan'),
    load,
    failure,
    sending,
    choose: (service) => {
      setFailure(undefined);
      setParams({ layanan: service });
    },
    start: (service) => order(async () => setParams({ layanan: service, uji: (await api.startReplay(service)).id })),
    stop: (replay) => order(async () => replace(await api.cancelReplay(replay))),
    reload,
  };
}
