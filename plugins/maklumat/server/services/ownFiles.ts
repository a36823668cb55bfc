import type { Language } from '../../core/language/language';
import { findDraftAttachments, findOwnUploads, type AttachmentRow } from '../repositories/attachments';
import { findCase } from '../repositories/cases';
import { database } from '../repositories/database';
import { findOwnCases } from '../repositories/ownCases';
import type { App } from './app';
import { safeName } from './fileNames';
import { describeCase, loadCase, readableFiles, type LoadedCase } from './caseViews';
import { openDocument } from './documents';
import * as drafts from './drafts';
import type { Account } from './sessions';

const batch = 50;
const applicant = { audience: 'applicant' } as const;

/** A file or letter of an applicant, as it goes into their archive. */
export interface OwnFile {
  name: string;
  mime: string;
  /** Bytes; null of a paper that is made when it is asked for. */
  size: number | null;
  /** Only what is `ready` has a content to give. */
  state: AttachmentRow['state'];
  /** Number of the case that it belongs to. */
  case: string | null;
  draft: string | null;
  /** Where it is to lie in the archive; null when there is no content to give. */
  path: string | null;
  /** Rejects when the store does not have it, or does not answer. */
  read: () => Promise<Buffer>;
}

/** Own cases, the latest first, one at a time. */
async function* loadOwnCases(app: App, account: Account, language: Language): AsyncGenerator<LoadedCase> {
  const db = database(app.strapi);
  for (let page = 1, more = true; more; page += 1) {
    const { rows, total } = await findOwnCases(db, account.id, { page, pageSize: batch });
    for (const { number } of rows) {
      const row = await findCase(db, number);
      if (row) yield loadCase(app, row, language);
    }
    more = page * batch < total;
  }
}

/** Own cases as the applicant reads them; what could be done with them now is left out. */
export async function* readOwnCases(app: App, account: Account, language: Language): AsyncGenerator<object> {
  for await (const loaded of loadOwnCases(app, account, language)) {
    const { commands: _commands, ...described } = describeCase(loaded, { kind: 'applicant' });
    yield described;
  }
}

/** A place for each in its folder, numbered, so that two files of one name do not meet. */
const placeIn = (folder: string): ((name: string) => string) => {
  let number = 0;
  return (name) => `files/${folder}/${String((number += 1)).padStart(2, '0')}-${safeName(name)}`;
};

function uploadOf(app: App, row: AttachmentRow, belongs: Pick<OwnFile, 'case' | 'draft'>, place: (name: string) => string): OwnFile {
  const { id, name, mime, size, state } = row;
  return { name, mime, size, state, ...belongs, path: state === 'ready' ? place(name) : null, read: () => app.files.get(id) };
}

function* filesOfCase(app: App, loaded: LoadedCase): Generator<OwnFile> {
  const { number } = loaded.row;
  const place = placeIn(number);
  const belongs = { case: number, draft: null };
  const described = describeCase(loaded, { kind: 'applicant' });
  for (const { id, kind, title, mime } of described.documents) {
    if (kind === 'attachment') continue;
    const read = async () => (await openDocument(app, loaded, id, applicant)).content;
    yield { name: title, mime, size: null, state: 'ready', ...belongs, path: place(`${title}.pdf`), read };
  }
  const readable = readableFiles(loaded, applicant);
  for (const file of loaded.files.values()) if (readable.has(file.id)) yield uploadOf(app, file, belongs, place);
}

/** Every file of an applicant that they may read: papers and uploads of cases, of drafts, and of neither. */
export async function* readFiles(app: App, account: Account, language: Language): AsyncGenerator<OwnFile> {
  const db = database(app.strapi);
  for await (const loaded of loadOwnCases(app, account, language)) yield* filesOfCase(app, loaded);
  for (const { id } of await drafts.list(app, account)) {
    const place = placeIn(`draft-${id}`);
    for (const file of await findDraftAttachments(db, app.vault, id)) yield uploadOf(app, file, { case: null, draft: id }, place);
  }
  const place = placeIn('unused');
  for (const file of await findOwnUploads(db, app.vault, account.id)) yield uploadOf(app, file, { case: null, draft: null }, place);
}
