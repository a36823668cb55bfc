import { fail, redirect } from '@sveltejs/kit';
import { changeMe, getMe } from '$contracts/accounts';
import { describeRegistration } from '$contracts/registrations';
import { localPath } from '#lib/links.ts';
import { call, get, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { requireSession } from '#lib/server/visitor.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

const done = { data: 'correct', nomor: 'phone', sandi: 'password', setuju: 'consent' } as const;

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const { language } = event.locals;
  const [me, { consent }] = await Promise.all([get(getMe, { language }), get(describeRegistration, { language })]);
  const key = event.url.searchParams.get('selesai');
  return { me, consent, done: Object.entries(done).find(([name]) => name === key)?.[1] ?? null };
};

export const actions = {
  agree: async (event) => {
    const { language } = event.locals;
    const consentVersion = Number(textOf((await event.request.formData()).get('consentVersion')));
    const result = await call(changeMe, { language, body: { consentVersion } }).catch(silence);
    if (result?.ok) redirect(303, `${localPath(language, '/akun/data')}?selesai=setuju#isi`);
    return fail(statusOf(result), { problems: problemsOf(result, language) });
  },
} satisfies Actions;
