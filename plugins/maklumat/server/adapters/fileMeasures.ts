import { parseBuffer } from 'music-metadata';
import { countPages } from './pdfPages';

/** What a file's content says of its extent; undefined where the type has none or the content does not tell. */
export interface FileMeasures {
  pages?: number | undefined;
  /** Playing time in seconds, to the hundredth. */
  seconds?: number | undefined;
}

/** Measures a file by its content. A file that cannot be measured is kept all the same: rules then know nothing of its extent. */
export async function measureFile(content: Buffer, mime: string): Promise<FileMeasures> {
  if (mime === 'application/pdf') return { pages: countPages(content) };
  if (mime !== 'audio/mpeg') return {};
  try {
    const { format } = await parseBuffer(content, { mimeType: mime, size: content.length }, { duration: true, skipCovers: true });
    return { seconds: format.duration === undefined ? undefined : Math.round(format.duration * 100) / 100 };
  } catch {
    return {};
  }
}
