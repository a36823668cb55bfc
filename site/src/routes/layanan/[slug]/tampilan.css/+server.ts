import { getService } from '$contracts/services';
import { conditionCss } from '#lib/form/conditionCss.ts';
import { get } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** What to hide of a version's form, as a stylesheet of its own, because the content security policy forbids styles inside pages. */
export const GET: RequestHandler = async ({ params, url, locals: { language } }) => {
  const version = Number(url.searchParams.get('version'));
  const query = Number.isInteger(version) && version > 0 ? { version } : {};
  const { form } = await get(getService, { language, params: { slug: params.slug }, query });
  return new Response(form ? conditionCss(form.definition) : '', { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
