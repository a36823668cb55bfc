import { fail, redirect } from '@sveltejs/kit';
import { changePassword } from '$contracts/accounts';
import { registrationText } from '$core/language/siteRegistration';
import { localPath } from '#lib/links.ts';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { keepSession } from '#lib/server/session.ts';
import { requireSession } from '#lib/server/visitor.ts';
import { textOf } from '#lib/text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => requireSession(event);

export const actions = {
  default: async (event) => {
    requireSession(event);
    const { language } = event.locals;
    const data = await event.request.formData();
    const [currentPassword, password] = [textOf(data.get('currentPassword')), textOf(data.get('password'))];
    const { missing, different } = registrationText[language].password;
    const fields = {
      ...(currentPassword === '' ? { currentPassword: [missing] } : {}),
      ...(password === '' ? { password: [missing] } : {}),
      ...(password !== '' && password !== textOf(data.get('again')) ? { again: [different] } : {}),
    };
    if (Object.keys(fields).length > 0) return fail(400, { problems: { fields } });
    const result = await call(changePassword, { language, body: { currentPassword, password } }).catch(silence);
    if (!result?.ok) return fail(statusOf(result), { problems: problemsOf(result, language, 'currentPassword') });
    keepSession(event, result.value);
    redirect(303, `${localPath(language, '/akun/data')}?selesai=sandi#isi`);
  },
} satisfies Actions;
