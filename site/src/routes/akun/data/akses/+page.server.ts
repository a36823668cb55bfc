import { listAccesses } from '$contracts/accounts';
import { get } from '#lib/server/api.ts';
import { requireSession } from '#lib/server/visitor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  return { accesses: await get(listAccesses, { language: event.locals.language }) };
};
