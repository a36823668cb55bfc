import { fail, redirect } from '@sveltejs/kit';
import { forgotPassword, resetPassword } from '$contracts/accounts';
import { parseMobile } from '$core/identity/phone';
import { accountText } from '$core/language/account';
import { localPath } from '#lib/links.ts';
import { registrationText } from '$core/language/siteRegistration';
import type { FormProblems } from '#lib/form/state.ts';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { keepSession } from '#lib/server/session.ts';
import { textOf } from '#lib/text.ts';
import type { Actions } from './$types';

/** The code that was asked for, carried in the form; whether the number has an account is in nothing of it. */
interface Asked {
  id: string;
  expiresAt: string;
  resendAt: string;
}

interface Page {
  phone: string;
  asked: Asked | null;
  /** This code took the place of one before. */
  resent: boolean;
  problems: FormProblems | null;
}

function askedBefore(data: FormData): Asked | null {
  const [id, expiresAt, resendAt] = [textOf(data.get('id')), textOf(data.get('sampai')), textOf(data.get('ulang'))];
  return id === '' ? null : { id, expiresAt, resendAt };
}

export const actions = {
  ask: async ({ request, locals: { language } }) => {
    const data = await request.formData();
    const phone = textOf(data.get('phone')).trim().slice(0, 100);
    const before = askedBefore(data);
    const page = (problems: FormProblems): Page => ({ phone, asked: before, resent: false, problems });
    if (!parseMobile(phone)) return fail(400, page({ fields: { phone: [accountText[language].phone] } }));
    const result = await call(forgotPassword, { language, body: { phone } }).catch(silence);
    if (!result?.ok) return fail(statusOf(result), page(problemsOf(result, language, 'phone')));
    return { phone, asked: result.value, resent: before !== null, problems: null } satisfies Page;
  },
  reset: async (event) => {
    const { language } = event.locals;
    const data = await event.request.formData();
    const asked = askedBefore(data);
    if (!asked) redirect(303, localPath(language, '/lupa-sandi'));
    const page = (problems: FormProblems): Page => ({ phone: textOf(data.get('phone')).slice(0, 100), asked, resent: false, problems });
    const [code, password] = [textOf(data.get('code')), textOf(data.get('password'))];
    const { code: codeWords, password: passwordWords } = registrationText[language];
    const fields = {
      ...(/\d/.test(code) ? {} : { code: [codeWords.missing] }),
      ...(password === '' ? { password: [passwordWords.missing] } : {}),
      ...(password !== '' && password !== textOf(data.get('again')) ? { again: [passwordWords.different] } : {}),
    };
    if (Object.keys(fields).length > 0) return fail(400, page({ fields }));
    const result = await call(resetPassword, { language, body: { id: asked.id, code, password } }).catch(silence);
    if (!result?.ok) return fail(statusOf(result), page(problemsOf(result, language, 'code')));
    keepSession(event, result.value);
    redirect(303, localPath(language, '/akun?selesai=sandi'));
  },
} satisfies Actions;
