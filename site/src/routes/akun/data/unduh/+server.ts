import { exportMe } from '$contracts/accounts';
import { download } from '#lib/server/api.ts';
import { requireSession } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept about the visitor, as one file. */
export const GET: RequestHandler = async (event) => {
  requireSession(event);
  const archive = await download(exportMe, { language: event.locals.language });
  return new Response(archive.body, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': archive.headers.get('content-disposition') ?? 'attachment; filename="data-saya.zip"',
      'Cache-Control': 'private, no-store',
    },
  });
};
