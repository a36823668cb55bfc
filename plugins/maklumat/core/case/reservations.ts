import { Temporal } from 'temporal-polyfill';
import type { Reserve } from '../definition/procedure';
import type { Answers } from '../form/schema';
import { answeredInstant, type CaseState, type Reservation } from './state';

/** Nothing is held for longer at a time: two weeks (default of the product). */
const longestInMinutes = 20_160;

/** The slot that an effect asks for, from the answers of the decision or else of the form; undefined when no start was answered. */
export function reservationOf(effect: Reserve, state: Pick<CaseState, 'answers' | 'decisions'>): Reservation | undefined {
  const from = answeredInstant(state, effect.startField);
  if (from === undefined) return undefined;
  const wanted =
    effect.minutesField === undefined ? undefined : (state.decisions[effect.minutesField] ?? state.answers[effect.minutesField]);
  const minutes = typeof wanted === 'number' && wanted > 0 ? wanted : effect.minutes;
  const start = Temporal.Instant.from(from);
  const to = start.add({ minutes: Math.min(Math.max(1, Math.round(minutes)), longestInMinutes) });
  return { resource: effect.resource, from: start.toString(), to: to.toString(), offered: effect.offer };
}

/** A proposed start, and length where the outcome takes one, as the answers of that outcome. */
export function scheduleAnswers(effect: Reserve, start: string, minutes: number | undefined): Answers {
  return { [effect.startField]: start, ...(effect.minutesField && minutes !== undefined ? { [effect.minutesField]: minutes } : {}) };
}
