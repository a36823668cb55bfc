import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { CaseDeadline } from '../../core/case/view';
import type { Zone } from '../../core/calendar/schema';
import { formatInstant } from '../../core/language/calendar';

export interface ReceiptContent {
  agency: { name: string; address: string; phones: readonly string[] };
  service: string;
  version: number;
  number: string;
  trackingToken: string | undefined;
  trackingUrl: string;
  receivedAt: string;
  zone: Zone;
  route: string;
  deadline: CaseDeadline;
  fee: string;
  product: readonly string[];
  objection: string | undefined;
}

const ink = '#12333d';
const soft = '#4d6670';
const margin = 56;
const width = 595.28 - 2 * margin;

type Pdf = InstanceType<typeof PDFDocument>;

function letterhead(pdf: Pdf, content: ReceiptContent): void {
  pdf.font('Helvetica-Bold').fontSize(13).fillColor(ink).text(content.agency.name, { align: 'center' });
  const contact = [content.agency.address, content.agency.phones.join(', ')].filter(Boolean).join(' · ');
  if (contact) pdf.font('Helvetica').fontSize(9).fillColor(soft).text(contact, { align: 'center' });
  pdf.moveDown(0.6);
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(margin + width, pdf.y)
    .lineWidth(1.2)
    .strokeColor(ink)
    .stroke();
  pdf.moveDown(1.2);
  pdf.font('Helvetica-Bold').fontSize(16).fillColor(ink).text('TANDA BUKTI PERMOHONAN', { align: 'center' });
  pdf.font('Helvetica').fontSize(11).fillColor(soft).text(content.service, { align: 'center' });
  pdf.moveDown(1.2);
}

function row(pdf: Pdf, label: string, value: string, options: { strong?: boolean; font?: string } = {}): void {
  const top = pdf.y;
  pdf.font('Helvetica').fontSize(10).fillColor(soft).text(label, margin, top, { width: 150 });
  const afterLabel = pdf.y;
  pdf
    .font(options.font ?? (options.strong ? 'Helvetica-Bold' : 'Helvetica'))
    .fontSize(options.strong ? 12 : 10)
    .fillColor(ink)
    .text(value, margin + 160, top, { width: width - 160 });
  pdf.y = Math.max(pdf.y, afterLabel) + 6;
  pdf.x = margin;
}

function rows(pdf: Pdf, content: ReceiptContent): void {
  const instant = (at: string): string => formatInstant(at, content.zone, 'id');
  row(pdf, 'Nomor pendaftaran', content.number, { strong: true });
  if (content.trackingToken) row(pdf, 'Kode lacak (rahasia)', content.trackingToken, { strong: true, font: 'Courier-Bold' });
  row(pdf, 'Diterima', instant(content.receivedAt));
  row(pdf, 'Diteruskan kepada', content.route);
  row(
    pdf,
    content.deadline.extended ? 'Dijawab paling lambat (setelah perpanjangan)' : 'Dijawab paling lambat',
    instant(content.deadline.at),
    { strong: true },
  );
  if (content.deadline.extension)
    row(pdf, 'Bila diperpanjang', `${instant(content.deadline.extension.at)}; alasannya diberitahukan tertulis`);
  row(pdf, 'Biaya', content.fee);
  row(pdf, 'Produk layanan', content.product.join('; '));
  row(pdf, 'Standar pelayanan', `versi ${content.version}`);
}

function reasons(pdf: Pdf, content: ReceiptContent): void {
  pdf.moveDown(0.5).font('Helvetica-Bold').fontSize(11).fillColor(ink).text('Mengapa tanggal ini?', margin);
  pdf.moveDown(0.3).font('Helvetica').fontSize(8.5).fillColor(soft);
  for (const step of content.deadline.steps) pdf.text(`• ${step.sentence}`, margin, pdf.y, { width, lineGap: 1.5 });
}

async function tracking(pdf: Pdf, content: ReceiptContent): Promise<void> {
  const size = 96;
  if (pdf.y > 842 - margin - size - 30) pdf.addPage();
  const top = pdf.y + 14;
  pdf.image(await QRCode.toBuffer(content.trackingUrl, { margin: 1, scale: 6, errorCorrectionLevel: 'M' }), margin, top, { width: size });
  pdf
    .font('Helvetica-Bold')
    .fontSize(11)
    .fillColor(ink)
    .text('Ikuti permohonan Anda', margin + size + 18, top + 4, { width: width - size - 18 });
  pdf
    .font('Helvetica')
    .fontSize(9.5)
    .fillColor(soft)
    .text(`Pindai kode ini atau buka ${content.trackingUrl}, lalu masukkan kode lacak. Jangan berikan kode lacak kepada orang lain.`, {
      width: width - size - 18,
      lineGap: 2,
    });
  if (content.objection) pdf.moveDown(0.4).text(content.objection, { width: width - size - 18, lineGap: 2 });
  pdf.y = Math.max(pdf.y, top + size);
}

/**
 * The tanda bukti as a PDF of A4: number, dates with their reasons, and a QR to the tracking page. The QR carries the number only, never the code.
 * Source: seeds/001, service 1, item 2.6.
 */
export async function renderReceipt(content: ReceiptContent): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    lang: 'id',
    info: { Title: `Tanda bukti ${content.number}`, Author: content.agency.name },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  letterhead(pdf, content);
  rows(pdf, content);
  reasons(pdf, content);
  await tracking(pdf, content);
  pdf.end();
  return done;
}
