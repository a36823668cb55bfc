import { describeRegistration } from '$contracts/registrations';
import { call, silence } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const described = await call(describeRegistration, { language: locals.language }).catch(silence);
  return { periods: described?.ok ? described.value.retention : [] };
};
