import type { z } from 'zod';
import type { listResourceBookings, listResourceSlots, Resource, ScheduleDay } from '../../contracts/resources';
import { dayBounds, layOut } from '../../core/booking/week';
import { atZone, hoursOn, isWorkingDay } from '../../core/calendar/calendar';
import { bookingText } from '../../core/language/booking';
import type { Language } from '../../core/language/language';
import { findSchedule } from '../repositories/bookings';
import { database } from '../repositories/database';
import type { ResourceRow } from '../repositories/resources';
import type { App } from './app';
import { nextFreeSlots } from './bookings';
import { getCalendarOf, type Snapshot } from './catalogue';
import type { Officer } from './people';
import { refuse } from './refuse';

type Days = z.infer<typeof listResourceBookings.query>;
type Wanted = z.infer<typeof listResourceSlots.query>;
type Slots = z.infer<typeof listResourceSlots.success.schema>['data'];
type OwnedResource = ResourceRow & { agency: string };

/** A resource is seen by whoever holds a position in its agency. */
const isSeenBy =
  (officer: Officer) =>
  (resource: ResourceRow): resource is OwnedResource =>
    resource.agency !== null && officer.positions.some((position) => position.agency === resource.agency);

function describe(snapshot: Snapshot, resource: OwnedResource): Resource {
  const { slug, name, capacity, active, crew } = resource;
  const agency = snapshot.agencies.find((candidate) => candidate.slug === resource.agency);
  return {
    slug,
    name,
    agency: { slug: resource.agency, name: agency?.name ?? resource.agency },
    zone: getCalendarOf(snapshot, resource.agency).zone,
    capacity,
    active,
    crew: crew.map((member) => ({ slug: member, name: snapshot.resources.get(member)?.name ?? member })),
  };
}

function getSeen(snapshot: Snapshot, officer: Officer, slug: string, language: Language): OwnedResource {
  const resource = snapshot.resources.get(slug);
  if (!resource || !isSeenBy(officer)(resource)) refuse('not-found', bookingText[language].resourceNotFound(slug));
  return resource;
}

export async function listResources(app: App, officer: Officer): Promise<Resource[]> {
  const snapshot = await app.catalogue.snapshot();
  return [...snapshot.resources.values()].filter(isSeenBy(officer)).map((resource) => describe(snapshot, resource));
}

/** What a resource is booked for, day by day. Refuses with `not-found` when this officer may not see it. */
export async function getSchedule(
  app: App,
  officer: Officer,
  slug: string,
  { from, to }: Days,
  language: Language,
): Promise<{ resource: Resource; days: ScheduleDay[] }> {
  const snapshot = await app.catalogue.snapshot();
  const seen = getSeen(snapshot, officer, slug, language);
  const calendar = getCalendarOf(snapshot, seen.agency);
  const { zone } = calendar;
  const rows = await findSchedule(database(app.strapi), slug, dayBounds(from, zone).from, dayBounds(to, zone).to);
  const bookings = await Promise.all(
    rows.map(async ({ unit, offered, number, versionId, reservedFor, ...row }) => ({
      from: atZone(row.from, zone),
      to: atZone(row.to, zone),
      unit,
      offered,
      case: { number, service: (await app.catalogue.version(versionId)).definition.name },
      reservedFor: reservedFor === slug ? null : (snapshot.resources.get(reservedFor)?.name ?? reservedFor),
    })),
  );
  const days = layOut({ bookings, first: from, last: to, zone }).map((day): ScheduleDay => {
    const hours = hoursOn(calendar, day.date);
    const state = isWorkingDay(calendar, day.date);
    const holiday = state.open ? undefined : state.holiday;
    return { ...day, opens: hours?.opens ?? null, closes: hours?.closes ?? null, holiday: holiday?.name ?? null };
  });
  return { resource: describe(snapshot, seen), days };
}

/** The next three free slots of a resource with its crew. Refuses with `not-found` when this officer may not see it. */
export async function getSlots(app: App, officer: Officer, slug: string, { from, minutes }: Wanted, language: Language): Promise<Slots> {
  const snapshot = await app.catalogue.snapshot();
  getSeen(snapshot, officer, slug, language);
  return nextFreeSlots(database(app.strapi), { snapshot, now: app.now(), language }, { resource: slug, from, minutes });
}
