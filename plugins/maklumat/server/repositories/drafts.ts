import { z } from 'zod';
import { Answers } from '../../core/form/schema';
import type { Vault } from '../adapters/vault';
import { isoOf, type Db } from './database';

const table = 'maklumat_draft';

const Meta = z.object({
  id: z.uuid(),
  applicant_id: z.uuid(),
  service: z.string(),
  revision: z.int(),
  created_at: z.date(),
  updated_at: z.date(),
  warned_at: z.date().nullable(),
});
const Row = Meta.extend({ sealed: z.string() });
const columns = Object.keys(Meta.shape);

/** A draft without what was answered in it. */
export interface DraftMeta {
  id: string;
  applicantId: string;
  service: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  /** When the person was told that it ends soon; null since it was saved again. */
  warnedAt: string | null;
}

export interface DraftRow extends DraftMeta {
  answers: Answers;
}

/** Whose draft it is goes into every query that leads to one: an id alone opens nothing. */
export type OwnDraft = Pick<DraftMeta, 'id' | 'applicantId'>;

const where = ({ id, applicantId }: OwnDraft) => ({ id, applicant_id: applicantId });

const metaOf = (row: z.infer<typeof Meta>): DraftMeta => ({
  id: row.id,
  applicantId: row.applicant_id,
  service: row.service,
  revision: row.revision,
  createdAt: isoOf(row.created_at),
  updatedAt: isoOf(row.updated_at),
  warnedAt: row.warned_at === null ? null : isoOf(row.warned_at),
});

export async function insertDraft(
  db: Db,
  vault: Vault,
  fresh: OwnDraft & { service: string; answers: Answers; now: string },
): Promise<void> {
  const { service, answers, now } = fresh;
  await db(table).insert({ ...where(fresh), service, sealed: vault.seal(answers), created_at: now, updated_at: now });
}

export async function countDrafts(db: Db, applicantId: string): Promise<number> {
  const row: { count?: string | number } | undefined = await db(table).where({ applicant_id: applicantId }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/** Last saved first. */
export async function findDrafts(db: Db, applicantId: string): Promise<DraftMeta[]> {
  const rows: unknown[] = await db(table).select(columns).where({ applicant_id: applicantId }).orderBy('updated_at', 'desc').orderBy('id');
  return z.array(Meta).parse(rows).map(metaOf);
}

export async function findDraft(db: Db, vault: Vault, own: OwnDraft): Promise<DraftRow | undefined> {
  const row = Row.optional().parse((await db(table).where(where(own)).first()) ?? undefined);
  return row && { ...metaOf(row), answers: Answers.parse(vault.open(row.sealed)) };
}

/** Keeps a draft from changing until the transaction ends; false when the person has no such draft. */
export async function lockDraft(db: Db, own: OwnDraft): Promise<boolean> {
  const row: unknown = await db(table).where(where(own)).forUpdate().first('id');
  return row !== undefined;
}

/** Writes the next revision; false when the draft is not this one any more, and then nothing was changed. Its end is announced anew. */
export async function replaceDraft(
  db: Db,
  vault: Vault,
  next: OwnDraft & { revision: number; answers: Answers; now: string },
): Promise<boolean> {
  const { revision, answers, now } = next;
  const changed: number = await db(table)
    .where({ ...where(next), revision })
    .update({ sealed: vault.seal(answers), revision: revision + 1, updated_at: now, warned_at: null });
  return changed === 1;
}

/** Undefined when the person has no such draft, or another call took it first. Files that were attached to it belong to no draft then. */
export async function deleteDraft(db: Db, own: OwnDraft): Promise<DraftMeta | undefined> {
  const [row] = z.array(Meta).parse(await db(table).where(where(own)).delete().returning(columns));
  return row && metaOf(row);
}

/** Drafts saved for the last time before an instant whose owners were not told yet, the oldest first. */
export async function findUnwarned(db: Db, savedBefore: string, limit: number): Promise<DraftMeta[]> {
  const rows: unknown[] = await db(table)
    .select(columns)
    .where('updated_at', '<', savedBefore)
    .whereNull('warned_at')
    .orderBy('updated_at')
    .limit(limit);
  return z.array(Meta).parse(rows).map(metaOf);
}

/** False when the draft was saved again, deleted or announced in between. */
export async function markWarned(db: Db, { id, revision }: Pick<DraftMeta, 'id' | 'revision'>, now: string): Promise<boolean> {
  const changed: number = await db(table).where({ id, revision }).whereNull('warned_at').update({ warned_at: now });
  return changed === 1;
}

/** Deletes what was last saved before one instant and announced before another. */
export async function deleteExpired(db: Db, savedBefore: string, warnedBefore: string): Promise<number> {
  return db(table).where('updated_at', '<', savedBefore).where('warned_at', '<=', warnedBefore).delete();
}
