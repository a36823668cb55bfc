import type { Core } from '@strapi/strapi';
import { dateIn } from '../../core/calendar/calendar';
import type { Calendar, Zone } from '../../core/calendar/schema';
import type { ViewContext } from '../../core/case/view';
import type { OperableDefinition } from '../../core/definition/schema';
import type { Language } from '../../core/language/language';
import type {
  AgencyRow,
  AreaRow,
  CharterRow,
  ConsentRow,
  PositionRow,
  RegistrationRow,
  RetentionRow,
  UnitRow,
} from '../repositories/content';
import * as content from '../repositories/content';
import { database } from '../repositories/database';
import { findRates, type RateRow } from '../repositories/rates';
import { findResources, type ResourceRow } from '../repositories/resources';
import { findVersionMetas, getVersion, type Version, type VersionMeta } from '../repositories/versions';
import { channel } from '../repositories/notices';

/** Everything published, read once and kept until it changes anywhere. */
export interface Snapshot {
  calendars: ReadonlyMap<string, Calendar>;
  agencies: readonly AgencyRow[];
  units: ReadonlyMap<string, UnitRow>;
  positions: ReadonlyMap<string, PositionRow>;
  resources: ReadonlyMap<string, ResourceRow>;
  /** The rate table, per key the latest first. */
  rates: readonly RateRow[];
  charters: readonly CharterRow[];
  areas: readonly AreaRow[];
  areaCodes: ReadonlySet<string>;
  versions: readonly VersionMeta[];
  registration: RegistrationRow | undefined;
  /** The zone of what belongs to a person or to the installation and to no office. */
  zone: Zone;
  /** The newest version first. */
  consents: readonly ConsentRow[];
  retentions: readonly RetentionRow[];
  /** Compiled answers of published reads by key; they live exactly as long as what they were compiled from. */
  compiled: Map<string, { body: string; etag: string }>;
}

export interface Catalogue {
  snapshot(): Promise<Snapshot>;
  /** A frozen version, by id; it never changes, so it is kept for good. */
  version(id: number): Promise<Version>;
  /** Forgets the snapshot; the next read sees what was committed. */
  invalidate(): void;
  /** Hears from the database about changes made by any process. */
  listen(): Promise<void>;
  stop(): Promise<void>;
}

/** That of the office whose procedure registers people, else of the first office, else of the capital (default of the product). */
function homeZone(snapshot: Pick<Snapshot, 'registration' | 'versions' | 'agencies' | 'calendars'>): Zone {
  const { registration, versions, agencies, calendars } = snapshot;
  const registrar = versions.find(({ service }) => service === registration?.service)?.agency;
  const office = agencies.find(({ slug }) => slug === registrar) ?? agencies[0];
  return (office?.calendar && calendars.get(office.calendar.slug)?.zone) ?? 'Asia/Jakarta';
}

async function load(strapi: Core.Strapi): Promise<Snapshot> {
  // One after the other: while content is being published this runs on that transaction's one connection.
  const calendars = await content.findCalendars(strapi);
  const agencies = await content.findAgencies(strapi);
  const units = await content.findUnits(strapi);
  const positions = await content.findPositions(strapi);
  const resources = await findResources(strapi);
  const rates = await findRates(strapi);
  const charters = await content.findCharters(strapi);
  const areas = await content.findAreas(strapi);
  const registration = await content.findRegistration(strapi);
  const consents = await content.findConsents(strapi);
  const retentions = await content.findRetentions(strapi);
  const versions = await findVersionMetas(database(strapi));
  const calendarsBySlug = new Map(calendars.map((calendar) => [calendar.slug, calendar]));
  return {
    calendars: calendarsBySlug,
    agencies,
    units: new Map(units.map((unit) => [unit.slug, unit])),
    positions: new Map(positions.map((position) => [position.slug, position])),
    resources: new Map(resources.map((resource) => [resource.slug, resource])),
    rates,
    charters,
    areas,
    areaCodes: new Set(areas.filter((area) => area.level === 'kelurahan').map((area) => area.code)),
    versions,
    registration,
    zone: homeZone({ registration, versions, agencies, calendars: calendarsBySlug }),
    consents,
    retentions,
    compiled: new Map(),
  };
}

export function createCatalogue(strapi: Core.Strapi): Catalogue {
  let snapshot: Promise<Snapshot> | undefined;
  const versions = new Map<number, Promise<Version>>();
  let listener: { close(): Promise<void> } | undefined;
  const invalidate = (): void => {
    snapshot = undefined;
  };
  return {
    invalidate,
    snapshot() {
      snapshot ??= load(strapi).catch((error: unknown) => {
        invalidate();
        throw error;
      });
      return snapshot;
    },
    version(id) {
      let version = versions.get(id);
      if (!version) {
        version = getVersion(database(strapi), id).catch((error: unknown) => {
          versions.delete(id);
          throw error;
        });
        versions.set(id, version);
      }
      return version;
    },
    async listen() {
      listener = await channel.listen(strapi, invalidate);
    },
    async stop() {
      await listener?.close();
    },
  };
}

/** @throws RangeError when content was edited so that a version's agency has no calendar any more. */
export function getCalendarOf(snapshot: Pick<Snapshot, 'agencies' | 'calendars'>, agencySlug: string): Calendar {
  const agency = snapshot.agencies.find((candidate) => candidate.slug === agencySlug);
  const calendar = agency?.calendar && snapshot.calendars.get(agency.calendar.slug);
  if (!calendar) throw new RangeError(`Perangkat daerah ${agencySlug} belum memiliki kalender kerja`);
  return calendar;
}

/** The version in force on the agency's present date: the newest whose day has come. */
export function findInForce(snapshot: Snapshot, service: string, now: string): VersionMeta | undefined {
  return snapshot.versions.find(
    (version) => version.service === service && version.effectiveFrom <= dateIn(now, getCalendarOf(snapshot, version.agency).zone),
  );
}

/** What a case is read with at an instant: its pinned definition, today's calendar, and the names behind slugs and codes. */
export function viewContext(snapshot: Snapshot, definition: OperableDefinition, now: string, language: Language): ViewContext {
  return {
    definition,
    calendar: getCalendarOf(snapshot, definition.agency),
    now,
    language,
    positionName: positionNameIn(snapshot),
    areaName: (code) => snapshot.areas.find((area) => area.code === code)?.name ?? code,
  };
}

export const positionNameIn =
  (snapshot: Snapshot) =>
  (slug: string): string =>
    snapshot.positions.get(slug)?.name ?? slug;
