import { getService, listServiceVersions } from '$contracts/services';
import { get } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { language } }) => {
  const slug = { slug: params.slug };
  const [service, versions] = await Promise.all([
    get(getService, { language, params: slug }),
    get(listServiceVersions, { language, params: slug }),
  ]);
  return { slug: service.slug, name: service.name, zone: service.agency.zoneLabel, versions };
};
