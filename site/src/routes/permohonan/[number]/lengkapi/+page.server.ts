import { isDeepStrictEqual } from 'node:util';
import { fail, redirect } from '@sveltejs/kit';
import { getService } from '$contracts/services';
import type { Case } from '$contracts/cases';
import { formFields } from '$core/form/files';
import type { Answers } from '$core/form/schema';
import type { Language } from '$core/language/language';
import { stateOf, type FormProblems, type FormState } from '#lib/form/state.ts';
import { casePath, localPath } from '#lib/links.ts';
import { get } from '#lib/server/api.ts';
import { intentOf, takeForm } from '#lib/server/applicationPost.ts';
import { expectedSequence, sendCommand } from '#lib/server/commands.ts';
import { askedAnswers } from '#lib/server/formInput.ts';
import { getOwnCase, ownToken } from '#lib/server/ownCase.ts';
import { areasOf, type OperableService } from '#lib/server/service.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of the version that the case is pinned to; back to the case when it waits for nothing from the applicant. */
async function openForm(own: Case, language: Language): Promise<OperableService['form']> {
  const service = await get(getService, { language, params: { slug: own.service.slug }, query: { version: own.version } });
  if (!service.form || !own.commands.some((command) => command.type === 'supply')) redirect(303, localPath(language, casePath(own.number)));
  return service.form;
}

export const load: PageServerLoad = async (event) => {
  const { language } = event.locals;
  const own = await getOwnCase(event);
  const form = await openForm(own, language);
  const state = stateOf(formFields(form.definition), own.answers);
  const reason = own.timeline.findLast((entry) => entry.reason)?.reason ?? null;
  const { number, service, version, sequence } = own;
  return {
    number,
    service,
    version,
    sequence,
    reason,
    definition: form.definition,
    areas: areasOf(form),
    start: page(state, null),
    key: crypto.randomUUID(),
  };
};

/** What differs from the answers so far; an answer that was taken back is sent as null, so that it is emptied. */
function changes(before: Answers, after: Answers): Answers {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(keys.filter((key) => !isDeepStrictEqual(before[key], after[key])).map((key) => [key, after[key] ?? null]));
}

interface Page {
  state: FormState;
  problems: FormProblems | null;
  /** Key of the group that was asked for one item more. */
  added: string | undefined;
}

const page = (state: FormState, problems: FormProblems | null, added?: string): Page => ({ state, problems, added });

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const own = await getOwnCase(event);
    const { definition } = await openForm(own, language);
    const data = await event.request.formData();
    const intent = intentOf(data);
    const { state, problems } = await takeForm(definition, data, own.service.zoneLabel, language);
    if (intent.kind === 'add') return page(state, problems, intent.group);
    if (problems) return fail(problems.message === undefined ? 400 : 503, page(state, problems));
    const before = stateOf(formFields(definition), own.answers).answers;
    const refused = await sendCommand(
      { type: 'supply', answers: changes(before, askedAnswers(definition, state.answers)), expectedSequence: expectedSequence(data) },
      {
        number: own.number,
        trackingToken: ownToken(event),
        idempotencyKey: textOf(data.get('kunci')) || crypto.randomUUID(),
        language,
        form: 'supply',
      },
    );
    if (refused) return fail(refused.status, page(state, { fields: refused.data.fields, message: refused.data.message }));
    redirect(303, `${localPath(language, casePath(own.number))}?selesai=supply#isi`);
  },
} satisfies Actions;
