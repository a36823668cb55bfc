import { parseBuffer } from 'music-metadata';
import type { Attachment } from '../../contracts/attachments';
import { readPdf } from './pdfPages';
import { redraw } from './pictures';

/** Why a file of an accepted type is not kept. `archive`: it is a ZIP archive as well. */
export type FileFault = 'damaged' | 'locked' | 'archive' | 'too-many-pixels' | 'too-many-pixels-in-passes' | 'too-large';

/** A file as it is kept, and what its content says of its extent. */
export interface OpenedFile {
  content: Buffer;
  thumbnail?: Buffer;
  /** Of a PDF, where its content tells. */
  pages?: number | undefined;
  /** Playing time of a recording, to the hundredth. */
  seconds?: number | undefined;
}

const archiveEnd = Buffer.from('PK\x05\x06', 'latin1');
const archiveEndLength = 22;
const longestComment = 65_535;

/** Whether unpackers would find an archive here: they look for its directory from the end, whatever the file begins with. */
function isArchive(content: Buffer): boolean {
  const from = Math.max(0, content.length - archiveEndLength - longestComment);
  for (let at = content.indexOf(archiveEnd, from); at !== -1; at = content.indexOf(archiveEnd, at + 1))
    // The four letters alone may stand in compressed data by chance; the two numbers of its only volume do not follow them then.
    if (at + archiveEndLength <= content.length && content.readUInt32LE(at + 4) === 0) return true;
  return false;
}

async function openRecording(content: Buffer): Promise<OpenedFile | { fault: FileFault }> {
  try {
    const { format } = await parseBuffer(content, { mimeType: 'audio/mpeg', size: content.length }, { duration: true, skipCovers: true });
    const { duration = 0, container = '' } = format;
    if (!container.startsWith('MPEG') || duration <= 0) return { fault: 'damaged' };
    return { content, seconds: Math.round(duration * 100) / 100 };
  } catch {
    return { fault: 'damaged' };
  }
}

/** Opens a file as its type says it can be opened: pictures are drawn anew, PDFs and recordings are checked and measured. Never throws for what the file holds. */
export async function openFile(content: Buffer, type: Attachment['mime'], maxBytes: number): Promise<OpenedFile | { fault: FileFault }> {
  if (type === 'image/jpeg' || type === 'image/png') return redraw(content, type, maxBytes);
  if (isArchive(content)) return { fault: 'archive' };
  if (type === 'audio/mpeg') return openRecording(content);
  const pdf = readPdf(content);
  return 'fault' in pdf ? pdf : { content, pages: pdf.pages };
}
