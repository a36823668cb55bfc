import type { FileFacts } from '../../core/form/checks';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { claimAttachments, findAttachments } from '../repositories/attachments';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { refuse } from './refuse';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The uploads among the named files that are free, or already this case's own. */
export async function usableFiles(db: Db, app: App, ids: readonly string[], caseId: number | null): Promise<Record<string, FileFacts>> {
  const rows = await findAttachments(
    db,
    app.vault,
    ids.filter((id) => uuid.test(id)),
  );
  return Object.fromEntries(
    rows.filter((row) => row.caseId === null || row.caseId === caseId).map((row) => [row.id, { mime: row.mime, size: row.size }]),
  );
}

/** Binds files to a case. One that another request took in between is refused. */
export async function claimFiles(db: Db, ids: readonly string[], caseId: number, language: Language): Promise<void> {
  if (ids.length > 0 && (await claimAttachments(db, ids, caseId)) !== ids.length)
    refuse('file-missing', serverText[language].attachmentUnknown);
}
