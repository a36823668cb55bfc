import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
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

/** Resolves to why it could not be written. The rest is read away then: the parser waits for it, and its sender for an answer. */
async function write(stream: BusboyFileStream, path: string): Promise<unknown> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, highWaterMark: chunk });
  stream.once('close', () => stream.readableEnded || file.destroy());
  try {
    await finished(stream.pipe(file));
    return undefined;
  } catch (error) {
    stream.unpipe(file).resume();
    return error;
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
  const found: { stream: BusboyFileStream; name: string; failure: Promise<unknown> }[] = [];
  let files = 0;
  parser.on('file', (field, stream, name: string | undefined) => {
    files += 1;
    if (field !== 'file' || found.length > 0) {
      stream.resume();
      return;
    }
    found.push({ stream, name: name ?? '', failure: write(stream, path) });
  });
  request.setTimeout(patience, () => request.destroy());
  const whole = await pipeline(request, parser).then(
    () => true,
    () => false,
  );
  // The connection is still until the answer goes out, however long the file is looked at.
  request.setTimeout(0);
  const [file] = found;
  // What was cut off does not end by itself.
  if (!whole) file?.stream.destroy();
  const failure = await file?.failure;
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
