import { z } from 'zod';
import type { Vault } from '../adapters/vault';
import { findApplicant, phoneDigest, type ApplicantRow } from './applicants';
import type { Db } from './database';

const Id = z.object({ id: z.uuid() }).optional();
const Subject = z.object({ subject: z.uuid() }).optional();

export async function findApplicantByDigest(db: Db, vault: Vault, digest: string): Promise<ApplicantRow | undefined> {
  const row = Id.parse(await db('maklumat_applicant').where({ phone_digest: digest }).first('id'));
  return row && findApplicant(db, vault, row.id);
}

/** What the last code for a forgotten password of this number was sent for; undefined when none was sent since the instant. */
export async function findLatestReset(db: Db, vault: Vault, phone: string, since: string): Promise<string | undefined> {
  const row: unknown = await db('maklumat_otp')
    .where({ purpose: 'password', phone_digest: phoneDigest(vault, phone) })
    .where('sent_at', '>', since)
    .orderBy('sent_at', 'desc')
    .first('subject');
  return Subject.parse(row)?.subject;
}

/** Takes the only turn at something until the transaction ends; false when another transaction has it. */
export async function takeTurn(db: Db, at: string): Promise<boolean> {
  const { rows }: { rows: { taken: boolean }[] } = await db.raw('SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS taken', [at]);
  return rows[0]?.taken === true;
}
