import { z } from 'zod';
import type { Vault } from '../adapters/vault';
import { phoneDigest } from './applicants';
import type { Db } from './database';

const table = 'maklumat_phone_change';
const Row = z.object({ id: z.uuid(), sealed_phone: z.string() }).optional();

/** A change of number that waits for both codes. */
export interface PhoneChange {
  id: string;
  /** The number to be, E.164. */
  phone: string;
}

function read(vault: Vault, row: unknown): PhoneChange | undefined {
  const parsed = Row.parse(row);
  return parsed && { id: parsed.id, phone: z.string().parse(vault.open(parsed.sealed_phone)) };
}

/** Takes the place of the one that the applicant began before. */
export async function insertPhoneChange(
  db: Db,
  vault: Vault,
  fresh: PhoneChange & { applicant: string; createdAt: string; expiresAt: string },
): Promise<void> {
  await deletePhoneChanges(db, fresh.applicant);
  await db(table).insert({
    id: fresh.id,
    applicant_id: fresh.applicant,
    phone_digest: phoneDigest(vault, fresh.phone),
    sealed_phone: vault.seal(fresh.phone),
    created_at: fresh.createdAt,
    expires_at: fresh.expiresAt,
  });
}

/** One of this applicant's; somebody else's is undefined like one that never was. */
export async function findPhoneChange(db: Db, vault: Vault, key: { id: string; applicant: string }): Promise<PhoneChange | undefined> {
  return read(vault, await db(table).where({ id: key.id, applicant_id: key.applicant }).first());
}

export async function findPendingPhoneChange(db: Db, vault: Vault, applicant: string): Promise<PhoneChange | undefined> {
  return read(vault, await db(table).where({ applicant_id: applicant }).orderBy('created_at', 'desc').first());
}

export async function deletePhoneChanges(db: Db, applicant: string): Promise<void> {
  await db(table).where({ applicant_id: applicant }).delete();
}

export async function purgePhoneChanges(db: Db, before: string): Promise<number> {
  return db(table).where('created_at', '<', before).delete();
}
