import { freeUnit, nextFreeSlots as searchSlots, searchDays, type Demand } from '../../core/booking/slots';
import { isBookable, spanOf, type Interval } from '../../core/booking/interval';
import type { Calendar } from '../../core/calendar/schema';
import { bookingText } from '../../core/language/booking';
import type { Language } from '../../core/language/language';
import { acceptBookings, findOccupied, insertBookings, lockResources, releaseBookings, type Occupied } from '../repositories/bookings';
import type { Db } from '../repositories/database';
import type { ResourceRow } from '../repositories/resources';
import { getCalendarOf, type Snapshot } from './catalogue';
import { refuse } from './refuse';

export { acceptBookings as accept, releaseBookings as release };

/** What booking needs to know besides the database. */
export interface BookingContext {
  snapshot: Pick<Snapshot, 'resources' | 'agencies' | 'calendars'>;
  /** ISO instant; no slot before it is offered. */
  now: string;
  language: Language;
}

/** A resource that can be booked, whole: itself and its crew, and the calendar of its agency. */
interface Bookable {
  resource: ResourceRow;
  parts: readonly ResourceRow[];
  calendar: Calendar;
}

const minute = 60_000;
const day = 24 * 60 * minute;

function findBookable({ snapshot }: BookingContext, slug: string): Bookable | undefined {
  const resource = snapshot.resources.get(slug);
  if (!resource?.agency) return undefined;
  const parts = [slug, ...resource.crew].map((part) => snapshot.resources.get(part));
  if (!parts.every((part) => part?.active === true)) return undefined;
  return { resource, parts: parts.filter((part) => part !== undefined), calendar: getCalendarOf(snapshot, resource.agency) };
}

const demandsOf = ({ parts }: Bookable, occupied: readonly Occupied[]): Demand[] =>
  parts.map(({ slug, capacity }) => ({ resource: slug, capacity, taken: occupied.filter((row) => row.resource === slug) }));

const slugsOf = ({ parts }: Bookable): string[] => parts.map(({ slug }) => slug);

/** Slots of a bookable resource from an instant on, or from now where that is later. */
async function slotsOf(
  db: Db,
  { now }: BookingContext,
  bookable: Bookable,
  wanted: { from: string; minutes: number },
): Promise<Interval[]> {
  const from = Date.parse(wanted.from) < Date.parse(now) ? now : wanted.from;
  const horizon = new Date(Date.parse(from) + (searchDays + 1) * day + wanted.minutes * minute).toISOString();
  const occupied = await findOccupied(db, { resources: slugsOf(bookable), from, to: horizon });
  return searchSlots({
    calendar: bookable.calendar,
    demands: demandsOf(bookable, occupied),
    from,
    minutes: wanted.minutes,
  });
}

/**
 * Books one unit of a resource and one of each of its crew for a case, all or none, in the caller's transaction. What the case held of this
 * resource before is let go: reserving again moves the reservation. Whoever books the same resource meanwhile waits for this transaction.
 * @param order.from ISO instant, in the slot
 * @param order.to ISO instant, no longer in it
 * @throws RefusalError `slot-taken` with the next three free slots, after which the caller rolls back; `invalid-answers` when it is no slot that can be booked
 */
export async function reserve(
  db: Db,
  context: BookingContext,
  order: { caseId: number; resource: string; from: string; to: string; offered: boolean },
): Promise<void> {
  const text = bookingText[context.language];
  if (!isBookable(order)) refuse('invalid-answers', text.badSlot);
  const bookable = findBookable(context, order.resource);
  if (!bookable) refuse('slot-taken', text.outOfUse(context.snapshot.resources.get(order.resource)?.name ?? order.resource), { slots: [] });
  const refuseTaken = async (taken: ResourceRow): Promise<never> => {
    const { zone } = bookable.calendar;
    const { from, to } = spanOf(order);
    const slots = await slotsOf(db, context, bookable, { from: order.from, minutes: Math.ceil((to - from) / minute) });
    return refuse(
      'slot-taken',
      text.taken(
        taken.name,
        text.slot(order, zone),
        slots.map((slot) => text.slot(slot, zone)),
      ),
      { slots },
    );
  };

  await lockResources(db, slugsOf(bookable));
  await releaseBookings(db, order.caseId, order.resource);
  const occupied = await findOccupied(db, { resources: slugsOf(bookable), from: order.from, to: order.to });
  const units: { resource: string; unit: number }[] = [];
  for (const demand of demandsOf(bookable, occupied)) {
    const unit = freeUnit(demand, order);
    if (unit === undefined) return refuseTaken(context.snapshot.resources.get(demand.resource) ?? bookable.resource);
    units.push({ resource: demand.resource, unit });
  }
  const { caseId, resource: reservedFor, from, to, offered } = order;
  if (!(await insertBookings(db, { caseId, reservedFor, from, to, offered }, units))) return refuseTaken(bookable.resource);
}

/** Whether the resource and its crew are free throughout [from, to); false for one that is not there or out of use. */
export async function isFree(db: Db, context: BookingContext, slot: { resource: string } & Interval): Promise<boolean> {
  const bookable = findBookable(context, slot.resource);
  if (!bookable || !isBookable(slot)) return false;
  const occupied = await findOccupied(db, { resources: slugsOf(bookable), from: slot.from, to: slot.to });
  return demandsOf(bookable, occupied).every((demand) => freeUnit(demand, slot) !== undefined);
}

/**
 * The next free slots of a length from an instant on (from now where that is later), in office hours of the resource's agency, at most 60 days
 * ahead. None for a resource that is not there or out of use.
 */
export async function nextFreeSlots(
  db: Db,
  context: BookingContext,
  wanted: { resource: string; from: string; minutes: number },
): Promise<Interval[]> {
  const bookable = findBookable(context, wanted.resource);
  return bookable ? slotsOf(db, context, bookable, wanted) : [];
}
