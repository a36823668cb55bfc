import type { z } from 'zod';
import type { Agency, AgencySummary } from '../../contracts/agencies';
import type { Charter } from '../../contracts/charters';
import type { PublicStep, Service, ServiceSummary, ServiceVersion } from '../../contracts/services';
import { atZone, zoneLabel } from '../../core/calendar/calendar';
import { isOperable, type OperableDefinition, type ServiceDefinition, type Standard } from '../../core/definition/schema';
import { formJsonSchema } from '../../core/form/jsonSchema';
import { standardText } from '../../core/language/standard';
import { actorLabel } from '../../core/case/progress';
import type { Language } from '../../core/language/language';
import { findInForce, getCalendarOf, positionNameIn, type Snapshot } from './catalogue';
import type { App } from './app';
import type { Version } from '../repositories/versions';
import { refuse } from './refuse';
import { serverText } from '../../core/language/server';

type AgencySummaryData = z.infer<typeof AgencySummary>;

/** Slugs of services that have a version in force now. */
function inForce(snapshot: Snapshot, now: string): number[] {
  const services = [...new Set(snapshot.versions.map((version) => version.service))];
  return services.flatMap((service) => findInForce(snapshot, service, now)?.id ?? []);
}

function agencySummary(snapshot: Snapshot, slug: string, now: string): AgencySummaryData {
  const agency = snapshot.agencies.find((candidate) => candidate.slug === slug);
  const zone = getCalendarOf(snapshot, slug).zone;
  return {
    slug,
    name: agency?.name ?? slug,
    shortName: agency?.shortName ?? slug,
    zone,
    zoneLabel: zoneLabel(zone),
    address: agency?.address ?? '',
    serviceCount: new Set(
      snapshot.versions
        .filter((version) => version.agency === slug && version.listed && findInForce(snapshot, version.service, now))
        .map((version) => version.service),
    ).size,
  };
}

export function listCharters(snapshot: Snapshot): Charter[] {
  return snapshot.charters.flatMap(({ agency, ...charter }) => {
    const name = snapshot.agencies.find((candidate) => candidate.slug === agency?.slug)?.name;
    return agency && name ? [{ agency: { slug: agency.slug, name }, ...charter }] : [];
  });
}

export function listAgencies(snapshot: Snapshot, now: string): AgencySummaryData[] {
  return snapshot.agencies.filter((agency) => agency.calendar).map((agency) => agencySummary(snapshot, agency.slug, now));
}

export function getAgency(snapshot: Snapshot, slug: string, now: string, language: Language): Agency {
  const agency = snapshot.agencies.find((candidate) => candidate.slug === slug);
  if (!agency?.calendar) refuse('not-found', serverText[language].agencyNotFound(slug));
  return {
    ...agencySummary(snapshot, slug, now),
    phones: agency.phones,
    email: agency.email ?? null,
    website: agency.website ?? null,
    officeHours: getCalendarOf(snapshot, slug).officeHours,
    complaintChannels: agency.complaintChannels,
    charter: listCharters(snapshot).find((charter) => charter.agency.slug === slug) ?? null,
  };
}

/** An office that has not set a component says so, instead of an empty space. */
function filled(standard: Standard): { standard: Standard; unset: string[] } {
  const unset: string[] = [];
  const part = <T extends Standard[keyof Standard]>(group: string, components: T): T =>
    Object.fromEntries(
      Object.entries(components).map(([key, value]: [string, string | string[]]) => {
        if (value.length > 0) return [key, value];
        unset.push(`${group}.${key}`);
        return [key, Array.isArray(value) ? [standardText.id.unset] : standardText.id.unset];
      }),
    ) as T;
  return {
    standard: { servicePoint: part('servicePoint', standard.servicePoint), manufacturing: part('manufacturing', standard.manufacturing) },
    unset,
  };
}

/** Whether requests can be made under a version. What is not listed is described here and served elsewhere. */
export const takesRequests = (definition: ServiceDefinition): definition is OperableDefinition =>
  isOperable(definition) && definition.listed;

function summary(snapshot: Snapshot, definition: ServiceDefinition): ServiceSummary {
  const agency = snapshot.agencies.find((candidate) => candidate.slug === definition.agency);
  const { standard } = filled(definition.standard);
  return {
    slug: definition.slug,
    name: definition.name,
    summary: definition.summary,
    agency: {
      slug: definition.agency,
      name: agency?.name ?? definition.agency,
      zoneLabel: zoneLabel(getCalendarOf(snapshot, definition.agency).zone),
    },
    completionTime: standard.servicePoint.completionTime,
    fee: standard.servicePoint.fee,
    operable: takesRequests(definition),
  };
}

function publicSteps(snapshot: Snapshot, definition: ServiceDefinition, language: Language): z.infer<typeof PublicStep>[] {
  const nameOf = positionNameIn(snapshot);
  return (definition.procedure?.steps ?? []).map((step, index) => ({
    key: step.key,
    number: index + 1,
    title: step.title,
    actor: {
      kind: step.actor.kind,
      label: actorLabel(step, { language, positionName: nameOf }),
    },
    status: step.status,
    ...(step.allowance ? { allowance: step.allowance } : {}),
    ...(step.output ? { output: step.output } : {}),
    outcomes: step.outcomes.map(({ key, label, to, end }) => ({ key, label, ...(to ? { to } : {}), ...(end ? { end } : {}) })),
  }));
}

/** A version as the public reads it: the frozen words, with today's names of offices and positions. */
export function describeVersion(snapshot: Snapshot, version: Version, language: Language): Service {
  const { definition } = version;
  const { standard, unset } = filled(definition.standard);
  const areas = snapshot.areas.filter((area) => area.level === 'kelurahan').map(({ code, name }) => ({ code, name }));
  return {
    ...summary(snapshot, definition),
    version: version.number,
    effectiveFrom: version.effectiveFrom,
    applicants: definition.applicants,
    standard: { ...standard, decree: definition.decree, unset, corrections: definition.corrections },
    form: definition.form ? { definition: definition.form, schema: formJsonSchema(definition.form, areas) } : null,
    procedure: definition.procedure ? { steps: publicSteps(snapshot, definition, language) } : null,
    clock: definition.clock ?? null,
    charter: listCharters(snapshot).find((charter) => charter.agency.slug === definition.agency) ?? null,
  };
}

/** Published services in the order of their agency and number in its decree (the order in which they were first published). */
export async function listServices(app: App, snapshot: Snapshot, filter: { agency?: string; q?: string }): Promise<ServiceSummary[]> {
  const ids = inForce(snapshot, app.now());
  const versions = await Promise.all(ids.map((id) => app.catalogue.version(id)));
  const words = (filter.q ?? '').toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  const order = new Map(snapshot.agencies.map((agency, index) => [agency.slug, index]));
  return versions
    .filter(({ definition }) => definition.listed && (!filter.agency || definition.agency === filter.agency))
    .filter(({ definition }) => {
      const text = [definition.name, definition.summary, ...definition.standard.servicePoint.product].join(' ').toLocaleLowerCase('id');
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => (order.get(a.agency) ?? 0) - (order.get(b.agency) ?? 0) || firstId(snapshot, a.service) - firstId(snapshot, b.service))
    .map(({ definition }) => summary(snapshot, definition));
}

const firstId = (snapshot: Snapshot, service: string): number =>
  Math.min(...snapshot.versions.filter((version) => version.service === service).map((version) => version.id));

/** The version in force, or the one asked for by number. Refuses with `not-found`. */
export async function getServiceVersion(
  app: App,
  snapshot: Snapshot,
  slug: string,
  number: number | undefined,
  language: Language,
): Promise<Version> {
  const meta =
    number === undefined
      ? findInForce(snapshot, slug, app.now())
      : snapshot.versions.find((version) => version.service === slug && version.number === number);
  if (!meta)
    refuse(
      'not-found',
      number === undefined ? serverText[language].serviceNotFound(slug) : serverText[language].versionNotFound(slug, number),
    );
  return app.catalogue.version(meta.id);
}

export function listVersions(snapshot: Snapshot, slug: string, now: string, language: Language): z.infer<typeof ServiceVersion>[] {
  const versions = snapshot.versions.filter((version) => version.service === slug);
  if (versions.length === 0) refuse('not-found', serverText[language].serviceNotFound(slug));
  const current = findInForce(snapshot, slug, now);
  return versions.map((version) => ({
    version: version.number,
    effectiveFrom: version.effectiveFrom,
    publishedAt: atZone(version.publishedAt, getCalendarOf(snapshot, version.agency).zone),
    inForce: version.id === current?.id,
  }));
}
