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

/** The versions that anybody agreed to, each with the digests of the words that they read. */
export async function findAgreed(db: Db): Promise<Map<number, string[]>> {
  const rows: unknown[] = await db('maklumat_consent').distinct('version', 'digest').orderBy('version');
  const agreed = new Map<number, string[]>();
  for (const { version, digest } of z.array(Row.pick({ version: true, digest: true })).parse(rows))
    agreed.set(version, [...(agreed.get(version) ?? []), digest]);
  return agreed;
}
