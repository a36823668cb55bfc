import { z } from 'zod';
import { isoOf, type Db } from './database';

export type OtpPurpose = 'registration' | 'password' | 'phone-old' | 'phone-new';

const Row = z
  .object({
    id: z.uuid(),
    phone_digest: z.string(),
    code_digest: z.string().nullable(),
    sent_at: z.date(),
    expires_at: z.date(),
    used_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    phoneDigest: row.phone_digest,
    codeDigest: row.code_digest,
    sentAt: isoOf(row.sent_at),
    expiresAt: isoOf(row.expires_at),
    usedAt: row.used_at === null ? null : isoOf(row.used_at),
  }));
export type OtpRow = z.infer<typeof Row>;

export async function insertOtp(
  db: Db,
  fresh: {
    id: string;
    purpose: OtpPurpose;
    subject: string;
    phoneDigest: string;
    codeDigest: string | null;
    sentAt: string;
    expiresAt: string;
  },
): Promise<void> {
  await db('maklumat_otp').insert({
    id: fresh.id,
    purpose: fresh.purpose,
    subject: fresh.subject,
    phone_digest: fresh.phoneDigest,
    code_digest: fresh.codeDigest,
    sent_at: fresh.sentAt,
    expires_at: fresh.expiresAt,
  });
}

/** The code sent last for this; an earlier one opens nothing any more. */
export async function findLatestOtp(db: Db, purpose: OtpPurpose, subject: string): Promise<OtpRow | undefined> {
  const row: unknown = await db('maklumat_otp').where({ purpose, subject }).orderBy('sent_at', 'desc').orderBy('id').first();
  return row === undefined ? undefined : Row.parse(row);
}

/** Takes one of the code's tries; false when none is left. One statement, so that parallel guesses cannot share one. */
export async function takeTry(db: Db, id: string, most: number): Promise<boolean> {
  const changed: number = await db('maklumat_otp')
    .where({ id })
    .where('tries', '<', most)
    .update({ tries: db.raw('tries + 1') });
  return changed === 1;
}

/** Uses a code up; false when it was used before. */
export async function useOtp(db: Db, id: string, now: string): Promise<boolean> {
  const changed: number = await db('maklumat_otp').where({ id }).whereNull('used_at').update({ used_at: now });
  return changed === 1;
}

/** Forgets the codes that were sent to a number; none of them opens anything any more. */
export async function deleteOtps(db: Db, phoneDigest: string): Promise<void> {
  await db('maklumat_otp').where({ phone_digest: phoneDigest }).delete();
}

export async function purgeOtps(db: Db, before: string): Promise<number> {
  return db('maklumat_otp').where('sent_at', '<', before).delete();
}
