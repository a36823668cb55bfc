import { z } from 'zod';
import { project } from '../../core/case/view';
import { findOpenCases, refreshProjection, type CaseRow } from '../repositories/cases';
import { database } from '../repositories/database';
import { purgeKeys } from '../repositories/idempotency';
import { purgeReplays } from '../repositories/replays';
import { purgeSecrets } from '../repositories/secrets';
import type { App } from '../services/app';
import { record, save, type Draft } from '../services/effects';
import { runReplay } from '../services/replays';
import { changeCase } from './changes';
import type { Handlers } from './jobs';

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Cases looked at between two breaths of the database. */
const batch = 200;

/** How long a client may repeat a write with the same key: 7 days (default of the product). */
const keyLifetime = 7 * 24 * 60 * 60 * 1000;

/** How long the result of a replay can be read: 30 days (default of the product). */
const replayLifetime = 30 * 24 * 60 * 60 * 1000;

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
    mail: (sealed) => app.mailer.send(Mail.parse(app.vault.open(sealed))),
    deadlines: (because) => recomputeDeadlines(app, because),
    replay: (id) => runReplay(app, id),
    housekeeping: async () => {
      const db = database(app.strapi);
      await purgeKeys(db, new Date(Date.parse(app.now()) - keyLifetime).toISOString());
      await purgeSecrets(db, app.now());
      await purgeReplays(db, new Date(Date.parse(app.now()) - replayLifetime).toISOString());
    },
  };
}
