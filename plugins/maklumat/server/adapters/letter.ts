import PDFDocument from 'pdfkit';

export interface LetterContent {
  agency: { name: string; address: string; phones: readonly string[] };
  title: string;
  /** Registration number of the case. */
  number: string;
  /** Date in words. */
  date: string;
  /** Paragraphs between blank lines. */
  body: string;
  /** Lines of an invoice with their sum. */
  lines: readonly { label: string; value: string }[];
  total: string | undefined;
  signatory: string;
  code: string;
  /** Page on which anybody may check the code. */
  verifyUrl: string;
}

const ink = '#12333d';
const soft = '#4d6670';
const margin = 64;
const width = 595.28 - 2 * margin;

type Pdf = InstanceType<typeof PDFDocument>;

function letterhead(pdf: Pdf, { agency }: LetterContent): void {
  pdf.font('Times-Bold').fontSize(14).fillColor(ink).text(agency.name.toUpperCase(), { align: 'center' });
  const contact = [agency.address, agency.phones.join(', ')].filter(Boolean).join(' · ');
  if (contact) pdf.font('Times-Roman').fontSize(9.5).fillColor(soft).text(contact, { align: 'center' });
  pdf.moveDown(0.5);
  const line = (y: number, thickness: number): void => {
    pdf
      .moveTo(margin, y)
      .lineTo(margin + width, y)
      .lineWidth(thickness)
      .strokeColor(ink)
      .stroke();
  };
  line(pdf.y, 1.6);
  line(pdf.y + 2.5, 0.6);
  pdf.moveDown(1.6);
}

function charges(pdf: Pdf, { lines, total }: LetterContent): void {
  if (total === undefined) return;
  pdf.moveDown(0.4);
  for (const { label, value } of [...lines, { label: 'Jumlah', value: total }]) {
    const top = pdf.y;
    const isTotal = label === 'Jumlah';
    pdf
      .font(isTotal ? 'Times-Bold' : 'Times-Roman')
      .fontSize(11)
      .fillColor(ink);
    pdf.text(label, margin, top, { width: width - 130 });
    const bottom = pdf.y;
    pdf.text(value, margin + width - 120, top, { width: 120, align: 'right' });
    pdf.y = Math.max(bottom, pdf.y) + 4;
    pdf.x = margin;
  }
}

function signature(pdf: Pdf, { signatory, date }: LetterContent): void {
  if (!signatory) return;
  if (pdf.y > 842 - margin - 150) pdf.addPage();
  const left = margin + width - 220;
  pdf.moveDown(1.6).font('Times-Roman').fontSize(11).fillColor(ink);
  pdf.text(date, left, pdf.y, { width: 220 });
  pdf.text(signatory, left, pdf.y, { width: 220 });
  pdf.moveDown(4);
  pdf.x = margin;
}

/** A letter of the office as a PDF of A4, with the code by which it can be found again. */
export async function renderLetter(content: LetterContent): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    lang: 'id',
    info: { Title: `${content.title} ${content.number}`, Author: content.agency.name },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  letterhead(pdf, content);
  pdf.font('Times-Bold').fontSize(14).fillColor(ink).text(content.title, { align: 'center' });
  pdf.font('Times-Roman').fontSize(11).fillColor(soft).text(`Nomor ${content.number} · ${content.date}`, { align: 'center' });
  pdf.moveDown(1.4).font('Times-Roman').fontSize(11.5).fillColor(ink);
  for (const paragraph of content.body.split(/\n{2,}/)) pdf.text(paragraph, margin, pdf.y, { width, lineGap: 3 }).moveDown(0.7);
  charges(pdf, content);
  signature(pdf, content);
  pdf
    .moveDown(0.8)
    .font('Courier')
    .fontSize(9)
    .fillColor(soft)
    .text(`Kode dokumen: ${content.code}\nPeriksa keasliannya di ${content.verifyUrl}`, margin, pdf.y, { width });
  pdf.end();
  return done;
}
