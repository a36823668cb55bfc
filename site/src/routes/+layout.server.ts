import { withoutLanguage } from '#lib/links.ts';
import { findVisitor } from '#lib/server/visitor.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  // A form's answer stands at the address of its action ("?/name"), which is no page of its own.
  const query = url.search.startsWith('?/') ? '' : url.search;
  const me = await findVisitor({ locals });
  const visitor = locals.session ? (me?.name ?? '') : null;
  return { language: locals.language, here: withoutLanguage(url.pathname) + query, visitor };
};
