import { z } from 'zod';
import type { Erasure } from '../../contracts/accounts';
import { atZone } from '../../core/calendar/calendar';
import type { Zone } from '../../core/calendar/schema';
import type { Language } from '../../core/language/language';
import { privacyText } from '../../core/language/privacy';
import { serverText } from '../../core/language/server';
import { findApplicant, findApplicantByUser, holdApplicant } from '../repositories/applicants';
import { lockCases } from '../repositories/cases';
import { database, inStrapiTransaction, type Db } from '../repositories/database';
import { countWithoutAccount, deleteAnswersOf, disownCase, forgetApplicant, type ForgottenRows } from '../repositories/erasures';
import { findOwnCases } from '../repositories/ownCases';
import { deleteUser, findUser } from '../repositories/users';
import type { App } from './app';
import { eraseCase, type ErasedCase } from './erasedCases';
import { eraseFiles } from './files';
import { refuse } from './refuse';
import { endSessions, type Account } from './sessions';
import { answerKey } from './world';

const AccessToken = z.object({ userId: z.coerce.number().int() });

/** What one erasure did, before it is put into sentences. */
interface Erased {
  at: string;
  /** Cases that stay in the register, those whose retention period had passed among them. */
  registered: number;
  cases: ErasedCase[];
  files: number;
  /** Cases without an account that name the person's number. */
  elsewhere: number;
  forgotten: ForgottenRows;
}

/** Versions are read over a connection of their own, so they are read before the transaction takes one. */
async function readVersions(app: App, applicantId: string): Promise<void> {
  for (let page = 1, more = true; more; page += 1) {
    const { rows, total } = await findOwnCases(database(app.strapi), applicantId, { page, pageSize: 100 });
    for (const { versionId } of rows) await app.catalogue.version(versionId);
    more = page * 100 < total;
  }
}

async function erase(app: App, db: Db, account: Account, language: Language): Promise<Erased> {
  const held = await holdApplicant(db, account.id);
  const applicant = held ? await findApplicant(db, app.vault, account.id) : undefined;
  if (!applicant) refuse('unauthorized', serverText[language].unauthorized);
  const own = await lockCases(db, { applicantId: account.id });
  const cases: ErasedCase[] = [];
  for (const row of own) {
    if (row.erasedAt === null) cases.push(await eraseCase(app, db, row, 'request', language));
    await disownCase(db, row.id);
  }
  const files = await eraseFiles(app, db, { applicantId: account.id });
  await deleteAnswersOf(db, [account.id, ...own.map(({ number }) => number)]);
  const { phone, identity } = applicant;
  const elsewhere = await countWithoutAccount(db, answerKey(app, 'phone', phone));
  const at = app.now();
  const forgotten = await forgetApplicant(db, app.vault, { id: account.id, phone, email: identity.email }, at);
  await endSessions(app, account.user);
  await deleteUser(app.strapi, account.user);
  return { at, registered: own.length, cases, files, elsewhere, forgotten };
}

function describe({ at, registered, cases, files, elsewhere, forgotten }: Erased, zone: Zone, language: Language): Erasure {
  const text = privacyText[language].erasure;
  const sum = (key: keyof ErasedCase): number => cases.reduce((total, one) => total + one[key], 0);
  const erased = [
    { what: text.erased.account, count: 1 },
    { what: text.erased.texts, count: sum('texts') },
    { what: text.erased.files, count: sum('files') + files },
    { what: text.erased.drafts, count: forgotten.drafts },
    { what: text.erased.consents, count: forgotten.consents },
    { what: text.erased.messages, count: sum('messages') + forgotten.messages },
    { what: text.erased.accesses, count: forgotten.accesses },
    { what: text.erased.ended, count: sum('ended') },
  ];
  const kept = [
    { ...text.kept.register, count: registered },
    { ...text.kept.reasons, count: sum('reasons') },
    { ...text.kept.letters, count: sum('letters') },
    { ...text.kept.uniques, count: sum('uniques') },
    { ...text.kept.elsewhere, count: elsewhere },
    { ...text.kept.proof, count: 1 },
  ];
  const some = ({ count }: { count: number }): boolean => count > 0;
  return { erasedAt: atZone(at, zone), erased: erased.filter(some), kept: kept.filter(some) };
}

/**
 * Erases what is held about an applicant, all of it or nothing, and ends every session. Cases that have not ended are withdrawn. Of each case the register
 * stays: number, service, dates, steps and outcome (register of requests: UU 14/2008; erasure: UU 27/2022). A case filed without the account, as at the counter, is
 * not known to be the person's: it stays, and the answer says how many of those name their number.
 * Refuses with `unauthorized` when another call was faster.
 */
export async function eraseApplicant(app: App, account: Account, language: Language): Promise<Erasure> {
  await readVersions(app, account.id);
  const { zone } = await app.catalogue.snapshot();
  return describe(await inStrapiTransaction(app.strapi, (db) => erase(app, db, account, language)), zone, language);
}

/** Whether a token was given to an account that has been erased since: signed here, not run out, and of a user who is no more. */
export async function isOfErasedAccount(app: App, token: string): Promise<boolean> {
  const checked = app.strapi.sessionManager('users-permissions').validateAccessToken(token);
  const payload = checked.isValid ? AccessToken.safeParse(checked.payload) : undefined;
  if (!payload?.success) return false;
  const { userId } = payload.data;
  const applicant = await findApplicantByUser(database(app.strapi), app.vault, userId);
  return applicant === undefined && (await findUser(app.strapi, userId)) === undefined;
}
