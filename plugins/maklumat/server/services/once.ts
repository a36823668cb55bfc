import { serverText } from '../../core/language/server';
import type { Language } from '../../core/language/language';
import { inTransaction, type Db } from '../repositories/database';
import { getKey, keepAnswer, takeKey } from '../repositories/idempotency';
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
  const { scope, key, language } = attempt;
  if (key === undefined) return transaction(app.strapi, work);
  return transaction(app.strapi, async (db) => {
    const bodyHash = app.vault.digest(canonicalJson(attempt.body));
    if (await takeKey(db, scope, key, bodyHash)) {
      const answer = await work(db);
      await keepAnswer(db, scope, key, app.vault.seal(answer));
      return answer;
    }
    const kept = await getKey(db, scope, key);
    if (kept.bodyHash !== bodyHash || kept.sealedAnswer === null) refuse('idempotency-conflict', serverText[language].idempotencyConflict);
    // What was sealed is what this very call returned before.
    return app.vault.open(kept.sealedAnswer) as T;
  });
}
