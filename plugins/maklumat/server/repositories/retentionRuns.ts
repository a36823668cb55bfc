import { z } from 'zod';
import { retentionKinds } from '../../core/definition/retention';
import { isoOf, jsonOf, type Db } from './database';

const table = 'maklumat_retention_run';

const Removal = z.object({
  kind: z.enum(retentionKinds),
  label: z.string(),
  days: z.int(),
  /** ISO instant; what was older went. */
  before: z.string(),
  removed: z.int(),
  /** Some of it could not go. Reports from before this was kept do not say it of a kind. */
  failed: z.boolean().default(false),
});
/** What one kind of data lost in a run. */
export type Removal = z.infer<typeof Removal>;

const Row = z
  .object({
    id: z.coerce.number(),
    started_at: z.date(),
    finished_at: z.date().nullable(),
    report: z.unknown(),
    error: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    startedAt: isoOf(row.started_at),
    finishedAt: row.finished_at === null ? null : isoOf(row.finished_at),
    report: z.array(Removal).parse(jsonOf(row.report)),
    /** Kinds that could not be carried out whole. */
    error: row.error,
  }));
export type RetentionRunRow = z.infer<typeof Row>;

const IdRow = z.object({ id: z.coerce.number() });

export async function insertRun(db: Db, startedAt: string): Promise<number> {
  const rows: unknown[] = await db(table).insert({ started_at: startedAt }).returning('id');
  return IdRow.parse(rows[0]).id;
}

export async function saveReport(db: Db, id: number, report: readonly Removal[]): Promise<void> {
  await db(table)
    .where({ id })
    .update({ report: JSON.stringify(report) });
}

export async function finishRun(db: Db, id: number, finished: { at: string; error: string | null }): Promise<void> {
  await db(table).where({ id }).update({ finished_at: finished.at, error: finished.error });
}

/** The newest first. */
export async function findRuns(db: Db, limit: number): Promise<RetentionRunRow[]> {
  return z.array(Row).parse(await db(table).orderBy('id', 'desc').limit(limit));
}
