import { z } from 'zod';
import { isoOf, jsonOf, type Db } from './database';

const table = 'maklumat_access';

const What = z.enum(['case', 'document', 'identity']);
/** Who read. The position is the one held then; null for somebody who held none. */
const Reader = z.object({ user: z.int(), name: z.string(), position: z.string().nullable() });
export type Reader = z.infer<typeof Reader>;

const Row = z
  .object({
    at: z.date(),
    actor: z.unknown(),
    what: What,
    number: z.string().nullable(),
    agency: z.string().nullable(),
  })
  .transform((row) => ({
    at: isoOf(row.at),
    reader: Reader.parse(jsonOf(row.actor)),
    what: row.what,
    /** Number and agency of the case that was read; null when it was an identity. */
    number: row.number,
    agency: row.agency,
  }));
export type AccessRow = z.infer<typeof Row>;

export interface NewAccess {
  applicantId: string | null;
  caseId: number | null;
  reader: Reader;
  what: AccessRow['what'];
  at: string;
}

/** Notes a reading, unless the same person read the same thing at or after `since`. */
export async function insertAccess(db: Db, access: NewAccess, since: string): Promise<void> {
  const { applicantId, caseId, reader, what, at } = access;
  await db.raw(
    `INSERT INTO maklumat_access (applicant_id, case_id, actor, what, at)
     SELECT CAST(:applicantId AS uuid), CAST(:caseId AS bigint), CAST(:actor AS jsonb), :what, CAST(:at AS timestamptz)
     WHERE NOT EXISTS (
       SELECT FROM maklumat_access WHERE what = :what AND at >= :since AND CAST(actor ->> 'user' AS int) = :user
         AND case_id IS NOT DISTINCT FROM CAST(:caseId AS bigint) AND applicant_id IS NOT DISTINCT FROM CAST(:applicantId AS uuid)
     )`,
    { applicantId, caseId, actor: JSON.stringify(reader), what, at, since, user: reader.user },
  );
}

/** Readings of an applicant's data or of one case, the newest first. */
export async function findAccesses(db: Db, of: { applicantId: string } | { caseId: number }, limit: number): Promise<AccessRow[]> {
  const rows: unknown[] = await db(`${table} as read`)
    .leftJoin('maklumat_case as source', 'source.id', 'read.case_id')
    .select('read.at', 'read.actor', 'read.what', 'source.number', 'source.agency')
    .where('applicantId' in of ? { 'read.applicant_id': of.applicantId } : { 'read.case_id': of.caseId })
    .orderBy([
      { column: 'read.at', order: 'desc' },
      { column: 'read.id', order: 'desc' },
    ])
    .limit(limit);
  return z.array(Row).parse(rows);
}

export async function purgeAccesses(db: Db, before: string): Promise<number> {
  return db(table).where('at', '<', before).delete();
}

/** Forgets who read an applicant's data. Returns how many readings those were. */
export async function deleteAccesses(db: Db, of: { applicantId: string } | { caseId: number }): Promise<number> {
  return db(table)
    .where('applicantId' in of ? { applicant_id: of.applicantId } : { case_id: of.caseId })
    .delete();
}
