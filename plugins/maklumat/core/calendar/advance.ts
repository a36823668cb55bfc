import { Temporal } from 'temporal-polyfill';
import { hoursOfWeekday, isWorkingDay } from './calendar';
import type { Duration } from './duration';
import type { Calendar, Holiday, OfficeHours } from './schema';

/** What counting met on its way, a day each and in order. Dates are YYYY-MM-DD in the calendar's zone. */
export type Met =
  | { kind: 'day'; date: string; number: number; unit: 'days' | 'workingDays' }
  | { kind: 'spent'; date: string; minutes: number }
  | { kind: 'skipped'; date: string; holiday?: Holiday };

/** Where a duration ends; `atClosing` tells that it ends with the day's office hours rather than at a counted minute. */
export interface Stretch {
  at: Temporal.ZonedDateTime;
  met: Met[];
  atClosing: boolean;
}

/** A longer closure is no calendar but a mistake in one, and counting on would never end. Default of the product. */
const longestClosureInDays = 400;
const millisecondsPerMinute = 60_000;

/**
 * Runs a duration from a moment in the calendar's zone.
 *
 * `workingDays`: the day of `from` is day 0; ends with the office hours of day n.
 * `days`, `weeks`: calendar days; ends with the office hours of the n-th day, or of the next open day when that one is closed [default of the product, domain.md §1.0 Units].
 * `minutes`, `hours`: office hours, breaks left out; ends at the minute. `clockHours`: the clock on the wall, closed or not.
 *
 * @param counted days of the same unit that were counted before, for the numbers in `met` when an extension goes on counting
 * @throws RangeError when the calendar has no open day for 400 days on end, or an open day without a working minute
 */
export function advance(calendar: Calendar, from: Temporal.ZonedDateTime, { amount, unit }: Duration, counted = 0): Stretch {
  switch (unit) {
    case 'workingDays':
      return workingDays(calendar, from, amount, counted);
    case 'days':
      return days(calendar, from, amount, counted);
    case 'weeks':
      return days(calendar, from, amount * 7, counted * 7);
    case 'hours':
      return officeMinutes(calendar, from, amount * 60);
    case 'minutes':
      return officeMinutes(calendar, from, amount);
    case 'clockHours':
      return { at: from.add({ hours: amount }), met: [], atClosing: false };
  }
}

interface OpenDay {
  day: Temporal.PlainDate;
  hours: OfficeHours;
  skipped: Met[];
}

/** The first open day on or after `first`, with the closed days passed on the way. */
function openDay(calendar: Calendar, first: Temporal.PlainDate): OpenDay {
  const skipped: Met[] = [];
  for (let day = first; skipped.length < longestClosureInDays; day = day.add({ days: 1 })) {
    const date = day.toString();
    const state = isWorkingDay(calendar, date);
    const hours = hoursOfWeekday(calendar, day.dayOfWeek);
    if (state.open && hours) return { day, hours, skipped };
    skipped.push({ kind: 'skipped', date, ...(!state.open && state.holiday ? { holiday: state.holiday } : {}) });
  }
  throw new RangeError(`Calendar "${calendar.slug}" has no open day in the ${longestClosureInDays} days from ${first.toString()}`);
}

const timeOn = (calendar: Calendar, day: Temporal.PlainDate, time: string): Temporal.ZonedDateTime =>
  day.toZonedDateTime({ timeZone: calendar.zone, plainTime: time });

function workingDays(calendar: Calendar, from: Temporal.ZonedDateTime, amount: number, counted: number): Stretch {
  const met: Met[] = [];
  let at = from;
  for (let number = 1; number <= amount; number += 1) {
    const { day, hours, skipped } = openDay(calendar, at.toPlainDate().add({ days: 1 }));
    met.push(...skipped, { kind: 'day', date: day.toString(), number: counted + number, unit: 'workingDays' });
    at = timeOn(calendar, day, hours.closes);
  }
  return { at, met, atClosing: true };
}

function days(calendar: Calendar, from: Temporal.ZonedDateTime, amount: number, counted: number): Stretch {
  const target = from.toPlainDate().add({ days: amount });
  const { day, hours, skipped } = openDay(calendar, target);
  const met: Met[] = [{ kind: 'day', date: target.toString(), number: counted + amount, unit: 'days' }, ...skipped];
  return { at: timeOn(calendar, day, hours.closes), met, atClosing: true };
}

function officeMinutes(calendar: Calendar, from: Temporal.ZonedDateTime, amount: number): Stretch {
  const met: Met[] = [];
  let left = amount * millisecondsPerMinute;
  let next = openDay(calendar, from.toPlainDate());
  for (;;) {
    const { day, hours, skipped } = next;
    const before = left;
    met.push(...skipped);
    for (const [opens, closes] of spans(calendar, day, hours)) {
      const begins = Temporal.ZonedDateTime.compare(from, opens) > 0 ? from : opens;
      const available = Math.max(0, closes.epochMilliseconds - begins.epochMilliseconds);
      if (left <= available) {
        met.push({ kind: 'spent', date: day.toString(), minutes: Math.round(before / millisecondsPerMinute) });
        return { at: begins.add({ milliseconds: left }), met, atClosing: false };
      }
      left -= available;
    }
    if (before > left) met.push({ kind: 'spent', date: day.toString(), minutes: Math.round((before - left) / millisecondsPerMinute) });
    next = openDay(calendar, day.add({ days: 1 }));
  }
}

/** The working time of an open day: one span, or two around the break. */
function spans(calendar: Calendar, day: Temporal.PlainDate, hours: OfficeHours): [Temporal.ZonedDateTime, Temporal.ZonedDateTime][] {
  const { opens, closes, breakFrom, breakTo } = hours;
  const times: [string, string][] =
    breakFrom == null || breakTo == null
      ? [[opens, closes]]
      : [
          [opens, breakFrom],
          [breakTo, closes],
        ];
  const working = times.filter(([start, end]) => start < end);
  if (working.length === 0) throw new RangeError(`Calendar "${calendar.slug}" has no working minute on ${hours.day}`);
  return working.map(([start, end]) => [timeOn(calendar, day, start), timeOn(calendar, day, end)]);
}
