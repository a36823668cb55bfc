import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../definition/procedure';
import { calendarText, formatInstant } from '../language/calendar';
import type { Language } from '../language/language';
import { advance, type Met, type Stretch } from './advance';
import { dateIn, isWorkingDay, iso } from './calendar';
import type { Calendar } from './schema';

/** One step of the explanation: the day it is about and its sentence, in the order of counting. */
export interface DeadlineStep {
  /** YYYY-MM-DD in the calendar's zone; of a skipped run, its first day. */
  date: string;
  kind: 'received' | 'day' | 'skipped' | 'extended' | 'due';
  sentence: string;
}

/** `at` is an ISO instant with the zone's offset. The steps of `extension` go on where those of the deadline end. */
export interface Deadline {
  at: string;
  steps: DeadlineStep[];
  extension: { at: string; steps: DeadlineStep[] } | null;
}

/**
 * When a case must be answered, and why then. Granted extensions are in it: each runs on from the moment that was due before.
 * `extension` is what one more extension would give; null when the service has none, or when all it may have were granted.
 *
 * The day of receipt is day 0 whatever the hour; a receipt on a closed day therefore counts like one on the open day before it
 * [domain.md §1.0 Start]. Ten working days and an extension of seven: seeds/001, service 1, component 3; UU 14/2008.
 *
 * @param input.receivedAt ISO instant with offset
 * @param input.extensions granted extensions, oldest first, by the ISO instant of the grant
 * @param input.language of the sentences; Indonesian by default
 * @throws RangeError when the calendar has no open day for 400 days on end, and on nothing else that passes the schemas
 */
export function deadline(input: {
  calendar: Calendar;
  clock: Clock;
  receivedAt: string;
  extensions?: readonly { at: string }[];
  language?: Language;
}): Deadline {
  const { calendar, clock, receivedAt, extensions = [], language = 'id' } = input;
  const received = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(calendar.zone);
  const receivedOn = received.toPlainDate().toString();
  let due = advance(calendar, received, clock.duration);
  const steps: DeadlineStep[] = [
    { date: receivedOn, kind: 'received', sentence: calendarText[language].received(receivedOn, isWorkingDay(calendar, receivedOn).open) },
    ...countedSteps(due.met, language),
  ];
  extensions.forEach((grant, index) => {
    const further = extend({ calendar, clock, due, index, grantedOn: dateIn(grant.at, calendar.zone), language });
    if (!further) return;
    due = further.due;
    steps.push(...further.steps);
  });
  const offered =
    extensions.length < (clock.extension?.limit ?? 0) ? extend({ calendar, clock, due, index: extensions.length, language }) : undefined;
  return {
    at: iso(due.at),
    steps: [...steps, dueStep(due, calendar, language)],
    extension: offered ? { at: iso(offered.due.at), steps: [...offered.steps, dueStep(offered.due, calendar, language)] } : null,
  };
}

/** One more extension after `due`; `index` of them were granted before it, so that days of the same unit keep counting up. */
function extend(input: {
  calendar: Calendar;
  clock: Clock;
  due: Stretch;
  index: number;
  grantedOn?: string;
  language: Language;
}): { due: Stretch; steps: DeadlineStep[] } | undefined {
  const { calendar, clock, due, index, grantedOn, language } = input;
  if (!clock.extension) return undefined;
  const { duration } = clock.extension;
  const counted = (clock.duration.unit === duration.unit ? clock.duration.amount : 0) + index * duration.amount;
  const further = advance(calendar, due.at, duration, counted);
  const sentence = calendarText[language].extended(duration, grantedOn, formatInstant(iso(due.at), calendar.zone, language));
  return {
    due: further,
    steps: [{ date: due.at.toPlainDate().toString(), kind: 'extended', sentence }, ...countedSteps(further.met, language)],
  };
}

function dueStep(due: Stretch, calendar: Calendar, language: Language): DeadlineStep {
  return {
    date: due.at.toPlainDate().toString(),
    kind: 'due',
    sentence: calendarText[language].due(iso(due.at), calendar.zone, due.atClosing),
  };
}

/** Closed days in a row share a sentence; a holiday always has one of its own, with its name. */
function countedSteps(met: readonly Met[], language: Language): DeadlineStep[] {
  const text = calendarText[language];
  const steps: DeadlineStep[] = [];
  let run: { first: string; last: string } | undefined;
  const endRun = (): void => {
    if (run) steps.push({ date: run.first, kind: 'skipped', sentence: text.closed(run.first, run.last) });
    run = undefined;
  };
  for (const item of met) {
    if (item.kind === 'skipped' && !item.holiday) {
      run = { first: run?.first ?? item.date, last: item.date };
      continue;
    }
    endRun();
    if (item.kind === 'day') steps.push({ date: item.date, kind: 'day', sentence: text.day(item.date, item.number, item.unit) });
    if (item.kind === 'spent') steps.push({ date: item.date, kind: 'day', sentence: text.spent(item.date, item.minutes) });
    if (item.kind === 'skipped' && item.holiday) steps.push({ date: item.date, kind: 'skipped', sentence: text.holiday(item.holiday) });
  }
  endRun();
  return steps;
}

/**
 * The date of the n-th working day after a date, YYYY-MM-DD in the calendar's zone.
 * @param amount whole working days, 1 or more
 * @throws RangeError when the calendar has no open day for 400 days on end, or `date` is not a real date
 */
export function addWorkingDays(calendar: Calendar, date: string, amount: number): string {
  const from = Temporal.PlainDate.from(date).toZonedDateTime(calendar.zone);
  return advance(calendar, from, { amount, unit: 'workingDays' }).at.toPlainDate().toString();
}
