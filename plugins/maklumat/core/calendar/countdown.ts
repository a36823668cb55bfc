import { advance, amountOf, spend, type Measure, type Met, type Stretch } from './advance';
import type { Duration } from './duration';
import type { Calendar } from './schema';
import type { Wall } from './wall';

/** A time that does not count. `supposed` tells that it is not over yet and its end is supposed. */
export interface Pause {
  from: Wall;
  to: Wall;
  supposed: boolean;
}

/** What a countdown met: days as `advance` tells them, and where it stood still and went on; `used` and `left` are in the unit of `measure`. */
export type Passed =
  | Met
  | { kind: 'paused'; at: Wall; measure: Measure; used: number }
  | { kind: 'resumed'; at: Wall; measure: Measure; left: number; supposed: boolean };

export interface Countdown extends Omit<Stretch, 'met'> {
  passed: Passed[];
  /** Days counted in all, in the measure in which the next duration may go on counting. */
  counted: { measure: Measure; days: number };
}

/**
 * Runs a duration from a moment through the pauses after it; pauses are in order and do not overlap.
 * Up to a pause as much is spent as its measure tells, days by their dates: the day of a pause is used up, the day of a resumption is day 0 again.
 * A countdown that ends before a pause, or with it, is not moved by it.
 *
 * @param before what an earlier countdown counted; days of the same measure are numbered on
 * @throws RangeError when the calendar has no open day for 400 days on end
 */
export function countDown(
  calendar: Calendar,
  from: Wall,
  duration: Duration,
  pauses: readonly Pause[],
  before?: Countdown['counted'],
): Countdown {
  const { measure, left: whole } = amountOf(duration);
  const counted = before?.measure === measure ? before.days : 0;
  const passed: Passed[] = [];
  const amount = (left: number) => ({ measure, left, counted: counted + whole - left });
  const ended = ({ at, atClosing, met }: Stretch): Countdown => ({
    at,
    atClosing,
    passed: [...passed, ...met],
    counted: { measure, days: counted + whole },
  });
  let start = from;
  let left = whole;
  for (const pause of pauses) {
    if (pause.to < start || (pause.to === start && pause.from < start)) continue;
    const stop = Math.max(pause.from, start);
    const due = advance(calendar, start, amount(left));
    if (due.at <= stop) return ended(due);
    const { spent, met } = spend(calendar, start, stop, amount(left));
    left -= spent;
    passed.push(...met, { kind: 'paused', at: stop, measure, used: whole - left });
    passed.push({ kind: 'resumed', at: pause.to, measure, left, supposed: pause.supposed });
    start = pause.to;
  }
  return ended(advance(calendar, start, amount(left)));
}
