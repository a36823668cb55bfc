import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { getDraft } from '$contracts/drafts';
import { draftsText } from '$core/language/siteDrafts';
import { formPageText } from '$core/language/siteForm';
import { canPrefill, prefilled } from '#lib/form/prefill.ts';
import { emptyState, type FormState } from '#lib/form/state.ts';
import { casePath, draftPath, localPath } from '#lib/links.ts';
import { carriedState, intentOf, takeForm } from '#lib/server/applicationPost.ts';
import { checkApplication, formPage, sendApplication, type ApplicationPage } from '#lib/server/application.ts';
import { draftState, markIn, markOf, overwriteDraft, saveDraft, type DraftMark } from '#lib/server/drafts.ts';
import { get } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { scriptOf } from '#lib/server/scripts.ts';
import { areasOf, getOperableService, type OperableService } from '#lib/server/service.ts';
import { keepToken } from '#lib/server/tracking.ts';
import { findVisitor } from '#lib/server/visitor.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

/** The draft in the address, as the form that it continues. */
async function startOf(
  { request, url, locals: { language } }: Pick<RequestEvent, 'request' | 'url' | 'locals'>,
  slug: string,
): Promise<ApplicationPage> {
  const id = url.searchParams.get('draf');
  // A posted form is answered from what was posted: its draft may be gone by now, and the session with it.
  if (id === null || request.method === 'POST') return formPage(emptyState());
  const draft = await get(getDraft, { language, params: { id } });
  if (draft.service.slug !== slug) redirect(303, localPath(language, draftPath(draft)));
  return formPage(draftState(draft), null, { mark: markOf(draft), note: url.searchParams.has('tersimpan') ? 'saved' : undefined });
}

export const load: PageServerLoad = async (event) => {
  const { language } = event.locals;
  const service = await getOperableService(event.params.slug, event);
  const { slug, name, version, agency, form: content } = service;
  const [start, me] = await Promise.all([startOf(event, slug), findVisitor(event)]);
  return {
    slug,
    name,
    version,
    agency,
    definition: content.definition,
    areas: areasOf(content),
    start,
    key: crypto.randomUUID(),
    member: me ? { id: me.id, name: me.name, known: canPrefill(content.definition, start.state, me) } : null,
    arrived: event.request.method === 'POST' || event.url.searchParams.has('tersimpan'),
    // Whose copy may be shown is not known while the server does not say who is logged in.
    script: me || !event.locals.session ? scriptOf(event) : null,
    logIn: `${localPath(language, '/masuk')}?kembali=${encodeURIComponent(`/layanan/${slug}/ajukan`)}`,
  };
};

export const actions = {
  default: async (event) => {
    const { params, request, locals, cookies, url } = event;
    const { language } = locals;
    const service = await getOperableService(params.slug, event);
    const data = await request.formData();
    const intent = intentOf(data);
    const mark = markIn(data);
    const { definition } = service.form;
    // A page that only reviews carries its answers in one piece.
    const carried = data.has('isi') ? (carriedState(data) ?? emptyState()) : undefined;
    if (intent.kind === 'edit') return formPage(carried ?? emptyState(), null, { mark });
    if (intent.kind === 'send') {
      if (!carried) return formPage(emptyState());
      const outcome = await sendApplication(service, carried, mark, textOf(data.get('kunci')), language);
      if ('problem' in outcome) return outcome.problem;
      keepToken(cookies, url, outcome.number, outcome.token);
      redirect(303, `${localPath(language, casePath(outcome.number, 'tanda-bukti'))}#isi`);
    }
    const { state, problems } = carried
      ? { state: carried, problems: null }
      : await takeForm(definition, data, service.agency.zoneLabel, language);
    if (intent.kind === 'add') return { ...formPage(state, problems, { mark }), added: intent.group };
    if (intent.kind === 'check') return checkApplication(service, state, problems, mark, language);
    if (intent.kind === 'restore') return formPage(state, problems, { mark, note: 'restored' });
    if (intent.kind === 'prefill') {
      const me = await findVisitor(event);
      return formPage(me ? prefilled(definition, state, me) : state, problems, { mark, note: me ? 'prefilled' : undefined });
    }
    if (problems) return fail(problems.message === undefined ? 400 : 503, formPage(state, problems, { mark }));
    return keepDraft(event, service, state, mark, { overwrite: intent.kind === 'overwrite', key: textOf(data.get('kunci')) });
  },
} satisfies Actions;

/** Saves the form as a draft and shows it from there; or says why not, with everything that was typed. */
async function keepDraft(
  { locals: { language, session } }: Pick<RequestEvent, 'locals'>,
  service: OperableService,
  state: FormState,
  mark: DraftMark | null,
  { overwrite, key }: { overwrite: boolean; key: string },
) {
  const words = draftsText[language].form;
  if (!session) return fail(401, formPage(state, { fields: {}, message: words.logInFirst }, { mark }));
  const saving = { language, idempotencyKey: key || crypto.randomUUID() };
  const result =
    overwrite && mark ? await overwriteDraft(service.slug, state, mark, language) : await saveDraft(service.slug, state, mark, saving);
  if (result?.ok) redirect(303, `${localPath(language, `/layanan/${service.slug}/ajukan`)}?draf=${result.value.id}&tersimpan#isi`);
  if (result?.kind === 'stale-sequence') return fail(409, formPage(state, null, { mark, note: 'stale' }));
  if (result?.kind === 'not-found') return fail(404, formPage(state, { fields: {}, message: words.gone }));
  const problems = problemsOf(result, language);
  return fail(
    statusOf(result),
    formPage(state, result ? problems : { ...problems, message: formPageText[language].errors.notSent }, { mark }),
  );
}
