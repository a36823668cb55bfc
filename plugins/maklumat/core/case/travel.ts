import type { Effect, Outcome, Step } from '../definition/procedure';
import type { OperableDefinition } from '../definition/schema';
import { answerFacts, conditionHolds, type Facts } from '../rules/conditions';
import type { CaseState } from './state';

export function findStep(definition: Pick<OperableDefinition, 'procedure'>, key: string | null): Step | undefined {
  return definition.procedure.steps.find((step) => step.key === key);
}

/** @throws RangeError when the procedure has no such step: the record and its version do not belong together. */
export function getStep(definition: OperableDefinition, key: string): Step {
  const step = findStep(definition, key);
  if (!step) throw new RangeError(`Versi layanan ${definition.slug} tidak memiliki langkah ${key}`);
  return step;
}

/** @throws RangeError when the procedure has no steps, which its schema refuses. */
export function firstStep(definition: OperableDefinition): Step {
  const [step] = definition.procedure.steps;
  if (!step) throw new RangeError(`Layanan ${definition.slug} tidak memiliki langkah`);
  return step;
}

/** @throws RangeError when the step has no such outcome: the record and its version do not belong together. */
export function getOutcome(step: Step, key: string): Outcome {
  const outcome = step.outcomes.find((candidate) => candidate.key === key);
  if (!outcome) throw new RangeError(`Langkah ${step.key} tidak memiliki hasil ${key}`);
  return outcome;
}

/** What the conditions of a procedure may ask: answers, answers of decisions as `decisions.<key>` (the latest), and what was known beyond them at receipt. */
export function procedureFacts(state: Pick<CaseState, 'answers' | 'decisions' | 'world' | 'channel'>): Facts {
  const decided = Object.entries(answerFacts(state.decisions)).map(([name, value]): [string, unknown] => [
    name.replace('answers.', 'decisions.'),
    value,
  ]);
  return { ...state.world, channel: state.channel, ...answerFacts(state.answers), ...Object.fromEntries(decided) };
}

/** True when the condition of an outcome holds, or it has none. */
export const isOutcomeOpen = (outcome: Outcome, facts: Facts): boolean => outcome.when === undefined || conditionHolds(outcome.when, facts);

/**
 * The outcome that is taken without anybody choosing: the first whose condition holds.
 * @throws RangeError when none holds, which lint refuses
 */
export function automaticOutcome(step: Step, facts: Facts): Outcome {
  const outcome = step.outcomes.find((candidate) => isOutcomeOpen(candidate, facts));
  if (!outcome) throw new RangeError(`Langkah ${step.key} tidak memiliki hasil yang terbuka`);
  return outcome;
}

/** The way that a case goes from an outcome: over the system's steps, each passed at once, to where it waits or ends. */
export interface Journey {
  taken: { step: string; outcome: Outcome }[];
  /** Where the case waits; null when it has ended. */
  step: Step | null;
  end: NonNullable<Outcome['end']> | null;
}

/**
 * Follows an outcome. The facts stay as they are on the way.
 * @throws RangeError on a loop of system steps, an outcome to nowhere, or a system step that no outcome leaves: lint refuses all three
 */
export function travel(definition: OperableDefinition, from: string, outcome: Outcome, facts: Facts): Journey {
  const taken = [{ step: from, outcome }];
  for (let current = outcome; taken.length <= definition.procedure.steps.length + 1;) {
    if (current.to === undefined) return { taken, step: null, end: current.end ?? 'completed' };
    const step = getStep(definition, current.to);
    if (step.actor.kind !== 'system') return { taken, step, end: null };
    current = automaticOutcome(step, facts);
    taken.push({ step: step.key, outcome: current });
  }
  throw new RangeError(`Langkah sistem layanan ${definition.slug} berputar tanpa akhir`);
}

/** The effects of a journey, in the order of the way. */
export const effectsOf = (journey: Journey): Effect[] => journey.taken.flatMap(({ outcome }) => outcome.effects);
