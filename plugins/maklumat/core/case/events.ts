import { z } from 'zod';
import { Answers } from '../form/schema';

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

const Fact = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('submitted'),
    receivedAt: z.string().describe('Saat diterima; di loket dapat lebih awal daripada saat dicatat'),
    channel: Channel,
    answers: Answers,
    route: CaseRoute,
    explanation: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('decided'), step: z.string(), outcome: z.string(), reason: z.string().optional(), answers: Answers }),
  z.strictObject({ type: z.literal('supplied'), answers: Answers }),
  z.strictObject({ type: z.literal('extended'), reason: z.string() }),
  z.strictObject({ type: z.literal('assigned'), user: z.int().nullable(), name: z.string().nullable() }),
  z.strictObject({ type: z.literal('noted'), text: z.string() }),
  z.strictObject({ type: z.literal('messaged'), text: z.string() }),
  z.strictObject({ type: z.literal('attached'), attachment: z.string(), title: z.string(), audience: z.enum(['applicant', 'office']) }),
  z.strictObject({ type: z.literal('withdrawn'), reason: z.string().optional() }),
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
}
