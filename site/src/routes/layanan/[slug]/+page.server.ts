import { getAgency } from '$contracts/agencies';
import { getService, listServiceVersions } from '$contracts/services';
import { error } from '@sveltejs/kit';
import { siteText } from '$core/language/site';
import { formFields } from '$core/form/files';
import { get } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { language } }) => {
  const asked = url.searchParams.get('version');
  if (asked !== null && !/^[1-9]\d{0,5}$/.test(asked)) error(404, siteText[language].error.notFound.body);
  const slug = { slug: params.slug };
  const [service, versions] = await Promise.all([
    get(getService, { language, params: slug, query: asked === null ? {} : { version: Number(asked) } }),
    get(listServiceVersions, { language, params: slug }),
  ]);
  const agency = await get(getAgency, { language, params: { slug: service.agency.slug } });
  const version = versions.find((candidate) => candidate.version === service.version);
  return {
    service,
    agency,
    fields: service.form ? formFields(service.form.definition) : [],
    inForce: version?.inForce ?? true,
    hasHistory: versions.length > 1,
  };
};
