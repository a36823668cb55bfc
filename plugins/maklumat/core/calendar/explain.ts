import { calendarText, type When } from '../language/calendar';
import type { Language } from '../language/language';
import type { Measure } from './advance';
import type { Passed } from './countdown';
import type { Zone } from './schema';
import { dateOf, dayAt, timeOf, type Day, type Wall } from './wall';

/** One step of the explanation: the day it is about and its sentence, in the order of counting. */
export interface DeadlineStep {
  /** YYYY-MM-DD in the calendar's zone; of a run of days, its first. */
  date: string;
  /** `provisional`: what would be, if the clock began or went on at a supposed moment. */
  kind: 'received' | 'started' | 'provisional' | 'day' | 'skipped' | 'paused' | 'resumed' | 'extended' | 'due';
  sentence: string;
}

/** More steps than a reader follows day by day are told by month, and more months by year. Default of the product. */
const mostSteps = 45;

/** A moment for a sentence: where days are counted its date is enough, anything shorter needs the clock. */
export function whenIn(measure: Measure, wall: Wall): When {
  const date = dateOf(dayAt(wall));
  return measure === 'days' || measure === 'workingDays' ? { date } : { date, time: timeOf(wall) };
}

/** Sentences for what countdowns met. Steps that are sentences already, such as an extension between two countdowns, stay where they are. */
export function explain(passed: readonly (Passed | DeadlineStep)[], zone: Zone, language: Language): DeadlineStep[] {
  const byDay = tell(passed, dayRuns, zone, language);
  if (byDay.length <= mostSteps) return byDay;
  const byMonth = tell(passed, periods('month'), zone, language);
  return byMonth.length <= mostSteps ? byMonth : tell(passed, periods('year'), zone, language);
}

type Counted = Extract<Passed, { day: Day }>;
type Tell = (run: readonly Counted[], language: Language) => DeadlineStep[];

/** Runs of counted days are told together, what lies between them one by one. */
function tell(passed: readonly (Passed | DeadlineStep)[], tellRun: Tell, zone: Zone, language: Language): DeadlineStep[] {
  const steps: DeadlineStep[] = [];
  let run: Counted[] = [];
  const endRun = (): void => {
    steps.push(...tellRun(run, language));
    run = [];
  };
  for (const item of passed) {
    if ('day' in item) {
      run.push(item);
      continue;
    }
    endRun();
    steps.push('sentence' in item ? item : interruption(item, zone, language));
  }
  endRun();
  return steps;
}

function interruption(item: Exclude<Passed, Counted>, zone: Zone, language: Language): DeadlineStep {
  const text = calendarText[language];
  const when = whenIn(item.measure, item.at);
  const { date } = when;
  if (item.kind === 'paused') return { date, kind: 'paused', sentence: text.paused(when, zone, text.amount[item.measure](item.used)) };
  const left = item.left === 0 ? undefined : text.amount[item.measure](item.left);
  return item.supposed
    ? { date, kind: 'provisional', sentence: text.ifResumed(when, zone, left) }
    : { date, kind: 'resumed', sentence: text.resumed(when, zone, left) };
}

/** A step a day; closed days in a row share one, but a holiday always has one of its own, with its name. */
function dayRuns(run: readonly Counted[], language: Language): DeadlineStep[] {
  const text = calendarText[language];
  const steps: DeadlineStep[] = [];
  let closed: { first: Day; last: Day } | undefined;
  const endClosed = (): void => {
    if (closed) {
      const first = dateOf(closed.first);
      steps.push({ date: first, kind: 'skipped', sentence: text.closed(first, dateOf(closed.last)) });
    }
    closed = undefined;
  };
  for (const item of run) {
    const date = dateOf(item.day);
    if (item.kind === 'skipped' && !item.holiday) {
      closed = { first: closed?.first ?? item.day, last: item.day };
      continue;
    }
    endClosed();
    if (item.kind === 'day') steps.push({ date, kind: 'day', sentence: text.day(date, item.number, item.unit, item.halfDay) });
    if (item.kind === 'spent') steps.push({ date, kind: 'day', sentence: text.spent(date, item.minutes) });
    if (item.kind === 'skipped' && item.holiday) steps.push({ date, kind: 'skipped', sentence: text.holiday(item.holiday) });
  }
  endClosed();
  return steps;
}

/** A step a month or a year: what was counted in it, how many days were closed. */
function periods(each: 'month' | 'year'): Tell {
  return (run, language) => {
    const groups = new Map<string, Counted[]>();
    for (const item of run) {
      const key = dateOf(item.day).slice(0, each === 'month' ? -3 : -6);
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    return [...groups].map(([period, items]) => ({
      date: dateOf(items[0]?.day ?? 0),
      kind: 'day',
      sentence: summary(period, items, language),
    }));
  };
}

function summary(period: string, items: readonly Counted[], language: Language): string {
  const days = items.filter((item) => item.kind === 'day');
  const [first, last] = [days.at(0), days.at(-1)];
  return calendarText[language].period(period, {
    ...(first && last ? { numbers: { first: first.number, last: last.number, unit: first.unit } } : {}),
    minutes: items.reduce((sum, item) => sum + (item.kind === 'spent' ? item.minutes : 0), 0),
    closed: items.filter((item) => item.kind === 'skipped').length,
  });
}
