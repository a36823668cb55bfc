import { fail } from '@sveltejs/kit';
import { logOut } from '$contracts/accounts';
import { identifyRegistration } from '$contracts/registrations';
import { identityIn, missingIn, nikIn } from '#lib/identity.ts';
import type { FormProblems } from '#lib/form/state.ts';
import { call, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { goOn, registrationAt } from '#lib/server/registration.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the server warns of is in no later answer, so the post that completes the registration is answered with the screen after it. */
export const load: PageServerLoad = async (event) => ({
  registration: await (event.request.method === 'POST' ? registrationAt(event, 'identity', 'done') : registrationAt(event, 'identity')),
});

export const actions = {
  default: async (event) => {
    const { language } = event.locals;
    const { id } = await registrationAt(event, 'identity');
    const data = await event.request.formData();
    const identity = identityIn(data);
    // Asked here only once another account turned out to have the one that was given.
    const nik = data.has('nik') ? nikIn(data) : undefined;
    const missing = missingIn(identity, language);
    const wrong = (status: number, problems: FormProblems) => fail(status, { identity, nik, problems, done: null });
    if (Object.keys(missing).length > 0) return wrong(400, { fields: missing });
    const { email, ...rest } = identity;
    const body = { ...rest, ...(email === '' ? {} : { email }), ...(nik ? { nik } : {}) };
    const result = await call(identifyRegistration, { language, params: { id }, body }).catch(silence);
    if (!result?.ok) return wrong(statusOf(result), problemsOf(result, language));
    // The procedure ends with logging in by number and password; the session that the account came with is not used.
    if (result.value.complete) await call(logOut, { language, body: { everywhere: false }, jwt: result.value.jwt }).catch(silence);
    const { registration } = result.value;
    return registration.warnings.length > 0 ? { identity, nik, problems: null, done: registration } : goOn(event, registration);
  },
} satisfies Actions;
