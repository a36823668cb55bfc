import { z } from 'zod';
import { fold } from '../../core/case/state';
import { project } from '../../core/case/view';
import { findEvents, findOpenCases, updateDeadline } from '../repositories/cases';
import { database } from '../repositories/database';
import { purgeKeys } from '../repositories/idempotency';
import { getCalendarOf } from '../services/catalogue';
import { getOperable } from '../services/caseViews';
import type { App } from '../services/app';
import type { Handlers } from './jobs';

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Cases looked at between two breaths of the database. */
const batch = 200;

/** How long a client may repeat a write with the same key: 7 days (default of the product). */
const keyLifetime = 7 * 24 * 60 * 60 * 1000;

/** Brings the queues' deadlines in line with the calendars of now; the deadline a person reads is computed afresh anyway. */
async function recomputeDeadlines(app: App): Promise<void> {
  const db = database(app.strapi);
  app.catalogue.invalidate();
  const snapshot = await app.catalogue.snapshot();
  for (let after = 0, full = true; full;) {
    const rows = await findOpenCases(db, after, batch);
    for (const row of rows) {
      const { definition } = await getOperable(app, row);
      const state = fold(definition, await findEvents(db, app.vault, row.id));
      const { deadlineAt } = project(state, { definition, calendar: getCalendarOf(snapshot, definition.agency) });
      if (Date.parse(deadlineAt) !== Date.parse(row.deadlineAt)) await updateDeadline(db, row.id, deadlineAt);
    }
    after = rows.at(-1)?.id ?? after;
    full = rows.length === batch;
  }
}

export function createHandlers(app: App): Handlers {
  return {
    mail: (sealed) => app.mailer.send(Mail.parse(app.vault.open(sealed))),
    deadlines: () => recomputeDeadlines(app),
    housekeeping: async () => {
      await purgeKeys(database(app.strapi), new Date(Date.parse(app.now()) - keyLifetime).toISOString());
    },
  };
}
