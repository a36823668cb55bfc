import { z } from 'zod';
import { CaseRow } from './cases';
import type { Db } from './database';

const table = 'maklumat_case';

/** The cases of one registered applicant, the latest received first. */
export async function findOwnCases(
  db: Db,
  applicantId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: CaseRow[]; total: number }> {
  const own = { applicant_id: applicantId };
  const counted: { count?: string | number } | undefined = await db(table).where(own).count({ count: '*' }).first();
  const rows: unknown[] = await db(table)
    .where(own)
    .orderBy([
      { column: 'received_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: z.array(CaseRow).parse(rows), total: Number(counted?.count ?? 0) };
}
