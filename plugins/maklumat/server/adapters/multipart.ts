import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';

/** What came in: the one file, where it lies and what its sender called it, or why there is none. */
export type Received = { kind: 'file'; path: string; name: string } | { kind: 'none' | 'many' | 'too-large' | 'broken' };

/** Bytes that an upload may hold on its way to the disk; a thousand at once are to stay small (default of the product). */
const chunk = 16_384;
/** What a form may carry beside the file before the rest is ignored (default of the product). */
const otherParts = { fields: 20, fieldNameSize: 100, fieldSize: 1_024, headerPairs: 20, headerSize: 8_192 };

/** Longest silence of a sender, in milliseconds (default of the product): a telephone between two cells is quiet for seconds. */
const patience = 30_000;

function parserOf(request: IncomingMessage, maxBytes: number): BusboyInstance | undefined {
  const { 'content-type': type = '' } = request.headers;
  if (!/^multipart\/form-data\s*;/i.test(type)) return undefined;
  try {
    return new Busboy({
      headers: { 'content-type': type },
      highWaterMark: chunk,
      fileHwm: chunk,
      limits: { ...otherParts, files: 2, parts: otherParts.fields + 2, fileSize: maxBytes },
    });
  } catch {
    return undefined;
  }
}

/**
 * Streams the part `file` of a multipart request into a folder. A file is cut off at `maxBytes`, and what
 * is not kept is removed. Rejects when the folder cannot be written to. The caller removes the file of an answer of kind `file`.
 */
export async function receiveFile(request: IncomingMessage, folder: string, maxBytes: number): Promise<Received> {
  const parser = parserOf(request, maxBytes);
  if (!parser) {
    return { kind: request.headers['content-type']?.startsWith('multipart/') ? 'broken' : 'none' };
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const found: { stream: BusboyFileStream; name: string; written: Promise<unknown> }[] = [];
  let files = 0;
  parser.on('file', (field, stream, name: string | undefined) => {
    files += 1;
    if (field !== 'file' || found.length > 0) {
      stream.resume();
      return;
    }
    // The failure is kept for later: nobody waits for it yet, and the parser would wait for ever for a disk that is full.
    const written = pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600, highWaterMark: chunk })).catch(
      (error: unknown) => {
        parser.destroy();
        return error;
      },
    );
    found.push({ stream, name: name ?? '', written });
  });
  request.setTimeout(patience, () => request.destroy());
  const whole = await pipeline(request, parser).then(
    () => true,
    () => false,
  );
  const [file] = found;
  // What was cut off does not end by itself.
  if (!whole) file?.stream.destroy();
  const failure = await file?.written;
  const received =
    whole && failure === undefined ? outcome(files, file && { path, name: file.name, cut: file.stream.truncated }) : undefined;
  if (received?.kind !== 'file') await rm(path, { force: true });
  if (received === undefined && failure instanceof Error && 'syscall' in failure) throw failure;
  return received ?? { kind: 'broken' };
}

function outcome(files: number, file: { path: string; name: string; cut: boolean } | undefined): Received {
  if (files > 1) return { kind: 'many' };
  if (!file) return { kind: 'none' };
  return file.cut ? { kind: 'too-large' } : { kind: 'file', path: file.path, name: file.name };
}

/** Removes what a process that died left in the folder before an instant (ISO). */
export async function sweepFolder(folder: string, before: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < Date.parse(before)) await rm(path, { force: true });
  }
}
