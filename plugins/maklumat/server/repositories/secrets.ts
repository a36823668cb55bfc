import { z } from 'zod';
import type { Vault } from '../adapters/vault';
import { isoOf, type Db } from './database';

const table = 'maklumat_secret';

const Secret = z
  .object({
    id: z.uuid(),
    sequence: z.int(),
    label: z.string(),
    openable: z.boolean(),
    opened_at: z.date().nullable(),
    expires_at: z.date(),
  })
  .transform(({ opened_at, expires_at, ...row }) => ({
    ...row,
    openedAt: opened_at ? isoOf(opened_at) : null,
    expiresAt: isoOf(expires_at),
  }));
/** What a case page may say of a secret without showing it. */
export type Secret = z.infer<typeof Secret>;

const Opened = z.object({ sealed: z.string() });

export async function insertSecret(
  db: Db,
  vault: Vault,
  secret: { id: string; caseId: number; sequence: number; label: string; value: string; expiresAt: string },
): Promise<void> {
  const { id, sequence, label } = secret;
  await db(table).insert({
    id,
    case_id: secret.caseId,
    sequence,
    label,
    sealed: vault.seal(secret.value),
    expires_at: secret.expiresAt,
  });
}

/** The secrets of a case, oldest first. */
export async function findSecrets(db: Db, caseId: number, now: string): Promise<Secret[]> {
  const rows: unknown[] = await db(table)
    .select('id', 'sequence', 'label', 'opened_at', 'expires_at')
    .select(db.raw('(sealed IS NOT NULL AND expires_at > ?) AS openable', [now]))
    .where({ case_id: caseId })
    .orderBy(['sequence', 'label']);
  return z.array(Secret).parse(rows);
}

/**
 * Opens a secret of a case and forgets it in the same breath: of two who ask at once one gets it. Undefined when it was opened before, has
 * expired, or is no secret of this case.
 */
export async function openSecret(db: Db, vault: Vault, order: { id: string; caseId: number; now: string }): Promise<string | undefined> {
  const result: { rows: unknown[] } = await db.raw(
    `WITH chosen AS (
       SELECT id, sealed FROM maklumat_secret
       WHERE id = :id AND case_id = :caseId AND sealed IS NOT NULL AND expires_at > :now FOR UPDATE
     )
     UPDATE maklumat_secret AS secret SET sealed = NULL, opened_at = :now FROM chosen WHERE secret.id = chosen.id
     RETURNING chosen.sealed`,
    order,
  );
  const [row] = result.rows;
  return row === undefined ? undefined : z.string().parse(vault.open(Opened.parse(row).sealed));
}

/** Forgets what nobody opened in time. Returns how many those were. */
export async function purgeSecrets(db: Db, now: string): Promise<number> {
  return db(table).whereNotNull('sealed').where('expires_at', '<=', now).update({ sealed: null });
}
