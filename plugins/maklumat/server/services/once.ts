import { serverText } from '../../core/language/server';
import type { Language } from '../../core/language/language';
import { database, inTransaction, type Db } from '../repositories/database';
import { findKey, keepAnswer, takeKey, type KeptAnswer } from '../repositories/idempotency';
import type { App } from './app';
import { refuse } from './refuse';
import { canonicalJson } from '../adapters/vault';

export interface Attempt {
  /** Who may repeat it: the route, and the person where there is one. */
  scope: string;
  key: string | undefined;
  body: unknown;
  language: Language;
}

/** The first answer. What was sealed is what this very call returned before. */
function repeated<T>(app: App, { body, language }: Attempt, kept: KeptAnswer | undefined): T {
  if (kept?.bodyHash !== hashOf(app, body) || kept.sealedAnswer === null)
    refuse('idempotency-conflict', serverText[language].idempotencyConflict);
  return app.vault.open(kept.sealedAnswer) as T;
}

const hashOf = (app: App, body: unknown): string => app.vault.digest(canonicalJson(body));

/**
 * Does a write in one transaction, once per Idempotency-Key: a repetition with the same body is answered with what the first answered,
 * with another body it is refused (`idempotency-conflict`). The key commits or vanishes with the work, so a refused or broken attempt may be made again.
 * Work on Strapi's documents asks for `inStrapiTransaction`. Answers are sealed: some carry a tracking code. What happened only now, not on a repetition, belongs inside `work`.
 */
export async function once<T>(
  app: App,
  attempt: Attempt,
  work: (db: Db) => Promise<T>,
  transaction: typeof inTransaction = inTransaction,
): Promise<T> {
  const { scope, key } = attempt;
  if (key === undefined) return transaction(app.strapi, work);
  return transaction(app.strapi, async (db) => {
    if (await takeKey(db, scope, key, hashOf(app, attempt.body))) {
      const answer = await work(db);
      await keepAnswer(db, scope, key, app.vault.seal(answer));
      return answer;
    }
    return repeated<T>(app, attempt, await findKey(db, scope, key));
  });
}

/**
 * As `once`, for a write that something comes before which no transaction may hold up or take back, such as counting a limit: `before` is not done for a repetition,
 * and what it resolves to is handed to `work`.
 */
export async function onceAfter<A, T>(
  app: App,
  attempt: Attempt,
  before: () => Promise<A>,
  work: (db: Db, ready: A) => Promise<T>,
): Promise<T> {
  const { scope, key } = attempt;
  const kept = key === undefined ? undefined : await findKey(database(app.strapi), scope, key);
  if (kept) return repeated<T>(app, attempt, kept);
  const ready = await before();
  return once(app, attempt, (db) => work(db, ready));
}
