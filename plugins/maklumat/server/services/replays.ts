import { randomUUID } from 'node:crypto';
import type { Replay } from '../../contracts/replays';
import { atZone } from '../../core/calendar/calendar';
import type { Calendar, Zone } from '../../core/calendar/schema';
import { isOperable, type OperableDefinition } from '../../core/definition/schema';
import { formFields } from '../../core/form/files';
import { definitionsText } from '../../core/language/definitions';
import type { Language } from '../../core/language/language';
import { decisionsOf, evaluateRules } from '../../core/rules/evaluate';
import { caseFacts } from '../../core/rules/facts';
import { differencesOf, type Difference } from '../../core/rules/replay';
import { database, inTransaction, type Db } from '../repositories/database';
import * as replays from '../repositories/replays';
import type { App } from './app';
import { getCalendarOf } from './catalogue';
import { getDraftDefinition } from './definitions';
import { refuse } from './refuse';

/** Cases between two looks at whether the replay was called off. */
const batch = 500;
/** Differing cases that are kept to be read; the rest are counted. */
const kept = 500;

function described(row: replays.ReplayRow, zone: Zone): Replay {
  return {
    ...row,
    createdAt: atZone(row.createdAt, zone),
    finishedAt: row.finishedAt === null ? null : atZone(row.finishedAt, zone),
  };
}

/** @throws RefusalError `not-found` */
async function getRow(db: Db, id: string, language: Language): Promise<replays.ReplayRow> {
  return (await replays.findReplay(db, id)) ?? refuse('not-found', definitionsText[language].replayNotFound);
}

/** Asks for a replay of the draft, or of what an editor has on the screen, over all past cases of the service. Refuses as reading a draft does. */
export async function startReplay(
  app: App,
  order: { slug: string; draft: Record<string, unknown> | undefined; requestedBy: string; language: Language },
): Promise<Replay> {
  const definition = await getDraftDefinition(app, order.slug, order.draft, order.language);
  const id = randomUUID();
  const { zone } = await app.catalogue.snapshot();
  return inTransaction(app.strapi, async (db) => {
    const total = await replays.countCases(db, order.slug);
    await replays.insertReplay(db, { id, definition: { ...definition, slug: order.slug }, total, requestedBy: order.requestedBy });
    await app.jobs.enqueueReplay(db, id);
    return described(await getRow(db, id, order.language), zone);
  });
}

export async function getReplay(app: App, id: string, language: Language): Promise<Replay> {
  const { zone } = await app.catalogue.snapshot();
  return described(await getRow(database(app.strapi), id, language), zone);
}

/** Calls a replay off; what it has found stays. One that has ended stays as it ended. */
export async function cancelReplay(app: App, id: string, language: Language): Promise<Replay> {
  const db = database(app.strapi);
  await getRow(db, id, language);
  await replays.endReplay(db, id, 'cancelled', app.now());
  return getReplay(app, id, language);
}

/** What the draft would decide otherwise about one past case, on the facts that were recorded when it was filed. */
async function replayCase(
  app: App,
  draft: OperableDefinition,
  calendar: Calendar,
  past: replays.PastCase & { fact: replays.SubmittedFact },
) {
  const { number, definition } = await app.catalogue.version(past.versionId);
  const { fact } = past;
  const { answers, receivedAt, channel, world } = fact;
  const facts = caseFacts({ fields: formFields(draft.form), answers, receivedAt, calendar, channel, world });
  const fired = new Set(fact.fired);
  const before = decisionsOf(definition.rules, facts, ({ key }) => fired.has(key));
  return { version: number, changes: differencesOf(before, await evaluateRules(draft.rules, facts)) };
}

function count(progress: replays.ReplayProgress, number: string, version: number, changes: Difference[]): void {
  if (changes.length === 0) return;
  progress.differing += 1;
  for (const { kind } of changes) progress.kinds[kind] = (progress.kinds[kind] ?? 0) + 1;
  if (progress.differences.length < kept) progress.differences.push({ number, version, changes });
}

async function judgeCases(
  app: App,
  draft: OperableDefinition,
  calendar: Calendar,
  cases: readonly replays.PastCase[],
  progress: replays.ReplayProgress,
): Promise<void> {
  for (const past of cases) {
    const { fact } = past;
    if (fact === null) progress.unreadable += 1;
    else {
      const { version, changes } = await replayCase(app, draft, calendar, { ...past, fact });
      count(progress, past.number, version, changes);
    }
  }
  progress.done += cases.length;
}

/** Runs a replay to its end, or until it is called off. A run that was cut off begins anew. */
export async function runReplay(app: App, id: string): Promise<void> {
  const db = database(app.strapi);
  const draft = await replays.takeReplay(db, id);
  if (!draft || !isOperable(draft)) return;
  const calendar = getCalendarOf(await app.catalogue.snapshot(), draft.agency);
  const progress: replays.ReplayProgress = { done: 0, unreadable: 0, differing: 0, kinds: {}, differences: [] };
  try {
    // The next cases are read while these are judged: the database works on another core.
    const read = (after: number) => replays.findPastCases(db, app.vault, draft.slug, after, batch);
    let cases = await read(0);
    while (cases.length > 0) {
      const next = cases.length === batch ? read(cases.at(-1)?.id ?? 0) : Promise.resolve([]);
      await judgeCases(app, draft, calendar, cases, progress);
      const [following, goesOn] = await Promise.all([next, replays.saveProgress(db, id, progress)]);
      if (!goesOn) return;
      cases = following;
    }
    await replays.endReplay(db, id, 'done', app.now());
  } catch (error) {
    await replays.endReplay(db, id, 'failed', app.now());
    throw error;
  }
}
