import { fail, redirect } from '@sveltejs/kit';
import { changePhone, getMe, provePhone } from '$contracts/accounts';
import { parseMobile } from '$core/identity/phone';
import { accountText } from '$core/language/account';
import { profileText } from '$core/language/siteProfile';
import { registrationText } from '$core/language/siteRegistration';
import type { FormProblems } from '#lib/form/state.ts';
import { localPath } from '#lib/links.ts';
import { call, get, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { requireSession } from '#lib/server/visitor.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

interface Page {
  phone: string;
  /** The change that both codes finish. */
  asked: { id: string; expiresAt: string } | null;
  problems: FormProblems | null;
}

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const { phone } = await get(getMe, { language: event.locals.language });
  return { now: phone };
};

export const actions = {
  ask: async (event) => {
    requireSession(event);
    const { language } = event.locals;
    const data = await event.request.formData();
    const phone = textOf(data.get('phone')).trim().slice(0, 100);
    const password = textOf(data.get('password'));
    const page = (problems: FormProblems): Page => ({ phone, asked: null, problems });
    const fields = {
      ...(parseMobile(phone) ? {} : { phone: [accountText[language].phone] }),
      ...(password === '' ? { password: [registrationText[language].password.missing] } : {}),
    };
    if (Object.keys(fields).length > 0) return fail(400, page({ fields }));
    const result = await call(changePhone, { language, body: { phone, password } }).catch(silence);
    if (result?.ok) return { phone, asked: result.value, problems: null } satisfies Page;
    const field = result?.kind === 'credentials-wrong' ? 'password' : 'phone';
    return fail(statusOf(result), page(problemsOf(result, language, field)));
  },
  prove: async (event) => {
    requireSession(event);
    const { language } = event.locals;
    const data = await event.request.formData();
    const asked = { id: textOf(data.get('id')), expiresAt: textOf(data.get('sampai')) };
    const page = (problems: FormProblems): Page => ({ phone: '', asked, problems });
    const [oldCode, newCode] = [textOf(data.get('oldCode')), textOf(data.get('newCode'))];
    const missing = profileText[language].phone.missing;
    const fields = { ...(/\d/.test(oldCode) ? {} : { oldCode: [missing] }), ...(/\d/.test(newCode) ? {} : { newCode: [missing] }) };
    if (Object.keys(fields).length > 0) return fail(400, page({ fields }));
    const result = await call(provePhone, { language, params: { id: asked.id }, body: { oldCode, newCode } }).catch(silence);
    if (result?.ok) redirect(303, `${localPath(language, '/akun/data')}?selesai=nomor#isi`);
    return fail(statusOf(result), page(problemsOf(result, language, 'newCode')));
  },
} satisfies Actions;
