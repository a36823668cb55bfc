import { RefusalError, type Refusal, type RefusalKind } from '../../core/refusal';

/** Ends the present work with a refusal; inside a transaction nothing of it stays. */
export function refuse(kind: RefusalKind, message: string, more: Omit<Refusal, 'kind' | 'message'> = {}): never {
  throw new RefusalError({ kind, message, ...more });
}
