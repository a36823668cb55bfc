import { fail } from '@sveltejs/kit';
import { proveRegistration, resendRegistrationCode } from '$contracts/registrations';
import { registrationText } from '$core/language/siteRegistration';
import type { FormProblems } from '#lib/form/state.ts';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { goOn, registrationAt } from '#lib/server/registration.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = (problems: FormProblems) => ({ problems, resent: false });

export const load: PageServerLoad = async (event) => {
  const registration = await registrationAt(event, 'otp');
  const now = Date.now();
  const { otp } = registration;
  return {
    registration,
    otp: otp && { ...otp, over: Date.parse(otp.expiresAt) <= now, canResend: Date.parse(otp.resendAt) <= now },
  };
};

export const actions = {
  prove: async (event) => {
    const { language } = event.locals;
    const { id } = await registrationAt(event, 'otp');
    const code = textOf((await event.request.formData()).get('code'));
    if (!/\d/.test(code)) return fail(400, shown({ fields: { code: [registrationText[language].code.missing] } }));
    const result = await call(proveRegistration, { language, params: { id }, body: { code } }).catch(silence);
    if (result?.ok) goOn(event, result.value);
    return fail(statusOf(result), shown(problemsOf(result, language, 'code')));
  },
  resend: async (event) => {
    const { language } = event.locals;
    const { id } = await registrationAt(event, 'otp');
    const result = await call(resendRegistrationCode, { language, params: { id } }).catch(silence);
    return result?.ok ? { problems: null, resent: true } : fail(statusOf(result), shown(problemsOf(result, language)));
  },
} satisfies Actions;
