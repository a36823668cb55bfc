import { fail, redirect } from '@sveltejs/kit';
import { submitCase } from '$contracts/cases';
import { assess, type Assessment } from '$contracts/services';
import { formPageText } from '$core/language/siteForm';
import type { Language } from '$core/language/language';
import { emptyState, type FormProblems, type FormState } from '#lib/form/state.ts';
import { casePath, localPath } from '#lib/links.ts';
import { call, silence } from '#lib/server/api.ts';
import { carriedState, intentOf, takeForm } from '#lib/server/applicationPost.ts';
import { askedAnswers } from '#lib/server/formInput.ts';
import { areasOf, getOperableService, type OperableService } from '#lib/server/service.ts';
import { keepToken } from '#lib/server/tracking.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

/** Before anything is sent: what the office will make of it, and the key that makes a second press of the button the same request. */
interface Review {
  key: string;
  deadline: Assessment['deadline'];
  fee: Assessment['fee'] | null;
  position: string | null;
  warnings: string[];
}

interface Page {
  state: FormState;
  problems: FormProblems | null;
  review: Review | null;
  added?: string;
}

const form = (state: FormState, problems: FormProblems | null = null): Page => ({ state, problems, review: null });

export const load: PageServerLoad = async ({ params, locals: { language } }) => {
  const { slug, name, version, agency, form: content } = await getOperableService(params.slug, language);
  return { slug, name, version, agency, definition: content.definition, areas: areasOf(content), start: form(emptyState()) };
};

export const actions = {
  default: async ({ params, request, locals: { language }, cookies, url }) => {
    const service = await getOperableService(params.slug, language);
    const data = await request.formData();
    const intent = intentOf(data);
    if (intent.kind === 'edit') return form(carriedState(data) ?? emptyState());
    if (intent.kind !== 'send') {
      const { state, problems } = await takeForm(service.form.definition, data, service.agency.zoneLabel, language);
      if (intent.kind === 'add') return { ...form(state, problems), added: intent.group };
      return check(service, state, problems, language);
    }
    const state = carriedState(data);
    if (!state) return form(emptyState());
    const key = textOf(data.get('kunci'));
    const outcome = await send(service, state, key, language);
    if ('problem' in outcome) return outcome.problem;
    keepToken(cookies, url, outcome.number, outcome.token);
    redirect(303, `${localPath(language, casePath(outcome.number, 'tanda-bukti'))}#isi`);
  },
} satisfies Actions;

/** Asks the server what it would say, without storing anything; shows the form again with what is wrong, or the answers for review. */
async function check(service: OperableService, state: FormState, uploads: FormProblems | null, language: Language) {
  const text = formPageText[language];
  const answers = askedAnswers(service.form.definition, state.answers);
  const silent = uploads?.message !== undefined;
  const result = silent ? undefined : await call(assess, { language, params: { slug: service.slug }, body: { answers } }).catch(silence);
  if (!result) return fail(503, form(state, { fields: uploads?.fields ?? {}, message: text.errors.notSent }));
  if (!result.ok) return fail(result.status, form(state, { fields: { ...result.fields, ...uploads?.fields }, message: result.message }));
  const { invalid, refusals, requires, warnings, deadline, fee, route } = result.value;
  const missing = requires
    .filter(({ field }) => answers[field] === undefined)
    .map(({ field, sentence }): [string, string[]] => [field, [sentence]]);
  const fields = { ...invalid, ...Object.fromEntries(missing), ...uploads?.fields };
  if (Object.keys(fields).length > 0) return fail(400, form(state, { fields }));
  if (refusals.length > 0) return fail(422, form(state, refusedBecause(refusals.map(({ sentence }) => sentence).join(' '), language)));
  const position = route?.positionName ?? null;
  const review = { key: crypto.randomUUID(), deadline, fee, position, warnings: warnings.map(({ sentence }) => sentence) };
  return { state, problems: null, review } satisfies Page;
}

function refusedBecause(sentences: string, language: Language): FormProblems {
  const { title, body } = formPageText[language].refused;
  return { fields: {}, title, message: `${sentences} ${body}` };
}

type Sent = { number: string; token: string } | { problem: ReturnType<typeof fail<Page>> };

async function send(service: OperableService, state: FormState, idempotencyKey: string, language: Language): Promise<Sent> {
  const body = { service: service.slug, answers: askedAnswers(service.form.definition, state.answers), channel: 'web' as const };
  const result = await call(submitCase, { language, body, idempotencyKey }).catch(silence);
  if (!result) {
    // The same key goes out again, so that a request which did arrive is not filed twice.
    const review = { key: idempotencyKey, deadline: null, fee: null, position: null, warnings: [] };
    return { problem: fail(503, { state, problems: { fields: {}, message: formPageText[language].errors.notSent }, review }) };
  }
  if (result.ok) return { number: result.value.number, token: result.value.trackingToken };
  const { status, kind, message, fields } = result;
  const problems = kind === 'not-eligible' ? refusedBecause(message, language) : { fields, message };
  return { problem: fail(status, form(state, problems)) };
}
