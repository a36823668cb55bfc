import type { z } from 'zod';
import type { DeskRow, getDesk, listDeskCases } from '../../contracts/desk';
import { atZone, closesAt, dateIn } from '../../core/calendar/calendar';
import { addWorkingDays } from '../../core/calendar/deadline';
import type { Calendar } from '../../core/calendar/schema';
import { timeLeft } from '../../core/calendar/timeLeft';
import { positionsOf } from '../../core/case/decide';
import { deadlineState, shareSpent } from '../../core/case/view';
import { findStep } from '../../core/case/travel';
import { isOperable, type ServiceDefinition } from '../../core/definition/schema';
import { caseText } from '../../core/language/case';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { countWaiting } from '../repositories/applicants';
import { findCase, type CaseRow } from '../repositories/cases';
import { database, type Db } from '../repositories/database';
import { countQueue, findQueue, type QueueFilter } from '../repositories/queues';
import type { App } from './app';
import { findInForce, getCalendarOf, positionNameIn, type Snapshot } from './catalogue';
import { nameOf, unitPositions, type Officer } from './people';
import { refuse } from './refuse';

type Desk = z.infer<typeof getDesk.success.schema>['data'];
type DeskQuery = z.infer<typeof listDeskCases.query>;
const queues = ['mine', 'unit', 'overdue', 'due-soon', 'unassigned', 'all'] as const;

/** A case due within this many working days is due soon (default of the product). */
const soonWorkingDays = 2;

/** Positions with a part in a service: those of its procedure, and whoever hears objections. */
const positionsIn = ({ procedure, rules }: ServiceDefinition): string[] =>
  procedure ? [...positionsOf({ procedure, rules }), ...(procedure.objection ? [procedure.objection.addressee] : [])] : [];

/** Units that have a part in a service: whoever holds a position there sees its cases, nobody else does. */
function involves(snapshot: Snapshot, definition: ServiceDefinition, officer: Officer): boolean {
  const units = new Set(positionsIn(definition).map((position) => snapshot.positions.get(position)?.unit?.slug));
  return officer.positions.some((position) => units.has(position.unit));
}

/** Definitions in force of services that take requests and in which the officer's unit has a part. */
async function servicesOf(app: App, snapshot: Snapshot, officer: Officer): Promise<ServiceDefinition[]> {
  const slugs = [...new Set(snapshot.versions.map((version) => version.service))];
  const versions = await Promise.all(
    slugs.map((slug) => findInForce(snapshot, slug, app.now())).flatMap((meta) => (meta ? [app.catalogue.version(meta.id)] : [])),
  );
  return versions
    .map((version) => version.definition)
    .filter((definition) => isOperable(definition) && involves(snapshot, definition, officer));
}

function soonAfter(app: App, snapshot: Snapshot, agencies: readonly string[]): string {
  const [agency] = agencies;
  if (agency === undefined) return app.now();
  const calendar = getCalendarOf(snapshot, agency);
  return closesAt(calendar, addWorkingDays(calendar, dateIn(app.now(), calendar.zone), soonWorkingDays)) ?? app.now();
}

function baseFilter(app: App, snapshot: Snapshot, officer: Officer, services: readonly ServiceDefinition[]): Omit<QueueFilter, 'queue'> {
  return {
    services: services.map((definition) => definition.slug),
    user: officer.user,
    positions: officer.positions.map((position) => position.slug),
    unitPositions: unitPositions(snapshot, officer),
    now: app.now(),
    soon: soonAfter(
      app,
      snapshot,
      services.map((definition) => definition.agency),
    ),
  };
}

const holdersOf = (snapshot: Snapshot): Map<number, string> =>
  new Map(
    [...snapshot.positions.values()].flatMap((position) => (position.holders ?? []).map((holder) => [holder.id, nameOf(holder)] as const)),
  );

/** Without a deadline the clock has not begun or stands still; which of the two, the case itself tells. */
function deadlineOf(row: CaseRow, calendar: Calendar, now: string, language: Language) {
  if (row.deadlineAt === null) return { deadlineAt: null, deadlineState: 'paused' as const, timeLeft: caseText[language].clockWaits };
  return {
    deadlineAt: atZone(row.deadlineAt, calendar.zone),
    deadlineState: deadlineState(row.deadlineAt, row.clockStoppedAt, now),
    ...(row.clockStoppedAt === null && row.clockStartedAt !== null ? { share: shareSpent(row.clockStartedAt, row.deadlineAt, now) } : {}),
    timeLeft: row.clockStoppedAt ? caseText[language].status[row.status] : timeLeft({ calendar, now, dueAt: row.deadlineAt, language }),
  };
}

async function describeRow(
  app: App,
  snapshot: Snapshot,
  holders: ReadonlyMap<number, string>,
  row: CaseRow,
  officer: Officer,
  language: Language,
): Promise<z.infer<typeof DeskRow>> {
  const { definition } = await app.catalogue.version(row.versionId);
  const calendar = getCalendarOf(snapshot, row.agency);
  const now = app.now();
  return {
    number: row.number,
    sequence: row.lastSequence,
    service: { slug: row.service, name: definition.name },
    status: row.status,
    statusLabel: caseText[language].status[row.status],
    step: isOperable(definition) ? (findStep(definition, row.step)?.title ?? null) : null,
    position: row.position === null ? null : positionNameIn(snapshot)(row.position),
    mine:
      row.position !== null &&
      officer.positions.some((position) => position.slug === row.position) &&
      (row.assignee === null || row.assignee === officer.user),
    assignee: row.assignee === null ? null : (holders.get(row.assignee) ?? null),
    receivedAt: atZone(row.receivedAt, calendar.zone),
    ...deadlineOf(row, calendar, now, language),
  };
}

export async function listQueue(app: App, officer: Officer, query: DeskQuery, language: Language) {
  const snapshot = await app.catalogue.snapshot();
  const { page, pageSize, ...narrowing } = query;
  const filter = baseFilter(app, snapshot, officer, await servicesOf(app, snapshot, officer));
  const { rows, total } = await findQueue(database(app.strapi), { ...filter, ...narrowing }, page, pageSize);
  const holders = holdersOf(snapshot);
  return {
    data: await Promise.all(rows.map((row) => describeRow(app, snapshot, holders, row, officer, language))),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

/** A case that this officer may see; every other number is `not-found`, so that numbers tell nothing. */
export async function getVisibleCase(
  app: App,
  officer: Officer,
  number: string,
  language: Language,
  db: Db = database(app.strapi),
): Promise<CaseRow> {
  const row = await findCase(db, number);
  const snapshot = await app.catalogue.snapshot();
  const definition = row && (await app.catalogue.version(row.versionId)).definition;
  if (!row || !definition || !involves(snapshot, definition, officer)) refuse('not-found', serverText[language].caseNotFound);
  return row;
}

/** Officers who may be put in charge of a case of these services. */
export function colleagues(snapshot: Snapshot, definitions: readonly ServiceDefinition[]): Desk['colleagues'] {
  const people = new Map<number, { id: number; name: string; positions: string[] }>();
  for (const slug of new Set(definitions.flatMap(positionsIn))) {
    const position = snapshot.positions.get(slug);
    for (const holder of position?.holders ?? []) {
      const person = people.get(holder.id) ?? { id: holder.id, name: nameOf(holder), positions: [] };
      person.positions.push(position?.name ?? slug);
      people.set(holder.id, person);
    }
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'));
}

export async function describeDesk(app: App, officer: Officer): Promise<Desk> {
  const snapshot = await app.catalogue.snapshot();
  const definitions = await servicesOf(app, snapshot, officer);
  const filter = baseFilter(app, snapshot, officer, definitions);
  const counts = await Promise.all(
    queues.map(async (queue) => [queue, await countQueue(database(app.strapi), { ...filter, queue })] as const),
  );
  const held = new Set(officer.positions.map((position) => position.slug));
  return {
    name: officer.name,
    positions: officer.positions.map(({ slug, name, unit }) => ({ slug, name, unit: snapshot.units.get(unit)?.name ?? unit })),
    colleagues: colleagues(snapshot, definitions),
    services: definitions.map(({ slug, name, procedure, listed }) => ({
      slug,
      name,
      register: officer.mayRegister && listed && procedure != null && held.has(procedure.intake),
    })),
    counts: Object.fromEntries(counts) as Desk['counts'],
    waitingApplicants: officer.mayVerify ? await countWaiting(database(app.strapi)) : null,
  };
}
