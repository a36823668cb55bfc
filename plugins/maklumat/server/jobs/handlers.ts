import { project } from '../../core/case/view';
import { findOpenCases, refreshProjection, type CaseRow } from '../repositories/cases';
import { database } from '../repositories/database';
import type { App } from '../services/app';
import { record, save, type Draft } from '../services/effects';
import { runReplay } from '../services/replays';
import { carryOutRetention } from '../services/retention';
import { deliver } from './deliveries';
import { scanAgain } from './scans';
import { changeCase } from './changes';
import type { Handlers } from './jobs';

/** Cases looked at between two breaths of the database. */
const batch = 200;

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
    for (const row of rows) await changeCase(app, row.number, (draft, fresh) => moveDeadline(draft, fresh, because));
    after = rows.at(-1)?.id ?? after;
    full = rows.length === batch;
  }
}

export function createHandlers(app: App): Handlers {
  return {
    message: (id) => deliver(app, id),
    scan: (id) => scanAgain(app, id),
    deadlines: (because) => recomputeDeadlines(app, because),
    replay: (id) => runReplay(app, id),
    housekeeping: () => carryOutRetention(app),
  };
}
