import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { fileTypeFromBuffer } from 'file-type';
import pLimit from 'p-limit';
import { Attachment } from '../../contracts/attachments';
import type { FileLink } from '../../contracts/files';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { uploadText } from '../../core/language/uploads';
import type { RefusalKind } from '../../core/refusal';
import { openFile, type FileFault, type OpenedFile } from '../adapters/fileContents';
import { thumbnailOf } from '../adapters/fileStore';
import { receiveFile } from '../adapters/multipart';
import { mostMegapixels, mostMegapixelsInPasses } from '../adapters/pictures';
import { sha256 } from '../adapters/vault';
import { holdApplicant } from '../repositories/applicants';
import { deleteOwnAttachment, findAttachments, insertAttachment } from '../repositories/attachments';
import { database, inTransaction } from '../repositories/database';
import type { App } from './app';
import { createLink } from './fileLinks';
import { nameOfType } from './fileNames';
import { demandReady, incomingFolder, refuseStore, removeContents, removeUnkept } from './files';
import { once } from './once';
import { refuse } from './refuse';
import type { Account } from './sessions';
import type { InTurn } from './uploadTurns';

/** Largest file, in bytes: 5 MB (default of the product). */
const maxBytes = 5_242_880;
/** Contents that one process holds in memory at a time; the others wait on the disk (default of the product). */
const contents = pLimit(2);

/** What telephones save photographs as when nobody chose otherwise, and no browser shows. */
const ofTelephones = /^image\/hei[cf]/;

/** One upload, and whose it is. */
export interface Upload {
  request: IncomingMessage;
  inTurn: InTurn;
  account: Account | undefined;
  idempotencyKey: string | undefined;
  language: Language;
}

function refuseFault(fault: FileFault, language: Language): never {
  const text = uploadText[language];
  const [kind, message] = (
    {
      damaged: ['file-damaged', text.damaged],
      locked: ['file-damaged', text.locked],
      'too-many-pixels': ['file-damaged', text.pixels(mostMegapixels)],
      'too-many-pixels-in-passes': ['file-damaged', text.pixelsInPasses(mostMegapixelsInPasses)],
      archive: ['file-type-refused', text.archive],
      'too-large': ['file-too-large', serverText[language].file.tooLarge],
    } satisfies Record<FileFault, [RefusalKind, string]>
  )[fault];
  refuse(kind, message);
}

/** Takes one upload off the wire; the caller removes the file. */
async function receive(app: App, { request, inTurn, language }: Upload): Promise<{ path: string; name: string }> {
  const text = serverText[language].file;
  const received = await inTurn(() => receiveFile(request, incomingFolder(app), maxBytes)).catch((error: unknown) =>
    refuseStore(app, error, language),
  );
  switch (received.kind) {
    case 'file':
      return received;
    case 'none':
      return refuse('file-missing', text.missing, { fields: { file: [text.missing] } });
    case 'many':
      return refuse('invalid-request', text.many, { fields: { file: [text.many] } });
    case 'too-large':
      return refuse('file-too-large', text.tooLarge);
    case 'broken':
      return refuse('malformed-body', uploadText[language].broken);
    default:
      return received satisfies never;
  }
}

interface Kept {
  id: string;
  opened: OpenedFile;
  mime: Attachment['mime'];
  state: Attachment['state'];
  /** Digest of what was sent, which is not what is kept of a picture. */
  sentDigest: string;
}

/** Decides what a file is, opens it, has it scanned and stores it. What is scanned is what will be read. */
async function keepContent(app: App, path: string, language: Language): Promise<Kept> {
  const sent = await readFile(path);
  const type = (await fileTypeFromBuffer(sent))?.mime;
  const mime = Attachment.shape.mime.safeParse(type);
  if (!mime.success)
    refuse('file-type-refused', ofTelephones.test(type ?? '') ? uploadText[language].heic : serverText[language].file.type);
  const opened = await openFile(sent, mime.data, maxBytes);
  if ('fault' in opened) return refuseFault(opened.fault, language);
  const verdict = await app.scanner.scan(opened.content);
  if (verdict === 'infected') refuse('file-infected', uploadText[language].infected);
  const id = randomUUID();
  try {
    await app.files.put(id, opened.content);
    if (opened.thumbnail) await app.files.put(thumbnailOf(id), opened.thumbnail);
  } catch (error) {
    refuseStore(app, error, language);
  }
  return { id, opened, mime: mime.data, state: verdict === 'unreachable' ? 'quarantined' : 'ready', sentDigest: sha256(sent) };
}

/**
 * Writes the row of a stored file. A repetition with the same key is answered with the file of the first time. Refuses with `unauthorized` when the account was
 * erased while the file came in.
 */
async function register(app: App, { account, idempotencyKey, language }: Upload, name: string, kept: Kept): Promise<Attachment> {
  const { id, mime, state, opened, sentDigest } = kept;
  const { content, pages, seconds } = opened;
  const size = content.length;
  const scope = account ? `attachments:${account.id}` : 'attachments';
  const attempt = { scope, key: idempotencyKey, body: { name, digest: sentDigest }, language };
  return once(app, attempt, async (db): Promise<Attachment> => {
    if (account && !(await holdApplicant(db, account.id))) refuse('unauthorized', serverText[language].unauthorized);
    await insertAttachment(db, app.vault, {
      id,
      name,
      mime,
      size,
      sha256: sha256(content),
      pages,
      seconds,
      state,
      thumbnail: opened.thumbnail !== undefined,
      applicantId: account?.id ?? null,
      createdAt: app.now(),
    });
    if (state === 'quarantined') await app.jobs.enqueueScan(db, id);
    return { id, name, mime, size, state, ...(pages === undefined ? {} : { pages }), ...(seconds === undefined ? {} : { seconds }) };
  });
}

/** Keeps the file that came in under this name; a content that no row came to name, as when the same was sent before, goes again. */
async function keepFile(app: App, upload: Upload, file: { path: string; name: string }): Promise<Attachment> {
  const kept = await keepContent(app, file.path, upload.language);
  let named: string | undefined;
  try {
    const answer = await register(app, upload, nameOfType(file.name, kept.mime), kept);
    named = answer.id;
    return answer;
  } finally {
    if (named !== kept.id) await removeUnkept(app, [kept.id]);
  }
}

/**
 * Keeps an upload as a private file that belongs to nobody but its uploader until a case names it. Its type is what its content says, not its name. The content is
 * stored before its row, outside of any transaction: a row without a content would promise what is not there; a content without a row is swept.
 * Refusals: `malformed-body`, `file-missing`, `invalid-request` (two files), `file-too-large`, `file-type-refused`, `file-damaged`, `file-infected`,
 * `idempotency-conflict`, `unauthorized` (an account that was erased meanwhile), `unavailable` (the store).
 */
export async function keepUpload(app: App, upload: Upload): Promise<Attachment> {
  const file = await receive(app, upload);
  try {
    return await contents(() => keepFile(app, upload, file));
  } finally {
    await rm(file.path, { force: true });
  }
}

/** A short-lived link to an upload of one's own that no case has. Refuses with `not-found`, `file-quarantined`. */
export async function linkUpload(app: App, account: Account, id: string, language: Language): Promise<FileLink> {
  const [file] = await findAttachments(database(app.strapi), app.vault, [id]);
  if (file?.applicantId !== account.id || file.caseId !== null) refuse('not-found', serverText[language].documentNotFound);
  demandReady(file, language);
  return createLink(app, { kind: 'attachment', id, thumbnail: false }, (await app.catalogue.snapshot()).zone);
}

/** Removes an upload of one's own that no case has. Refuses with `not-found`. */
export async function removeUpload(app: App, account: Account, id: string, language: Language): Promise<void> {
  const removed = await inTransaction(app.strapi, (db) => deleteOwnAttachment(db, id, account.id));
  if (!removed) refuse('not-found', serverText[language].documentNotFound);
  await removeContents(app, [id]);
}
