import { fail } from '@sveltejs/kit';
import { resumeRegistration } from '$contracts/registrations';
import { parseMobile } from '$core/identity/phone';
import { accountText } from '$core/language/account';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { goOn, keepRegistration } from '#lib/server/registration.ts';
import { textOf } from '#lib/text.ts';
import type { Actions } from './$types';

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const phone = textOf((await event.request.formData()).get('phone'))
      .trim()
      .slice(0, 30);
    if (!parseMobile(phone)) return fail(400, { phone, problems: { fields: { phone: [accountText[language].phone] } } });
    const result = await call(resumeRegistration, { language, body: { phone } }).catch(silence);
    if (!result?.ok) return fail(statusOf(result), { phone, problems: problemsOf(result, language, 'phone') });
    keepRegistration(event.cookies, event.url, result.value);
    goOn(event, result.value);
  },
} satisfies Actions;
