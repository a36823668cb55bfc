import { z } from 'zod';
import type { FileLink } from '../../contracts/files';
import { atZone } from '../../core/calendar/calendar';
import type { Zone } from '../../core/calendar/schema';
import type { Reader } from '../../core/case/timeline';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { thumbnailOf } from '../adapters/fileStore';
import { findAttachments } from '../repositories/attachments';
import { findCase } from '../repositories/cases';
import { database } from '../repositories/database';
import type { App } from './app';
import { loadCase, type LoadedCase } from './caseViews';
import { openDocument, readableUpload, type OpenedDocument } from './documents';
import { demandReady, readContent } from './files';
import { refuse } from './refuse';

/** How long a link works, in milliseconds: 5 minutes (default of the product). Long enough to open a file, too short to be passed around. */
const lifetime = 5 * 60 * 1000;

/** A file that may be opened by whoever holds the link: an upload by its id, or a document of a case as its reader would see it. */
const Linked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attachment'), id: z.uuid(), thumbnail: z.boolean() }),
  z.strictObject({
    kind: z.literal('document'),
    number: z.string(),
    id: z.string(),
    reader: z.enum(['applicant', 'office']),
    blind: z.boolean(),
  }),
]);
export type Linked = z.infer<typeof Linked>;

/** `purpose` keeps anything else that the vault sealed from passing for a link. */
const Token = z.strictObject({ purpose: z.literal('file-link'), linked: Linked, expiresAt: z.iso.datetime() });
type Token = z.infer<typeof Token>;

/** An address that opens one file for five minutes. What it opens is sealed in it: nothing is stored, and nothing can be guessed or changed. */
export function createLink(app: App, linked: Linked, zone: Zone): FileLink {
  const expiresAt = new Date(Date.parse(app.now()) + lifetime).toISOString();
  const token: Token = { purpose: 'file-link', linked, expiresAt };
  const sealed = Buffer.from(app.vault.seal(token)).toString('base64url');
  return { url: `${app.settings.publicUrl}/api/files/${sealed}`, expiresAt: atZone(expiresAt, zone) };
}

/** A link to a document that this reader may read, or to the small picture of an upload. Refuses with `not-found`, `file-quarantined`. */
export function createDocumentLink(
  app: App,
  loaded: LoadedCase,
  wanted: { id: string; thumbnail: boolean },
  { audience, blind = false }: Reader,
): FileLink {
  const { id, thumbnail } = wanted;
  const file = readableUpload(loaded, id, { audience, blind });
  if (thumbnail && !file?.thumbnail) refuse('not-found', serverText[loaded.context.language].documentNotFound);
  const linked: Linked = thumbnail
    ? { kind: 'attachment', id, thumbnail }
    : { kind: 'document', number: loaded.row.number, id, reader: audience, blind };
  return createLink(app, linked, loaded.context.calendar.zone);
}

function readToken(app: App, token: string): Token | undefined {
  try {
    return Token.safeParse(app.vault.open(Buffer.from(token, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

async function openAttachment(app: App, id: string, thumbnail: boolean, language: Language): Promise<OpenedDocument> {
  const [file] = await findAttachments(database(app.strapi), app.vault, [id]);
  if (!file || (thumbnail && !file.thumbnail)) refuse('not-found', serverText[language].documentNotFound);
  demandReady(file, language);
  if (thumbnail) return { name: `${id}.jpg`, mime: 'image/jpeg', content: await readContent(app, thumbnailOf(id), language) };
  return { name: file.name, mime: file.mime, content: await readContent(app, id, language) };
}

/**
 * Opens what a link leads to, by what is true now: a document that was withdrawn from its reader meanwhile stays closed. Refuses with `not-found` a link that is
 * forged, too old, or leads to what is gone; with `file-quarantined` a file that waits for its scan.
 */
export async function openLink(app: App, token: string, language: Language): Promise<OpenedDocument> {
  const opened = readToken(app, token);
  if (!opened || Date.parse(opened.expiresAt) <= Date.parse(app.now())) refuse('not-found', serverText[language].documentNotFound);
  const { linked } = opened;
  if (linked.kind === 'attachment') return openAttachment(app, linked.id, linked.thumbnail, language);
  const row = await findCase(database(app.strapi), linked.number);
  if (!row) refuse('not-found', serverText[language].documentNotFound);
  return openDocument(app, await loadCase(app, row, language), linked.id, { audience: linked.reader, blind: linked.blind });
}
