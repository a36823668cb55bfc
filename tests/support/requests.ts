import PDFDocument from 'pdfkit';
import type { Api } from './http';

/** A real PDF of one page, about a kilobyte. */
export async function aPdf(text = 'Berkas uji'): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A6' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.text(text).end();
  await ended;
  return Buffer.concat(chunks);
}

/** Uploads a PDF as anybody may and resolves to its id. */
export async function upload(client: Api, name = 'ktp.pdf', content?: Buffer): Promise<string> {
  const response = await client.post('/api/attachments').attach('file', content ?? (await aPdf(name)), name);
  if (response.status !== 201) throw new Error(`upload answered ${response.status}: ${JSON.stringify(response.body)}`);
  return (response.body as { data: { id: string } }).data.id;
}

/** Answers of a person that the form of informasi-publik accepts; `identitas` is the id of an upload. */
export const answersWith = (identitas: string, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  jenisPemohon: 'perorangan',
  nama: 'Siti Aminah',
  alamat: 'Jalan Mawar 1, Kanigaran',
  telepon: '0812-3456-7890',
  jenisIdentitas: 'KTP',
  identitas,
  subjek: 'Anggaran taman kota',
  rincian: 'Rincian anggaran pemeliharaan taman kota tahun 2025.',
  alasan: 'Warga ingin mengetahui pemakaian anggaran taman.',
  tujuan: 'Bahan diskusi warga di kelurahan.',
  caraMemperoleh: 'salinan',
  format: 'softcopy',
  caraPengiriman: 'ambil',
  ...over,
});

export interface Submitted {
  number: string;
  trackingToken: string;
}

/** Submits a complete request and resolves to its number and code. */
export async function submit(client: Api, over: Record<string, unknown> = {}): Promise<Submitted> {
  const response = await client.post('/api/cases').send({ service: 'informasi-publik', answers: answersWith(await upload(client), over) });
  if (response.status !== 201) throw new Error(`submission answered ${response.status}: ${JSON.stringify(response.body)}`);
  return (response.body as { data: Submitted }).data;
}

/** The words of a PDF, as a reader would copy them. */
export async function wordsOf(pdf: Buffer): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return texts.join(' ').replace(/\s+/g, ' ');
}
