import { fail } from '@sveltejs/kit';
import { identifyRegistration } from '$contracts/registrations';
import { registrationText } from '$core/language/siteRegistration';
import { nikIn } from '#lib/identity.ts';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { goOn, registrationAt } from '#lib/server/registration.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ registration: await registrationAt(event, 'nik') });

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const { id } = await registrationAt(event, 'nik');
    const nik = nikIn(await event.request.formData());
    if (nik === '') return fail(400, { nik, problems: { fields: { nik: [registrationText[language].nik.missing] } } });
    const result = await call(identifyRegistration, { language, params: { id }, body: { nik } }).catch(silence);
    if (result?.ok) goOn(event, result.value.registration);
    return fail(statusOf(result), { nik, problems: problemsOf(result, language) });
  },
} satisfies Actions;
