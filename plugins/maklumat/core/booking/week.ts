import { Temporal } from 'temporal-polyfill';
import { atZone } from '../calendar/calendar';
import type { Zone } from '../calendar/schema';
import { minutesWithin, overlaps, spanOf, type Interval } from './interval';

/** A day of a schedule with what touches it, in order. */
export interface BookedDay<T extends Interval> {
  /** YYYY-MM-DD in the zone. */
  date: string;
  bookings: T[];
  /** Minutes taken on this day, each unit's counted on its own. */
  occupiedMinutes: number;
}

/** Where a day begins and ends, as instants with the zone's offset. Throws RangeError when `date` is not a real date. */
export function dayBounds(date: string, zone: Zone): Interval {
  const day = Temporal.PlainDate.from(date);
  const start = (of: Temporal.PlainDate): string => atZone(of.toZonedDateTime(zone).toInstant().toString(), zone);
  return { from: start(day), to: start(day.add({ days: 1 })) };
}

/**
 * Bookings laid out over the days from `first` to `last`, both YYYY-MM-DD and included. What runs past midnight stands on each of its days and
 * counts there for its part.
 * @throws RangeError when either is not a real date
 */
export function layOut<T extends Interval>(input: { bookings: readonly T[]; first: string; last: string; zone: Zone }): BookedDay<T>[] {
  const { bookings, first, last, zone } = input;
  const start = Temporal.PlainDate.from(first);
  const count = Math.max(0, start.until(last, { largestUnit: 'day' }).days + 1);
  return Array.from({ length: count }, (_, ahead) => {
    const date = start.add({ days: ahead }).toString();
    const bounds = spanOf(dayBounds(date, zone));
    const touching = bookings.filter((booking) => overlaps(spanOf(booking), bounds));
    const minutes = touching.reduce((sum, booking) => sum + minutesWithin(spanOf(booking), bounds), 0);
    return { date, bookings: touching, occupiedMinutes: Math.round(minutes) };
  });
}

/**
 * The week around a date, or as many weeks later, Monday to Sunday as YYYY-MM-DD.
 * @param later weeks, negative for earlier ones
 * @throws RangeError when `date` is not a real date
 */
export function weekAround(date: string, later = 0): { first: string; last: string } {
  const day = Temporal.PlainDate.from(date);
  const monday = day.add({ days: 7 * later + 1 - day.dayOfWeek });
  return { first: monday.toString(), last: monday.add({ days: 6 }).toString() };
}
