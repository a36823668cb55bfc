import { redirect } from '@sveltejs/kit';
import { listCases } from '$contracts/cases';
import { localPath } from '#lib/links.ts';
import { getPage } from '#lib/server/api.ts';
import { requireSession } from '#lib/server/visitor.ts';
import type { PageServerLoad } from './$types';

/** All that the contract gives at once, so that what waits for the visitor is seldom on a later page. */
const pageSize = 100;

export const load: PageServerLoad = async (event) => {
  requireSession(event);
  const { url, locals } = event;
  const asked = url.searchParams.get('halaman') ?? '1';
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const { data: cases, meta } = await getPage(listCases, { language: locals.language, query: { page, pageSize } });
  const { pageCount, total } = meta.pagination;
  if (total > 0 && page > pageCount) redirect(303, `${localPath(locals.language, '/akun')}?halaman=${pageCount}`);
  return {
    waiting: cases.filter(({ waitsForMe }) => waitsForMe),
    others: cases.filter(({ waitsForMe }) => !waitsForMe),
    pagination: meta.pagination,
    hasNewPassword: url.searchParams.get('selesai') === 'sandi',
  };
};
