import type { OperableDefinition } from '../definition/schema';
import type { Outcome, Step } from '../definition/procedure';
import type { Answers } from '../form/schema';
import type { CaseEvent, CaseRoute, Channel } from './events';
import type { CaseStatus } from './status';

/** A case as its events leave it. Nothing here is stored as truth: it is folded anew from the events. */
export interface CaseState {
  sequence: number;
  status: CaseStatus;
  /** Where the case waits; null once it has ended. */
  step: string | null;
  receivedAt: string;
  channel: Channel;
  route: CaseRoute;
  answers: Answers;
  extensions: { at: string; reason: string }[];
  /** When the office kept (or broke) its promise: the first outcome that stops the clock, or the end of the case. */
  clockStoppedAt: string | null;
  result: string | null;
  assignee: { user: number; name: string } | null;
  /** Why the case was last sent back to the applicant. */
  returnReason: string | null;
  closedAt: string | null;
}

export function findStep(definition: OperableDefinition, key: string | null): Step | undefined {
  return definition.procedure.steps.find((step) => step.key === key);
}

export function getStep(definition: OperableDefinition, key: string): Step {
  const step = findStep(definition, key);
  if (!step) throw new RangeError(`Versi layanan ${definition.slug} tidak memiliki langkah ${key}`);
  return step;
}

export function firstStep(definition: OperableDefinition): Step {
  const [step] = definition.procedure.steps;
  if (!step) throw new RangeError(`Layanan ${definition.slug} tidak memiliki langkah`);
  return step;
}

export function firstOutcome(step: Step): Outcome {
  const [outcome] = step.outcomes;
  if (!outcome) throw new RangeError(`Langkah ${step.key} tidak memiliki hasil`);
  return outcome;
}

function follow(definition: OperableDefinition, state: CaseState, outcome: Outcome, at: string): CaseState {
  const next = outcome.to === undefined ? undefined : getStep(definition, outcome.to);
  const stops = outcome.effects.some((effect) => effect.type === 'stopClock') || next === undefined;
  return {
    ...state,
    step: next?.key ?? null,
    status: next?.status ?? outcome.end ?? 'completed',
    clockStoppedAt: state.clockStoppedAt ?? (stops ? at : null),
    closedAt: next ? null : at,
  };
}

/**
 * Folds one event into the state. The first event of a case is `submitted`; anything else before it, or a step that the pinned version
 * does not have, is a broken record and throws a RangeError.
 */
export function evolve(definition: OperableDefinition, state: CaseState | undefined, event: CaseEvent): CaseState {
  const { fact, at, sequence } = event;
  if (fact.type === 'submitted') {
    const filed: CaseState = {
      sequence,
      status: 'submitted',
      step: firstStep(definition).key,
      receivedAt: fact.receivedAt,
      channel: fact.channel,
      route: fact.route,
      answers: fact.answers,
      extensions: [],
      clockStoppedAt: null,
      result: null,
      assignee: null,
      returnReason: null,
      closedAt: null,
    };
    return follow(definition, filed, firstOutcome(firstStep(definition)), at);
  }
  if (!state) throw new RangeError(`Kejadian pertama perkara harus submitted, bukan ${fact.type}`);
  const next = { ...state, sequence };
  switch (fact.type) {
    case 'decided': {
      const outcome = getStep(definition, fact.step).outcomes.find((candidate) => candidate.key === fact.outcome);
      if (!outcome) throw new RangeError(`Langkah ${fact.step} tidak memiliki hasil ${fact.outcome}`);
      const moved = follow(definition, next, outcome, at);
      const returned = moved.step === firstStep(definition).key;
      return { ...moved, result: outcome.result ?? moved.result, returnReason: returned ? (fact.reason ?? null) : moved.returnReason };
    }
    case 'supplied': {
      const answers = { ...next.answers, ...fact.answers };
      for (const [key, value] of Object.entries(fact.answers)) if (value === null) delete answers[key];
      return { ...follow(definition, next, firstOutcome(firstStep(definition)), at), answers, returnReason: null };
    }
    case 'extended':
      return { ...next, extensions: [...next.extensions, { at, reason: fact.reason }] };
    case 'assigned':
      return { ...next, assignee: fact.user === null ? null : { user: fact.user, name: fact.name ?? '' } };
    case 'withdrawn':
      return { ...next, status: 'withdrawn', step: null, clockStoppedAt: next.clockStoppedAt ?? at, closedAt: at };
    case 'noted':
    case 'messaged':
    case 'attached':
      return next;
  }
}

/** Folds a whole record, oldest event first. An empty record throws a RangeError. */
export function fold(definition: OperableDefinition, events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | undefined>((current, event) => evolve(definition, current, event), undefined);
  if (!state) throw new RangeError('Perkara tanpa kejadian');
  return state;
}
