import { isFetchError } from '@strapi/strapi/admin';
import { ErrorBody } from '../../../contracts/errors';
import type { FieldMessages, RefusalKind } from '../../../core/refusal';

/** A stretch of time from one ISO instant to another. */
export interface Slot {
  from: string;
  to: string;
}

/** A call that did not succeed: refused by the server with its reason, or `unreachable` when no answer came at all. */
export class CallFailure extends Error {
  constructor(
    readonly kind: RefusalKind | 'unreachable',
    message: string,
    readonly fields: FieldMessages = {},
    /** The next free ones, when a slot was taken. */
    readonly slots: readonly Slot[] = [],
  ) {
    super(message);
    this.name = 'CallFailure';
  }
}

/** Reads the contract's error envelope; an answer of another shape (a proxy's page, Strapi's own error) is `internal`. */
export function failureFromBody(body: unknown): CallFailure {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return new CallFailure('internal', '');
  const { message, details } = parsed.data.error;
  return new CallFailure(details.kind, message, details.fields, details.slots);
}

/** Turns whatever a call threw into a `CallFailure`; a message of its own is left empty when the server gave none. */
export function asFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error;
  if (!isFetchError(error)) return new CallFailure('unreachable', '');
  const failure = failureFromBody(error.response?.data);
  if (failure.kind !== 'internal') return failure;
  return new CallFailure(
    error.status === 403 ? 'forbidden' : error.status === 404 ? 'not-found' : 'internal',
    error.response ? error.message : '',
  );
}
