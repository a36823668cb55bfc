import { withoutLanguage } from '#lib/links.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
  // A form's answer stands at the address of its action ("?/name"), which is no page of its own.
  const query = url.search.startsWith('?/') ? '' : url.search;
  return { language: locals.language, here: withoutLanguage(url.pathname) + query };
};
