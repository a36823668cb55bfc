import { z } from 'zod';
import { CaseStatus } from '../../core/case/status';
import { isoOf, type Db } from './database';

const table = 'maklumat_case';

const Row = z
  .object({
    id: z.coerce.number(),
    number: z.string(),
    service: z.string(),
    version_id: z.coerce.number(),
    agency: z.string(),
    received_at: z.date(),
    status: CaseStatus,
    step: z.string().nullable(),
    deadline_at: z.date().nullable(),
    clock_stopped_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    service: row.service,
    versionId: row.version_id,
    agency: row.agency,
    receivedAt: isoOf(row.received_at),
    status: row.status,
    step: row.step,
    deadlineAt: row.deadline_at && isoOf(row.deadline_at),
    /** Once the office has answered, and so has a result to show. */
    answered: row.clock_stopped_at !== null,
  }));

/** A line of an applicant's own list. */
export type OwnCaseRow = z.infer<typeof Row>;

/** The cases of one registered applicant, the latest received first. */
export async function findOwnCases(
  db: Db,
  applicantId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: OwnCaseRow[]; total: number }> {
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
  return { rows: z.array(Row).parse(rows), total: Number(counted?.count ?? 0) };
}
