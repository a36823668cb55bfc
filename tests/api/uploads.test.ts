import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { from } from '../support/addresses';
import { startApp, type App } from '../support/app';
import { query } from '../support/database';
import {
  connections,
  formOf,
  inflatingPdf,
  pdfFrom,
  pdfOfSize,
  photograph,
  pngBomb,
  recording,
  sendForm,
  type RawAnswer,
} from '../support/files';
import { watchMemory } from '../support/memory';
import { aPdf } from '../support/requests';
import { until } from '../support/until';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

interface Kept {
  id: string;
  name: string;
  mime: string;
  size: number;
  pages?: number;
}

const limit = 5_242_880;
const send = (filename: string, content: Buffer): Promise<RawAnswer> => sendForm(app.url, formOf(filename, content));

async function keep(filename: string, content: Buffer): Promise<Kept> {
  const { status, body } = await send(filename, content);
  expect({ status, body }).toMatchObject({ status: 201 });
  return (body as { data: Kept }).data;
}

const storedPath = (id: string): string => join(app.dataDirectory, 'files', id.slice(0, 2), id);
const stored = (id: string): Promise<Buffer> => readFile(storedPath(id));

/** Everything that an upload could leave behind: rows, contents, and files on their way. */
async function left(): Promise<unknown> {
  const contents = await readdir(join(app.dataDirectory, 'files'), { recursive: true, withFileTypes: true });
  const incoming = await readdir(join(app.dataDirectory, 'incoming')).catch(() => []);
  return [
    await query(app.databaseUrl, 'SELECT count(*) FROM maklumat_attachment'),
    contents.filter((entry) => entry.isFile()).length,
    incoming,
  ];
}

async function lockedPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: 'rahasia', ownerPassword: 'rahasia-juga', pdfVersion: '1.7' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.text('Terkunci').end();
  await ended;
  return Buffer.concat(chunks);
}

const html = Buffer.from('<!doctype html><html><body><script>alert(document.cookie)</script></body></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const gif = Buffer.from('GIF89a/*\x01\x00\x01\x00*/=1;alert(document.domain)//<script>alert(1)</script>', 'latin1');
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(1_000)]);
const zip = Buffer.from(zipSync({ 'surat.txt': Buffer.from('Halo') }));
const zipBomb = Buffer.from(zipSync({ 'nol.bin': Buffer.alloc(200_000_000) }, { level: 9 }));
const docx = Buffer.from(
  zipSync({
    '[Content_Types].xml': Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': Buffer.from('<w:document/>'),
  }),
);
const large = (width: number, height: number, progressive: boolean): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .jpeg({ quality: 30, progressive })
    .toBuffer();

type Refused = [name: string, filename: string, content: () => Buffer | Promise<Buffer>, status: number, kind: string, says: RegExp];
const refused: Refused[] = [
  ['HTML named .png', 'foto.png', () => html, 415, 'file-type-refused', /bukan PDF/],
  ['an SVG with a script', 'logo.svg', () => svg, 415, 'file-type-refused', /bukan PDF/],
  ['an SVG named .jpg', 'logo.jpg', () => svg, 415, 'file-type-refused', /bukan PDF/],
  ['a GIF that is a script as well', 'gambar.jpg', () => gif, 415, 'file-type-refused', /bukan PDF/],
  ['a ZIP archive', 'berkas.pdf', () => zip, 415, 'file-type-refused', /bukan PDF/],
  ['a ZIP archive of 200 MB of nothing', 'berkas.zip', () => zipBomb, 415, 'file-type-refused', /bukan PDF/],
  ['a Word document', 'surat.docx', () => docx, 415, 'file-type-refused', /bukan PDF/],
  [
    'a PDF with a ZIP archive behind it',
    'surat.pdf',
    async () => Buffer.concat([await aPdf(), zip]),
    415,
    'file-type-refused',
    /arsip ZIP/,
  ],
  [
    'a ZIP archive with a PDF behind it',
    'surat.pdf',
    async () => Buffer.concat([zip, await aPdf()]),
    415,
    'file-type-refused',
    /bukan PDF/,
  ],
  [
    'a page of HTML with a PDF behind it',
    'surat.pdf',
    async () => Buffer.concat([html, await aPdf()]),
    415,
    'file-type-refused',
    /bukan PDF/,
  ],
  ['a PDF that was cut off', 'surat.pdf', async () => (await aPdf()).subarray(0, -200), 422, 'file-damaged', /terpotong/],
  [
    'a PDF of which only the end is there',
    'surat.pdf',
    async () => Buffer.concat([Buffer.from('%PDF-1.5\n'), (await aPdf()).subarray(-300)]),
    422,
    'file-damaged',
    /rusak/,
  ],
  ['a PDF without pages', 'surat.pdf', () => pdfFrom([Buffer.from('<</Type/Catalog>>')]), 422, 'file-damaged', /rusak/],
  ['a PDF with a password', 'surat.pdf', lockedPdf, 422, 'file-damaged', /dikunci/],
  ['a PDF whose page tree inflates to 400 MB', 'surat.pdf', () => inflatingPdf(400_000_000, 'object stream'), 422, 'file-damaged', /rusak/],
  ['a picture of 50 million pixels', 'foto.jpg', () => large(10_000, 5_000, false), 422, 'file-damaged', /40 juta piksel/],
  ['a progressive one of 20 million', 'foto.jpg', () => large(5_000, 4_000, true), 422, 'file-damaged', /16 juta piksel/],
  [
    'a PNG of 900 million pixels in a few bytes',
    'foto.png',
    () => pngBomb({ side: 30_000, pixels: 10_000_000 }),
    422,
    'file-damaged',
    /40 juta piksel/,
  ],
  ['a PNG with nothing but a header', 'foto.png', () => pngBomb({ side: 100 }), 422, 'file-damaged', /rusak/],
  ['a JPEG that was cut off', 'foto.jpg', async () => (await photograph(400, 300)).subarray(0, 4_000), 422, 'file-damaged', /terpotong/],
  [
    'a recording that is none',
    'rekaman.mp3',
    () => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), html]),
    415,
    'file-type-refused',
    /bukan PDF/,
  ],
  ['a HEIC photograph', 'IMG_0042.HEIC', () => heic, 415, 'file-type-refused', /HEIC.*JPG/],
  ['a PDF of 5 MB and one byte', 'surat.pdf', () => pdfOfSize(limit + 1), 413, 'file-too-large', /5 MB/],
  ['20 MB', 'surat.pdf', () => pdfOfSize(20_000_000), 413, 'file-too-large', /5 MB/],
];

describe('an upload that is refused', () => {
  it.each(refused)('%s leaves nothing behind', async (_name, filename, content, status, kind, says) => {
    const before = await left();
    const answer = await send(filename, await content());
    expect(answer).toMatchObject({ status, body: { data: null, error: { details: { kind } } } });
    expect((answer.body as { error: { message: string } }).error.message).toMatch(says);
    expect(await left()).toEqual(before);
  });

  it.each([
    ['another type of body', { type: 'application/json', body: Buffer.from('{"file":"x"}') }, 400, 'file-missing'],
    ['a form without a boundary', { type: 'multipart/form-data', body: Buffer.from('x') }, 400, 'malformed-body'],
    ['a form that is none', { type: 'multipart/form-data; boundary=x', body: Buffer.from('tidak ada batasnya') }, 400, 'malformed-body'],
    ['a file under another name', formOf('a.pdf', Buffer.from('x'), 'berkas'), 400, 'file-missing'],
  ])('%s is told what is missing', async (_name, form, status, kind) => {
    const before = await left();
    expect(await sendForm(app.url, form)).toMatchObject({ status, body: { error: { details: { kind } } } });
    expect(await left()).toEqual(before);
  });

  it('two files at once are told to come one by one', async () => {
    const { type, body } = formOf('satu.pdf', await aPdf());
    const boundary = `--${type.split('boundary=')[1]}`;
    const twice = Buffer.concat([body.subarray(0, body.lastIndexOf(`${boundary}--`)), body]);
    expect(await sendForm(app.url, { type, body: twice })).toMatchObject({
      status: 400,
      body: { error: { details: { kind: 'invalid-request' } } },
    });
  });

  it('a connection that ends in the middle leaves nothing behind', async () => {
    const before = await left();
    const { type, body } = formOf('putus.pdf', pdfOfSize(1_000_000));
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`POST /api/attachments HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body.subarray(0, 400_000));
    await until(
      () => readdir(join(app.dataDirectory, 'incoming')),
      (names) => names.length > 0,
    );
    socket.destroy();
    expect(await until(left, (now) => JSON.stringify(now) === JSON.stringify(before))).toEqual(before);
  });
});

describe('an upload that is kept', () => {
  it('may have 5 MB to the byte', async () => {
    expect(await keep('penuh.pdf', pdfOfSize(limit))).toMatchObject({ size: limit, pages: 1 });
  });

  it('is not inflated further than its outline', async () => {
    const bomb = inflatingPdf(400_000_000, 'page');
    const risen = watchMemory(app.pid);
    expect(await keep('halaman.pdf', bomb)).toMatchObject({ pages: 1 });
    expect(risen()).toBeLessThan(200);
  });

  it.each([
    ['folders', '../../../etc/passwd.pdf', 'passwd.pdf'],
    ['folders of Windows', 'C:\\Users\\siti\\..\\ktp.pdf', 'ktp.pdf'],
    ['300 letters', `${'a'.repeat(296)}.pdf`, `${'a'.repeat(146)}.pdf`],
    ['letters that turn the rest around', 'ktp\u202Efdp.exe', 'ktpfdp.exe.pdf'],
    ['an ending that would run', 'surat.hta', 'surat.hta.pdf'],
    ['capital letters', 'KTP.PDF', 'KTP.PDF'],
    ['a letter that would be cut in two', `a${'😀'.repeat(100)}.pdf`, `a${'😀'.repeat(72)}.pdf`],
    ['nothing', '..', 'berkas.pdf'],
    ['other scripts', 'Surat é 申請.pdf', 'Surat é 申請.pdf'],
    ['mark-up', '<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
  ])('gets a safe name out of %s', async (_name, filename, expected) => {
    const { id, name } = await keep(filename, await aPdf());
    expect(name).toBe(expected);
    expect(await stored(id)).not.toHaveLength(0);
    expect(await readdir(join(app.dataDirectory, 'files', id.slice(0, 2)))).toContain(id);
  });

  it('loses place, camera and comments when it is a photograph, and stands upright', async () => {
    const taken = await photograph(640, 480);
    expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('Siti Aminah');
    const { id, size } = await keep('rumah.jpg', taken);
    const drawn = await stored(id);
    expect(drawn).toHaveLength(size);
    const facts = await sharp(drawn).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 480, height: 640 });
    expect([facts.exif, facts.icc, facts.xmp, facts.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(drawn.toString('latin1')).not.toMatch(/Siti|Telepon Uji|GPS/);
    expect(await sharp(`${storedPath(id)}.thumbnail`).metadata()).toMatchObject({ format: 'jpeg', width: 240, height: 320 });
  });

  it('has the colours of a screen when it came in those of a printer', async () => {
    const printed = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#d02020' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect((await sharp(printed).metadata()).space).toBe('cmyk');
    const { id } = await keep('spanduk.jpg', printed);
    expect((await sharp(storedPath(id)).metadata()).space).toBe('srgb');
    const [red = 0, green = 0, blue = 0] = (await sharp(storedPath(id)).stats()).channels.map(({ mean }) => mean);
    expect(red).toBeGreaterThan(150);
    expect(Math.max(green, blue)).toBeLessThan(100);
  });

  it('loses what was hidden behind the picture', async () => {
    const { id } = await keep('foto.jpg', Buffer.concat([await photograph(64, 48), html, zip]));
    const drawn = (await stored(id)).toString('latin1');
    expect(drawn).not.toMatch(/script|PK\x03\x04/);
  });

  it('loses a text that would inflate to hundreds of megabytes', async () => {
    const { status, body } = await send('foto.png', pngBomb({ side: 100, pixels: 100 * 101, text: 400_000_000 }));
    if (status === 201) expect((await stored((body as { data: Kept }).data.id)).length).toBeLessThan(10_000);
    else expect({ status, body }).toMatchObject({ status: 422, body: { error: { details: { kind: 'file-damaged' } } } });
  });

  it('stays a PNG, with what is transparent', async () => {
    const drawing = await sharp({ create: { width: 900, height: 300, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { id, mime } = await keep('tanda-tangan.png', drawing);
    expect(mime).toBe('image/png');
    expect(await sharp(storedPath(id)).metadata()).toMatchObject({ format: 'png', width: 900, hasAlpha: true });
    expect(await sharp(`${storedPath(id)}.thumbnail`).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
  });

  it('fits into 5 MB and a bounded memory however large the picture becomes when it is drawn', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = await sharp({ create: { width: 6_000, height: 6_000, channels: 3, background: '#000', noise } })
      .greyscale()
      .threshold(128)
      .png({ palette: true, colours: 2, effort: 1 })
      .toBuffer();
    expect(picture.length).toBeGreaterThan(4_000_000);
    expect(picture.length).toBeLessThan(limit);
    const risen = watchMemory(app.pid);
    for (const { size } of await Promise.all([keep('denah.png', picture), keep('denah.png', picture)]))
      expect(size).toBeLessThanOrEqual(limit);
    expect(risen()).toBeLessThan(300);
  });

  it('may be a recording', async () => {
    expect(await keep('rapat.mp3', recording(100))).toMatchObject({ mime: 'audio/mpeg', seconds: 2.61 });
  });

  it('is answered with the first file when the same is sent again under the same key', async () => {
    const taken = await photograph(320, 240);
    const again = () => sendForm(app.url, formOf('ktp.jpg', taken), { 'Idempotency-Key': 'unggah-ktp-1' });
    const first = await again();
    const before = await left();
    expect((await again()).body).toEqual(first.body);
    expect(await left()).toEqual(before);
    expect(await sendForm(app.url, formOf('ktp.jpg', await photograph(330, 240)), { 'Idempotency-Key': 'unggah-ktp-1' })).toMatchObject({
      status: 409,
      body: { error: { details: { kind: 'idempotency-conflict' } } },
    });
    expect(await left()).toEqual(before);
  });
});

describe('a thousand uploads at once', () => {
  it('are kept or told when to come back, and the server stays within 300 MB above idle', async () => {
    const server = await startApp();
    try {
      const document = pdfOfSize(400_000);
      const picture = await photograph(1_280, 960);
      const largest = await sharp({ create: { width: 7_700, height: 5_190, channels: 3, background: '#d0d0d0' } })
        .withMetadata({ orientation: 6 })
        .jpeg({ quality: 60 })
        .toBuffer();
      const forms = Array.from({ length: 1_000 }, (_, index) => {
        if (index % 400 === 7) return formOf('denah.jpg', largest);
        return index % 4 === 0 ? formOf('foto.jpg', picture) : formOf('surat.pdf', document);
      });
      const sockets = await connections(server.url, forms.length);
      const risen = watchMemory(server.pid);
      const answers = await Promise.all(
        forms.map((form, index) => sendForm(server.url, form, from(`203.0.113.${index % 50}`), sockets[index])),
      );
      expect(risen()).toBeLessThan(300);
      const kept = answers.filter(({ status }) => status === 201);
      expect(kept.length).toBeGreaterThanOrEqual(250);
      for (const { status, headers } of answers) if (status !== 201) expect([status, headers['retry-after']]).toEqual([429, '30']);
      expect(await readdir(join(server.dataDirectory, 'incoming'))).toEqual([]);
      expect(await query(server.databaseUrl, 'SELECT count(*)::int FROM maklumat_attachment')).toEqual([{ count: kept.length }]);
    } finally {
      await server.stop();
    }
  }, 600_000);
});
