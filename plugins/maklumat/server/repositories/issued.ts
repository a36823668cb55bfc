import { z } from 'zod';
import { CaseStatus } from '../../core/case/status';
import { normaliseTrackingToken } from '../adapters/vault';
import { isoOf, type Db } from './database';

const table = 'maklumat_issued_document';

const IssuedDocument = z
  .object({
    case_id: z.coerce.number(),
    sequence: z.int(),
    document: z.string(),
    issued_at: z.date(),
    number: z.string(),
    service: z.string(),
    status: CaseStatus,
  })
  .transform((row) => ({
    caseId: row.case_id,
    sequence: row.sequence,
    document: row.document,
    issuedAt: isoOf(row.issued_at),
    number: row.number,
    service: row.service,
    status: row.status,
  }));
/** A document that an office issued: its key in the definition, the event that issued it, and the case with its present status. */
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** Keeps the code of a document; throws when the code was given before. */
export async function insertIssued(
  db: Db,
  issued: { code: string; caseId: number; sequence: number; document: string; issuedAt: string },
): Promise<void> {
  await db(table).insert({
    code: normaliseTrackingToken(issued.code),
    case_id: issued.caseId,
    sequence: issued.sequence,
    document: issued.document,
    issued_at: issued.issuedAt,
  });
}

/** The document with a code as a person typed it: small letters, spaces, hyphens and look-alikes do not matter. */
export async function findIssued(db: Db, code: string): Promise<IssuedDocument | undefined> {
  const row: unknown = await db(`${table} as issued`)
    .join('maklumat_case as source', 'source.id', 'issued.case_id')
    .select('issued.case_id', 'issued.sequence', 'issued.document', 'issued.issued_at', 'source.number', 'source.service', 'source.status')
    .where('issued.code', normaliseTrackingToken(code))
    .first();
  return row === undefined ? undefined : IssuedDocument.parse(row);
}
