import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Encoding = keyof typeof encoders;

const smallest = 1_024;

/** A reader on a slow line gets text compressed. Personal pages stay as they are: length must tell nothing about a tracking code on them. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const encoding = accepted(request);
  const type = response.headers.get('content-type') ?? '';
  const secret = (response.headers.get('cache-control') ?? '').includes('no-store');
  if (!encoding || secret || !response.body || !/^text\/|json/.test(type) || response.headers.has('content-encoding')) return response;
  const body = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('Vary', 'Accept-Encoding');
  const { status, statusText } = response;
  if (body.length < smallest) return new Response(new Uint8Array(body), { status, statusText, headers });
  headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  return new Response(new Uint8Array(await encoders[encoding](body)), { status, statusText, headers });
}

function accepted(request: Request): Encoding | undefined {
  const offered = (request.headers.get('accept-encoding') ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((encoding) => offered.includes(encoding));
}
