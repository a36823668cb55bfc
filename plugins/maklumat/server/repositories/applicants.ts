import { z } from 'zod';
import { Identity } from '../../core/identity/profile';
import type { Vault } from '../adapters/vault';
import { isoOf, type Db } from './database';

/** Why an identity is verified or not, as keys that language turns into sentences. `note` is the reason of the officer who decided (`by`). */
export const Assessment = z.object({
  because: z.enum(['matched', 'mismatch', 'registry-off', 'registry-down', 'officer']),
  birthDateDiffers: z.boolean(),
  note: z.string().nullable(),
  by: z.object({ user: z.int(), name: z.string() }).optional(),
});
export type Assessment = z.infer<typeof Assessment>;

const Row = z.object({
  id: z.uuid(),
  user_id: z.int().nullable(),
  residency: z.enum(['city', 'outside']),
  sealed_phone: z.string().nullable(),
  sealed_nik: z.string().nullable(),
  sealed_identity: z.string().nullable(),
  verification: z.enum(['verified', 'waiting', 'refused', 'not-needed']),
  sealed_assessment: z.string().nullable(),
  created_at: z.date(),
  erased_at: z.date().nullable(),
});

/** A registered applicant whose data has not been erased. */
export interface ApplicantRow {
  id: string;
  user: number;
  residency: 'city' | 'outside';
  /** E.164. */
  phone: string;
  nik: string | null;
  identity: Identity;
  verification: z.infer<typeof Row>['verification'];
  assessment: Assessment | null;
  createdAt: string;
}

/** Keyed digests by which an applicant is found; the kind keeps a NIK from being looked up as a number. */
export const phoneDigest = (vault: Vault, phone: string): string => vault.digest(`account-phone:${phone}`);
export const nikDigest = (vault: Vault, nik: string): string => vault.digest(`account-nik:${nik}`);

function read(vault: Vault, row: unknown): ApplicantRow | undefined {
  const parsed = Row.optional().parse(row ?? undefined);
  if (parsed?.user_id == null || parsed.sealed_phone === null || parsed.sealed_identity === null) return undefined;
  return {
    id: parsed.id,
    user: parsed.user_id,
    residency: parsed.residency,
    phone: z.string().parse(vault.open(parsed.sealed_phone)),
    nik: parsed.sealed_nik === null ? null : z.string().parse(vault.open(parsed.sealed_nik)),
    identity: Identity.parse(vault.open(parsed.sealed_identity)),
    verification: parsed.verification,
    assessment: parsed.sealed_assessment === null ? null : Assessment.parse(vault.open(parsed.sealed_assessment)),
    createdAt: isoOf(parsed.created_at),
  };
}

export async function insertApplicant(db: Db, vault: Vault, fresh: ApplicantRow): Promise<void> {
  await db('maklumat_applicant').insert({
    id: fresh.id,
    user_id: fresh.user,
    residency: fresh.residency,
    phone_digest: phoneDigest(vault, fresh.phone),
    nik_digest: fresh.nik === null ? null : nikDigest(vault, fresh.nik),
    sealed_phone: vault.seal(fresh.phone),
    sealed_nik: fresh.nik === null ? null : vault.seal(fresh.nik),
    sealed_identity: vault.seal(fresh.identity),
    verification: fresh.verification,
    sealed_assessment: fresh.assessment === null ? null : vault.seal(fresh.assessment),
    verified_at: fresh.verification === 'verified' ? fresh.createdAt : null,
    created_at: fresh.createdAt,
  });
}

/** Writes what changed of an applicant, digests included. */
export async function updateApplicant(
  db: Db,
  vault: Vault,
  id: string,
  change: Partial<Pick<ApplicantRow, 'phone' | 'nik' | 'identity' | 'assessment' | 'verification'>> & { verifiedAt?: string },
): Promise<void> {
  const { phone, nik, identity, assessment, verification, verifiedAt } = change;
  await db('maklumat_applicant')
    .where({ id })
    .update({
      ...(phone === undefined ? {} : { sealed_phone: vault.seal(phone), phone_digest: phoneDigest(vault, phone) }),
      ...(nik === undefined || nik === null ? {} : { sealed_nik: vault.seal(nik), nik_digest: nikDigest(vault, nik) }),
      ...(identity === undefined ? {} : { sealed_identity: vault.seal(identity) }),
      ...(assessment === undefined || assessment === null ? {} : { sealed_assessment: vault.seal(assessment) }),
      ...(verification === undefined ? {} : { verification }),
      ...(verifiedAt === undefined ? {} : { verified_at: verifiedAt }),
    });
}

/** Undefined for a person whose data was erased, too. */
export async function findApplicant(db: Db, vault: Vault, id: string): Promise<ApplicantRow | undefined> {
  return read(vault, await db('maklumat_applicant').where({ id }).first());
}

/** The same, and nobody else changes the row until the transaction ends. */
export async function lockApplicant(db: Db, vault: Vault, id: string): Promise<ApplicantRow | undefined> {
  return read(vault, await db('maklumat_applicant').where({ id }).forUpdate().first());
}

/**
 * Makes what one person files, saves or corrects wait for each other until the transaction ends, so that what is counted stays true. False when their data was
 * erased meanwhile: then nothing may be written for them, or the erasure would be undone.
 */
export async function holdApplicant(db: Db, id: string): Promise<boolean> {
  const row: unknown = await db('maklumat_applicant').where({ id }).whereNull('erased_at').forNoKeyUpdate().first('id');
  return row !== undefined;
}

const waiting = (db: Db) => db('maklumat_applicant').where({ verification: 'waiting' }).whereNull('erased_at');

/** Whom an officer has yet to verify, the longest waiting first. */
export async function findWaiting(db: Db, vault: Vault, page: { offset: number; limit: number }): Promise<ApplicantRow[]> {
  const rows: unknown[] = await waiting(db).orderBy('created_at').orderBy('id').offset(page.offset).limit(page.limit);
  return rows.flatMap((row) => read(vault, row) ?? []);
}

export async function countWaiting(db: Db): Promise<number> {
  const counted: unknown = await waiting(db).count({ total: '*' }).first();
  return z.object({ total: z.coerce.number().int() }).parse(counted).total;
}

export async function findApplicantByUser(db: Db, vault: Vault, user: number): Promise<ApplicantRow | undefined> {
  return read(vault, await db('maklumat_applicant').where({ user_id: user }).first());
}

/** The account of a number, without opening what is sealed: that takes time, which would tell a number that has one from others. */
export async function findUserByPhone(db: Db, vault: Vault, phone: string): Promise<number | undefined> {
  const row: unknown = await db('maklumat_applicant')
    .where({ phone_digest: phoneDigest(vault, phone) })
    .first('user_id');
  return Row.pick({ user_id: true }).optional().parse(row)?.user_id ?? undefined;
}

/** Whether an account other than `except` has this NIK; one whose data an officer refused has none. */
export async function isNikTaken(db: Db, vault: Vault, nik: string, except: string | null): Promise<boolean> {
  const row: unknown = await db('maklumat_applicant')
    .where({ nik_digest: nikDigest(vault, nik) })
    .whereNot({ verification: 'refused' })
    .modify((query) => void (except === null ? query : query.whereNot({ id: except })))
    .first('id');
  return row !== undefined;
}
