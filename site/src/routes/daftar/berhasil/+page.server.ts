import { registrationAt } from '#lib/server/registration.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ registration: await registrationAt(event, 'done') });
