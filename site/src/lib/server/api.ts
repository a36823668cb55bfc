import process from 'node:process';
import { getRequestEvent } from '$app/server';
import { error } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Operation } from '$contracts/contract';
import { ErrorBody } from '$contracts/errors';
import type { Language } from '$core/language/language';
import { siteText } from '$core/language/site';
import type { FieldMessages, RefusalKind } from '$core/refusal';
import { dropSession, redirectToLogIn } from '#lib/server/session.ts';
import { textOf } from '#lib/text.ts';

type Parsed<T> = T extends z.ZodType ? z.input<T> : undefined;
type Body<O extends Operation> = O['success'] extends { schema: infer S } ? (S extends z.ZodType ? z.output<S> : undefined) : undefined;
type Data<O extends Operation> = Body<O> extends { data: infer D } ? D : Body<O>;

/** A no from the server, with the sentence for the reader. */
export interface ApiRefusal {
  ok: false;
  status: number;
  kind: RefusalKind;
  message: string;
  fields: FieldMessages;
}
export type ApiResult<T> = { ok: true; value: T } | ApiRefusal;

/** The parts of a call that its operation names; a multipart operation takes `file`. */
export interface CallInput<O extends Operation> {
  language: Language;
  params?: Parsed<O['params']>;
  query?: Parsed<O['query']>;
  body?: Parsed<O['body']>;
  file?: File;
  trackingToken?: string | undefined;
  idempotencyKey?: string;
  /** Access token of another session than the visitor's. */
  jwt?: string;
}

/** The server could not be reached, did not answer in time, or answered what the contract does not know. */
class Unreachable extends Error {
  constructor(cause: unknown) {
    super('REST server unreachable', { cause });
    this.name = 'Unreachable';
  }
}

const patience = { read: 10_000, write: 60_000 };

function base(): string {
  return process.env.MAKLUMAT_API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 1337}`;
}

function address(operation: Operation, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): URL {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(params[name])));
  const url = new URL(path, base());
  for (const [name, value] of Object.entries(query)) if (textOf(value) !== '') url.searchParams.set(name, textOf(value));
  return url;
}

/** Limits count the visitor, not this process, so every call says for whom it is made. The session goes only where the contract asks for one. */
function headersOf(
  operation: Operation,
  input: Pick<CallInput<Operation>, 'language' | 'trackingToken' | 'idempotencyKey' | 'jwt'>,
): Headers {
  const { getClientAddress, locals } = getRequestEvent();
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': input.language, 'X-Client-Address': getClientAddress() });
  if (process.env.MAKLUMAT_SITE_KEY) headers.set('X-Site-Key', process.env.MAKLUMAT_SITE_KEY);
  const jwt = input.jwt ?? locals.session?.jwt;
  if (operation.session && jwt) headers.set('Authorization', `Bearer ${jwt}`);
  if (input.trackingToken) headers.set('X-Tracking-Token', input.trackingToken);
  if (input.idempotencyKey) headers.set('Idempotency-Key', input.idempotencyKey);
  return headers;
}

async function send<O extends Operation>(operation: O, input: CallInput<O>): Promise<Response> {
  const headers = headersOf(operation, input);
  let body: BodyInit | undefined;
  if (input.file) {
    const form = new FormData();
    form.set('file', input.file, input.file.name);
    body = form;
  } else if (input.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(input.body);
  }
  const signal = AbortSignal.timeout(operation.method === 'get' ? patience.read : patience.write);
  try {
    return await fetch(address(operation, input.params, input.query), {
      method: operation.method.toUpperCase(),
      headers,
      body: body ?? null,
      signal,
    });
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const parsed = ErrorBody.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success || parsed.data.error.details.kind === 'internal') {
    throw new Unreachable(parsed.success ? parsed.data.error.message : response.status);
  }
  const { message, details } = parsed.data.error;
  return { ok: false, status: response.status, kind: details.kind, message, fields: details.fields ?? {} };
}

/** Drops a session that turns out to have ended; whether the call can then be made without it. */
function goesOnWithoutSession(operation: Operation, input: Pick<CallInput<Operation>, 'jwt'>, { kind }: ApiRefusal): boolean {
  const event = getRequestEvent();
  if (kind !== 'unauthorized' || !event.locals.session || input.jwt !== undefined) return false;
  dropSession(event);
  return operation.session === 'optional';
}

/** The answer as the contract has it; where a session that ended elsewhere is not needed, the call is made once more without it. */
async function ask<O extends Operation>(operation: O, input: CallInput<O>): Promise<ApiResult<Body<O>>> {
  const response = await send(operation, input);
  if (!response.ok) {
    const refusal = await refusalOf(response);
    return goesOnWithoutSession(operation, input, refusal) ? ask(operation, input) : refusal;
  }
  const schema: z.ZodType | undefined = operation.success.schema;
  const parsed = schema?.safeParse(await response.json().catch(() => undefined));
  if (!parsed?.success) throw new Unreachable(parsed?.error ?? 'no schema');
  return { ok: true, value: parsed.data as Body<O> };
}

/**
 * One call of the REST contract; the answer is checked against its schema. A refusal comes back as a value.
 * @throws Unreachable (see `silence`) when there is no answer, or one that the contract does not know
 */
export async function call<const O extends Operation>(operation: O, input: CallInput<O>): Promise<ApiResult<Data<O>>> {
  const result = await ask(operation, input);
  if (!result.ok) return result;
  const answer = result.value as { data: Data<O> } | Data<O>;
  return { ok: true, value: typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer };
}

/**
 * Like `call`, for what a page cannot do without: a refusal or silence of the server ends in an error page (404, 503, or the refusal's status), a missing
 * session on the log-in page, which leads back.
 */
export async function get<const O extends Operation>(operation: O, input: CallInput<O>): Promise<Data<O>> {
  return orError(await call(operation, input).catch((cause: unknown) => unavailable(cause, input.language)), input.language);
}

/** Like `get`, for a list in pages: its rows, and where in the whole they stand. */
export async function getPage<const O extends Operation>(operation: O, input: CallInput<O>): Promise<Body<O>> {
  return orError(await ask(operation, input).catch((cause: unknown) => unavailable(cause, input.language)), input.language);
}

function orError<T>(result: ApiResult<T>, language: Language): T {
  if (result.ok) return result.value;
  if (result.kind === 'unauthorized') redirectToLogIn(getRequestEvent(), language);
  return error(result.status, result.message);
}

/** Like `get`, for a file of the contract, as it streams in. */
export async function download<const O extends Operation>(operation: O, input: CallInput<O>): Promise<Response> {
  const response = await send(operation, input).catch((cause: unknown) => unavailable(cause, input.language));
  if (response.ok) return response;
  const refusal = await refusalOf(response).catch((cause: unknown) => unavailable(cause, input.language));
  return goesOnWithoutSession(operation, input, refusal) ? download(operation, input) : orError<never>(refusal, input.language);
}

/** The OpenAPI document, which describes the contract and is not part of it. */
export async function openApiDocument(language: Language): Promise<unknown> {
  try {
    const response = await fetch(new URL('/api/openapi.json', base()), { signal: AbortSignal.timeout(patience.read) });
    return response.ok ? await response.json() : unavailable(response.status, language);
  } catch (cause) {
    return unavailable(cause, language);
  }
}

/** For `catch`: no answer is an outcome that the caller tells the reader about; anything else is a fault. */
export function silence(cause: unknown): undefined {
  if (!(cause instanceof Unreachable)) throw cause;
  console.error(cause);
}

/** Ends the request with the page "service interrupted". */
export function unavailable(cause: unknown, language: Language): never {
  if (cause instanceof Error && cause.name === 'HttpError') throw cause;
  console.error(cause);
  return error(503, siteText[language].error.unavailable.body);
}
