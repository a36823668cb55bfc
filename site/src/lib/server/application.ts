import { fail } from '@sveltejs/kit';
import { submitCase } from '$contracts/cases';
import { assess, type Assessment } from '$contracts/services';
import type { Language } from '$core/language/language';
import { draftsText } from '$core/language/siteDrafts';
import { formPageText } from '$core/language/siteForm';
import type { FormProblems, FormState } from '#lib/form/state.ts';
import { call, silence } from '#lib/server/api.ts';
import type { DraftMark } from '#lib/server/drafts.ts';
import { askedAnswers } from '#lib/server/formInput.ts';
import type { OperableService } from '#lib/server/service.ts';

/** Before anything is sent: what the office will make of it, and the key that makes a second press of the button the same request. */
interface Review {
  key: string;
  deadline: Assessment['deadline'];
  fee: Assessment['fee'] | null;
  position: string | null;
  warnings: string[];
}

/** What the page of an application shows: the form, or the review of its answers. */
export interface ApplicationPage {
  state: FormState;
  problems: FormProblems | null;
  review: Review | null;
  /** The draft that the form belongs to. */
  mark: DraftMark | null;
  /** What has just happened to the form, beside checking it. */
  note?: 'saved' | 'stale' | 'prefilled' | 'restored' | undefined;
  /** Key of the group that was asked for one item more. */
  added?: string;
}

export const formPage = (
  state: FormState,
  problems: FormProblems | null = null,
  { mark = null, note }: Partial<Pick<ApplicationPage, 'mark' | 'note'>> = {},
): ApplicationPage => ({ state, problems, review: null, mark, note });

/** Asks the server what it would say, without storing anything; shows the form again with what is wrong, or the answers for review. */
export async function checkApplication(
  service: OperableService,
  state: FormState,
  uploads: FormProblems | null,
  mark: DraftMark | null,
  language: Language,
) {
  const text = formPageText[language];
  const wrong = (status: number, problems: FormProblems) => fail(status, formPage(state, problems, { mark }));
  const answers = askedAnswers(service.form.definition, state.answers);
  const silent = uploads?.message !== undefined;
  const result = silent ? undefined : await call(assess, { language, params: { slug: service.slug }, body: { answers } }).catch(silence);
  if (!result) return wrong(503, { fields: uploads?.fields ?? {}, message: text.errors.notSent });
  if (!result.ok) return wrong(result.status, { fields: { ...result.fields, ...uploads?.fields }, message: result.message });
  const { invalid, refusals, requires, warnings, deadline, fee, route } = result.value;
  const missing = requires
    .filter(({ field }) => answers[field] === undefined)
    .map(({ field, sentence }): [string, string[]] => [field, [sentence]]);
  const fields = { ...invalid, ...Object.fromEntries(missing), ...uploads?.fields };
  if (Object.keys(fields).length > 0) return wrong(400, { fields });
  if (refusals.length > 0) return wrong(422, refusedBecause(refusals.map(({ sentence }) => sentence).join(' '), language));
  const position = route?.positionName ?? null;
  const review = { key: crypto.randomUUID(), deadline, fee, position, warnings: warnings.map(({ sentence }) => sentence) };
  return { state, problems: null, review, mark } satisfies ApplicationPage;
}

function refusedBecause(sentences: string, language: Language): FormProblems {
  const { title, body } = formPageText[language].refused;
  return { fields: {}, title, message: `${sentences} ${body}` };
}

type Sent = { number: string; token: string } | { problem: ReturnType<typeof fail<ApplicationPage>> };

/** Files the application; a draft that it was made from goes with it. */
export async function sendApplication(
  service: OperableService,
  state: FormState,
  mark: DraftMark | null,
  idempotencyKey: string,
  language: Language,
): Promise<Sent> {
  const answers = askedAnswers(service.form.definition, state.answers);
  const body = { service: service.slug, answers, channel: 'web' as const, ...(mark ? { draft: mark.id } : {}) };
  const result = await call(submitCase, { language, body, idempotencyKey }).catch(silence);
  if (!result) {
    // The same key goes out again, so that a request which did arrive is not filed twice.
    const review = { key: idempotencyKey, deadline: null, fee: null, position: null, warnings: [] };
    return { problem: fail(503, { state, problems: { fields: {}, message: formPageText[language].errors.notSent }, review, mark }) };
  }
  if (result.ok) return { number: result.value.number, token: result.value.trackingToken };
  const { status, kind, message, fields } = result;
  const words = draftsText[language].form;
  // Named again, a draft that is gone would be refused again.
  if (mark && kind === 'not-found') return { problem: fail(status, formPage(state, { fields, message: words.goneUnsent })) };
  if (kind === 'unauthorized') return { problem: fail(status, formPage(state, { fields, message: words.sessionEnded }, { mark })) };
  const problems = kind === 'not-eligible' ? refusedBecause(message, language) : { fields, message };
  return { problem: fail(status, formPage(state, problems, { mark })) };
}
