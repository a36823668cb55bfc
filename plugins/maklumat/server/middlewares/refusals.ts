import { finished } from 'node:stream/promises';
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { httpStatus } from '../../contracts/errors';
import { languageOf, serverText } from '../../core/language/server';
import { RefusalError, type Refusal } from '../../core/refusal';

/** Paths whose answers keep the contract; the rest of Strapi's admin has its own manners. */
const ours = /^\/(api|maklumat)(\/|$)/;

const Thrown = z.object({
  status: z.int().optional(),
  type: z.string().optional(),
  name: z.string().optional(),
  message: z.string().optional(),
  httpCode: z.int().optional(),
});

/** Which refusal an error of Strapi or of its body parser amounts to; undefined for what is our own fault. */
function refusalOf(error: unknown, acceptLanguage: string | undefined): Refusal | undefined {
  if (error instanceof RefusalError) return error.refusal;
  const text = serverText[languageOf(acceptLanguage)];
  if (error instanceof errors.UnauthorizedError) return { kind: 'unauthorized', message: text.unauthorized };
  if (error instanceof errors.ForbiddenError || error instanceof errors.PolicyError) return { kind: 'forbidden', message: text.forbidden };
  if (error instanceof errors.NotFoundError) return { kind: 'not-found', message: text.notFound };
  if (error instanceof errors.PayloadTooLargeError) return { kind: 'body-too-large', message: text.bodyTooLarge };
  const thrown = Thrown.safeParse(error);
  const status = thrown.success ? (thrown.data.status ?? thrown.data.httpCode) : undefined;
  if (status === 413 || (thrown.success && thrown.data.type === 'entity.too.large'))
    return { kind: 'body-too-large', message: text.bodyTooLarge };
  if (status === 401) return { kind: 'unauthorized', message: text.unauthorized };
  if (status === 403) return { kind: 'forbidden', message: text.forbidden };
  if (status === 404) return { kind: 'not-found', message: text.notFound };
  if (status === 405) return { kind: 'method-not-allowed', message: text.methodNotAllowed };
  if (status === 400 || error instanceof SyntaxError) return { kind: 'malformed-body', message: text.malformedBody };
  return undefined;
}

const nameOf = (status: number): string =>
  ({
    400: 'ValidationError',
    401: 'UnauthorizedError',
    403: 'ForbiddenError',
    404: 'NotFoundError',
    413: 'PayloadTooLargeError',
    429: 'RateLimitError',
    503: 'ServiceUnavailableError',
    500: 'InternalServerError',
  })[status] ?? 'ApplicationError';

export function errorBody(refusal: Refusal) {
  const { message, kind, fields, findings, slots, retryAfter } = refusal;
  const status = httpStatus[kind];
  return {
    data: null,
    error: {
      status,
      name: nameOf(status),
      message,
      details: {
        kind,
        ...(fields ? { fields } : {}),
        ...(findings ? { findings } : {}),
        ...(slots ? { slots } : {}),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      },
    },
  };
}

/**
 * Reads the rest of an upload away: a client that is still sending when the connection closes never sees why it was refused.
 * The server's request timeout bounds it.
 */
async function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  request.resume();
  await finished(request, { writable: false }).catch(() => undefined);
}

/**
 * Gives every failure below our paths Strapi's envelope with a kind, in the reader's language. An error that is no refusal is logged here
 * and answered without its insides.
 */
const refusals: Core.MiddlewareFactory = (_config, { strapi }) => {
  return async (context, next): Promise<void> => {
    if (!ours.test(context.path)) {
      await next();
      return;
    }
    const language = context.get('accept-language');
    const answer = (refusal: Refusal): void => {
      context.status = httpStatus[refusal.kind];
      context.body = errorBody(refusal);
      if (refusal.retryAfter !== undefined) context.set('Retry-After', String(refusal.retryAfter));
    };
    try {
      await next();
    } catch (error) {
      const refusal = refusalOf(error, language);
      if (!refusal) strapi.log.error(error instanceof Error ? error : new Error(String(error)));
      await drain(context.req);
      return answer(refusal ?? { kind: 'internal', message: serverText[languageOf(language)].internal });
    }
    if (context.status < 400) return;
    // Strapi's own helpers answer without throwing; what they say gets a kind too.
    const kindless = refusalOf({ status: context.status }, language);
    const body: unknown = context.body;
    const hasKind = typeof body === 'object' && body !== null && 'error' in body && JSON.stringify(body.error).includes('"kind"');
    if (kindless && !hasKind) answer(kindless);
  };
};

export default refusals;
