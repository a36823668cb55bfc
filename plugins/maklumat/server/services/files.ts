import { join } from 'node:path';
import type { FileFacts } from '../../core/form/checks';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { uploadText } from '../../core/language/uploads';
import { thumbnailOf } from '../adapters/fileStore';
import { sweepFolder } from '../adapters/multipart';
import {
  claimAttachments,
  deleteUnusedAttachments,
  eraseAttachments,
  findAttachments,
  findKept,
  findQuarantined,
  type AttachmentRow,
  type FileOwner,
  type FileUser,
} from '../repositories/attachments';
import { database, type Db } from '../repositories/database';
import type { App } from './app';
import { refuse } from './refuse';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Rows or objects looked at in one go. */
const batch = 500;

/**
 * The uploads among the named files that may be used: those already the case's own, and free ones that are the applicant's or nobody's. A file that waits
 * for its scan may be used; one that was refused or erased may not.
 */
export async function usableFiles(db: Db, app: App, ids: readonly string[], user: FileUser): Promise<Record<string, FileFacts>> {
  const rows = await findAttachments(
    db,
    app.vault,
    ids.filter((id) => uuid.test(id)),
  );
  return Object.fromEntries(
    rows
      .filter(
        ({ state, caseId, applicantId }) =>
          (state === 'ready' || state === 'quarantined') &&
          (caseId === null ? applicantId === null || applicantId === user.applicantId : caseId === user.caseId),
      )
      .map(({ id, mime, size, pages, seconds }) => [id, { mime, size, pages: pages ?? undefined, seconds: seconds ?? undefined }]),
  );
}

/** Binds files to a case, out of the applicant's drafts too. Refuses with `file-missing` one that another request took in between. */
export async function claimFiles(
  db: Db,
  ids: readonly string[],
  user: { caseId: number; applicantId: string | null },
  language: Language,
): Promise<void> {
  if (ids.length > 0 && (await claimAttachments(db, ids, user.caseId, user.applicantId)) !== ids.length)
    refuse('file-missing', serverText[language].attachmentUnknown);
}

/** Where uploads lie while they come in, on this machine even when the store is elsewhere. */
export const incomingFolder = (app: App): string => join(app.settings.dataDirectory, 'incoming');

/** Refuses with `file-quarantined` a file that waits for its scan, with `not-found` one whose content is gone. */
export function demandReady({ state }: AttachmentRow, language: Language): void {
  if (state === 'quarantined') refuse('file-quarantined', uploadText[language].quarantined);
  if (state !== 'ready') refuse('not-found', serverText[language].documentNotFound);
}

/** Refuses with `unavailable`: contents cannot be written or read now. Why is logged. */
export function refuseStore(app: App, error: unknown, language: Language): never {
  app.strapi.log.error(error);
  refuse('unavailable', serverText[language].unavailable(serverText[language].part.storage));
}

/** Removes contents and thumbnails. One that cannot be removed now is logged, and goes with the next sweep, since no row keeps it. */
export async function removeContents(app: App, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await app.files.remove(id);
      await app.files.remove(thumbnailOf(id));
    } catch (error) {
      app.strapi.log.error(error);
    }
  }
}

/** Removes those of the contents that no row keeps. Where the rows cannot be asked, the next sweep does it. */
export async function removeUnkept(app: App, ids: readonly string[]): Promise<void> {
  try {
    const kept = await findKept(database(app.strapi), ids);
    await removeContents(
      app,
      ids.filter((id) => kept.get(id) !== true),
    );
  } catch (error) {
    app.strapi.log.debug(`Isi berkas tidak dihapus: ${String(error)}`);
  }
}

/**
 * Removes contents that a transaction gave up, once it has ended. Whether it was committed is asked of the rows: a handle does not tell it for every kind of
 * transaction.
 */
async function removeWhenCommitted(app: App, db: Db, ids: readonly string[]): Promise<void> {
  try {
    if ('executionPromise' in db) await db.executionPromise;
  } catch {
    // It was undone, and so was this.
    return;
  }
  await removeUnkept(app, ids);
}

/**
 * Erases the files of a case, a draft or an applicant: names and digests in the caller's transaction, contents and thumbnails as soon as it is committed.
 * A process that dies in between leaves contents that no row keeps; the nightly `sweepFiles` removes them. Returns how many files were erased.
 */
export async function eraseFiles(app: App, db: Db, where: FileOwner): Promise<number> {
  const ids = await eraseAttachments(db, app.vault, where);
  void removeWhenCommitted(app, db, ids);
  return ids.length;
}

/** What a sweep removed, and whether something could not be. */
interface Swept {
  removed: number;
  failed: boolean;
}

/**
 * Removes what no row keeps from the store: at once where the row says it is gone, by age where there is none, since contents are stored before their rows. One that
 * cannot be removed does not keep the others.
 */
async function sweepStore(app: App, before: string): Promise<Swept> {
  const swept = { removed: 0, failed: false };
  for await (const objects of app.files.list(batch)) {
    const kept = await findKept(database(app.strapi), [...new Set(objects.map(({ id }) => id))]);
    for (const object of objects) {
      try {
        const keep = kept.get(object.id) ?? Date.parse(await object.modifiedAt()) >= Date.parse(before);
        if (keep) continue;
        await object.remove();
        swept.removed += object.isThumbnail ? 0 : 1;
      } catch (error) {
        app.strapi.log.error(error);
        swept.failed = true;
      }
    }
  }
  return swept;
}

/** Has every file scanned again whose scan the queue gave up. */
async function scanWaiting(app: App): Promise<void> {
  const db = database(app.strapi);
  for (let after: string | undefined, full = true; full;) {
    const ids = await findQuarantined(db, after, batch);
    for (const id of ids) await app.jobs.enqueueScan(db, id);
    after = ids.at(-1);
    full = ids.length === batch;
  }
}

/**
 * Removes uploads from before `before` (ISO instant) that neither a case nor a draft has, contents that no row keeps, and what a process that died left of uploads.
 * Files whose scan was given up are scanned again. Safe to repeat.
 */
export async function sweepFiles(app: App, before: string): Promise<Swept> {
  await scanWaiting(app);
  await sweepFolder(incomingFolder(app), before);
  let unused = 0;
  for (let full = true; full;) {
    const ids = await deleteUnusedAttachments(database(app.strapi), before, batch);
    await removeContents(app, ids);
    unused += ids.length;
    full = ids.length === batch;
  }
  const { removed, failed } = await sweepStore(app, before);
  return { removed: unused + removed, failed };
}

/** The bytes of a file or of its thumbnail. Refuses with `unavailable` while the store does not give them. */
export async function readContent(app: App, key: string, language: Language): Promise<Buffer> {
  try {
    return await app.files.get(key);
  } catch (error) {
    return refuseStore(app, error, language);
  }
}
