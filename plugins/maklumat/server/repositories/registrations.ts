import { z } from 'zod';
import { registrationStages } from '../../core/identity/registration';
import { Identity } from '../../core/identity/profile';
import type { Vault } from '../adapters/vault';
import { phoneDigest } from './applicants';
import { isoOf, jsonOf, type Db } from './database';

/** What was given so far. Only the number is known of one that is to be resumed: the rest follows when the code proves whose it is. */
const Given = z.object({
  phone: z.string(),
  residency: z.enum(['city', 'outside']).nullable(),
  passwordHash: z.string().nullable(),
  consent: z.object({ version: z.int(), digest: z.string(), givenAt: z.string() }).nullable(),
  nik: z.string().nullable(),
  identity: Identity.nullable(),
});
export type Given = z.infer<typeof Given>;

const Times = z.array(z.object({ stage: z.enum(registrationStages), startedAt: z.string(), finishedAt: z.string().optional() }));
const Row = z.object({
  id: z.uuid(),
  sealed: z.string(),
  stage: z.enum(['otp', 'nik', 'identity', 'done']),
  progress: z.unknown().transform((value) => Times.parse(jsonOf(value))),
  created_at: z.date(),
  expires_at: z.date(),
});

export interface RegistrationRow {
  id: string;
  given: Given;
  stage: z.infer<typeof Row>['stage'];
  times: z.infer<typeof Times>;
  createdAt: string;
  expiresAt: string;
}

function read(vault: Vault, row: unknown): RegistrationRow {
  const parsed = Row.parse(row);
  return {
    id: parsed.id,
    given: Given.parse(vault.open(parsed.sealed)),
    stage: parsed.stage,
    times: parsed.progress,
    createdAt: isoOf(parsed.created_at),
    expiresAt: isoOf(parsed.expires_at),
  };
}

const written = (vault: Vault, { given, stage, times, expiresAt }: Omit<RegistrationRow, 'id' | 'createdAt'>) => ({
  phone_digest: phoneDigest(vault, given.phone),
  sealed: vault.seal(given),
  stage,
  progress: JSON.stringify(times),
  expires_at: expiresAt,
});

export async function insertRegistration(db: Db, vault: Vault, row: RegistrationRow): Promise<void> {
  await db('maklumat_registration').insert({ id: row.id, created_at: row.createdAt, ...written(vault, row) });
}

export async function updateRegistration(db: Db, vault: Vault, row: RegistrationRow): Promise<void> {
  await db('maklumat_registration').where({ id: row.id }).update(written(vault, row));
}

/** One that has not run out; with `lock`, nobody else changes it until the transaction ends. */
export async function findRegistration(
  db: Db,
  vault: Vault,
  id: string,
  at: { now: string; lock?: boolean },
): Promise<RegistrationRow | undefined> {
  const query = db('maklumat_registration').where({ id }).where('expires_at', '>', at.now).first();
  const row: unknown = await (at.lock ? query.forUpdate() : query);
  return row === undefined ? undefined : read(vault, row);
}

/**
 * The latest registration of a number that was left after the number had been proved, other than `except`. One before that is not looked for: whoever
 * began it may have been somebody else, whose password would become the account's.
 */
export async function findLeftMidway(
  db: Db,
  vault: Vault,
  phone: string,
  at: { now: string; except: string | null },
): Promise<RegistrationRow | undefined> {
  const row: unknown = await db('maklumat_registration')
    .where({ phone_digest: phoneDigest(vault, phone) })
    .whereIn('stage', ['nik', 'identity'])
    .where('expires_at', '>', at.now)
    .modify((query) => void (at.except === null ? query : query.whereNot({ id: at.except })))
    .orderBy('created_at', 'desc')
    .first();
  return row === undefined ? undefined : read(vault, row);
}

/** The registration that a number's account came from, while it has not run out; nobody else changes it until the transaction ends. */
export async function findCompleted(db: Db, vault: Vault, phone: string, now: string): Promise<RegistrationRow | undefined> {
  const row: unknown = await db('maklumat_registration')
    .where({ phone_digest: phoneDigest(vault, phone), stage: 'done' })
    .where('expires_at', '>', now)
    .first()
    .forUpdate();
  return row === undefined ? undefined : read(vault, row);
}

/** Makes what goes on with any registration of a number wait until the transaction ends. In one order, or two that are proved at once would wait for each other. */
export async function holdRegistrations(db: Db, vault: Vault, phone: string): Promise<void> {
  await db('maklumat_registration')
    .where({ phone_digest: phoneDigest(vault, phone) })
    .orderBy('id')
    .forUpdate()
    .select('id');
}

/** Forgets every other registration of a number. */
export async function deleteOthers(db: Db, vault: Vault, phone: string, except: string): Promise<void> {
  await db('maklumat_registration')
    .where({ phone_digest: phoneDigest(vault, phone) })
    .whereNot({ id: except })
    .delete();
}

/** Forgets the registration that a number's account came from: once the number is another, nothing finds it any more. */
export async function deleteCompleted(db: Db, vault: Vault, phone: string): Promise<void> {
  await db('maklumat_registration')
    .where({ phone_digest: phoneDigest(vault, phone), stage: 'done' })
    .delete();
}

export async function purgeRegistrations(db: Db, before: string): Promise<number> {
  return db('maklumat_registration').where('created_at', '<', before).delete();
}
