import { randomUUID } from 'node:crypto';
import { atZone, dateIn } from '../../core/calendar/calendar';
import type { CaseEvent, CaseFact } from '../../core/case/events';
import type { Secret } from '../../core/case/decide';
import { reservationOf } from '../../core/case/reservations';
import { evolve, type CaseState } from '../../core/case/state';
import { procedureFacts } from '../../core/case/travel';
import { project, type ViewContext } from '../../core/case/view';
import type { Effect } from '../../core/definition/procedure';
import { formFields } from '../../core/form/files';
import { serverText } from '../../core/language/server';
import { factValue } from '../../core/rules/conditions';
import { evaluateRules } from '../../core/rules/evaluate';
import { caseFacts } from '../../core/rules/facts';
import { feeOf } from '../../core/rules/fee';
import type { OpenCase } from '../../core/rules/schema';
import { createTrackingToken } from '../adapters/vault';
import { advanceCase, appendEvents, type CaseRow } from '../repositories/cases';
import type { Db } from '../repositories/database';
import { insertIssued } from '../repositories/issued';
import { insertSecret } from '../repositories/secrets';
import { releaseUniques } from '../repositories/uniques';
import type { App } from './app';
import { accept, release, reserve } from './bookings';
import type { Snapshot } from './catalogue';
import { sendNotices, type Notice } from './notices';
import { ratesOn } from './rates';
import { refuse } from './refuse';

/** A one-time value can be opened for this long: 14 days (default of the product). */
const secretLifetime = 14 * 24 * 60 * 60 * 1000;

/** A case in the middle of being changed: events that are decided but not written yet, and the state that they leave. */
export interface Draft {
  app: App;
  db: Db;
  snapshot: Snapshot;
  context: ViewContext;
  caseId: number;
  number: string;
  trackingHash: string;
  state: CaseState;
  events: CaseEvent[];
  notices: Notice[];
}

/** A case as it is before anything is decided. */
export const draftOf = (
  given: Pick<Draft, 'app' | 'db' | 'snapshot' | 'context' | 'state'>,
  { id, number, trackingHash }: Pick<CaseRow, 'id' | 'number' | 'trackingHash'>,
): Draft => ({ ...given, caseId: id, number, trackingHash, events: [], notices: [] });

/** Opens another case for the same applicant; given by the caller, since opening a case carries effects out in turn. */
export type OpenLinked = (
  draft: Draft,
  order: { service: string; answers: Record<string, unknown> },
) => Promise<{ number: string; name: string }>;

/** Adds an event and folds it in. */
export function record(draft: Draft, actor: CaseEvent['actor'], fact: CaseFact): void {
  const event: CaseEvent = { sequence: draft.state.sequence + 1, at: draft.context.now, actor, fact };
  draft.events.push(event);
  draft.state = evolve(draft.context.definition, draft.state, event);
}

const bySystem = (draft: Draft, fact: CaseFact): void => record(draft, { kind: 'system' }, fact);

async function issue(draft: Draft, document: string): Promise<string> {
  const code = createTrackingToken();
  const sequence = draft.state.sequence + 1;
  await insertIssued(draft.db, { code, caseId: draft.caseId, sequence, document, issuedAt: draft.context.now });
  return code;
}

/** Works the fee out as the rules and the rate table have it now. Refuses with `rate-missing` when a rate is not set. */
async function invoice(draft: Draft, document: string): Promise<void> {
  const { context, state, snapshot } = draft;
  const { definition, calendar, now, language } = context;
  const { answers, receivedAt, channel } = state;
  const facts = {
    ...caseFacts({ fields: formFields(definition.form), answers, receivedAt, calendar, channel, world: state.world }),
    ...procedureFacts(state),
  };
  const { charges } = await evaluateRules(definition.rules, facts);
  const fee = feeOf(charges, facts, ratesOn(snapshot, dateIn(now, calendar.zone)));
  if (fee.total === null) refuse('rate-missing', serverText[language].rateMissing(fee.missing));
  bySystem(draft, { type: 'invoiced', document, code: await issue(draft, document), total: fee.total, lines: fee.lines });
}

/** The answers of a case to be opened, from the facts of this one. */
function mappedAnswers(draft: Draft, effect: OpenCase): Record<string, unknown> {
  const facts = { ...procedureFacts(draft.state), receivedAt: atZone(draft.state.receivedAt, draft.context.calendar.zone) };
  return Object.fromEntries(
    Object.entries(effect.answers).flatMap(([key, fact]): [string, unknown][] => {
      const value = factValue(facts, fact);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

async function carryOutOne(draft: Draft, effect: Effect, openLinked: OpenLinked): Promise<void> {
  const { db, snapshot, context, caseId } = draft;
  const { language } = context;
  switch (effect.type) {
    case 'startClock':
    case 'pauseClock':
    case 'resumeClock':
    case 'stopClock':
      return;
    case 'notify':
      draft.notices.push({ message: effect.message, to: effect.to });
      return;
    case 'issueDocument':
      bySystem(draft, { type: 'documentIssued', document: effect.document, code: await issue(draft, effect.document) });
      return;
    case 'invoice':
      await invoice(draft, effect.document);
      return;
    case 'reserve': {
      const slot = reservationOf(effect, draft.state);
      if (!slot)
        refuse('invalid-answers', serverText[language].invalidAnswers, { fields: { [effect.startField]: [serverText[language].noSlot] } });
      await reserve(db, { snapshot, now: context.now, language }, { caseId, ...slot });
      bySystem(draft, { type: 'reserved', ...slot });
      return;
    }
    case 'acceptReservation':
      if ((await accept(db, caseId)) > 0) bySystem(draft, { type: 'reservationAccepted' });
      return;
    case 'releaseReservation':
      if ((await release(db, caseId)) > 0) bySystem(draft, { type: 'reservationReleased' });
      return;
    case 'openCase': {
      const opened = await openLinked(draft, { service: effect.service, answers: mappedAnswers(draft, effect) });
      bySystem(draft, { type: 'caseOpened', service: effect.service, ...opened });
      return;
    }
    default:
      return effect satisfies never;
  }
}

/**
 * Carries out what a decision asks for, in its order and in the caller's transaction, and records each as an event of the system.
 * Refusals, after which the caller rolls back: `slot-taken`, `rate-missing`, `invalid-answers` (no start answered, or a linked case that its form refuses).
 */
export async function carryOut(
  draft: Draft,
  effects: readonly Effect[],
  secrets: readonly Secret[],
  openLinked: OpenLinked,
): Promise<void> {
  const { app, db, caseId, context } = draft;
  for (const { label, value } of secrets) {
    const id = randomUUID();
    const expiresAt = new Date(Date.parse(context.now) + secretLifetime).toISOString();
    await insertSecret(db, app.vault, { id, caseId, sequence: draft.state.sequence + 1, label, value, expiresAt });
    bySystem(draft, { type: 'secretLeft', secret: id, label });
  }
  for (const effect of effects) await carryOutOne(draft, effect, openLinked);
  const { status } = draft.state;
  if (status !== 'rejected' && status !== 'withdrawn') return;
  await release(db, caseId);
  await releaseUniques(db, caseId);
}

/**
 * Writes what was recorded, in the caller's transaction, and sends what is to be sent.
 * Refuses with `stale-sequence` when somebody else wrote to the case after `expected`.
 */
export async function save(draft: Draft, expected: number, reason: string | null = null): Promise<void> {
  const { app, db, snapshot, context, caseId, state, number } = draft;
  if (!(await advanceCase(db, caseId, expected, state.sequence, project(state, context))))
    refuse('stale-sequence', serverText[context.language].staleSequence(expected + 1));
  await appendEvents(db, app.vault, caseId, draft.events);
  await sendNotices(app, db, snapshot, context, draft.notices, { caseId, number, state, reason });
}
