import { z } from 'zod';
import { isoOf, type Db } from './database';

const Row = z.object({ version: z.int(), digest: z.string(), given_at: z.date() });

export interface GivenConsent {
  version: number;
  /** Digest of the words that were agreed to. */
  digest: string;
  givenAt: string;
}

/** Agreeing to the same version again changes nothing. */
export async function insertConsent(db: Db, applicant: string, { version, digest, givenAt }: GivenConsent): Promise<void> {
  await db('maklumat_consent')
    .insert({ applicant_id: applicant, version, digest, given_at: givenAt })
    .onConflict(['applicant_id', 'version'])
    .ignore();
}

/** What an applicant agreed to, the newest version first. */
export async function findConsents(db: Db, applicant: string): Promise<GivenConsent[]> {
  const rows: unknown[] = await db('maklumat_consent').where({ applicant_id: applicant }).orderBy('version', 'desc');
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ version: row.version, digest: row.digest, givenAt: isoOf(row.given_at) }));
}

/** Digests of the words that anybody agreed to as this version. */
export async function findAgreedDigests(db: Db, version: number): Promise<string[]> {
  const rows: unknown[] = await db('maklumat_consent').where({ version }).distinct('digest');
  return z
    .array(Row.pick({ digest: true }))
    .parse(rows)
    .map(({ digest }) => digest);
}
