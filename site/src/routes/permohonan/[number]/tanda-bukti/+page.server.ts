import { getOwnCase, ownToken } from '#lib/server/ownCase.ts';
import { scriptOf } from '#lib/server/scripts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  submitted: await getOwnCase(event),
  token: ownToken(event) ?? null,
  host: event.url.host,
  script: scriptOf(event),
});
