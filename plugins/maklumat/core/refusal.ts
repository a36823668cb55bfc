/** Why the product says no. A closed list: clients may branch on it, and each has one HTTP status in `contracts/errors.ts`. */
export const refusalKinds = [
  'malformed-body',
  'invalid-request',
  'invalid-answers',
  'not-eligible',
  'unauthorized',
  'credentials-wrong',
  'otp-invalid',
  'too-many-requests',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'nik-taken',
  'command-not-open',
  'unknown-outcome',
  'reason-required',
  'extension-too-late',
  'extension-exhausted',
  'slot-taken',
  'rate-missing',
  'stale-sequence',
  'idempotency-conflict',
  'file-missing',
  'file-too-large',
  'file-type-refused',
  'file-damaged',
  'file-infected',
  'file-quarantined',
  'body-too-large',
  'publish-refused',
  'unavailable',
  'internal',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** Messages by field key; a group's item is addressed as `key.0.child`. */
export type FieldMessages = Record<string, string[]>;

/** A decided no, with the sentence a person reads. Core returns it; the server throws it as a `RefusalError`. */
export interface Refusal {
  kind: RefusalKind;
  message: string;
  fields?: FieldMessages;
  /** Findings of the publish gate, when the refusal is `publish-refused`. */
  findings?: { severity: 'error' | 'warning'; where: string; what: string; why: string; mend: string }[];
  /** The next free slots, when the refusal is `slot-taken`; ISO instants with the zone's offset. */
  slots?: { from: string; to: string }[];
  /** Whole seconds until another try makes sense, when the refusal is `too-many-requests`. */
  retryAfter?: number;
}

/** Carries a refusal through code that can only throw. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = 'RefusalError';
  }
}

/** Either the value or the refusal, for core functions that can say no. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
