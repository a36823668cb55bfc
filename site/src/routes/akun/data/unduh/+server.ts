import { error } from '@sveltejs/kit';
import { exportMe } from '$contracts/accounts';
import { siteAccountText } from '$core/language/siteAccount';
import { download } from '#lib/server/api.ts';
import { requireSession } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept about the visitor, as one file. */
export const GET: RequestHandler = async (event) => {
  requireSession(event);
  const { language } = event.locals;
  const archive = await download(exportMe, { language });
  if (!archive) error(429, siteAccountText[language].problem.later);
  return new Response(archive.body, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': archive.headers.get('content-disposition') ?? 'attachment; filename="data-saya.zip"',
      'Cache-Control': 'private, no-store',
    },
  });
};
