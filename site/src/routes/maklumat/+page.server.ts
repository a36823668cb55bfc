import { listCharters } from '$contracts/charters';
import { get } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { language } }) => ({ charters: await get(listCharters, { language }) });
