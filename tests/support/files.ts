import { once } from 'node:events';
import { request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** One PDF object's text; the number is given by its place. */
const objectsOf = (padding: Buffer): Buffer[] => [
  Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
  Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
  Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>'),
  Buffer.concat([Buffer.from(`<</Length ${padding.length}>>\nstream\n`), padding, Buffer.from('\nendstream')]),
];

/** A PDF of one page whose objects are these, with the cross-references and the end that belong to it. */
export function pdfFrom(objects: Buffer[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  add(Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A PDF of one page and of exactly so many bytes. */
export function pdfOfSize(bytes: number): Buffer {
  const rough = pdfFrom(objectsOf(Buffer.alloc(bytes, ' ')));
  const exact = pdfFrom(objectsOf(Buffer.alloc(2 * bytes - rough.length, ' ')));
  // A number with fewer digits made it shorter again.
  return exact.length === bytes ? exact : pdfFrom(objectsOf(Buffer.alloc(3 * bytes - rough.length - exact.length, ' ')));
}

/** A PDF of a few kilobytes one of whose streams inflates to so many bytes; `where` is what holds the stream. */
export function inflatingPdf(bytes: number, where: 'page' | 'object stream'): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, ' '));
  const type = where === 'page' ? '' : '/Type/ObjStm/N 1/First 4';
  const stream = Buffer.concat([
    Buffer.from(`<<${type}/Length ${packed.length}/Filter/FlateDecode>>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
  const [catalog, pages, page] = objectsOf(Buffer.alloc(0));
  if (!catalog || !pages || !page) throw new Error('A PDF has a catalog, a tree and a page');
  // The tree of the second is in the stream alone.
  return pdfFrom(where === 'page' ? [catalog, pages, page, stream] : [catalog, stream]);
}

/** MPEG frames of 128 kbit/s and 44.1 kHz, 1,152 samples each. */
export function recording(frames: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A photograph, taken by a telephone that was held upright and knew where it was. */
export function photograph(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#336699', noise: { type: 'gaussian', mean: 128, sigma: 12 } } })
    .jpeg({ quality: 80 })
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'Telepon Uji', ImageDescription: 'Rumah Siti Aminah' },
        IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 13/1 0/1' },
      },
    })
    .toBuffer();
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A PNG that says it is so large, with this many inflated bytes of pixels, and a text that inflates to so many bytes. */
export function pngBomb({ side, pixels = 0, text = 0 }: { side: number; pixels?: number; text?: number }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0], 8);
  const comment = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(text))]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...(text > 0 ? [pngChunk('zTXt', comment)] : []),
    pngChunk('IDAT', deflateSync(Buffer.alloc(pixels))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: unknown;
}

interface Form {
  type: string;
  body: Buffer;
}

/** One part of a form as it goes over the wire, whatever its name holds. */
export function formOf(filename: string, content: Buffer, field = 'file'): Form {
  const boundary = '----batas-uji-7f3a';
  const quoted = filename.replaceAll('"', '%22');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${quoted}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** Connections to a server, opened some at a time: a system refuses what comes faster than a server can pick up, which is not what is tested. */
export async function connections(url: string, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const open: Socket[] = [];
  while (open.length < count) {
    const some = Array.from({ length: Math.min(100, count - open.length) }, () => connect(Number(port), hostname));
    await Promise.all(some.map((socket) => once(socket, 'connect')));
    open.push(...some);
  }
  return open;
}

const options = ({ type, body }: Form, headers: Record<string, string>) => ({
  method: 'POST',
  agent: false,
  headers: { 'Content-Type': type, 'Content-Length': body.length, ...headers },
});

const answerTo = (sent: ClientRequest): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown,
        });
      });
    });
  });

/** Sends a form to `/api/attachments`, over a connection of its own unless one is given. */
export function sendForm(url: string, form: Form, headers: Record<string, string> = {}, socket?: Socket): Promise<RawAnswer> {
  const sent = request(`${url}/api/attachments`, { ...options(form, headers), ...(socket ? { createConnection: () => socket } : {}) });
  const answer = answerTo(sent);
  sent.end(form.body);
  return answer;
}

/** An upload whose sender has stopped in the middle. */
export interface Begun {
  /** Sends the rest. */
  finish(): Promise<RawAnswer>;
  /** The sender is gone. */
  abandon(): void;
}

/** Begins to send a form to `/api/attachments`: resolves once the server has met it, with half of it under way. */
export async function beginForm(url: string, form: Form, headers: Record<string, string> = {}): Promise<Begun> {
  const sent = request(`${url}/api/attachments`, options(form, { Expect: '100-continue', ...headers }));
  sent.flushHeaders();
  await once(sent, 'continue');
  const answer = answerTo(sent);
  answer.catch(() => undefined);
  const half = Math.floor(form.body.length / 2);
  sent.write(form.body.subarray(0, half));
  return {
    finish() {
      sent.end(form.body.subarray(half));
      return answer;
    },
    abandon: () => void sent.destroy(),
  };
}
