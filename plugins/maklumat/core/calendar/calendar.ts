import { Temporal } from 'temporal-polyfill';
import type { Calendar, Holiday, OfficeHours, Weekday, Zone } from './schema';

/** Whether an office works on a day, and why not. A holiday that falls on a weekend is told as the holiday. */
export type WorkingDay = { open: true } | { open: false; because: 'weekend' | 'holiday'; holiday?: Holiday };

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The hours of a weekday, ISO number 1 Monday to 7 Sunday; undefined when the office is closed on it. */
export function hoursOfWeekday(calendar: Calendar, weekday: number): OfficeHours | undefined {
  return calendar.officeHours.find((hours) => hours.day === weekdays[weekday - 1]);
}

/**
 * Whether the office works on a date, by its weekdays and holidays; joint leave (cuti bersama) is closed, a default of the product [domain.md §2, Holidays].
 * @param date YYYY-MM-DD in the calendar's zone
 * @throws RangeError when `date` is not a real date
 */
export function isWorkingDay(calendar: Calendar, date: string): WorkingDay {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  const holiday = calendar.holidays.find((candidate) => candidate.date === date);
  if (holiday) return { open: false, because: 'holiday', holiday };
  return hoursOfWeekday(calendar, weekday) ? { open: true } : { open: false, because: 'weekend' };
}

/**
 * End of office hours on a date, as an instant with the zone's offset; undefined when the office is closed that day.
 * @param date YYYY-MM-DD in the calendar's zone
 * @throws RangeError when `date` is not a real date
 */
export function closesAt(calendar: Calendar, date: string): string | undefined {
  if (!isWorkingDay(calendar, date).open) return undefined;
  const day = Temporal.PlainDate.from(date);
  const hours = hoursOfWeekday(calendar, day.dayOfWeek);
  return hours && iso(day.toZonedDateTime({ timeZone: calendar.zone, plainTime: hours.closes }));
}

/**
 * Working days after the date of `from`, up to and including the date of `to`; negative when `to` lies on an earlier date.
 * Whole weeks are multiplied rather than walked, so the cost does not grow with the distance.
 * @param from ISO instant with offset
 * @param to ISO instant with offset
 * @throws RangeError when either is not an instant
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  const first = dayIn(from, calendar.zone);
  const last = dayIn(to, calendar.zone);
  return Temporal.PlainDate.compare(first, last) <= 0
    ? countWorkingDays(calendar, first, last)
    : 0 - countWorkingDays(calendar, last, first);
}

function countWorkingDays(calendar: Calendar, after: Temporal.PlainDate, until: Temporal.PlainDate): number {
  const days = after.until(until, { largestUnit: 'day' }).days;
  const isOpen = (weekday: number): boolean => hoursOfWeekday(calendar, weekday) !== undefined;
  const openPerWeek = weekdays.filter((_, index) => isOpen(index + 1)).length;
  const rest = Array.from({ length: days % 7 }, (_, index) => ((after.dayOfWeek + index) % 7) + 1);
  const holidays = new Set(calendar.holidays.map((holiday) => holiday.date));
  const lost = [...holidays].filter((date) => {
    const day = Temporal.PlainDate.from(date);
    return isOpen(day.dayOfWeek) && Temporal.PlainDate.compare(after, day) < 0 && Temporal.PlainDate.compare(day, until) <= 0;
  });
  return Math.floor(days / 7) * openPerWeek + rest.filter(isOpen).length - lost.length;
}

/**
 * The same instant written with the zone's offset, to the second: `2026-01-05T09:00:00+07:00`.
 * @throws RangeError when `instant` is not an ISO instant with offset
 */
export function atZone(instant: string, zone: Zone): string {
  return iso(Temporal.Instant.from(instant).toZonedDateTimeISO(zone));
}

/**
 * The date, YYYY-MM-DD, that the zone's wall calendar shows at an instant.
 * @throws RangeError when `instant` is not an ISO instant with offset
 */
export function dateIn(instant: string, zone: Zone): string {
  return dayIn(instant, zone).toString();
}

const zoneLabels = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const satisfies Record<Zone, string>;

/** What Indonesians call the zone. */
export function zoneLabel(zone: Zone): 'WIB' | 'WITA' | 'WIT' {
  return zoneLabels[zone];
}

/** An instant as the contract writes it: seconds, the zone's offset, no zone name. */
export function iso(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

function dayIn(instant: string, zone: Zone): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
}
