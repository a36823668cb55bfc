import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Draft, listDrafts } from '../../contracts/drafts';
import { atZone, dateIn } from '../../core/calendar/calendar';
import type { Zone } from '../../core/calendar/schema';
import { fillIn } from '../../core/definition/placeholders';
import type { OperableDefinition } from '../../core/definition/schema';
import { fileIds, formFields } from '../../core/form/files';
import type { Answers } from '../../core/form/schema';
import { formatDate } from '../../core/language/calendar';
import { draftText } from '../../core/language/drafts';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { findApplicant, holdApplicant } from '../repositories/applicants';
import { attachToDraft, findDraftAttachments } from '../repositories/attachments';
import { database, inTransaction, type Db } from '../repositories/database';
import * as drafts from '../repositories/drafts';
import type { App } from './app';
import { getOperableVersion } from './assessments';
import { findInForce, getCalendarOf, type Snapshot } from './catalogue';
import { eraseFiles, usableFiles } from './files';
import { count, spend } from './limits';
import { enqueueMessage } from './messages';
import { once } from './once';
import { takesRequests } from './published';
import { refuse } from './refuse';
import type { Account } from './sessions';

type Row = z.infer<typeof listDrafts.success.schema>['data'][number];

/** Drafts that one person may have (default of the product). */
const limit = 50;
/** Kept after the last saving where Masa simpan says nothing. Source of the default: domain.md §2, UU 27/2022. */
const defaultDays = 30;
/** A draft is not deleted sooner than this after its owner was told (default of the product). */
const noticeDays = 2;
/** Drafts announced between two looks into the database. */
const batch = 200;

const daysAfter = (instant: string, days: number): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString();

/** When a draft may be deleted: its period after the last saving, and not before the notice has run. */
function expiryOf(snapshot: Snapshot, { updatedAt, warnedAt }: Pick<drafts.DraftMeta, 'updatedAt' | 'warnedAt'>): string {
  const days = snapshot.retentions.find(({ kind }) => kind === 'drafts')?.days ?? defaultDays;
  const expiry = daysAfter(updatedAt, days);
  const noticed = warnedAt === null ? expiry : daysAfter(warnedAt, noticeDays);
  return Date.parse(noticed) > Date.parse(expiry) ? noticed : expiry;
}

/** What a service is called now, its zone, and whether it takes requests; of one that is not in force any more its slug, and the zone of what has no office. */
async function serviceOf(app: App, snapshot: Snapshot, slug: string): Promise<{ name: string; zone: Zone; open: boolean }> {
  const meta = findInForce(snapshot, slug, app.now());
  if (!meta) return { name: slug, zone: snapshot.zone, open: false };
  const { definition } = await app.catalogue.version(meta.id);
  return { name: definition.name, zone: getCalendarOf(snapshot, meta.agency).zone, open: takesRequests(definition) };
}

async function describeRow(app: App, snapshot: Snapshot, row: drafts.DraftMeta): Promise<Row> {
  const { name, zone, open } = await serviceOf(app, snapshot, row.service);
  return {
    id: row.id,
    service: { slug: row.service, name, open },
    revision: row.revision,
    createdAt: atZone(row.createdAt, zone),
    updatedAt: atZone(row.updatedAt, zone),
    expiresAt: atZone(expiryOf(snapshot, row), zone),
  };
}

/** Somebody else's draft and one that does not exist are one and the same `not-found`. */
async function getOwn(app: App, db: Db, own: drafts.OwnDraft, language: Language): Promise<drafts.DraftRow> {
  return (await drafts.findDraft(db, app.vault, own)) ?? refuse('not-found', draftText[language].notFound);
}

async function describe(app: App, db: Db, snapshot: Snapshot, own: drafts.OwnDraft, language: Language): Promise<Draft> {
  const row = await getOwn(app, db, own, language);
  const files = await findDraftAttachments(db, app.vault, row.id);
  return {
    ...(await describeRow(app, snapshot, row)),
    answers: row.answers,
    files: files.map(({ id, name, mime, size }) => ({ id, name, mime, size })),
  };
}

async function hold(db: Db, account: Account, language: Language): Promise<void> {
  if (!(await holdApplicant(db, account.id))) refuse('unauthorized', serverText[language].unauthorized);
}

/** Binds the uploads that the answers name, and lets go of the others. Refuses with `file-missing`, at the field, one that is not this person's to use. */
async function attach(
  app: App,
  db: Db,
  draft: drafts.OwnDraft & { definition: OperableDefinition; answers: Answers; language: Language },
): Promise<void> {
  const { id, applicantId, definition, answers, language } = draft;
  const fields = formFields(definition.form);
  const text = draftText[language].fileMissing;
  const named = fileIds(fields, answers);
  const usable = await usableFiles(db, app, named, { caseId: null, applicantId });
  const lacking = fields.filter((field) => fileIds([field], answers).some((file) => !Object.hasOwn(usable, file)));
  if (lacking.length > 0) refuse('file-missing', text, { fields: Object.fromEntries(lacking.map(({ key }) => [key, [text]])) });
  if ((await attachToDraft(db, named, id, applicantId)) !== named.length) refuse('file-missing', text);
}

/** Own drafts, last saved first. */
export async function list(app: App, account: Account): Promise<Row[]> {
  const snapshot = await app.catalogue.snapshot();
  const rows = await drafts.findDrafts(database(app.strapi), account.id);
  return Promise.all(rows.map((row) => describeRow(app, snapshot, row)));
}

/**
 * Keeps what was answered so far, finished or not. Refusals: `not-found` (a service that takes no requests), `file-missing`, `invalid-request` (50 drafts
 * already), `too-many-requests`, `idempotency-conflict`.
 */
export async function create(
  app: App,
  account: Account,
  given: { service: string; answers: Answers; key: string | undefined; language: Language },
): Promise<Draft> {
  const { service, answers, key, language } = given;
  await spend(app, [count('draft', account.id)], language);
  const snapshot = await app.catalogue.snapshot();
  const { definition } = await getOperableVersion(app, snapshot, service, language);
  return once(app, { scope: `drafts:${account.id}`, key, body: { service, answers }, language }, async (db) => {
    await hold(db, account, language);
    if ((await drafts.countDrafts(db, account.id)) >= limit) refuse('invalid-request', draftText[language].tooMany(limit));
    const own = { id: randomUUID(), applicantId: account.id };
    await drafts.insertDraft(db, app.vault, { ...own, service, answers, now: app.now() });
    await attach(app, db, { ...own, definition, answers, language });
    return describe(app, db, snapshot, own, language);
  });
}

/** Refuses with `not-found`. */
export async function get(app: App, account: Account, id: string, language: Language): Promise<Draft> {
  return describe(app, database(app.strapi), await app.catalogue.snapshot(), { id, applicantId: account.id }, language);
}

/** Refusals: `not-found`, `file-missing`, `stale-sequence` when another device has saved since `revision`. */
export async function replace(
  app: App,
  account: Account,
  given: { id: string; answers: Answers; revision: number; language: Language },
): Promise<Draft> {
  const { id, answers, revision, language } = given;
  const own = { id, applicantId: account.id };
  const { service } = await getOwn(app, database(app.strapi), own, language);
  const snapshot = await app.catalogue.snapshot();
  const { definition } = await getOperableVersion(app, snapshot, service, language);
  return inTransaction(app.strapi, async (db) => {
    await hold(db, account, language);
    if (!(await drafts.replaceDraft(db, app.vault, { ...own, revision, answers, now: app.now() }))) {
      await getOwn(app, db, own, language);
      refuse('stale-sequence', draftText[language].stale);
    }
    await attach(app, db, { ...own, definition, answers, language });
    return describe(app, db, snapshot, own, language);
  });
}

/** Deletes a draft with its files. Refuses with `not-found`. */
export async function remove(app: App, account: Account, id: string, language: Language): Promise<void> {
  const own = { id, applicantId: account.id };
  await inTransaction(app.strapi, async (db) => {
    await hold(db, account, language);
    if (!(await drafts.lockDraft(db, own))) refuse('not-found', draftText[language].notFound);
    await eraseFiles(app, db, { draftId: id });
    await drafts.deleteDraft(db, own);
  });
}

/**
 * Takes the draft that becomes a case, in the transaction that files it; its files stay the person's. Refuses with `not-found` (also when another
 * submission took it first) and `invalid-request` (the draft of another service).
 */
export async function takeDraft(db: Db, account: Account, given: { id: string; service: string; language: Language }): Promise<void> {
  const text = draftText[given.language];
  const taken = await drafts.deleteDraft(db, { id: given.id, applicantId: account.id });
  if (!taken) refuse('not-found', text.notFound);
  if (taken.service !== given.service) refuse('invalid-request', text.otherService, { fields: { draft: [text.otherService] } });
}

/**
 * Deletes drafts last saved before an instant; their files are let go and swept later. A draft of whose end the person was not told at least two days
 * ago stays until `warnDrafts` has told them, so that a night that was missed or a shortened period takes nothing unannounced.
 * @param before ISO instant: now less the retention period of `drafts`
 * @returns how many went
 */
export function purgeDrafts(app: App, before: string): Promise<number> {
  return drafts.deleteExpired(database(app.strapi), before, daysAfter(app.now(), -noticeDays));
}

/** Tells one person of the end of a draft; false when it was saved, deleted or announced in between. */
async function warn(app: App, snapshot: Snapshot, row: drafts.DraftMeta): Promise<boolean> {
  const now = app.now();
  const { name, zone } = await serviceOf(app, snapshot, row.service);
  const date = formatDate(dateIn(expiryOf(snapshot, { ...row, warnedAt: now }), zone), 'id');
  return inTransaction(app.strapi, async (db) => {
    if (!(await drafts.markWarned(db, row, now))) return false;
    const person = await findApplicant(db, app.vault, row.applicantId);
    if (!person) return true;
    const { email } = person.identity;
    const text = fillIn(snapshot.registration?.draftText ?? draftText.id.ends, { layanan: name, tanggal: date });
    await enqueueMessage(
      app,
      db,
      email === null
        ? { channel: 'sms', to: person.phone, subject: '', text }
        : { channel: 'mail', to: email, subject: draftText.id.endsSubject(name), text },
    );
    return true;
  });
}

/**
 * Tells the owners of drafts last saved before an instant when they will be deleted, once per draft until it is saved again: by mail where the person gave an
 * address, else by SMS. Call it before `purgeDrafts`.
 * @param olderThan ISO instant: now less the retention period of `drafts`, plus the three days of notice
 * @returns how many drafts were announced
 */
export async function warnDrafts(app: App, olderThan: string): Promise<number> {
  const snapshot = await app.catalogue.snapshot();
  let announced = 0;
  for (let full = true; full;) {
    const rows = await drafts.findUnwarned(database(app.strapi), olderThan, batch);
    for (const row of rows) announced += (await warn(app, snapshot, row)) ? 1 : 0;
    full = rows.length === batch;
  }
  return announced;
}
