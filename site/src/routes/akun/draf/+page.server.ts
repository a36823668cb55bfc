import { fail, redirect } from '@sveltejs/kit';
import { deleteDraft, listDrafts } from '$contracts/drafts';
import { localPath } from '#lib/links.ts';
import { call, get, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { requireSession } from '#lib/server/visitor.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const drafts = await get(listDrafts, { language: event.locals.language });
  return { drafts, removed: event.url.searchParams.get('selesai') === 'hapus' };
};

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const id = textOf((await event.request.formData()).get('draf'));
    const result = await call(deleteDraft, { language, params: { id } }).catch(silence);
    // A draft that is gone already is as the visitor wants it.
    if (result?.ok || result?.kind === 'not-found') redirect(303, `${localPath(language, '/akun/draf')}?selesai=hapus#isi`);
    return fail(statusOf(result), { problems: problemsOf(result, language) });
  },
} satisfies Actions;
