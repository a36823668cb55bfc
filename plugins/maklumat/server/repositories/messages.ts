import { z } from 'zod';
import type { Vault } from '../adapters/vault';
import { isoOf, type Db } from './database';

const Row = z
  .object({
    id: z.uuid(),
    channel: z.enum(['mail', 'sms']),
    sealed: z.string(),
    state: z.enum(['queued', 'sent', 'kept', 'failed', 'expired']),
    attempts: z.int(),
    created_at: z.date(),
    expires_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    channel: row.channel,
    sealed: row.sealed,
    state: row.state,
    attempts: row.attempts,
    createdAt: isoOf(row.created_at),
    expiresAt: row.expires_at === null ? null : isoOf(row.expires_at),
  }));
export type MessageRow = z.infer<typeof Row>;

export async function insertMessage(
  db: Db,
  message: Pick<MessageRow, 'id' | 'channel' | 'sealed' | 'state' | 'createdAt' | 'expiresAt'> & {
    recipientDigest: string;
    caseId: number | null;
  },
): Promise<void> {
  const { createdAt, expiresAt, recipientDigest: recipient, caseId, ...rest } = message;
  await db('maklumat_message').insert({
    ...rest,
    created_at: createdAt,
    expires_at: expiresAt,
    recipient_digest: recipient,
    case_id: caseId,
  });
}

/** By which the messages to an address or number are found; it shows neither. */
export const recipientDigest = (vault: Vault, to: string): string => vault.digest(`recipient:${to}`);

export async function findMessage(db: Db, id: string): Promise<MessageRow | undefined> {
  const row: unknown = await db('maklumat_message').where({ id }).first();
  return row === undefined ? undefined : Row.parse(row);
}

/** Notes one attempt and what came of it. */
export async function settleMessage(
  db: Db,
  id: string,
  outcome: { state: MessageRow['state']; error: string | null; now: string },
): Promise<void> {
  const { state, error, now } = outcome;
  await db('maklumat_message')
    .where({ id })
    .update({ state, error, settled_at: state === 'queued' ? null : now, attempts: db.raw('attempts + 1') });
}

/** Messages that reached a number or an address and may be read again: no code that still opens something. Oldest first. */
export async function findDelivered(db: Db, vault: Vault, to: string, now: string): Promise<MessageRow[]> {
  const rows: unknown[] = await db('maklumat_message')
    .where({ recipient_digest: recipientDigest(vault, to) })
    .whereIn('state', ['sent', 'kept'])
    .where((past) => void past.whereNull('expires_at').orWhere('expires_at', '<=', now))
    .orderBy('created_at')
    .orderBy('id');
  return z.array(Row).parse(rows);
}

/** Counts what went to a person's former number among what went to the new one, so that it is exported and erased with the rest. */
export async function moveMessages(db: Db, vault: Vault, from: string, to: string): Promise<void> {
  await db('maklumat_message')
    .where({ recipient_digest: recipientDigest(vault, from) })
    .update({ recipient_digest: recipientDigest(vault, to) });
}

/** What is kept for the outbox page, newest first. */
export async function findKept(db: Db, limit: number): Promise<MessageRow[]> {
  const rows: unknown[] = await db('maklumat_message').where({ state: 'kept' }).orderBy('created_at', 'desc').orderBy('id').limit(limit);
  return z.array(Row).parse(rows);
}

/** Gives up what waits to be sent and says what is no longer true. */
export async function expireMessages(db: Db, now: string): Promise<number> {
  return db('maklumat_message').where({ state: 'queued' }).where('expires_at', '<=', now).update({ state: 'expired', settled_at: now });
}

export async function purgeMessages(db: Db, before: string): Promise<number> {
  return db('maklumat_message').where('created_at', '<', before).delete();
}
