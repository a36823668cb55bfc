import { z } from 'zod';
import { nextEscalation } from '../../core/case/escalation';
import { caseDeadline, project } from '../../core/case/view';
import type { Language } from '../../core/language/language';
import { findCase, findEscalating, findOpenCases, refreshProjection, type CaseRow } from '../repositories/cases';
import { database, inTransaction, type Db } from '../repositories/database';
import { purgeKeys } from '../repositories/idempotency';
import { purgeReplays } from '../repositories/replays';
import { purgeSecrets } from '../repositories/secrets';
import { loadCase } from '../services/caseViews';
import type { App } from '../services/app';
import { record, save, type Draft } from '../services/effects';
import { RefusalError } from '../../core/refusal';
import { runReplay } from '../services/replays';
import type { Handlers } from './jobs';

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Cases looked at between two breaths of the database. */
const batch = 200;

/** How long a client may repeat a write with the same key: 7 days (default of the product). */
const keyLifetime = 7 * 24 * 60 * 60 * 1000;

/** How long the result of a replay can be read: 30 days (default of the product). */
const replayLifetime = 30 * 24 * 60 * 60 * 1000;

const language: Language = 'id';

/** A case about to be written to by the system. */
async function draftOf(app: App, db: Db, row: CaseRow): Promise<Draft> {
  const { context, snapshot, state } = await loadCase(app, row, language, db);
  const { number, trackingHash } = row;
  return { app, db, snapshot, context, caseId: row.id, number, trackingHash, state, events: [], notices: [], language };
}

/** Does the work on a case in a transaction of its own. Whoever wrote to the case meanwhile goes first: the job comes round again. */
async function change(app: App, number: string, work: (draft: Draft, row: CaseRow) => Promise<void>): Promise<void> {
  try {
    await inTransaction(app.strapi, async (db) => {
      const row = await findCase(db, number);
      if (row) await work(await draftOf(app, db, row), row);
    });
  } catch (error) {
    if (!(error instanceof RefusalError && error.refusal.kind === 'stale-sequence')) throw error;
  }
}

/** Moves the deadline of one case to where today's calendar puts it, and says so in its record when it runs. */
async function moveDeadline(draft: Draft, row: CaseRow, because: string): Promise<void> {
  const { db, context, state, caseId } = draft;
  const before = row.deadlineAt;
  const projection = project(state, context);
  const after = projection.deadlineAt;
  if (before === null || after === null || Date.parse(before) === Date.parse(after)) {
    await refreshProjection(db, caseId, state.sequence, projection);
    return;
  }
  record(draft, { kind: 'system' }, { type: 'deadlineMoved', from: before, to: after, because });
  await save(draft, state.sequence);
}

/** Brings the deadlines of open cases in line with the calendars of now. */
async function recomputeDeadlines(app: App, because: string): Promise<void> {
  app.catalogue.invalidate();
  for (let after = 0, full = true; full;) {
    const rows = await findOpenCases(database(app.strapi), after, batch);
    for (const row of rows) await change(app, row.number, (draft, fresh) => moveDeadline(draft, fresh, because));
    after = rows.at(-1)?.id ?? after;
    full = rows.length === batch;
  }
}

async function escalate(draft: Draft): Promise<void> {
  const { context, state } = draft;
  const next = nextEscalation(context.definition, state, caseDeadline(state, context).at);
  if (!next || Date.parse(next.at) > Date.parse(context.now)) {
    await refreshProjection(draft.db, draft.caseId, state.sequence, project(state, context));
    return;
  }
  const { rule, position, after, message } = next.escalation;
  record(draft, { kind: 'system' }, { type: 'escalated', rule, position, after });
  if (message !== undefined) draft.notices.push({ message, to: position });
  await save(draft, state.sequence);
}

/** Reports late cases to those whom the rules name. A case with several reports due is taken up again on the next round. */
async function escalateCases(app: App): Promise<void> {
  for (const row of await findEscalating(database(app.strapi), app.now(), batch)) await change(app, row.number, escalate);
}

export function createHandlers(app: App): Handlers {
  return {
    mail: (sealed) => app.mailer.send(Mail.parse(app.vault.open(sealed))),
    deadlines: (because) => recomputeDeadlines(app, because),
    escalations: () => escalateCases(app),
    replay: (id) => runReplay(app, id),
    housekeeping: async () => {
      const db = database(app.strapi);
      await purgeKeys(db, new Date(Date.parse(app.now()) - keyLifetime).toISOString());
      await purgeSecrets(db, app.now());
      await purgeReplays(db, new Date(Date.parse(app.now()) - replayLifetime).toISOString());
    },
  };
}
