import type { RetentionRun } from '../../contracts/retention';
import { atZone } from '../../core/calendar/calendar';
import type { RetentionKind } from '../../core/definition/retention';
import { purgeAccesses } from '../repositories/accesses';
import { findOutlived, lockCases } from '../repositories/cases';
import { database, inTransaction } from '../repositories/database';
import { purgeKeys } from '../repositories/idempotency';
import { purgeLimits } from '../repositories/limits';
import { deleteAnswersOf } from '../repositories/erasures';
import { expireMessages, purgeMessages } from '../repositories/messages';
import { purgeOtps } from '../repositories/otps';
import { purgePhoneChanges } from '../repositories/phoneChanges';
import { purgeRegistrations } from '../repositories/registrations';
import { purgeReplays } from '../repositories/replays';
import { findRuns, finishRun, insertRun, saveReport, type Removal } from '../repositories/retentionRuns';
import { purgeSecrets } from '../repositories/secrets';
import type { App } from './app';
import { purgeDrafts, warnDrafts } from './drafts';
import { eraseCase } from './erasedCases';
import { sweepFiles } from './files';

const day = 86_400_000;

/** A draft's owner is told this many days before it goes (default of the product). */
const noticeDays = 3;

/** Cases looked at between two breaths of the database. */
const batch = 200;

const shownRuns = 90;

const later = (instant: string, milliseconds: number): string => new Date(Date.parse(instant) + milliseconds).toISOString();

/** What became of one kind: how much went, and whether some of it could not. */
interface Outcome {
  removed: number;
  failed: boolean;
}

/**
 * Erases the personal part of cases that ended before an instant, each in a transaction of its own: a run that is cut off goes on where it was, and a case that
 * cannot be erased does not keep the others.
 */
async function eraseOutlived(app: App, before: string): Promise<Outcome> {
  const outcome = { removed: 0, failed: false };
  for (let after = 0, full = true; full;) {
    const found = await findOutlived(database(app.strapi), before, after, batch);
    for (const { id, versionId } of found) {
      try {
        await app.catalogue.version(versionId);
        outcome.removed += await inTransaction(app.strapi, async (db) => {
          const [row] = await lockCases(db, { id });
          if (row?.erasedAt !== null) return 0;
          await eraseCase(app, db, row, 'retention', 'id');
          await deleteAnswersOf(db, [row.number]);
          return 1;
        });
      } catch (error) {
        app.strapi.log.error(error);
        outcome.failed = true;
      }
    }
    after = found.at(-1)?.id ?? after;
    full = found.length === batch;
  }
  return outcome;
}

/** How each kind of data older than an instant goes. */
const removals: Record<RetentionKind, (app: App, before: string) => Promise<number | Outcome>> = {
  drafts: async (app, before) => {
    await warnDrafts(app, later(before, noticeDays * day));
    return purgeDrafts(app, before);
  },
  registrations: async (app, before) => {
    const db = database(app.strapi);
    return (await purgeRegistrations(db, before)) + (await purgePhoneChanges(db, before));
  },
  otps: (app, before) => purgeOtps(database(app.strapi), before),
  messages: (app, before) => purgeMessages(database(app.strapi), before),
  unusedFiles: sweepFiles,
  accessLog: (app, before) => purgeAccesses(database(app.strapi), before),
  closedCases: eraseOutlived,
  idempotencyKeys: (app, before) => purgeKeys(database(app.strapi), before),
  replays: (app, before) => purgeReplays(database(app.strapi), before),
};

async function removeKind(app: App, kind: RetentionKind, before: string): Promise<Outcome> {
  try {
    const removed = await removals[kind](app, before);
    return typeof removed === 'number' ? { removed, failed: false } : removed;
  } catch (error) {
    app.strapi.log.error(error);
    return { removed: 0, failed: true };
  }
}

/** What ends by itself, whatever the periods are: values that nobody opened, counters, messages that say what is no longer true. False when some of it could not. */
async function removeExpired(app: App): Promise<boolean> {
  const db = database(app.strapi);
  let whole = true;
  for (const remove of [purgeSecrets, purgeLimits, expireMessages]) {
    try {
      await remove(db, app.now());
    } catch (error) {
      app.strapi.log.error(error);
      whole = false;
    }
  }
  return whole;
}

/**
 * Carries out the retention periods of the CMS and keeps a report. A kind without a period is not touched; one that fails is named in the report and does not
 * keep the others. A run that was cut off stays unfinished in the list; the next one does what was left.
 */
export async function carryOutRetention(app: App): Promise<void> {
  const db = database(app.strapi);
  const now = app.now();
  const { retentions } = await app.catalogue.snapshot();
  const run = await insertRun(db, now);
  const failed = (await removeExpired(app)) ? [] : ['expired'];
  const report: Removal[] = [];
  for (const { kind, name, days } of retentions) {
    const before = later(now, -days * day);
    const outcome = await removeKind(app, kind, before);
    report.push({ kind, label: name, days, before, ...outcome });
    if (outcome.failed) failed.push(kind);
    await saveReport(db, run, report);
  }
  await finishRun(db, run, { at: app.now(), error: failed.length > 0 ? failed.join(', ') : null });
}

/** The last 90 reports, the newest first. */
export async function listRuns(app: App): Promise<RetentionRun[]> {
  const { zone } = await app.catalogue.snapshot();
  const runs = await findRuns(database(app.strapi), shownRuns);
  return runs.map(({ id, startedAt, finishedAt, report, error }) => ({
    id,
    startedAt: atZone(startedAt, zone),
    finishedAt: finishedAt === null ? null : atZone(finishedAt, zone),
    failed: error !== null,
    report: report.map((removal) => ({ ...removal, before: atZone(removal.before, zone) })),
  }));
}
