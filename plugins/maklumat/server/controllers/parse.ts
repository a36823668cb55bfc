import type { Context } from 'koa';
import { z } from 'zod';
import type { Operation } from '../../contracts/contract';
import { languageOf, serverText } from '../../core/language/server';
import type { Language } from '../../core/language/language';
import type { FieldMessages } from '../../core/refusal';
import { refuse } from '../services/refuse';

/** zod's own words for what does not fit, in the reader's language. */
const words = { id: z.locales.id().localeError, en: z.locales.en().localeError };

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;

export interface Request<O extends Operation> {
  params: Parsed<O['params']>;
  query: Parsed<O['query']>;
  headers: Parsed<O['headers']>;
  body: Parsed<O['body']>;
  language: Language;
}

function check(schema: z.ZodType | undefined, value: unknown, language: Language): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value, { error: words[language] });
  if (parsed.success) return parsed.data;
  const text = serverText[language];
  const fields: FieldMessages = {};
  for (const issue of parsed.error.issues) {
    const keys =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.') || '*'];
    for (const key of keys) (fields[key] ??= []).push(issue.code === 'unrecognized_keys' ? text.unknownProperty : issue.message);
  }
  return refuse('invalid-request', text.invalidRequest, { fields });
}

/**
 * Refuses with `not-found` a path that cannot be that of anything: with a character that PostgreSQL holds in no text, or, of a call that knows no `invalid-request`, with
 * a parameter that does not fit.
 */
function checkPath({ params, errors }: Operation, given: unknown, language: Language): void {
  const holdsNull = JSON.stringify(given ?? {}).includes(String.raw`\u0000`);
  if (holdsNull || (!errors.includes('invalid-request') && params?.safeParse(given).success === false))
    refuse('not-found', serverText[language].notFound);
}

/**
 * Parses a request by its operation of the contract. Refuses with `invalid-request`, naming each property that does not fit, and with `not-found` a path that leads
 * nowhere.
 */
export function parse<const O extends Operation>(operation: O, context: Context): Request<O> {
  const language = languageOf(context.get('accept-language'));
  checkPath(operation, context.params, language);
  return {
    params: check(operation.params, context.params, language),
    query: check(operation.query, context.query, language),
    headers: check(operation.headers, context.headers, language),
    body: check(operation.body, context.request.body ?? {}, language),
    language,
  } as Request<O>;
}
