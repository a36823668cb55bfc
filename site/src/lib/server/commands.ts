import { fail } from '@sveltejs/kit';
import { commandCase, openSecret, type ApplicantCommand } from '$contracts/cases';
import { SimpleField } from '$core/form/schema';
import type { Language } from '$core/language/language';
import { casePageText } from '$core/language/siteCase';
import type { FieldMessages } from '$core/refusal';
import type { Failed } from '#lib/form/command.ts';
import type { FormState } from '#lib/form/state.ts';
import { call, silence } from '#lib/server/api.ts';

export interface Sending {
  number: string;
  /** Undefined where the session of its owner opens the case. */
  trackingToken: string | undefined;
  idempotencyKey: string;
  language: Language;
  /** Which of the page's forms this is, to show the message at it. */
  form: string;
  typed?: string;
  /** Names of the files among the answers, so that they need not be chosen again. */
  files?: FormState['files'];
}

/** Sends an applicant's command. Nothing comes back when it went through; otherwise the page is shown again with the reason. */
export async function sendCommand(command: ApplicantCommand, sending: Sending) {
  const { language, number, trackingToken, idempotencyKey, form, typed = '', files = {} } = sending;
  const answers = 'answers' in command ? (command.answers ?? {}) : {};
  const failed = (status: number, message: string, fields: FieldMessages = {}) =>
    fail(status, { command: form, message, fields, typed, answers, files } satisfies Failed);
  const params = { number };
  const result = await call(commandCase, { language, params, trackingToken, idempotencyKey, body: command }).catch(silence);
  if (!result) return failed(503, casePageText[language].command.notSent);
  if (result.ok) return undefined;
  return failed(result.status, result.kind === 'stale-sequence' ? casePageText[language].command.stale : result.message, result.fields);
}

/** Opens a one-time value, which the server then forgets; or the reason why it cannot be opened. */
export async function revealSecret(
  id: string,
  { number, trackingToken, language }: Pick<Sending, 'number' | 'trackingToken' | 'language'>,
) {
  const failed = (status: number, message: string) =>
    fail(status, { command: 'open', message, fields: {}, typed: '', answers: {}, files: {} } satisfies Failed);
  const result = await call(openSecret, { language, params: { number, id }, trackingToken }).catch(silence);
  if (!result) return failed(503, casePageText[language].command.notSent);
  return result.ok ? { opened: { id, ...result.value } } : failed(result.status, result.message);
}

/** The number of the last event that the page was made from. */
export function expectedSequence(data: FormData): number | undefined {
  const sequence = Number(data.get('kejadian'));
  return Number.isInteger(sequence) && sequence > 0 ? sequence : undefined;
}

/** The fields of a decision as the contract carries them; what is no field of ours is left out. */
export function decisionFields(fields: readonly unknown[] | undefined): SimpleField[] {
  return (fields ?? []).flatMap((field) => SimpleField.safeParse(field).data ?? []);
}
