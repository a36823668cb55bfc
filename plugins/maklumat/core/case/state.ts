import type { ClockHistory } from '../calendar/deadline';
import type { Duration } from '../calendar/duration';
import type { OperableDefinition } from '../definition/schema';
import type { Answers } from '../form/schema';
import type { Facts } from '../rules/conditions';
import type { CaseEvent, CaseFact, CaseRoute, Channel, Escalation, KeptState } from './events';
import type { CaseStatus } from './status';
import { automaticOutcome, effectsOf, firstStep, getOutcome, getStep, procedureFacts, travel, type Journey } from './travel';

/** A resource held for a case over a half-open interval of ISO instants. */
export interface Reservation {
  resource: string;
  from: string;
  to: string;
  /** Held as an offer that the applicant has not accepted yet. */
  offered: boolean;
}

/** One stay of a case at a step; `leftAt` is null while it is there. */
export interface Visit {
  step: string;
  enteredAt: string;
  leftAt: string | null;
}

/** A case as its events leave it. Nothing here is stored as truth: it is folded anew from the events. All moments are ISO instants. */
export interface CaseState {
  sequence: number;
  status: CaseStatus;
  /** Where the case waits; null once it has ended. */
  step: string | null;
  receivedAt: string;
  channel: Channel;
  route: CaseRoute;
  answers: Answers;
  /** What was answered in decisions, by key, the latest last. */
  decisions: Answers;
  /** What was known beyond the answers at receipt. */
  world: Facts;
  promise: Duration | null;
  extensions: { at: string; reason: string }[];
  /** When the first outcome with the effect `startClock` was taken. */
  clockStartedAt: string | null;
  pauses: { from: string; to: string | null }[];
  /** When the office kept (or broke) its promise: the first outcome that stops the clock, or the end of the case. */
  clockStoppedAt: string | null;
  escalations: Escalation[];
  escalated: { rule: string; position: string; at: string }[];
  reservations: Reservation[];
  documents: { code: string; document: string; at: string; sequence: number }[];
  /** One-time values that wait for the applicant, or were opened. */
  secrets: { id: string; label: string; openedAt: string | null }[];
  /** Cases that this one opened, and the one that opened it. */
  links: { number: string; service: string }[];
  visits: Visit[];
  result: string | null;
  assignee: { user: number; name: string } | null;
  /** Why the case was last sent back to the applicant. */
  returnReason: string | null;
  closedAt: string | null;
}

function withClock(state: CaseState, journey: Journey, at: string): CaseState {
  let { clockStartedAt, clockStoppedAt, pauses } = state;
  for (const effect of effectsOf(journey)) {
    const paused = pauses.at(-1)?.to === null;
    if (effect.type === 'startClock') clockStartedAt ??= at;
    if (effect.type === 'stopClock') clockStoppedAt ??= at;
    if (effect.type === 'pauseClock' && !paused) pauses = [...pauses, { from: at, to: null }];
    if (effect.type === 'resumeClock' && paused) pauses = pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  }
  if (journey.step === null) clockStoppedAt ??= at;
  return { ...state, clockStartedAt, clockStoppedAt, pauses };
}

const leave = (visits: Visit[], at: string): Visit[] => visits.map((visit) => (visit.leftAt === null ? { ...visit, leftAt: at } : visit));

function follow(state: CaseState, journey: Journey, at: string): CaseState {
  const { step, end, taken } = journey;
  const clocked = withClock(state, journey, at);
  const left = leave(state.visits, at);
  return {
    ...clocked,
    step: step?.key ?? null,
    status: step?.status ?? end ?? 'completed',
    closedAt: step ? null : at,
    visits: step ? [...left, { step: step.key, enteredAt: at, leftAt: null }] : left,
    result: taken.reduce((result, { outcome }) => outcome.result ?? result, state.result),
    reservations: end === 'rejected' ? [] : state.reservations,
  };
}

function filed(definition: OperableDefinition, { sequence, at }: CaseEvent, fact: Extract<CaseFact, { type: 'submitted' }>): CaseState {
  const first = firstStep(definition);
  const state: CaseState = {
    sequence,
    status: 'submitted',
    step: first.key,
    receivedAt: fact.receivedAt,
    channel: fact.channel,
    route: fact.route,
    answers: fact.answers,
    decisions: {},
    world: fact.world,
    promise: fact.promise?.duration ?? null,
    extensions: [],
    clockStartedAt: null,
    pauses: [],
    clockStoppedAt: null,
    escalations: fact.escalations,
    escalated: [],
    reservations: [],
    documents: [],
    secrets: [],
    links: fact.openedFrom ? [fact.openedFrom] : [],
    visits: [],
    result: null,
    assignee: null,
    returnReason: null,
    closedAt: null,
  };
  return follow(state, filing(definition, state), at);
}

/** An erased case: what was kept of it, and nothing that anybody wrote. */
function remains({ clock }: OperableDefinition, sequence: number, { scheduledAt, ...kept }: KeptState): CaseState {
  const decisions = clock.startField === undefined || scheduledAt === null ? {} : { [clock.startField]: scheduledAt };
  return { ...kept, sequence, step: null, answers: {}, decisions, world: {}, secrets: [], returnReason: null };
}

/** The way of a case that was filed, or supplied after it was sent back: the first outcome of the first step whose condition holds. */
export function filing(definition: OperableDefinition, state: Pick<CaseState, 'answers' | 'decisions' | 'world' | 'channel'>): Journey {
  const first = firstStep(definition);
  const facts = procedureFacts(state);
  return travel(definition, first.key, automaticOutcome(first, facts), facts);
}

/**
 * Folds one event into the state. The first event of a case is `submitted`; anything else before it, or a step that the pinned version
 * does not have, is a broken record and throws a RangeError.
 */
export function evolve(definition: OperableDefinition, state: CaseState | undefined, event: CaseEvent): CaseState {
  const { fact, at, sequence } = event;
  if (fact.type === 'submitted') return filed(definition, event, fact);
  if (fact.type === 'erased') return remains(definition, sequence, fact.kept);
  if (!state) throw new RangeError(`Kejadian pertama perkara harus submitted, bukan ${fact.type}`);
  const next = { ...state, sequence };
  switch (fact.type) {
    case 'decided': {
      const decided = { ...next, decisions: { ...next.decisions, ...fact.answers } };
      const outcome = getOutcome(getStep(definition, fact.step), fact.outcome);
      const moved = follow(decided, travel(definition, fact.step, outcome, procedureFacts(decided)), at);
      const returned = moved.step === firstStep(definition).key;
      return returned ? { ...moved, returnReason: fact.reason ?? null } : moved;
    }
    case 'supplied': {
      const answers = { ...next.answers, ...fact.answers };
      for (const [key, value] of Object.entries(fact.answers)) if (value === null) delete answers[key];
      const supplied = { ...next, answers, returnReason: null };
      return follow(supplied, filing(definition, supplied), at);
    }
    case 'extended':
      return { ...next, extensions: [...next.extensions, { at, reason: fact.reason }] };
    case 'assigned':
      return { ...next, assignee: fact.user === null ? null : { user: fact.user, name: fact.name ?? '' } };
    case 'withdrawn':
      return {
        ...next,
        status: 'withdrawn',
        step: null,
        clockStoppedAt: next.clockStoppedAt ?? at,
        closedAt: at,
        reservations: [],
        visits: leave(next.visits, at),
      };
    default:
      return recorded(next, fact, at);
  }
}

/** What the system did, and what moves nothing. */
function recorded(
  state: CaseState,
  fact: Exclude<CaseFact, { type: 'submitted' | 'erased' | 'decided' | 'supplied' | 'extended' | 'assigned' | 'withdrawn' }>,
  at: string,
): CaseState {
  switch (fact.type) {
    case 'reserved': {
      const { type: _type, ...reservation } = fact;
      return { ...state, reservations: [...state.reservations.filter(({ resource }) => resource !== fact.resource), reservation] };
    }
    case 'reservationAccepted':
      return { ...state, reservations: state.reservations.map((reservation) => ({ ...reservation, offered: false })) };
    case 'reservationReleased':
      return { ...state, reservations: [] };
    case 'documentIssued':
    case 'invoiced':
      return { ...state, documents: [...state.documents, { code: fact.code, document: fact.document, at, sequence: state.sequence }] };
    case 'caseOpened':
      return { ...state, links: [...state.links, { number: fact.number, service: fact.service }] };
    case 'secretLeft':
      return { ...state, secrets: [...state.secrets, { id: fact.secret, label: fact.label, openedAt: null }] };
    case 'secretOpened':
      return { ...state, secrets: state.secrets.map((secret) => (secret.id === fact.secret ? { ...secret, openedAt: at } : secret)) };
    case 'escalated':
      return { ...state, escalated: [...state.escalated, { rule: fact.rule, position: fact.position, at }] };
    case 'deadlineMoved':
    case 'noted':
    case 'messaged':
    case 'attached':
      return state;
  }
}

/**
 * Folds a whole record, oldest event first. An empty record throws a RangeError. Of an erased case the fold begins with what was kept: without answers
 * the events before it no longer tell which way the case went.
 */
export function fold(definition: OperableDefinition, events: readonly CaseEvent[]): CaseState {
  const erased = events.findLastIndex(({ fact }) => fact.type === 'erased');
  const state = events
    .slice(Math.max(erased, 0))
    .reduce<CaseState | undefined>((current, event) => evolve(definition, current, event), undefined);
  if (!state) throw new RangeError('Perkara tanpa kejadian');
  return state;
}

/** An instant that an answer gives, the one of a decision before the one of the form. */
export function answeredInstant(state: Pick<CaseState, 'answers' | 'decisions'>, key: string): string | undefined {
  const value = state.decisions[key] ?? state.answers[key];
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** What the clock needs to know of a case. */
export function clockHistory({ clock }: Pick<OperableDefinition, 'clock'>, state: CaseState): ClockHistory {
  const scheduled = clock.startField === undefined ? undefined : answeredInstant(state, clock.startField);
  return {
    startedAt: clock.start === 'schedule' ? (scheduled ?? null) : state.clockStartedAt,
    reservation: clock.start === 'schedule' ? (state.reservations[0] ?? null) : null,
    pauses: state.pauses,
    extensions: state.extensions,
    promise: state.promise,
    stoppedAt: state.clockStoppedAt,
  };
}
