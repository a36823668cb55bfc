import { useRef, useState } from 'react';
import type { Service } from '../../../contracts/services';
import type { FieldMessages } from '../../../core/refusal';
import { newIdempotencyKey } from '../api/call';
import { asFailure, type CallFailure } from '../api/failure';
import { useDeskApi, type Registered } from '../api/useDeskApi';
import { visibleAnswers, type Draft } from '../form/draft';
import { instantIn, localNow } from '../shared/instant';
import { useTexts } from '../shared/useTexts';

/** The key of the time of receipt among the form's messages; the contract's own name for it. */
export const receivedKey = 'receivedAt';

export interface Registration {
  draft: Draft;
  setDraft: (draft: Draft) => void;
  receivedAt: string;
  setReceivedAt: (local: string) => void;
  errors: FieldMessages;
  failure: CallFailure | undefined;
  sending: boolean;
  submit: () => Promise<void>;
}

/** One request being registered at the counter. A refusal stores nothing, so what is sent after it is a new attempt with a new key. */
export function useRegistration(service: Service, onRegistered: (registered: Registered) => void): Registration {
  const { text } = useTexts();
  const api = useDeskApi();
  const zone = service.agency.zoneLabel;
  const [draft, setDraft] = useState<Draft>({});
  const [receivedAt, setReceivedAt] = useState(() => localNow(zone));
  const [errors, setErrors] = useState<FieldMessages>({});
  const [failure, setFailure] = useState<CallFailure>();
  const [sending, setSending] = useState(false);
  const idempotencyKey = useRef(newIdempotencyKey());

  async function submit(): Promise<void> {
    if (!service.form) return;
    setFailure(undefined);
    if (receivedAt === '') return setErrors({ [receivedKey]: [text.counter.receivedMissing] });
    if (receivedAt > localNow(zone)) return setErrors({ [receivedKey]: [text.counter.receivedFuture] });
    setSending(true);
    setErrors({});
    try {
      const answers = visibleAnswers(service.form.definition, draft);
      onRegistered(await api.register({ service: service.slug, answers, receivedAt: instantIn(zone, receivedAt) }, idempotencyKey.current));
    } catch (error) {
      const failed = asFailure(error);
      setErrors(failed.fields);
      setFailure(failed);
      if (failed.kind !== 'unreachable' && failed.kind !== 'internal') idempotencyKey.current = newIdempotencyKey();
    }
    setSending(false);
  }

  return { draft, setDraft, receivedAt, setReceivedAt, errors, failure, sending, submit };
}
