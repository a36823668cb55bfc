import { z } from 'zod';
import type { Vault } from '../adapters/vault';
import { phoneDigest } from './applicants';
import { deleteAccesses } from './accesses';
import type { Db } from './database';
import { recipientDigest } from './messages';

const Count = z.object({ count: z.coerce.number() });

/** No code has this digest: it is not one. */
const noCode = 'erased';

async function countOf(db: Db, table: string, caseId: number): Promise<number> {
  return Count.parse(await db(table).where({ case_id: caseId }).count({ count: '*' }).first()).count;
}

/** How much of a case went, and how much of it stays. */
export interface ErasedRows {
  texts: number;
  messages: number;
  letters: number;
  uniques: number;
}

/**
 * Deletes what people wrote in a case, whose it was by what they typed, values that wait to be opened, and the messages about it. The events stay; so do
 * issued letters by their codes, and the answers that no other case may give as keyed digests.
 */
export async function deletePersonalRows(db: Db, caseId: number): Promise<ErasedRows> {
  const ofCase = { case_id: caseId };
  await db('maklumat_case_applicant').where(ofCase).delete();
  await db('maklumat_secret').where(ofCase).delete();
  return {
    texts: await db('maklumat_case_personal').where(ofCase).delete(),
    messages: await db('maklumat_message').where(ofCase).delete(),
    letters: await countOf(db, 'maklumat_issued_document', caseId),
    uniques: await countOf(db, 'maklumat_unique', caseId),
  };
}

export async function markErased(db: Db, caseId: number, at: string): Promise<void> {
  await db('maklumat_case').where({ id: caseId }).update({ erased_at: at });
}

/** Cases of no account in which this was answered; `key` is one of those that a case is filed under. */
export async function countWithoutAccount(db: Db, key: string): Promise<number> {
  const cases = db('maklumat_case_applicant as keyed').join('maklumat_case as filed', 'filed.id', 'keyed.case_id');
  return Count.parse(await cases.where({ 'keyed.key': key, 'filed.applicant_id': null }).count({ count: '*' }).first()).count;
}

/** Makes a case nobody's: no session and no tracking code opens it any more. */
export async function disownCase(db: Db, caseId: number): Promise<void> {
  await db('maklumat_case').where({ id: caseId }).update({ applicant_id: null, tracking_hash: noCode });
}

/** Forgets answers kept for repetitions whose scope names one of these: a person, or the number of a case. */
export async function deleteAnswersOf(db: Db, names: readonly string[]): Promise<void> {
  await db('maklumat_idempotency')
    .whereRaw(`string_to_array(scope, ':') && CAST(? AS text[])`, [[...names]])
    .delete();
}

/**
 * Copies of what went to an address. Nobody proved that the address is theirs: letters that are still to go stay, and nobody is told how many there were,
 * or a stranger could hold up or count another's.
 */
async function deleteLetters(db: Db, vault: Vault, email: string | null): Promise<void> {
  if (email === null) return;
  await db('maklumat_message')
    .where({ recipient_digest: recipientDigest(vault, email) })
    .whereNot({ state: 'queued' })
    .delete();
}

export interface ForgottenRows {
  drafts: number;
  consents: number;
  messages: number;
  accesses: number;
}

/**
 * Forgets an applicant: drafts, consents, codes, registrations and messages of the number, and every digest and sealed value of the row itself.
 * The row stays, naming nobody, so that the office can show that it did as it was asked.
 */
export async function forgetApplicant(
  db: Db,
  vault: Vault,
  applicant: { id: string; phone: string; email: string | null },
  at: string,
): Promise<ForgottenRows> {
  const { id, phone, email } = applicant;
  const own = { applicant_id: id };
  const ofPhone = { phone_digest: phoneDigest(vault, phone) };
  await db('maklumat_registration').where(ofPhone).delete();
  await db('maklumat_otp').where(ofPhone).orWhereIn('subject', db('maklumat_phone_change').select('id').where(own)).delete();
  await deleteLetters(db, vault, email);
  await db('maklumat_phone_change').where(own).delete();
  await db('maklumat_attachment').where(own).update({ applicant_id: null });
  const forgotten = {
    drafts: await db('maklumat_draft').where(own).delete(),
    consents: await db('maklumat_consent').where(own).delete(),
    messages: await db('maklumat_message')
      .where({ recipient_digest: recipientDigest(vault, phone) })
      .delete(),
    accesses: await deleteAccesses(db, { applicantId: id }),
  };
  await db('maklumat_applicant').where({ id }).update({
    user_id: null,
    phone_digest: null,
    nik_digest: null,
    sealed_phone: null,
    sealed_nik: null,
    sealed_identity: null,
    sealed_assessment: null,
    verification: 'not-needed',
    verified_at: null,
    erased_at: at,
  });
  return forgotten;
}
