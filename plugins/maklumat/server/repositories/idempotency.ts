import { z } from 'zod';
import type { Db } from './database';

const Row = z.object({ body_hash: z.string(), sealed_answer: z.string().nullable() });

/**
 * Takes a key for this transaction; false when it was taken before. A twin that arrives while the first is still at work waits here
 * for the first to commit or roll back, because both insert the same primary key.
 */
export async function takeKey(db: Db, scope: string, key: string, bodyHash: string): Promise<boolean> {
  const rows: unknown[] = await db('maklumat_idempotency')
    .insert({ scope, key, body_hash: bodyHash })
    .onConflict(['scope', 'key'])
    .ignore()
    .returning('key');
  return rows.length === 1;
}

export interface KeptAnswer {
  bodyHash: string;
  /** Null while the transaction that took the key has not answered yet. */
  sealedAnswer: string | null;
}

export async function findKey(db: Db, scope: string, key: string): Promise<KeptAnswer | undefined> {
  const row: unknown = await db('maklumat_idempotency').where({ scope, key }).first();
  if (row === undefined) return undefined;
  const { body_hash: bodyHash, sealed_answer: sealedAnswer } = Row.parse(row);
  return { bodyHash, sealedAnswer };
}

export async function keepAnswer(db: Db, scope: string, key: string, sealedAnswer: string): Promise<void> {
  await db('maklumat_idempotency').where({ scope, key }).update({ sealed_answer: sealedAnswer });
}

/** Keys are of use for as long as a client may retry; older ones go. */
export async function purgeKeys(db: Db, before: string): Promise<number> {
  return db('maklumat_idempotency').where('created_at', '<', before).delete();
}
