import { getOwnCase, ownToken } from '#lib/server/ownCase.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ submitted: await getOwnCase(event), token: ownToken(event), host: event.url.host });
