import type { Allowance } from '../definition/procedure';
import { advance, amountOf } from './advance';
import type { Calendar } from './schema';
import { instantOf, millisecondsPerMinute, wallOf } from './wall';

/**
 * When the time that a step is given is over, as an ISO instant with the zone's offset. Seconds, and minutes and hours with `wallClock`, simply elapse;
 * everything else runs as it does in a deadline. Source: domain.md §1.10 to §1.12, where nearly every step has its time.
 * @param from ISO instant at which the step was reached
 * @param wallClock for what the applicant does at home, where no office hours hold
 * @throws RangeError when the calendar has no open day for 400 days on end
 */
export function allowanceEnds(calendar: Calendar, from: string, allowance: Allowance, wallClock: boolean): string {
  const start = wallOf(from, calendar.zone);
  const end =
    allowance.unit === 'seconds'
      ? start + allowance.amount * 1_000
      : wallClock && (allowance.unit === 'minutes' || allowance.unit === 'hours')
        ? start + allowance.amount * (allowance.unit === 'hours' ? 60 : 1) * millisecondsPerMinute
        : advance(calendar, start, { ...amountOf(allowance), counted: 0 }).at;
  return instantOf(end, calendar.zone);
}
