import type { Language } from '../../core/language/language';
import { RefusalError } from '../../core/refusal';
import { findCase, type CaseRow } from '../repositories/cases';
import { inTransaction } from '../repositories/database';
import type { App } from '../services/app';
import { loadCase } from '../services/caseViews';
import { draftOf, type Draft } from '../services/effects';

const language: Language = 'id';

/** Does the work on a case in a transaction of its own. Whoever wrote to the case meanwhile goes first: the job comes round again. */
export async function changeCase(app: App, number: string, work: (draft: Draft, row: CaseRow) => Promise<void>): Promise<void> {
  try {
    await inTransaction(app.strapi, async (db) => {
      const row = await findCase(db, number);
      if (!row) return;
      const { context, snapshot, state } = await loadCase(app, row, language, db);
      await work(draftOf({ app, db, snapshot, context, state }, row), row);
    });
  } catch (error) {
    if (!(error instanceof RefusalError && error.refusal.kind === 'stale-sequence')) throw error;
  }
}
