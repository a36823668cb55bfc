import { fail, redirect } from '@sveltejs/kit';
import { changeMe, getMe, type Me } from '$contracts/accounts';
import { registrationText } from '$core/language/siteRegistration';
import { identityIn, missingIn, nikIn, type Identity } from '#lib/identity.ts';
import { localPath } from '#lib/links.ts';
import { call, get, silence } from '#lib/server/api.ts';
import { problemsOf, statusOf } from '#lib/server/problems.ts';
import { requireSession } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const identityOf = ({ name, birthDate, address, email }: Me): Identity => ({ name, birthDate, address, email: email ?? '' });

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const me = await get(getMe, { language: event.locals.language });
  return { identity: identityOf(me), nik: me.residency === 'city' ? (me.nik ?? '') : null };
};

export const actions = {
  default: async (event) => {
    requireSession(event);
    const { language } = event.locals;
    const data = await event.request.formData();
    const identity = identityIn(data);
    const me = await get(getMe, { language });
    const nik = me.residency === 'city' ? nikIn(data) : null;
    const fields = { ...(nik === '' ? { nik: [registrationText[language].nik.missing] } : {}), ...missingIn(identity, language) };
    if (Object.keys(fields).length > 0) return fail(400, { identity, nik, problems: { fields } });
    // Only what differs goes out: a NIK, name or birth date that is sent is checked again.
    const before = { ...identityOf(me), nik: me.nik ?? '' };
    const after = { ...identity, nik: nik ?? before.nik };
    const changed = Object.entries(after).filter(([key, value]) => value !== before[key as keyof typeof before]);
    const body = Object.fromEntries(changed.map(([key, value]) => [key, key === 'email' && value === '' ? null : value]));
    const result = await call(changeMe, { language, body }).catch(silence);
    if (result?.ok) redirect(303, `${localPath(language, '/akun/data')}?selesai=data#isi`);
    return fail(statusOf(result), { identity, nik, problems: problemsOf(result, language) });
  },
} satisfies Actions;
