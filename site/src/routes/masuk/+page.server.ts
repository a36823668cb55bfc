import { fail, redirect } from '@sveltejs/kit';
import { logIn } from '$contracts/accounts';
import type { FieldMessages } from '$core/refusal';
import { siteAccountText } from '$core/language/siteAccount';
import { localPath, returnPath } from '#lib/links.ts';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { findRegistration, forgetRegistration } from '#lib/server/registration.ts';
import { keepSession } from '#lib/server/session.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

const home = '/akun';
const reasons = { perlu: 'needed', berakhir: 'ended', keluar: 'out', semua: 'outEverywhere', daftar: 'registeredOnly' } as const;

export const load: PageServerLoad = async (event) => {
  const { url, locals } = event;
  const back = returnPath(url.searchParams.get('kembali'), home);
  if (locals.session) redirect(303, localPath(locals.language, back));
  const registration = await findRegistration(event);
  const reason = Object.entries(reasons).find(([key]) => key === url.searchParams.get('sebab'))?.[1] ?? null;
  return { back, reason, step: registration?.stage === 'done' ? registration.steps : null };
};

export const actions = {
  default: async (event) => {
    const { cookies, locals, request, url } = event;
    const { language } = locals;
    const words = siteAccountText[language].logIn;
    const data = await request.formData();
    const phone = textOf(data.get('phone')).trim().slice(0, 100);
    const password = textOf(data.get('password'));
    const fields: FieldMessages = {
      ...(phone === '' ? { phone: [words.phoneMissing] } : {}),
      ...(password === '' ? { password: [words.passwordMissing] } : {}),
    };
    if (Object.keys(fields).length > 0) return fail(400, { phone, problems: { fields } });
    const result = await call(logIn, { language, body: { identifier: phone, password } }).catch(silence);
    if (!result?.ok) return fail(statusOf(result), { phone, problems: problemsOf(result, language) });
    keepSession(event, result.value);
    forgetRegistration(cookies, url);
    redirect(303, localPath(language, returnPath(textOf(data.get('kembali')), home)));
  },
} satisfies Actions;
