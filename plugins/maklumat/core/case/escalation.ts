import { Temporal } from 'temporal-polyfill';
import type { OperableDefinition } from '../definition/schema';
import type { Escalation } from './events';
import { clockHistory, type CaseState } from './state';

/** The ISO instant from which the promise runs; null while it has not begun. */
export const clockStart = (definition: OperableDefinition, state: CaseState): string | null =>
  definition.clock.start === 'receipt' ? state.receivedAt : clockHistory(definition, state).startedAt;

/**
 * The next report that is still to be made, and the ISO instant at which it falls due; undefined when none is, or the clock has stopped.
 * A part of the promised time is counted on the wall clock between its start and the deadline, so 100 per cent is the deadline itself [default of the product].
 * @param dueAt ISO instant of the deadline as it stands
 */
export function nextEscalation(
  definition: OperableDefinition,
  state: CaseState,
  dueAt: string,
): { escalation: Escalation; at: string } | undefined {
  if (state.clockStoppedAt !== null) return undefined;
  const made = new Set(state.escalated.map(({ rule }) => rule));
  const start = clockStart(definition, state);
  if (start === null) return undefined;
  const length = Date.parse(dueAt) - Date.parse(start);
  const [next] = state.escalations
    .filter(({ rule }) => !made.has(rule))
    .map((escalation) => ({
      escalation,
      at: Temporal.Instant.fromEpochMilliseconds(Date.parse(start) + Math.round((length * escalation.after) / 100)).toString(),
    }))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return next;
}
