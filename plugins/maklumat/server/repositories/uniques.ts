import type { Db } from './database';

const table = 'maklumat_unique';

/** One answer that must be one of a kind within a service. `digest` is the vault's keyed digest of the answer in its normal form. */
export interface UniqueAnswer {
  service: string;
  field: string;
  digest: string;
}

/**
 * Makes a case the holder of this answer, in place of what it held for the field before; false when another case holds it. Whoever asks while
 * the other's transaction is open waits for its end.
 */
export async function holdUnique(db: Db, { service, field, digest }: UniqueAnswer, caseId: number): Promise<boolean> {
  await db(table).where({ service, field, case_id: caseId }).whereNot({ digest }).delete();
  const result: { rows: unknown[] } = await db.raw(
    `INSERT INTO maklumat_unique AS held (service, field, digest, case_id) VALUES (:service, :field, :digest, :caseId)
     ON CONFLICT (service, field, digest) DO UPDATE SET case_id = excluded.case_id WHERE held.case_id = excluded.case_id
     RETURNING held.case_id`,
    { service, field, digest, caseId },
  );
  return result.rows.length === 1;
}

/** Whether another case holds this answer now, as a dry run asks. */
export async function isHeld(db: Db, { service, field, digest }: UniqueAnswer, exceptCase?: number): Promise<boolean> {
  const row: unknown = await db(table)
    .where({ service, field, digest })
    .modify((rest) => void (exceptCase === undefined || rest.whereNot('case_id', exceptCase)))
    .first('case_id');
  return row !== undefined;
}

/** Frees every answer of a case, once it is rejected or withdrawn. Returns how many those were. */
export async function releaseUniques(db: Db, caseId: number): Promise<number> {
  return db(table).where({ case_id: caseId }).delete();
}
