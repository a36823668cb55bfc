import { randomInt, randomUUID } from 'node:crypto';
import { accountText } from '../../core/language/account';
import type { Language } from '../../core/language/language';
import { fillIn } from '../../core/definition/placeholders';
import { sameHash } from '../adapters/vault';
import { phoneDigest } from '../repositories/applicants';
import { database, type Db } from '../repositories/database';
import { findLatestOtp, insertOtp, takeTry, useOtp, type OtpPurpose } from '../repositories/otps';
import type { App } from './app';
import { count, spend } from './limits';
import { enqueueMessage } from './messages';
import { refuse } from './refuse';

/** Tries that one code allows. Source: domain.md §1.10. */
const tries = 5;

/** Which code: what it is for, and the id of what it opens. */
export interface CodeKey {
  purpose: OtpPurpose;
  subject: string;
}

export interface CodeRequest extends CodeKey {
  /** E.164. */
  phone: string;
  /**
   * What the telephone gets: the code; the sentence that the number has an account already; or nothing, where nobody is known by it.
   * Only the code opens anything, and the asker is answered the same in each case.
   */
  tell: 'code' | 'known' | 'nothing';
}

/** Both are whole seconds, as they are shown. */
export interface SentCode {
  expiresAt: string;
  resendAt: string;
}

/** The settings by which codes are sent. Refuses with `unavailable` while the office has none, or no way to send an SMS. */
async function settingsOf(app: App, language: Language) {
  const { registration } = await app.catalogue.snapshot();
  const canSend = app.settings.sms.url !== '' || app.settings.outbox;
  if (!registration || !canSend) refuse('unavailable', accountText[language].smsOff);
  return registration;
}

/**
 * Counts a code that is asked for against its number, its address and all; before the transaction that sends it. Refuses with `too-many-requests`, also when the
 * one before is younger than the resend interval, and with `unavailable`.
 */
export async function allowCode(app: App, asked: { phone: string; address: string; language: Language; again?: CodeKey }): Promise<void> {
  const { phone, address, language, again } = asked;
  const settings = await settingsOf(app, language);
  const last = again && (await findLatestOtp(database(app.strapi), again.purpose, again.subject));
  const wait = last ? Math.ceil((Date.parse(resendAt(last.sentAt, settings.resendSeconds)) - Date.parse(app.now())) / 1000) : 0;
  if (wait > 0) refuse('too-many-requests', accountText[language].tooSoon(wait), { retryAfter: wait });
  const hour = (points: number) => ({ points, seconds: 3_600 });
  const pair = `${phone} ${address}`;
  await spend(
    app,
    [
      // Parallel calls all saw the same code sent last.
      ...(again
        ? [{ name: 'codeAgain', of: `${again.purpose} ${again.subject}`, rate: { points: 1, seconds: settings.resendSeconds } }]
        : []),
      { name: 'codeAddress', of: address, rate: hour(settings.codesPerAddressHour) },
      // From one address nobody uses up the codes of somebody else's number, and from many not those of an owner who logged in lately where they are.
      { name: 'codePair', of: pair, rate: hour(Math.max(1, settings.codesPerPhoneHour - 1)) },
      { name: 'codePhone', of: phone, rate: hour(settings.codesPerPhoneHour), sparing: count('logInPair', pair) },
      { name: 'codeAll', of: '', rate: hour(settings.codesPerHour) },
    ],
    language,
  );
}

/** Makes a code and sends it, in the caller's transaction. The one before opens nothing any more. */
export async function sendCode(app: App, db: Db, request: CodeRequest, language: Language): Promise<SentCode> {
  const settings = await settingsOf(app, language);
  const { purpose, subject, phone, tell } = request;
  const id = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = app.now();
  const expiresAt = new Date(Math.floor(Date.parse(now) / 1000 + settings.codeSeconds) * 1000).toISOString();
  await insertOtp(db, {
    id,
    purpose,
    subject,
    phoneDigest: phoneDigest(app.vault, phone),
    codeDigest: tell === 'code' ? digestOf(app, id, code) : null,
    sentAt: now,
    expiresAt,
  });
  const values = { kode: code, menit: String(Math.ceil(settings.codeSeconds / 60)) };
  const text = tell === 'known' ? settings.knownText : fillIn(settings.codeText, values);
  await enqueueMessage(app, db, { channel: 'sms', to: phone, subject: '', text, expiresAt, withheld: tell === 'nothing' });
  return { expiresAt, resendAt: resendAt(now, settings.resendSeconds) };
}

/** From when on another code may be asked for. */
const resendAt = (sentAt: string, seconds: number): string => new Date(Math.ceil(Date.parse(sentAt) / 1000 + seconds) * 1000).toISOString();

/** The code's own id goes into its digest: equal codes look different. */
const digestOf = (app: App, id: string, code: string): string => app.vault.digest(`otp:${id}:${code}`);

/** How the code that was sent last stands; undefined when none was. */
export async function describeCode(app: App, db: Db, key: CodeKey): Promise<SentCode | undefined> {
  const last = await findLatestOtp(db, key.purpose, key.subject);
  const { registration } = await app.catalogue.snapshot();
  if (!last || !registration) return undefined;
  return { expiresAt: last.expiresAt, resendAt: resendAt(last.sentAt, registration.resendSeconds) };
}

/**
 * Checks a code, counting the try whatever comes of it; outside of transactions, or a refusal would give the try back. Resolves to the id to use up with
 * `spendCode`. Refuses with `otp-invalid` and `too-many-requests`; wrong, late, used up and never sent are one and the same.
 */
export async function checkCode(
  app: App,
  key: CodeKey,
  tried: { code: string; phone: string; address: string; language: Language },
): Promise<string> {
  const { code, phone, address, language } = tried;
  await spend(app, [count('guessAddress', address), count('guessPair', `${phone} ${address}`)], language);
  const db = database(app.strapi);
  const last = await findLatestOtp(db, key.purpose, key.subject);
  // Tries at a code that has none left hold nobody else up.
  const counts = last !== undefined && (await takeTry(db, last.id, tries));
  if (counts) await spend(app, [count('guessPhone', phone), count('guessAll')], language);
  const open = last?.usedAt === null && Date.parse(last.expiresAt) > Date.parse(app.now());
  const right = last !== undefined && sameHash(last.codeDigest ?? '', digestOf(app, last.id, code));
  if (!last || !counts || !open || !right)
    refuse('otp-invalid', accountText[language].codeWrong, { fields: { code: [accountText[language].codeWrong] } });
  return last.id;
}

/** Uses a checked code up, in the transaction of what it opens. Refuses with `otp-invalid` when another call was faster. */
export async function spendCode(app: App, db: Db, id: string, language: Language): Promise<void> {
  if (!(await useOtp(db, id, app.now()))) refuse('otp-invalid', accountText[language].codeWrong);
}
