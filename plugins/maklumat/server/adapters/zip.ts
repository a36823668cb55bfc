import { once } from 'node:events';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { ZipArchive } from 'archiver';

export interface ZipEntry {
  /** Path inside of the archive, with `/`. */
  name: string;
  /** Texts of any number of pieces are written as they come. */
  content: Buffer | string | AsyncIterable<string>;
}

async function fill(archive: ZipArchive, entries: AsyncIterable<ZipEntry>, signal: AbortSignal): Promise<void> {
  for await (const { name, content } of entries) {
    const written = once(archive, 'entry', { signal });
    if (typeof content === 'string' || Buffer.isBuffer(content)) archive.append(content, { name });
    else
      archive.append(
        Readable.from(content, { objectMode: false }).on('error', (error) => archive.destroy(error)),
        { name },
      );
    await written;
  }
  await archive.finalize();
}

/**
 * A zip that is made while it is read: the next entry is asked for when the one before has gone out, so no more than one lies in memory. It breaks off with an
 * error when an entry fails, and nothing more is asked for when the reader goes away.
 */
export function createZip(entries: AsyncIterable<ZipEntry>): Readable {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  // The archive is a stream of a library's own, which an HTTP answer would not know for one.
  const out = new PassThrough();
  const ended = new AbortController();
  pipeline(archive, out, () => ended.abort());
  fill(archive, entries, ended.signal).catch((error: unknown) => {
    if (!ended.signal.aborted) archive.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}
