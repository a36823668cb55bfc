import { z } from 'zod';
import { Duration } from '../calendar/duration';
import { Answers } from '../form/schema';
import { CaseStatus } from './status';

/** Who did it. Names of officers are kept for the desk and never shown to the public. */
export const CaseActor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant') }),
  z.strictObject({
    kind: z.literal('staff'),
    user: z.int(),
    name: z.string(),
    position: z.string().nullable().describe('Jabatan yang dipakai bertindak; null bila bukan tindakan jabatan'),
    forApplicant: z.boolean().optional().describe('Bertindak di loket atas nama pemohon'),
  }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type CaseActor = z.infer<typeof CaseActor>;

export const CaseRoute = z.strictObject({ unit: z.string(), position: z.string(), rule: z.string(), sentence: z.string() });
export type CaseRoute = z.infer<typeof CaseRoute>;

export const Channel = z.enum(['web', 'counter', 'app']);
export type Channel = z.infer<typeof Channel>;

/** A report to another position when a part of the promised time, in per cent, has gone by and the office has not answered. */
const Escalation = z.object({ rule: z.string(), after: z.int(), position: z.string(), message: z.string().optional() });
export type Escalation = z.infer<typeof Escalation>;

const FeeLine = z.object({
  rule: z.string(),
  sentence: z.string(),
  amount: z.int().nullable(),
  quantity: z.number(),
  total: z.int().nullable(),
});

const Moment = z.string().describe('Instan ISO');

/**
 * What stays of a case once what says who somebody is has gone: the register. Written down then, since the way of a case through its steps
 * follows from answers that nobody can read any more.
 */
export const KeptState = z.strictObject({
  status: CaseStatus,
  receivedAt: Moment,
  channel: Channel,
  route: CaseRoute,
  promise: Duration.nullable(),
  extensions: z.array(z.strictObject({ at: Moment, reason: z.string() })),
  clockStartedAt: Moment.nullable(),
  scheduledAt: Moment.nullable().describe('Isian yang memulai tenggat (clock.startField), bila ada'),
  pauses: z.array(z.strictObject({ from: Moment, to: Moment.nullable() })),
  clockStoppedAt: Moment,
  escalations: z.array(Escalation),
  escalated: z.array(z.strictObject({ rule: z.string(), position: z.string(), at: Moment })),
  reservations: z.array(z.strictObject({ resource: z.string(), from: Moment, to: Moment, offered: z.boolean() })),
  documents: z.array(z.strictObject({ code: z.string(), document: z.string(), at: Moment, sequence: z.int() })),
  links: z.array(z.strictObject({ number: z.string(), service: z.string() })),
  visits: z.array(z.strictObject({ step: z.string(), enteredAt: Moment, leftAt: Moment })),
  result: z.string().nullable(),
  assignee: z.strictObject({ user: z.int(), name: z.string() }).nullable(),
  closedAt: Moment,
});
export type KeptState = z.infer<typeof KeptState>;

/** Why personal data went: the person asked, or its retention period had passed. */
export const ErasureGround = z.enum(['request', 'retention']);
export type ErasureGround = z.infer<typeof ErasureGround>;

const Fact = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('submitted'),
    receivedAt: z.string().describe('Saat diterima; di loket dapat lebih awal daripada saat dicatat'),
    channel: Channel,
    answers: Answers,
    route: CaseRoute,
    explanation: z.array(z.string()),
    world: z.record(z.string(), z.unknown()).default({}).describe('Fakta di luar jawaban pada saat diterima, mis. openCases.all'),
    fired: z.array(z.string()).default([]).describe('Kunci aturan yang berlaku, menurut urutannya'),
    promise: z.object({ rule: z.string(), duration: Duration }).optional().describe('Janji waktu yang menggantikan clock.duration'),
    escalations: z.array(Escalation).default([]),
    openedFrom: z.object({ number: z.string(), service: z.string() }).optional().describe('Perkara yang membuka perkara ini'),
  }),
  z.strictObject({ type: z.literal('decided'), step: z.string(), outcome: z.string(), reason: z.string().optional(), answers: Answers }),
  z.strictObject({ type: z.literal('supplied'), answers: Answers }),
  z.strictObject({ type: z.literal('extended'), reason: z.string() }),
  z.strictObject({ type: z.literal('assigned'), user: z.int().nullable(), name: z.string().nullable() }),
  z.strictObject({ type: z.literal('noted'), text: z.string() }),
  z.strictObject({ type: z.literal('messaged'), text: z.string() }),
  z.strictObject({ type: z.literal('attached'), attachment: z.string(), title: z.string(), audience: z.enum(['applicant', 'office']) }),
  z.strictObject({ type: z.literal('withdrawn'), reason: z.string().optional() }),
  // What the system did about a decision, each recorded beside it in the same transaction.
  z.strictObject({ type: z.literal('reserved'), resource: z.string(), from: z.string(), to: z.string(), offered: z.boolean() }),
  z.strictObject({ type: z.literal('reservationAccepted') }),
  z.strictObject({ type: z.literal('reservationReleased') }),
  z.strictObject({ type: z.literal('documentIssued'), document: z.string(), code: z.string() }),
  z.strictObject({ type: z.literal('invoiced'), document: z.string(), code: z.string(), total: z.int(), lines: z.array(FeeLine) }),
  z.strictObject({ type: z.literal('caseOpened'), number: z.string(), service: z.string(), name: z.string() }),
  z.strictObject({ type: z.literal('secretLeft'), secret: z.string(), label: z.string() }),
  z.strictObject({ type: z.literal('secretOpened'), secret: z.string() }),
  z.strictObject({ type: z.literal('escalated'), rule: z.string(), position: z.string(), after: z.int() }),
  z.strictObject({ type: z.literal('deadlineMoved'), from: z.string(), to: z.string(), because: z.string() }),
  z.strictObject({ type: z.literal('erased'), because: ErasureGround, kept: KeptState }),
]);

/** What happened, before it has a place in a case. */
export const CaseFact = Fact;
export type CaseFact = z.infer<typeof CaseFact>;

/** One entry of a case's record. `at` is an ISO instant; sequences start at 1 and have no gaps. */
export interface CaseEvent {
  sequence: number;
  at: string;
  actor: CaseActor;
  fact: CaseFact;
  /** What a person wrote here was erased: answers and texts are empty. */
  erased?: boolean;
}
