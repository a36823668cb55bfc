import { Temporal } from 'temporal-polyfill';
import { atZone, hoursOn } from '../calendar/calendar';
import type { Calendar } from '../calendar/schema';
import { overlaps, spanOf, type Interval, type Span } from './interval';

/** One unit of a resource that is taken for a while. */
export interface Taken extends Interval {
  unit: number;
}

/** A resource of which one unit is wanted, with what is taken of it. A crew is a demand of its own beside the vehicle's. */
export interface Demand {
  resource: string;
  /** Units that exist; 0 for a resource that is out of use. */
  capacity: number;
  taken: readonly Taken[];
}

/** How far ahead slots are looked for, and the step between two starts. Defaults of the product. */
export const searchDays = 60;
const stepMinutes = 30;

const minute = 60_000;

/**
 * The lowest unit of a resource that nobody has at any time of the interval; undefined when as many are in use as there are. A unit stays
 * with its booking throughout, since it is a van or a person.
 */
export function freeUnit({ capacity, taken }: Demand, interval: Interval): number | undefined {
  return freeUnitIn(
    capacity,
    taken.map((one) => ({ unit: one.unit, ...spanOf(one) })),
    spanOf(interval),
  );
}

function freeUnitIn(capacity: number, taken: readonly (Span & { unit: number })[], wanted: Span): number | undefined {
  const used = new Set(taken.filter((one) => overlaps(one, wanted)).map(({ unit }) => unit));
  // Units above the capacity may be in use still after an editor lowered it; they count as well.
  if (used.size >= capacity) return undefined;
  for (let unit = 1; ; unit += 1) if (!used.has(unit)) return unit;
}

/**
 * The next slots in which every demand has a free unit, earliest first: they start in office hours of an open day, not in its break, on a half
 * or whole hour of the wall clock, and end before closing wherever the day is long enough for that. Later ones may overlap earlier ones: they
 * are a choice.
 * @param input.from ISO instant; no slot starts before it
 * @param input.minutes length, 1 or more
 * @returns at most `count` (3 when left out), fewer when the 60 days from `from` have no more; instants with the zone's offset
 * @throws RangeError when `from` is not an ISO instant with offset
 */
export function nextFreeSlots(input: {
  calendar: Calendar;
  demands: readonly Demand[];
  from: string;
  minutes: number;
  count?: number;
}): Interval[] {
  const { calendar, from, minutes, count = 3 } = input;
  const length = minutes * minute;
  const demands = input.demands.map(({ capacity, taken }) => ({
    capacity,
    taken: taken.map((one) => ({ unit: one.unit, ...spanOf(one) })),
  }));
  const isFree = (slot: Span): boolean => demands.every(({ capacity, taken }) => freeUnitIn(capacity, taken, slot) !== undefined);
  const earliest = Temporal.Instant.from(from);
  const firstDay = earliest.toZonedDateTimeISO(calendar.zone).toPlainDate();
  const slots: Interval[] = [];
  for (let ahead = 0; ahead <= searchDays && slots.length < count; ahead += 1)
    for (const start of startsOn(calendar, firstDay.add({ days: ahead }), length)) {
      if (slots.length === count) break;
      if (start < earliest.epochMilliseconds || !isFree({ from: start, to: start + length })) continue;
      slots.push({ from: written(start, calendar), to: written(start + length, calendar) });
    }
  return slots;
}

const written = (milliseconds: number, { zone }: Calendar): string =>
  atZone(Temporal.Instant.fromEpochMilliseconds(milliseconds).toString(), zone);

/** Starts that a day offers to a slot of a length in milliseconds, as milliseconds since 1970. */
function startsOn(calendar: Calendar, day: Temporal.PlainDate, length: number): number[] {
  const hours = hoursOn(calendar, day.toString());
  if (!hours) return [];
  const at = (time: string): number => day.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).epochMilliseconds;
  const [opens, closes] = [at(hours.opens), at(hours.closes)];
  const pause = hours.breakFrom != null && hours.breakTo != null ? { from: at(hours.breakFrom), to: at(hours.breakTo) } : undefined;
  const midnight = at('00:00');
  const step = stepMinutes * minute;
  const last = length <= closes - opens ? closes - length : closes - 1;
  const starts: number[] = [];
  for (let start = midnight + Math.ceil((opens - midnight) / step) * step; start <= last; start += step)
    if (!pause || start < pause.from || start >= pause.to) starts.push(start);
  return starts;
}
