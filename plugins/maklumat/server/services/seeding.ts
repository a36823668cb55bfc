import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { OfficeHours } from '../../core/calendar/schema';
import { ServiceDefinition } from '../../core/definition/schema';
import * as seeds from '../../core/definition/seeds';
import { inStrapiTransaction } from '../repositories/database';
import { contentNames } from '../repositories/content';
import { draftOf } from '../repositories/definitions';
import { seedRoles } from '../roles';

const swap = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [value, key]));
const dayNames = swap(contentNames.weekdays);
const zoneNames = swap(contentNames.zones);
const kindNames = swap(contentNames.kinds);

const lines = (texts: readonly string[]) => texts.map((text) => ({ text }));
const time = (value: string | null | undefined): string | null => (value ? `${value}:00.000` : null);

const hoursRow = (hours: OfficeHours) => ({
  day: dayNames[hours.day],
  opens: time(hours.opens),
  closes: time(hours.closes),
  breakFrom: time(hours.breakFrom),
  breakTo: time(hours.breakTo),
});

const documentsOf = (ids: ReadonlyMap<string, string>, slugs: readonly string[]): string[] => slugs.flatMap((slug) => ids.get(slug) ?? []);

async function readJson<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
}

type Uid = Parameters<Core.Strapi['documents']>[0];

/** Creates what is not there by its natural key and answers document ids by key; an item may refer to those before it. */
async function createAll<T>(
  strapi: Core.Strapi,
  name: string,
  items: readonly T[],
  keyOf: (item: T) => string,
  dataOf: (item: T, created: ReadonlyMap<string, string>) => object,
): Promise<Map<string, string>> {
  const uid = `plugin::maklumat.${name}` as Uid;
  const ids = new Map<string, string>();
  for (const item of items) {
    const created: { documentId: string } = await strapi.documents(uid).create({ data: dataOf(item, ids) });
    ids.set(keyOf(item), created.documentId);
  }
  return ids;
}

async function seedOffices(strapi: Core.Strapi, folder: string): Promise<Map<string, string>> {
  const read = <T>(name: string, schema: z.ZodType<T>): Promise<T[]> => readJson(folder, `${name}.json`, z.array(schema));
  const calendars = await createAll(
    strapi,
    'calendar',
    await read('calendars', seeds.CalendarSeed),
    (calendar) => calendar.slug,
    (calendar) => ({
      ...calendar,
      zone: zoneNames[calendar.zone],
      officeHours: calendar.officeHours.map(hoursRow),
      seasons: calendar.seasons.map((season) => ({ ...season, officeHours: season.officeHours.map(hoursRow) })),
    }),
  );
  await createAll(
    strapi,
    'holiday',
    await read('holidays', seeds.HolidaySeed),
    (day) => `${day.date} ${day.name}`,
    (day) => ({ ...day, kind: kindNames[day.kind], closes: time(day.closes), calendars: documentsOf(calendars, day.calendars) }),
  );
  await createAll(
    strapi,
    'area',
    await read('areas', seeds.AreaSeed),
    (area) => area.code,
    (area) => area,
  );
  const agencies = await createAll(
    strapi,
    'agency',
    await read('agencies', seeds.AgencySeed),
    (agency) => agency.slug,
    (agency) => ({
      ...agency,
      phones: lines(agency.phones),
      complaintChannels: lines(agency.complaintChannels),
      calendar: calendars.get(agency.calendar),
    }),
  );
  const units = await createAll(
    strapi,
    'unit',
    await read('units', seeds.UnitSeed),
    (unit) => unit.slug,
    (unit) => ({ ...unit, agency: agencies.get(unit.agency) }),
  );
  await createAll(
    strapi,
    'position',
    await read('positions', seeds.PositionSeed),
    (position) => position.slug,
    (position) => ({ ...position, unit: units.get(position.unit) }),
  );
  await createAll(
    strapi,
    'resource',
    await read('resources', seeds.ResourceSeed),
    (resource) => resource.slug,
    (resource, created) => ({ ...resource, agency: agencies.get(resource.agency), crew: documentsOf(created, resource.crew) }),
  );
  await createAll(
    strapi,
    'decree',
    await read('decrees', seeds.DecreeSeed),
    (decree) => decree.number,
    (decree) => ({ ...decree, considerations: lines(decree.considerations), legalBasis: lines(decree.legalBasis) }),
  );
  return agencies;
}

async function seedPublished(strapi: Core.Strapi, folder: string, agencies: ReadonlyMap<string, string>): Promise<void> {
  for (const charter of await readJson(folder, 'charters.json', z.array(seeds.CharterSeed))) {
    const uid = 'plugin::maklumat.charter' as Uid;
    const created: { documentId: string } = await strapi
      .documents(uid)
      .create({ data: { ...charter, agency: agencies.get(charter.agency) } });
    await strapi.documents(uid).publish({ documentId: created.documentId });
  }
  const services = join(folder, 'services');
  const definitions = await Promise.all((await readdir(services)).sort().map((file) => readJson(services, file, ServiceDefinition)));
  for (const definition of definitions) {
    const uid = 'plugin::maklumat.service' as Uid;
    const created: { documentId: string } = await strapi
      .documents(uid)
      .create({ data: draftOf(definition, agencies.get(definition.agency) ?? '') });
    await strapi.documents(uid).publish({ documentId: created.documentId });
  }
}

async function seedCitizens(strapi: Core.Strapi, folder: string): Promise<void> {
  const registration = await readJson(folder, 'registration.json', seeds.RegistrationSeed);
  await strapi.documents('plugin::maklumat.registration').create({ data: registration });
  for (const name of ['consent', 'retention'] as const) {
    const schema = z.array(name === 'consent' ? seeds.ConsentSeed : seeds.RetentionSeed);
    for (const data of await readJson(folder, `${name}s.json`, schema))
      await strapi.documents(`plugin::maklumat.${name}` as Uid).create({ data });
  }
}

/**
 * Fills an empty installation from `database/seeds`, once: whoever edits, deletes or adds afterwards is never overruled by a later start.
 * All or nothing, so that a start that was cut off begins anew; of several processes one seeds while the others wait.
 */
export async function seedOnce(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'maklumat', key: 'seeded' });
  await inStrapiTransaction(strapi, async (db) => {
    await db.raw(`SELECT pg_advisory_xact_lock(hashtextextended('maklumat.seed', 0))`);
    if (await store.get({})) return;
    const folder = join(strapi.dirs.app.root, 'database', 'seeds');
    await seedRoles(strapi);
    await seedPublished(strapi, folder, await seedOffices(strapi, folder));
    await seedCitizens(strapi, folder);
    await store.set({ value: new Date().toISOString() });
  });
}

/** Gives one person every position that nobody holds: how a fresh installation can be worked before people are named. */
export async function handOverVacantPositions(strapi: Core.Strapi, user: number): Promise<void> {
  const uid = 'plugin::maklumat.position' as Uid;
  const positions: { documentId: string; holders?: unknown[] }[] = await strapi
    .documents(uid)
    .findMany({ populate: ['holders'], limit: 10_000 });
  for (const position of positions) {
    if (!position.holders?.length) await strapi.documents(uid).update({ documentId: position.documentId, data: { holders: [user] } });
  }
}
