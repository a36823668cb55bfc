import { redirect } from '@sveltejs/kit';
import { describeRegistration } from '$contracts/registrations';
import { localPath } from '#lib/links.ts';
import { stagePaths } from '#lib/registration.ts';
import { get } from '#lib/server/api.ts';
import { findRegistration } from '#lib/server/registration.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { language, session } = event.locals;
  if (session) redirect(303, localPath(language, '/akun'));
  const [{ steps }, unfinished] = await Promise.all([get(describeRegistration, { language }), findRegistration(event)]);
  return {
    steps,
    since: new Date().toISOString(),
    unfinished: unfinished && unfinished.stage !== 'done' ? stagePaths[unfinished.stage] : null,
    gone: event.url.searchParams.get('selesai') === 'hilang',
  };
};
