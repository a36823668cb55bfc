import { fail } from '@sveltejs/kit';
import { eraseMe } from '$contracts/accounts';
import { profileText } from '$core/language/siteProfile';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { dropSession } from '#lib/server/session.ts';
import { forgetCodes } from '#lib/server/tracking.ts';
import { requireSession } from '#lib/server/visitor.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

/** The answer to the erasure is shown by this same page, to somebody who has no session any more. */
export const load: PageServerLoad = (event) => {
  if (event.request.method === 'GET') requireSession(event);
};

export const actions = {
  default: async (event) => {
    requireSession(event);
    const { language } = event.locals;
    const { word, mistyped } = profileText[language].erase;
    const typed = textOf((await event.request.formData()).get('yakin')).trim();
    if (typed.toUpperCase() !== word) return fail(400, { erasure: null, problems: { fields: { yakin: [mistyped(word)] } } });
    const result = await call(eraseMe, { language }).catch(silence);
    if (!result?.ok) return fail(statusOf(result), { erasure: null, problems: problemsOf(result, language) });
    dropSession(event);
    forgetCodes(event.cookies, event.url);
    event.setHeaders({ 'Clear-Site-Data': '"storage"' });
    return { erasure: result.value, problems: null };
  },
} satisfies Actions;
