import { z } from 'zod';
import { documentTypes } from '../../contracts/contract';
import type { Vault } from '../adapters/vault';
import { isoOf, type Db } from './database';

const table = 'maklumat_attachment';

const Row = z.object({
  id: z.uuid(),
  case_id: z.coerce.number().nullable(),
  applicant_id: z.uuid().nullable(),
  draft_id: z.uuid().nullable(),
  state: z.enum(['ready', 'quarantined', 'infected', 'erased']),
  sealed_name: z.string(),
  mime: z.enum(documentTypes),
  size: z.int(),
  pages: z.int().nullable(),
  seconds: z.coerce.number().nullable(),
  thumbnail: z.boolean(),
  created_at: z.date(),
});
const IdRow = z.object({ id: z.uuid() });
const KeptRow = Row.pick({ id: true, state: true });

export type AttachmentState = z.infer<typeof Row>['state'];

export interface AttachmentRow {
  id: string;
  caseId: number | null;
  /** The registered applicant whose it is; null when it was uploaded without an account. */
  applicantId: string | null;
  draftId: string | null;
  /** `quarantined`: not scanned yet. `infected`, `erased`: the content is gone, the row stays with its case. */
  state: AttachmentState;
  name: string;
  mime: z.infer<typeof Row>['mime'];
  /** Bytes. */
  size: number;
  /** Of a PDF, where its content tells. */
  pages: number | null;
  /** Playing time of a recording, where its content tells. */
  seconds: number | null;
  /** A small picture lies beside it. */
  thumbnail: boolean;
  createdAt: string;
}

/** For whom a file is to be used: the case that already holds some, and the registered applicant, where there is one. */
export interface FileUser {
  caseId: number | null;
  applicantId: string | null;
}

const columns = Object.keys(Row.shape);
/** States in which there is a content. */
const kept: readonly AttachmentState[] = ['ready', 'quarantined'];

function read(vault: Vault, row: unknown): AttachmentRow {
  const parsed = Row.parse(row);
  return {
    id: parsed.id,
    caseId: parsed.case_id,
    applicantId: parsed.applicant_id,
    draftId: parsed.draft_id,
    state: parsed.state,
    name: z.string().parse(vault.open(parsed.sealed_name)),
    mime: parsed.mime,
    size: parsed.size,
    pages: parsed.pages,
    seconds: parsed.seconds,
    thumbnail: parsed.thumbnail,
    createdAt: isoOf(parsed.created_at),
  };
}

const idsOf = (rows: unknown[]): string[] => rows.map((row) => IdRow.parse(row).id);

export type NewAttachment = Pick<AttachmentRow, 'id' | 'name' | 'mime' | 'size' | 'applicantId' | 'state' | 'thumbnail' | 'createdAt'> & {
  sha256: string;
  pages?: number | undefined;
  seconds?: number | undefined;
};

export async function insertAttachment(db: Db, vault: Vault, file: NewAttachment): Promise<void> {
  const { name, applicantId, createdAt, ...rest } = file;
  await db(table).insert({ ...rest, applicant_id: applicantId, created_at: createdAt, sealed_name: vault.seal(name) });
}

export async function findAttachments(db: Db, vault: Vault, ids: readonly string[]): Promise<AttachmentRow[]> {
  const rows: unknown[] = await db(table)
    .select(columns)
    .whereIn('id', [...ids]);
  return rows.map((row) => read(vault, row));
}

export async function findCaseAttachments(db: Db, vault: Vault, caseId: number): Promise<AttachmentRow[]> {
  const rows: unknown[] = await db(table).select(columns).where({ case_id: caseId });
  return rows.map((row) => read(vault, row));
}

/** Uploads of an applicant that neither a case nor a draft has, oldest first. */
export async function findOwnUploads(db: Db, vault: Vault, applicantId: string): Promise<AttachmentRow[]> {
  const rows: unknown[] = await db(table)
    .select(columns)
    .where({ applicant_id: applicantId, case_id: null, draft_id: null })
    .orderBy([{ column: 'created_at' }, { column: 'id' }]);
  return rows.map((row) => read(vault, row));
}

/** The files of a draft whose content is still there, in the order in which they were uploaded. */
export async function findDraftAttachments(db: Db, vault: Vault, draftId: string): Promise<AttachmentRow[]> {
  const rows: unknown[] = await db(table)
    .select(columns)
    .where({ draft_id: draftId })
    .whereIn('state', kept)
    .orderBy([{ column: 'created_at' }, { column: 'id' }]);
  return rows.map((row) => read(vault, row));
}

/**
 * Binds uploads to a case, and frees them of their draft. A file belongs to one case for ever, and one with an owner only to a case of that applicant.
 * Returns how many could be bound.
 */
export async function claimAttachments(db: Db, ids: readonly string[], caseId: number, applicantId: string | null): Promise<number> {
  return db(table)
    .whereIn('id', [...ids])
    .whereIn('state', kept)
    .where(
      (mine) => void mine.where('case_id', caseId).orWhere((free) => void free.whereNull('case_id').andWhere(ownOrNobodys(applicantId))),
    )
    .update({ case_id: caseId, draft_id: null, applicant_id: db.raw('coalesce(applicant_id, ?::uuid)', [applicantId]) });
}

/** With nobody given, only nobody's. */
const ownOrNobodys = (applicantId: string | null) => (own: ReturnType<Db>) =>
  void own.whereNull('applicant_id').orWhere('applicant_id', applicantId);

/**
 * Makes these the files of a draft, and lets go of those it had before. Uploads of nobody become the applicant's; one of another applicant, of a case or of
 * another draft is left alone. Returns how many of them the draft has now.
 */
export async function attachToDraft(db: Db, ids: readonly string[], draftId: string, applicantId: string): Promise<number> {
  await db(table)
    .where({ draft_id: draftId })
    .whereNotIn('id', [...ids])
    .update({ draft_id: null });
  return db(table)
    .whereIn('id', [...ids])
    .whereIn('state', kept)
    .whereNull('case_id')
    .andWhere(ownOrNobodys(applicantId))
    .andWhere((free) => void free.whereNull('draft_id').orWhere('draft_id', draftId))
    .update({ draft_id: draftId, applicant_id: applicantId });
}

/** Forgets an upload of this applicant that no case has. Returns whether there was one. */
export async function deleteOwnAttachment(db: Db, id: string, applicantId: string): Promise<boolean> {
  return (await db(table).where({ id, applicant_id: applicantId }).whereNull('case_id').delete()) > 0;
}

/** Forgets uploads from before an instant that neither a case nor a draft has; at most `limit`. Returns their ids. */
export async function deleteUnusedAttachments(db: Db, before: string, limit: number): Promise<string[]> {
  const unused = db(table).select('id').whereNull('case_id').whereNull('draft_id').where('created_at', '<', before).limit(limit);
  // Asked for again in the deletion itself: what a case took in between stays.
  const rows: unknown[] = await db(table).whereIn('id', unused).whereNull('case_id').whereNull('draft_id').delete().returning('id');
  return idsOf(rows);
}

/** What is to be erased: the files of a case, of a draft, or everything that an applicant uploaded. */
export type FileOwner = { caseId: number } | { draftId: string } | { applicantId: string };

/** Files of a case keep a row without name and digest, since its record names them; others are forgotten. Returns the ids whose content is to go. */
export async function eraseAttachments(db: Db, vault: Vault, owner: FileOwner): Promise<string[]> {
  const whose =
    'caseId' in owner ? { case_id: owner.caseId } : 'draftId' in owner ? { draft_id: owner.draftId } : { applicant_id: owner.applicantId };
  const forgotten: unknown[] = await db(table).where(whose).whereNull('case_id').delete().returning('id');
  const erased: unknown[] = await db(table)
    .where(whose)
    .whereNot({ state: 'erased' })
    .update({ state: 'erased', sealed_name: vault.seal(''), sha256: '', thumbnail: false })
    .returning('id');
  return [...idsOf(forgotten), ...idsOf(erased)];
}

/** By id, whether the content must be kept; ids without a row are left out. */
export async function findKept(db: Db, ids: readonly string[]): Promise<Map<string, boolean>> {
  const rows: unknown[] = await db(table)
    .select('id', 'state')
    .whereIn('id', [...ids]);
  return new Map(rows.map((row) => KeptRow.parse(row)).map(({ id, state }) => [id, kept.includes(state)]));
}

/** Ids of files that wait for their scan, in order; those behind `after`, at most `limit`. */
export async function findQuarantined(db: Db, after: string | undefined, limit: number): Promise<string[]> {
  const waiting = db(table).select('id').where({ state: 'quarantined' }).orderBy('id').limit(limit);
  const rows: unknown[] = await (after === undefined ? waiting : waiting.andWhere('id', '>', after));
  return idsOf(rows);
}

/** Settles what the scanner said of a quarantined file; one that was erased or forgotten meanwhile stays so. Returns whether it still waited. */
export async function settleScan(db: Db, id: string, state: 'ready' | 'infected'): Promise<boolean> {
  const more = state === 'infected' ? { thumbnail: false } : {};
  return (
    (await db(table)
      .where({ id, state: 'quarantined' })
      .update({ state, ...more })) > 0
  );
}
