import { randomUUID } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { Attachment } from '../../contracts/attachments';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { insertAttachment } from '../repositories/attachments';
import type { App } from './app';
import { once } from './once';
import { refuse } from './refuse';
import { measureFile } from '../adapters/fileMeasures';
import { sha256 } from '../adapters/vault';

/** Largest file, in bytes: 5 MB (default of the product). */
const maxBytes = 5_242_880;

export interface Upload {
  /** Where the body parser put it; removed here whatever happens. */
  path: string;
  name: string;
}

/** A name to show and to save under: no folders, no control characters, at most 150 characters, its ending kept. */
export function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/|?*]/g, '_')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, plain.length - ending.length).slice(0, 150 - ending.length) || 'berkas'}${ending}`;
}

/**
 * Keeps an upload as a private file that belongs to nobody until a case names it. Its type is what its content says, not its name.
 * Refusals: `file-too-large`, `file-type-refused`, `idempotency-conflict`.
 */
export async function keepUpload(app: App, upload: Upload, idempotencyKey: string | undefined, language: Language): Promise<Attachment> {
  const text = serverText[language].file;
  try {
    const { size } = await stat(upload.path);
    if (size > maxBytes) refuse('file-too-large', text.tooLarge);
    const content = await readFile(upload.path);
    const mime = Attachment.shape.mime.safeParse((await fileTypeFromBuffer(content))?.mime);
    if (!mime.success) refuse('file-type-refused', text.type);
    const name = safeName(upload.name);
    const digest = sha256(content);
    const measures = await measureFile(content, mime.data);
    return await once(app, { scope: 'attachments', key: idempotencyKey, body: { name, digest }, language }, async (db) => {
      const id = randomUUID();
      // File first: a row without a file would promise what is not there; a file without a row is swept.
      await app.files.put(id, content);
      await insertAttachment(db, app.vault, { id, name, mime: mime.data, size, sha256: digest, ...measures });
      return { id, name, mime: mime.data, size, ...measures, state: 'ready' as const };
    });
  } finally {
    await rm(upload.path, { force: true });
  }
}
