import type { Duration } from './duration';
import { countOpenDays, lookUp, workingTime, type OpenHours } from './hours';
import type { Calendar, Holiday } from './schema';
import { dateOf, dayAt, millisecondsPerMinute, startOf, type Day, type Wall } from './wall';

/** How a duration runs: milliseconds of office hours, milliseconds of the wall clock, calendar days, working days. */
export type Measure = 'officeTime' | 'wallTime' | 'days' | 'workingDays';

/** What is left to run; `counted` days of the same measure were counted before it, for the numbers in `Met`. */
export interface Amount {
  measure: Measure;
  left: number;
  counted: number;
}

/** What counting met on its way, a day each and in order. */
export type Met =
  | { kind: 'day'; day: Day; number: number; unit: 'days' | 'workingDays'; halfDay?: Holiday }
  | { kind: 'spent'; day: Day; minutes: number }
  | { kind: 'skipped'; day: Day; holiday?: Holiday };

/** Where an amount ends; `atClosing` tells that it ends with the day's office hours rather than at a counted minute. */
export interface Stretch {
  at: Wall;
  atClosing: boolean;
  met: Met[];
}

/** A longer closure is no calendar but a mistake in one, and counting on would never end. Default of the product. */
const longestClosureInDays = 400;

const measures = {
  minutes: { measure: 'officeTime', each: millisecondsPerMinute },
  hours: { measure: 'officeTime', each: 60 * millisecondsPerMinute },
  clockHours: { measure: 'wallTime', each: 60 * millisecondsPerMinute },
  days: { measure: 'days', each: 1 },
  weeks: { measure: 'days', each: 7 },
  workingDays: { measure: 'workingDays', each: 1 },
} as const satisfies Record<Duration['unit'], { measure: Measure; each: number }>;

/** A duration in the measure in which it runs. */
export function amountOf({ amount, unit }: Duration): Omit<Amount, 'counted'> {
  const { measure, each } = measures[unit];
  return { measure, left: amount * each };
}

/**
 * Runs an amount from a moment to its end.
 *
 * `workingDays`: the day of `from` is day 0; ends with the office hours of day n.
 * `days`: ends with the office hours of the n-th day, or of the next open day when that one is closed [default of the product, domain.md §1.0 Units].
 * No day left, after a pause on the last one: ends with the office hours of the day of `from`, or of the next open day when these are over.
 * `officeTime`: breaks left out; ends at the minute. `wallTime`: the clock on the wall, closed or not.
 *
 * @throws RangeError when the calendar has no open day for 400 days on end
 */
export function advance(calendar: Calendar, from: Wall, { measure, left, counted }: Amount): Stretch {
  if (measure === 'wallTime') return { at: from + left, atClosing: false, met: [] };
  if (measure === 'officeTime') return officeTime(calendar, from, left);
  if (left === 0) return remainderOfDay(calendar, from);
  return measure === 'days' ? days(calendar, from, left, counted) : workingDays(calendar, from, left, counted);
}

/**
 * How much of an amount goes by between two moments before its end, and what counting meets until then. Never more than is left: after a pause on the last day,
 * and where the last day is closed, the end lies on a later day than the last one that counts.
 */
export function spend(calendar: Calendar, from: Wall, to: Wall, { measure, left, counted }: Amount): { spent: number; met: Met[] } {
  const [first, last] = [dayAt(from), dayAt(to)];
  switch (measure) {
    case 'wallTime':
      return { spent: to - from, met: [] };
    case 'days':
      return { spent: Math.min(left, last - first), met: [] };
    case 'workingDays': {
      const spent = Math.min(left, countOpenDays(calendar, first, last));
      const { met } = workingDays(calendar, from, spent, counted);
      return { spent, met };
    }
    case 'officeTime': {
      const met: Met[] = [];
      let spent = 0;
      for (let day = first; day <= last; day += 1) {
        const time = workingTime(calendar, day, from, to);
        spent += time;
        if (time > 0) met.push({ kind: 'spent', day, minutes: Math.round(time / millisecondsPerMinute) });
        else if (!lookUp(calendar, day).open) met.push(skipped(calendar, day));
      }
      return { spent, met };
    }
  }
}

const skipped = (calendar: Calendar, day: Day): Met => {
  const { holiday } = lookUp(calendar, day);
  return { kind: 'skipped', day, ...(holiday ? { holiday } : {}) };
};

/** The first open day on or after `first`; the closed days passed on the way are added to `met`. */
function openDay(calendar: Calendar, first: Day, met: Met[]): { day: Day; open: OpenHours } {
  for (let day = first; day < first + longestClosureInDays; day += 1) {
    const { open } = lookUp(calendar, day);
    if (open) return { day, open };
    met.push(skipped(calendar, day));
  }
  throw new RangeError(`Calendar "${calendar.slug}" has no open day in the ${longestClosureInDays} days from ${dateOf(first)}`);
}

function workingDays(calendar: Calendar, from: Wall, amount: number, counted: number): Stretch {
  const met: Met[] = [];
  let day = dayAt(from);
  let at = from;
  for (let number = 1; number <= amount; number += 1) {
    const next = openDay(calendar, day + 1, met);
    const { halfDay } = next.open.hours;
    day = next.day;
    at = startOf(day) + next.open.closes;
    met.push({ kind: 'day', day, number: counted + number, unit: 'workingDays', ...(halfDay ? { halfDay } : {}) });
  }
  return { at, atClosing: true, met };
}

function days(calendar: Calendar, from: Wall, amount: number, counted: number): Stretch {
  const target = dayAt(from) + amount;
  const met: Met[] = [{ kind: 'day', day: target, number: counted + amount, unit: 'days' }];
  const { day, open } = openDay(calendar, target, met);
  return { at: startOf(day) + open.closes, atClosing: true, met };
}

function remainderOfDay(calendar: Calendar, from: Wall): Stretch {
  const met: Met[] = [];
  const today = openDay(calendar, dayAt(from), met);
  const closing = startOf(today.day) + today.open.closes;
  if (closing >= from) return { at: closing, atClosing: true, met };
  const next = openDay(calendar, today.day + 1, met);
  return { at: startOf(next.day) + next.open.closes, atClosing: true, met };
}

function officeTime(calendar: Calendar, from: Wall, amount: number): Stretch {
  const met: Met[] = [];
  let left = amount;
  for (let first = dayAt(from); ;) {
    const { day, open } = openDay(calendar, first, met);
    const before = left;
    for (const [opens, closes] of open.spans) {
      const begins = Math.max(from, startOf(day) + opens);
      const available = Math.max(0, startOf(day) + closes - begins);
      if (left <= available) {
        met.push({ kind: 'spent', day, minutes: Math.round(before / millisecondsPerMinute) });
        return { at: begins + left, atClosing: false, met };
      }
      left -= available;
    }
    if (before > left) met.push({ kind: 'spent', day, minutes: Math.round((before - left) / millisecondsPerMinute) });
    first = day + 1;
  }
}
