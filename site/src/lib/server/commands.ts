import { fail } from '@sveltejs/kit';
import { commandCase, type ApplicantCommand } from '$contracts/cases';
import type { Answers, SimpleField } from '$core/form/schema';
import { SimpleField as SimpleFieldSchema } from '$core/form/schema';
import type { Language } from '$core/language/language';
import { casePageText } from '$core/language/siteCase';
import type { FieldMessages } from '$core/refusal';
import { call, silence } from '#lib/server/api.ts';

/** A command that did not go through, and what the person had typed. */
export interface Failed {
  command: string;
  message: string;
  fields: FieldMessages;
  typed: string;
  answers: Answers;
}

export interface Sending {
  number: string;
  trackingToken: string;
  idempotencyKey: string;
  language: Language;
  /** Which of the page's forms this is, to show the message at it. */
  form: string;
  typed?: string;
}

/** Sends an applicant's command. Nothing comes back when it went through; otherwise the page is shown again with the reason. */
export async function sendCommand(command: ApplicantCommand, sending: Sending) {
  const { language, number, trackingToken, idempotencyKey, form, typed = '' } = sending;
  const answers = 'answers' in command ? (command.answers ?? {}) : {};
  const failed = (status: number, message: string, fields: FieldMessages = {}) =>
    fail(status, { command: form, message, fields, typed, answers } satisfies Failed);
  const params = { number };
  const result = await call(commandCase, { language, params, trackingToken, idempotencyKey, body: command }).catch(silence);
  if (!result) return failed(503, casePageText[language].command.notSent);
  if (result.ok) return undefined;
  return failed(result.status, result.kind === 'stale-sequence' ? casePageText[language].command.stale : result.message, result.fields);
}

/** The number of the last event that the page was made from. */
export function expectedSequence(data: FormData): number | undefined {
  const sequence = Number(data.get('kejadian'));
  return Number.isInteger(sequence) && sequence > 0 ? sequence : undefined;
}

/** The fields of a decision as the contract carries them; what is no field of ours is left out. */
export function decisionFields(fields: readonly unknown[] | undefined): SimpleField[] {
  return (fields ?? []).flatMap((field) => SimpleFieldSchema.safeParse(field).data ?? []);
}
