import { randomUUID } from 'node:crypto';
import { atZone } from '../../core/calendar/calendar';
import { lengthOf } from '../../core/form/text';
import { accountText } from '../../core/language/account';
import { passwordText } from '../../core/language/passwords';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { bytesOf, hashPassword, longestPassword } from '../adapters/passwordHash';
import { isGuessable, isLeaked } from '../adapters/passwordStrength';
import { findApplicantByDigest, findLatestReset } from '../repositories/accounts';
import { findUserByPhone, holdApplicant, type ApplicantRow } from '../repositories/applicants';
import { database, inStrapiTransaction, type Db } from '../repositories/database';
import { findLatestOtp } from '../repositories/otps';
import { setPassword } from '../repositories/users';
import type { App } from './app';
import { readMobile } from './mobile';
import { onceAfter } from './once';
import { allowCode, checkCode, sendCode, spendCode, type CodeKey, type CodeRequest, type SentCode } from './otps';
import { refuse } from './refuse';
import {
  endSessions,
  getApplicant,
  holdProved,
  isUsable,
  nobody,
  openSession,
  provePassword,
  type Account,
  type Session,
} from './sessions';

export { hashPassword } from '../adapters/passwordHash';

interface Asked {
  address: string;
  language: Language;
}

/** Characters of the shortest password (default of the product). */
const shortest = 10;
/** A password with these many last digits of a person's number, or this long a part of their name, has the whole of it. */
const tellingDigits = 8;
const tellingLetters = 4;

/** Control characters and halves of characters, which no keyboard sends again. */
const untypable = /[\p{Cc}\p{Cs}]/u;

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

/**
 * What is wrong with a password as sentences; none when it may be used.
 * @param personal what others know of the person: number (E.164) and name
 */
export function passwordProblems(password: string, personal: readonly string[], language: Language): string[] {
  const text = passwordText[language];
  if (bytesOf(password) > longestPassword) return [text.tooLong(longestPassword)];
  if (untypable.test(password)) return [text.unreadable];
  if (lengthOf(password) < shortest) return [text.tooShort(shortest)];
  const numbers = personal.map(digitsOf).filter((digits) => digits.length >= tellingDigits);
  const words = personal.flatMap((known) => known.split(/[^\p{L}]+/u)).filter((word) => lengthOf(word) >= tellingLetters);
  const problems = [
    numbers.some((number) => digitsOf(password).includes(number.slice(-tellingDigits))) && text.hasPhone,
    words.some((word) => lettersOf(password).includes(word.toLowerCase())) && text.hasName,
    isLeaked(password) && text.breached,
  ].filter((problem) => problem !== false);
  return problems.length === 0 && isGuessable(password, words) ? [text.guessable] : problems;
}

const codeOf = (id: string): CodeKey => ({ purpose: 'password', subject: id });

const personalOf = ({ phone, identity }: ApplicantRow): string[] => [phone, identity.name];

function refuseWeak(problems: string[], language: Language): void {
  if (problems.length > 0) refuse('invalid-request', serverText[language].invalidRequest, { fields: { password: problems } });
}

/**
 * Sends a code for a new password, when the number has an account; the answer and the work are the same when it has none. The id tells nothing of the account.
 * Refuses with `invalid-request`, `too-many-requests`, `unavailable` and `idempotency-conflict`.
 */
export async function forgot(app: App, given: { phone: string; key?: string | undefined } & Asked): Promise<SentCode & { id: string }> {
  const { key, address, language } = given;
  const phone = readMobile(given.phone, language);
  const { zone } = await app.catalogue.snapshot();
  const ready = async (): Promise<CodeRequest['tell']> => {
    const db = database(app.strapi);
    const hourAgo = new Date(Date.parse(app.now()) - 3_600_000).toISOString();
    const before = await findLatestReset(db, app.vault, phone, hourAgo);
    await allowCode(app, { phone, address, language, again: before === undefined ? undefined : codeOf(before) });
    const user = await findUserByPhone(db, app.vault, phone);
    return (await isUsable(app, { user: user ?? nobody })) ? 'code' : 'nothing';
  };
  return onceAfter(app, { scope: 'password-codes', key, body: { phone }, language }, ready, async (db, tell) => {
    const id = randomUUID();
    const { expiresAt, resendAt } = await sendCode(app, db, { ...codeOf(id), phone, tell }, language);
    return { id, expiresAt: atZone(expiresAt, zone), resendAt: atZone(resendAt, zone) };
  });
}

/** Sets a password and ends every session, for the new one that it resolves to; undefined when `hold` says that nothing may be set any more. */
async function renew(
  app: App,
  applicant: ApplicantRow,
  password: string,
  hold: (db: Db) => Promise<boolean>,
): Promise<Session | undefined> {
  const hashed = await hashPassword(password);
  return inStrapiTransaction(app.strapi, async (db) => {
    if (!(await hold(db))) return undefined;
    await setPassword(app.strapi, applicant.user, hashed);
    await endSessions(app, applicant.user);
    return openSession(app, applicant);
  });
}

/** Sets a new password by the code that `forgot` sent. Refuses with `invalid-request`, `otp-invalid` and `too-many-requests`. */
export async function reset(app: App, given: { id: string; code: string; password: string } & Asked): Promise<Session> {
  const { id, code, password, address, language } = given;
  // Before the code is proved nothing is said that depends on whose it is.
  refuseWeak(passwordProblems(password, [], language), language);
  const db = database(app.strapi);
  const digest = (await findLatestOtp(db, 'password', id))?.phoneDigest;
  // Counted by the digest for every number, or the limits would tell known from unknown.
  const otp = await checkCode(app, codeOf(id), { code, phone: digest ?? id, address, language });
  const applicant = digest === undefined ? undefined : await findApplicantByDigest(db, app.vault, digest);
  const wrong = accountText[language].codeWrong;
  if (!applicant || !(await isUsable(app, applicant))) refuse('otp-invalid', wrong, { fields: { code: [wrong] } });
  refuseWeak(passwordProblems(password, personalOf(applicant), language), language);
  const session = await renew(app, applicant, password, async (trx) => {
    await spendCode(app, trx, otp, language);
    return holdApplicant(trx, applicant.id);
  });
  return session ?? refuse('otp-invalid', wrong, { fields: { code: [wrong] } });
}

/** Changes the password of somebody who knows the present one. Refuses with `invalid-request`, `unauthorized`, `credentials-wrong` and `too-many-requests`. */
export async function change(app: App, account: Account, given: { currentPassword: string; password: string } & Asked): Promise<Session> {
  const { currentPassword, password, address, language } = given;
  const text = passwordText[language];
  const applicant = await getApplicant(app, account, language);
  const tried = { who: applicant.phone, user: applicant.user, password: currentPassword, address, language };
  const proved = await provePassword(app, tried);
  if (proved === undefined) refuse('credentials-wrong', text.presentWrong, { fields: { currentPassword: [text.presentWrong] } });
  const same = password === currentPassword ? [text.same] : [];
  refuseWeak([...same, ...passwordProblems(password, personalOf(applicant), language)], language);
  const session = await renew(app, applicant, password, (trx) => holdProved(app, trx, applicant, proved));
  return session ?? refuse('unauthorized', serverText[language].unauthorized);
}
