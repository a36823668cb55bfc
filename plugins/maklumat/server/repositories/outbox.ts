import { z } from 'zod';
import { isoOf, type Db } from './database';

const Row = z.object({ id: z.coerce.number(), sealed: z.string(), created_at: z.date() });

/** Letters kept instead of sent; the newest hundred are enough to look at. */
const kept = 100;

export async function keepOutgoing(db: Db, sealed: string): Promise<void> {
  await db('maklumat_outbox').insert({ sealed });
  await db.raw('DELETE FROM maklumat_outbox WHERE id <= (SELECT max(id) FROM maklumat_outbox) - :kept', { kept });
}

export async function findOutgoing(db: Db): Promise<{ id: number; sealed: string; at: string }[]> {
  const rows: unknown[] = await db('maklumat_outbox').orderBy('id', 'desc').limit(kept);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ id: row.id, sealed: row.sealed, at: isoOf(row.created_at) }));
}
