import type { Clock } from '../definition/procedure';
import { calendarText } from '../language/calendar';
import type { Language } from '../language/language';
import { advance, amountOf } from './advance';
import { countDown, type Countdown, type Passed, type Pause } from './countdown';
import type { Duration } from './duration';
import { explain, whenIn, type DeadlineStep } from './explain';
import { lookUp } from './hours';
import type { Calendar } from './schema';
import { dateOf, dayAt, dayOf, instantOf, startOf, wallOf, type Wall } from './wall';

/** What happened to the clock of a case; all instants are ISO 8601 with offset. */
export interface ClockHistory {
  /** When the clock began, for every start but `receipt`; for `schedule` without a reservation, the time that was asked for. */
  startedAt: string | null;
  /** For `schedule`: the reserved time, whose end is the deadline. */
  reservation?: { from: string; to: string } | null;
  /** In order, without overlap; the last may be open. */
  pauses: readonly { from: string; to: string | null }[];
  /** Granted extensions, oldest first, by the instant of the grant. */
  extensions: readonly { at: string }[];
  /** Replaces the duration of the clock. */
  promise?: Duration | null;
  stoppedAt?: string | null;
}

/** `at` is an ISO instant with the zone's offset. The steps of `extension` go on where those of the deadline end. */
export interface Deadline {
  at: string;
  /** False while the moment from which the clock runs has not come: `at` is then what it would be if it came now. */
  begun: boolean;
  /** True while the clock stands still: `at` is then what it would be if it went on now. Never true of a clock that has not begun or was stopped. */
  paused: boolean;
  steps: DeadlineStep[];
  extension: { at: string; steps: DeadlineStep[] } | null;
}

const untouched: ClockHistory = { startedAt: null, pauses: [], extensions: [] };

/**
 * When a case must be answered, and why then. Granted extensions are in it: each runs on from the moment that was due before, through later pauses too.
 * `extension` is what one more extension would give; null when the service has none, or when all it may have were granted.
 *
 * The day on which the clock begins is day 0 whatever the hour; a beginning on a closed day therefore counts like one on the open day before it
 * [domain.md §1.0 Start]. Ten working days and an extension of seven: seeds/001, service 1, component 3; UU 14/2008.
 *
 * @param input.receivedAt ISO instant with offset
 * @param input.now ISO instant at which a clock that has not begun is supposed to begin, and a paused one to go on; the receipt by default
 * @param input.language of the sentences; Indonesian by default
 * @throws RangeError when the calendar has no open day for 400 days on end, and on nothing else that passes the schemas
 */
export function deadline(input: {
  calendar: Calendar;
  clock: Clock;
  receivedAt: string;
  now?: string;
  history?: ClockHistory;
  language?: Language;
}): Deadline {
  const { calendar, clock, receivedAt, now = receivedAt, history = untouched, language = 'id' } = input;
  const start = startOfClock(clock, receivedAt, now, history);
  const pauses = pausesOf(calendar, history, now);
  const duration = history.promise ?? clock.duration;
  const from = wallOf(start.at, calendar.zone);
  const reserved = start.reservedUntil === undefined ? undefined : wallOf(start.reservedUntil, calendar.zone);
  let due = reserved === undefined ? countDown(calendar, from, duration, pauses) : reservation(reserved);
  const passed: (Passed | DeadlineStep)[] = [firstStep(calendar, clock, start, from, duration, language), ...due.passed];
  for (const grant of history.extensions) {
    const further = extend({ calendar, clock, due, pauses, grantedAt: grant.at, language });
    if (!further) break;
    due = further.due;
    passed.push(...further.passed);
  }
  const ending = (end: Countdown): DeadlineStep => dueStep(calendar, end, reserved !== undefined && end.at === reserved, language);
  const offered =
    history.extensions.length < (clock.extension?.limit ?? 0) ? extend({ calendar, clock, due, pauses, language }) : undefined;
  return {
    at: instantOf(due.at, calendar.zone),
    begun: start.begun,
    paused: start.begun && history.stoppedAt == null && history.pauses.at(-1)?.to === null,
    steps: explain([...passed, ending(due)], calendar.zone, language),
    extension: offered
      ? {
          at: instantOf(offered.due.at, calendar.zone),
          steps: explain([...offered.passed, ending(offered.due)], calendar.zone, language),
        }
      : null,
  };
}

interface Start {
  at: string;
  begun: boolean;
  /** End of the reservation, which is the deadline whatever the duration says. */
  reservedUntil?: string;
}

function startOfClock(clock: Clock, receivedAt: string, now: string, { startedAt, reservation: reserved }: ClockHistory): Start {
  if (clock.start === 'receipt') return { at: receivedAt, begun: true };
  if (clock.start === 'schedule' && reserved) return { at: reserved.from, begun: true, reservedUntil: reserved.to };
  return { at: startedAt ?? now, begun: startedAt !== null };
}

/** An open pause is supposed to end now, or ended when the clock was stopped; never before it began. */
function pausesOf({ zone }: Calendar, { pauses, stoppedAt }: ClockHistory, now: string): Pause[] {
  return pauses.map((pause) => {
    const from = wallOf(pause.from, zone);
    const to = Math.max(from, wallOf(pause.to ?? stoppedAt ?? now, zone));
    return { from, to, supposed: pause.to === null && stoppedAt == null };
  });
}

const reservation = (until: Wall): Countdown => ({ at: until, atClosing: false, passed: [], counted: { measure: 'wallTime', days: 0 } });

/** One more extension after `due`; granted when its moment is given, supposed otherwise. */
function extend(input: {
  calendar: Calendar;
  clock: Clock;
  due: Countdown;
  pauses: readonly Pause[];
  grantedAt?: string;
  language: Language;
}): { due: Countdown; passed: (Passed | DeadlineStep)[] } | undefined {
  const { calendar, clock, due, pauses, grantedAt, language } = input;
  if (!clock.extension) return undefined;
  const { duration } = clock.extension;
  const further = countDown(calendar, due.at, duration, pauses, due.counted);
  const grantedOn = grantedAt === undefined ? undefined : dateOf(dayAt(wallOf(grantedAt, calendar.zone)));
  const after = whenIn('wallTime', due.at);
  const sentence = calendarText[language].extended(duration, grantedOn, after, calendar.zone);
  return { due: further, passed: [{ date: after.date, kind: 'extended', sentence }, ...further.passed] };
}

function firstStep(calendar: Calendar, clock: Clock, start: Start, from: Wall, duration: Duration, language: Language): DeadlineStep {
  const text = calendarText[language];
  const { zone } = calendar;
  const when = whenIn(start.reservedUntil === undefined ? amountOf(duration).measure : 'wallTime', from);
  const { date } = when;
  const open = lookUp(calendar, dayAt(from)).open !== undefined;
  if (start.reservedUntil !== undefined) return { date, kind: 'started', sentence: text.reserved(when, zone) };
  if (clock.start === 'receipt') return { date, kind: 'received', sentence: text.begun.receipt(when, zone, open) };
  return start.begun
    ? { date, kind: 'started', sentence: text.begun[clock.start](when, zone, open) }
    : { date, kind: 'provisional', sentence: text.ifBegun[clock.start](when, zone, open) };
}

function dueStep(calendar: Calendar, due: Countdown, isReservation: boolean, language: Language): DeadlineStep {
  const when = whenIn('wallTime', due.at);
  const hours = due.atClosing ? lookUp(calendar, dayAt(due.at)).open?.hours : undefined;
  const ending = isReservation ? 'reservation' : due.atClosing ? 'closing' : 'moment';
  return {
    date: when.date,
    kind: 'due',
    sentence: calendarText[language].due(when, calendar.zone, ending, hours?.halfDay?.name ?? hours?.season),
  };
}

/**
 * The date of the n-th working day after a date, YYYY-MM-DD in the calendar's zone.
 * @param amount whole working days, 1 or more
 * @throws RangeError when the calendar has no open day for 400 days on end, or `date` is not a real date
 */
export function addWorkingDays(calendar: Calendar, date: string, amount: number): string {
  const { at } = advance(calendar, startOf(dayOf(date)), { measure: 'workingDays', left: amount, counted: 0 });
  return dateOf(dayAt(at));
}
