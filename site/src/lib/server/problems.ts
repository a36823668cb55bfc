import type { Language } from '$core/language/language';
import { siteAccountText } from '$core/language/siteAccount';
import type { FormProblems } from '#lib/form/state.ts';
import type { ApiRefusal } from '#lib/server/api.ts';

/**
 * What a form says when its call was refused, or not answered at all: at the fields where the server names them, else in one sentence.
 * @param field where the sentence belongs when the refusal is about one field and does not name it
 */
export function problemsOf(refusal: ApiRefusal | undefined, language: Language, field?: string): FormProblems {
  const text = siteAccountText[language].problem;
  if (!refusal) return { fields: {}, title: text.later, message: text.silent };
  const { kind, message, fields } = refusal;
  if (Object.keys(fields).length > 0) return { fields };
  if (kind === 'too-many-requests' || kind === 'unavailable') return { fields, title: text.later, message };
  if (kind === 'unauthorized') return { fields, message: text.session };
  return field === undefined ? { fields, message } : { fields: { [field]: [message] } };
}

/** Status of the page that shows a refusal. */
export const statusOf = (refusal: ApiRefusal | undefined): number => refusal?.status ?? 503;
