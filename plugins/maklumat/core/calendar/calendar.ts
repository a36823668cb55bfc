import { Temporal } from 'temporal-polyfill';
import { countOpenDays, lookUp, type DayHours } from './hours';
import type { Calendar, Holiday, Zone } from './schema';
import { dateOf, dayAt, dayOf, instantOf, startOf, wallOf, type Day } from './wall';

export type { DayHours } from './hours';

/** Whether an office works on a day, and why not. A holiday that falls on a weekend is told as the holiday; a half-day is a working day. */
export type WorkingDay = { open: true } | { open: false; because: 'weekend' | 'holiday'; holiday?: Holiday };

/**
 * The hours of an office on a date: those of its weekday, of the first season that covers the date, and shorter on a half-day, whose break falls away when it
 * lies after closing. Undefined when the office is closed. Ramadan hours: Perpres 21/2023, domain.md §2 Hours; half-days: a default of the product.
 * @param date YYYY-MM-DD in the calendar's zone
 * @throws RangeError when `date` is not a real date
 */
export function hoursOn(calendar: Calendar, date: string): DayHours | undefined {
  return lookUp(calendar, dayOf(date)).open?.hours;
}

/**
 * Whether the office works on a date, by its weekdays, seasons and holidays; joint leave (cuti bersama) is closed, a default of the product [domain.md §2, Holidays].
 * @param date YYYY-MM-DD in the calendar's zone
 * @throws RangeError when `date` is not a real date
 */
export function isWorkingDay(calendar: Calendar, date: string): WorkingDay {
  const { open, holiday } = lookUp(calendar, dayOf(date));
  if (open) return { open: true };
  return holiday ? { open: false, because: 'holiday', holiday } : { open: false, because: 'weekend' };
}

/**
 * End of office hours on a date, as an instant with the zone's offset; undefined when the office is closed that day.
 * @param date YYYY-MM-DD in the calendar's zone
 * @throws RangeError when `date` is not a real date
 */
export function closesAt(calendar: Calendar, date: string): string | undefined {
  const day = dayOf(date);
  const { open } = lookUp(calendar, day);
  return open && instantOf(startOf(day) + open.closes, calendar.zone);
}

/**
 * Working days after the date of `from`, up to and including the date of `to`; negative when `to` lies on an earlier date.
 * @param from ISO instant with offset
 * @param to ISO instant with offset
 * @throws RangeError when either is not an instant
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const first = dayIn(from, calendar.zone);
  const last = dayIn(to, calendar.zone);
  return first <= last ? countOpenDays(calendar, first, last) : 0 - countOpenDays(calendar, last, first);
}

/**
 * The same instant written with the zone's offset, to the second: `2026-01-05T09:00:00+07:00`.
 * @throws RangeError when `instant` is not an ISO instant with offset
 */
export function atZone(instant: string, zone: Zone): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/**
 * The date, YYYY-MM-DD, that the zone's wall calendar shows at an instant.
 * @throws RangeError when `instant` is not an ISO instant with offset
 */
export function dateIn(instant: string, zone: Zone): string {
  return dateOf(dayIn(instant, zone));
}

const zoneLabels = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const satisfies Record<Zone, string>;

/** What Indonesians call the zone. */
export function zoneLabel(zone: Zone): 'WIB' | 'WITA' | 'WIT' {
  return zoneLabels[zone];
}

function dayIn(instant: string, zone: Zone): Day {
  return dayAt(wallOf(instant, zone));
}
