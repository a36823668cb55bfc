import type { z } from 'zod';
import type { Operation } from '../../../contracts/contract';
import type { Language } from '../../../core/language/language';
import { CallFailure, failureFromBody } from './failure';

type SuccessSchema<O extends Operation> = O['success'] extends { schema: infer S extends z.ZodType } ? S : never;

/** The whole JSON answer of an operation of the contract. */
export type AnswerOf<O extends Operation> = z.infer<SuccessSchema<O>>;
/** Its `data`. */
export type DataOf<O extends Operation> = AnswerOf<O> extends { data: infer D } ? D : never;
/** What the operation takes as its body. */
export type BodyOf<O extends Operation> = O extends { body: infer B extends z.ZodType } ? z.input<B> : never;
/** Its query string, before the server reads it. */
export type QueryOf<O extends Operation> = O extends { query: infer Q extends z.ZodType }
  ? Partial<Record<keyof z.input<Q>, string>>
  : never;

/** The operation's path with its parameters filled in and encoded. */
export function pathOf(operation: Operation, parameters: Record<string, string> = {}): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
}

/** A key that names one attempt, so that a repeated request does nothing twice. Works on plain http too, where `randomUUID` is absent. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One call without a session; throws a `CallFailure`. */
export async function callPublic(path: string, language: Language, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, 'Accept-Language': language };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new CallFailure('unreachable', '');
  });
  if (response.ok) return response;
  throw failureFromBody(await response.json().catch(() => undefined));
}
