import { findAttachments, settleScan } from '../repositories/attachments';
import { database } from '../repositories/database';
import type { App } from '../services/app';
import { removeContents } from '../services/files';

/**
 * Scans a file that came while the scanner did not answer. Clean, it can be opened; infected, its content is removed and the row stays, so that the case shows what
 * became of it. Throws while the scanner is still silent, so that the queue tries again; the nightly sweep takes up what the queue gave up. A job that runs twice
 * finds the file settled.
 */
export async function scanAgain(app: App, id: string): Promise<void> {
  const db = database(app.strapi);
  const [file] = await findAttachments(db, app.vault, [id]);
  if (file?.state !== 'quarantined') return;
  const verdict = await app.scanner.scan(await app.files.get(id));
  if (verdict === 'unreachable') throw new Error(`Berkas ${id} belum dapat dipindai`);
  if (verdict !== 'infected') {
    await settleScan(db, id, 'ready');
    return;
  }
  if (!(await settleScan(db, id, 'infected'))) return;
  app.strapi.log.warn(`Berkas ${id} berisi program berbahaya; isinya dihapus`);
  await removeContents(app, [id]);
}
