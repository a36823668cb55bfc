import { Temporal } from 'temporal-polyfill';
import type { Zone } from './schema';

/** What the wall clock of an office shows, in milliseconds since it showed 1 January 1970, 00:00. Instants become one on the way in and instants again on the way out. */
export type Wall = number;

/** A date as the number of days since 1 January 1970. */
export type Day = number;

export const millisecondsPerMinute = 60_000;
const millisecondsPerDay = 86_400_000;

/**
 * What the wall clock of a zone shows at an instant.
 * @param instant ISO 8601 with offset
 * @throws RangeError when it is not
 */
export function wallOf(instant: string, zone: Zone): Wall {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return moment.epochMilliseconds + moment.offsetNanoseconds / 1_000_000;
}

/** The instant at which the wall clock of a zone shows `wall`, as the contract writes it: to the second, with the zone's offset, no zone name. */
export function instantOf(wall: Wall, zone: Zone): string {
  const shown = `${dateOf(dayAt(wall))}T${timeOf(wall)}:${pad(Math.floor((wall - startOf(dayAt(wall))) / 1_000) % 60)}`;
  return `${shown}${Temporal.PlainDateTime.from(shown).toZonedDateTime(zone).offset}`;
}

/**
 * The number of a date.
 * @param date YYYY-MM-DD
 * @throws RangeError when it is not a real date; the round trip finds 30 February, which Date.parse lets roll over into March
 */
export function dayOf(date: string): Day {
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start) || dateOf(start / millisecondsPerDay) !== date) throw new RangeError(`"${date}" is not a date`);
  return start / millisecondsPerDay;
}

/** YYYY-MM-DD; a year of more digits has its sign and six of them, as in ISO 8601. From the parts, because Date's own ISO text costs several times as much. */
export function dateOf(day: Day): string {
  const date = new Date(startOf(day));
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year));
  const shown = year >= 0 && year <= 9_999 ? digits.padStart(4, '0') : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
  return `${shown}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** HH:MM. */
export function timeOf(wall: Wall): string {
  const minutes = Math.floor((wall - startOf(dayAt(wall))) / millisecondsPerMinute);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The day that a wall calendar shows beside the clock. */
export function dayAt(wall: Wall): Day {
  return Math.floor(wall / millisecondsPerDay);
}

export function startOf(day: Day): Wall {
  return day * millisecondsPerDay;
}

/** 0 Monday to 6 Sunday; day 0 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Milliseconds from midnight to a local time HH:MM. */
export function sinceMidnight(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * millisecondsPerMinute;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
