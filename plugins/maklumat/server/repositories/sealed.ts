import { z } from 'zod';
import type { Db } from './database';

/** Where sealed values lie: the columns of a table, and the columns with their types by which a row is named. */
export interface SealedTable {
  table: string;
  key: Readonly<Record<string, 'uuid' | 'bigint' | 'integer' | 'text'>>;
  columns: readonly string[];
}

/** Every column that the vault has sealed. A test looks at the tables themselves and fails when one is missing here. */
export const sealedTables: readonly SealedTable[] = [
  { table: 'maklumat_case_personal', key: { case_id: 'bigint', sequence: 'integer' }, columns: ['sealed'] },
  { table: 'maklumat_attachment', key: { id: 'uuid' }, columns: ['sealed_name'] },
  { table: 'maklumat_idempotency', key: { scope: 'text', key: 'text' }, columns: ['sealed_answer'] },
  { table: 'maklumat_secret', key: { id: 'uuid' }, columns: ['sealed'] },
  {
    table: 'maklumat_applicant',
    key: { id: 'uuid' },
    columns: ['sealed_phone', 'sealed_nik', 'sealed_identity', 'sealed_assessment'],
  },
  { table: 'maklumat_registration', key: { id: 'uuid' }, columns: ['sealed'] },
  { table: 'maklumat_phone_change', key: { id: 'uuid' }, columns: ['sealed_phone'] },
  { table: 'maklumat_draft', key: { id: 'uuid' }, columns: ['sealed'] },
  { table: 'maklumat_message', key: { id: 'uuid' }, columns: ['sealed'] },
];

const Use = z.object({ key: z.string(), count: z.coerce.number() });

/** How many values are sealed under which key. */
export async function countKeys(db: Db): Promise<Map<string, number>> {
  const values = sealedTables.flatMap(({ table, columns }) =>
    columns.map((column) => `SELECT split_part(${column}, '.', 1) AS key FROM ${table} WHERE ${column} IS NOT NULL`),
  );
  const result: { rows: unknown[] } = await db.raw(`SELECT key, count(*) FROM (${values.join(' UNION ALL ')}) AS sealed GROUP BY key`);
  return new Map(result.rows.map((row) => Use.parse(row)).map(({ key, count }) => [key, count]));
}

/** A row by its key, with the sealed value of each column; null where there is none. */
export type SealedRow = Record<string, string | number | null>;
const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * The next rows after `after`, in the order of the table's key, with a value that another key than this one has sealed; held until the transaction ends.
 * @param wanted.wait for a row that somebody else writes to just now; without it such a row is passed over
 */
export async function lockForeign(
  db: Db,
  { table, key, columns }: SealedTable,
  wanted: { keyId: string; after: SealedRow | undefined; limit: number; wait: boolean },
): Promise<SealedRow[]> {
  const { keyId, after, limit, wait } = wanted;
  const keys = Object.keys(key);
  const foreign = columns.map((column) => `NOT starts_with(${column}, ?)`).join(' OR ');
  const query = db(table)
    .select([...keys, ...columns])
    .whereRaw(
      `(${foreign})`,
      columns.map(() => `${keyId}.`),
    )
    .orderBy(keys)
    .limit(limit)
    .forUpdate();
  if (!wait) query.skipLocked();
  if (after)
    query.whereRaw(
      `(${keys.join(', ')}) > (${keys.map((name) => `CAST(? AS ${key[name]})`).join(', ')})`,
      keys.map((name) => after[name] ?? null),
    );
  const rows: unknown[] = await query;
  return rows.map((row) => Row.parse(row));
}

/** Writes sealed values back, all rows in one statement. */
export async function saveSealed(db: Db, { table, key, columns }: SealedTable, rows: readonly SealedRow[]): Promise<void> {
  const keys = Object.keys(key);
  const types = [...keys.map((name) => `${name} ${key[name]}`), ...columns.map((column) => `${column} text`)];
  await db.raw(
    `UPDATE ${table} AS stored SET ${columns.map((column) => `${column} = fresh.${column}`).join(', ')}
     FROM json_to_recordset(?) AS fresh (${types.join(', ')})
     WHERE ${keys.map((name) => `stored.${name} = fresh.${name}`).join(' AND ')}`,
    [JSON.stringify(rows)],
  );
}
