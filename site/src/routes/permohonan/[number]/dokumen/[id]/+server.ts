import { getCaseDocument } from '$contracts/cases';
import { download } from '#lib/server/api.ts';
import { ownToken } from '#lib/server/ownCase.ts';
import type { RequestHandler } from './$types';

/** Hands a document of the case through to who holds its code. Always a download: nothing an office attaches may run as a page of this site. */
export const GET: RequestHandler = async (event) => {
  const { params, locals } = event;
  const document = await download(getCaseDocument, {
    language: locals.language,
    params: { number: params.number, id: params.id },
    trackingToken: ownToken(event),
  });
  const disposition = document.headers.get('content-disposition') ?? '';
  const fallback = `attachment; filename="${params.number}-${params.id}"`.replace(/[^\x20-\x7e]/g, '_');
  return new Response(document.body, {
    headers: {
      'Content-Type': document.headers.get('content-type') ?? 'application/octet-stream',
      'Content-Disposition': disposition.startsWith('attachment') ? disposition : fallback,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
};
