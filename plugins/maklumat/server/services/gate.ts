import { dateIn } from '../../core/calendar/calendar';
import { gate, type Finding, type Known } from '../../core/definition/lint';
import type { ServiceDefinition } from '../../core/definition/schema';
import { formFields } from '../../core/form/files';
import { shapeText } from '../../core/language/definitions';
import type { Db } from '../repositories/database';
import { findLatestVersion, findLatestVersions, type VersionMeta } from '../repositories/versions';
import type { App } from './app';
import type { Snapshot } from './catalogue';
import { ratesOn } from './rates';

const error = (where: string, text: { what: string; why: string; mend: string }): Finding => ({ severity: 'error', where, ...text });

/** A version comes into force by its date alone, so a newer one may not begin before the one that it replaces. */
function checkDate(definition: ServiceDefinition, latest: VersionMeta | undefined): Finding[] {
  if (!latest || latest.effectiveFrom <= definition.effectiveFrom) return [];
  return [error('effectiveFrom', shapeText.earlierThanBefore(definition.effectiveFrom, latest.number, latest.effectiveFrom))];
}

async function knownTo(db: Db, snapshot: Snapshot, today: string): Promise<Known> {
  const versions = await findLatestVersions(db);
  return {
    positions: new Map(
      [...snapshot.positions.values()].map(({ slug, unit, holders }) => [
        slug,
        { held: holders?.some((holder) => holder.isActive !== false) === true, unit: unit?.slug ?? '' },
      ]),
    ),
    units: new Map([...snapshot.units.values()].map(({ slug, agency }) => [slug, { agency: agency?.slug ?? '' }])),
    agencies: new Set(snapshot.agencies.map(({ slug }) => slug)),
    services: new Map(
      versions.flatMap(({ service, definition }) => (definition.form ? [[service, formFields(definition.form)] as const] : [])),
    ),
    resources: new Set([...snapshot.resources.values()].filter(({ active }) => active).map(({ slug }) => slug)),
    rates: new Set(Object.keys(ratesOn(snapshot, today))),
    today,
  };
}

/**
 * Holds a definition against the publish gate: its dates, its consistency, and its own examples.
 * @param db the transaction of a publishing, so that what was published in it counts, or a plain connection
 * @returns findings; those of severity `error` stop the publishing
 */
export async function checkDefinition(app: App, db: Db, definition: ServiceDefinition): Promise<Finding[]> {
  const snapshot = await app.catalogue.snapshot();
  const agency = snapshot.agencies.find(({ slug }) => slug === definition.agency);
  if (!agency) return [error('agency', shapeText.agencyUnknown(definition.agency))];
  const calendar = agency.calendar && snapshot.calendars.get(agency.calendar.slug);
  if (!calendar) return [error('agency', shapeText.noCalendar)];
  const known = await knownTo(db, snapshot, dateIn(app.now(), calendar.zone));
  return [
    ...checkDate(definition, await findLatestVersion(db, definition.slug)),
    ...(await gate(definition, { known, calendar, areas: snapshot.areaCodes })),
  ];
}

export const isError = ({ severity }: Finding): boolean => severity === 'error';
