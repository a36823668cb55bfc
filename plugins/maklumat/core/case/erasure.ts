import type { OperableDefinition } from '../definition/schema';
import type { CaseFact, ErasureGround, KeptState } from './events';
import { answeredInstant, type CaseState } from './state';

type Erased = Extract<CaseFact, { type: 'erased' }>;

/**
 * The fact that ends a case's personal part. A case that has not ended ends with it: as completed where the office has answered, as withdrawn where it has not.
 * @param at ISO instant of the erasure
 */
export function eraseCase(definition: OperableDefinition, state: CaseState, because: ErasureGround, at: string): Erased {
  const open = state.step !== null;
  const { startField } = definition.clock;
  const kept: KeptState = {
    status: open ? (state.clockStoppedAt === null ? 'withdrawn' : 'completed') : state.status,
    receivedAt: state.receivedAt,
    channel: state.channel,
    route: state.route,
    promise: state.promise,
    extensions: state.extensions,
    clockStartedAt: state.clockStartedAt,
    scheduledAt: (startField === undefined ? undefined : answeredInstant(state, startField)) ?? null,
    pauses: state.pauses,
    clockStoppedAt: state.clockStoppedAt ?? at,
    escalations: state.escalations,
    escalated: state.escalated,
    reservations: open ? [] : state.reservations,
    documents: state.documents,
    links: state.links,
    visits: state.visits.map((visit) => ({ ...visit, leftAt: visit.leftAt ?? at })),
    result: state.result,
    assignee: state.assignee,
    closedAt: state.closedAt ?? at,
  };
  return { type: 'erased', because, kept };
}
