import type { Language } from '../../core/language/language';
import { RefusalError } from '../../core/refusal';
import { findCase, type CaseRow } from '../repositories/cases';
import { inTransaction, type Db } from '../repositories/database';
import type { App } from '../services/app';
import { loadCase } from '../services/caseViews';
import type { Draft } from '../services/effects';

const language: Language = 'id';

/** A case about to be written to by the system. */
async function draftOf(app: App, db: Db, row: CaseRow): Promise<Draft> {
  const { context, snapshot, state } = await loadCase(app, row, language, db);
  const { number, trackingHash } = row;
  return { app, db, snapshot, context, caseId: row.id, number, trackingHash, state, events: [], notices: [], language };
}

/** Does the work on a case in a transaction of its own. Whoever wrote to the case meanwhile goes first: the job comes round again. */
export async function changeCase(app: App, number: string, work: (draft: Draft, row: CaseRow) => Promise<void>): Promise<void> {
  try {
    await inTransaction(app.strapi, async (db) => {
      const row = await findCase(db, number);
      if (row) await work(await draftOf(app, db, row), row);
    });
  } catch (error) {
    if (!(error instanceof RefusalError && error.refusal.kind === 'stale-sequence')) throw error;
  }
}
