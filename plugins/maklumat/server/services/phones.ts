import { randomUUID } from 'node:crypto';
import type { Me } from '../../contracts/accounts';
import { atZone } from '../../core/calendar/calendar';
import { maskPhone } from '../../core/identity/phone';
import { accountText } from '../../core/language/account';
import type { Language } from '../../core/language/language';
import { passwordText } from '../../core/language/passwords';
import { profileText } from '../../core/language/profile';
import { serverText } from '../../core/language/server';
import { RefusalError } from '../../core/refusal';
import { findUserByPhone, holdApplicant, phoneDigest, updateApplicant, type ApplicantRow } from '../repositories/applicants';
import { database, inStrapiTransaction } from '../repositories/database';
import { moveMessages } from '../repositories/messages';
import { deleteOtps } from '../repositories/otps';
import { deletePhoneChanges, findPendingPhoneChange, findPhoneChange, insertPhoneChange } from '../repositories/phoneChanges';
import { deleteCompleted } from '../repositories/registrations';
import { setUsername } from '../repositories/users';
import type { App } from './app';
import { describeApplicant } from './applicantViews';
import { violates } from './identification';
import { enqueueMessage } from './messages';
import { readMobile } from './mobile';
import { onceAfter } from './once';
import { allowCode, checkCode, sendCode, spendCode, type CodeKey } from './otps';
import { refuse } from './refuse';
import { endOtherSessions, getApplicant, provePassword, type Account } from './sessions';

interface Asked {
  address: string;
  language: Language;
}

const oldCodeOf = (id: string): CodeKey => ({ purpose: 'phone-old', subject: id });
const newCodeOf = (id: string): CodeKey => ({ purpose: 'phone-new', subject: id });

/**
 * Begins a change of number: a code goes to the present number and one to the new, whose owner is told instead when it has an account. It can be finished until
 * the codes run out; beginning again sends new ones. Refuses with `invalid-request`, `unauthorized`, `credentials-wrong`, `too-many-requests`, `unavailable`,
 * `idempotency-conflict`.
 */
export async function begin(
  app: App,
  account: Account,
  given: { phone: string; password: string; key?: string | undefined } & Asked,
): Promise<{ id: string; expiresAt: string }> {
  const { password, key, address, language } = given;
  const phone = readMobile(given.phone, language);
  const { zone } = await app.catalogue.snapshot();
  const ready = async (): Promise<ApplicantRow> => {
    const applicant = await getApplicant(app, account, language);
    const text = passwordText[language].presentWrong;
    if ((await provePassword(app, { who: applicant.phone, user: applicant.user, password, address, language })) === undefined)
      refuse('credentials-wrong', text, { fields: { password: [text] } });
    if (phone === applicant.phone)
      refuse('invalid-request', serverText[language].invalidRequest, { fields: { phone: [profileText[language].phoneSame] } });
    const pending = await findPendingPhoneChange(database(app.strapi), app.vault, applicant.id);
    await allowCode(app, { phone: applicant.phone, address, language, again: pending && oldCodeOf(pending.id) });
    await allowCode(app, { phone, address, language });
    return applicant;
  };
  return onceAfter(app, { scope: `phones:${account.id}`, key, body: { phone, password }, language }, ready, async (db, applicant) => {
    const id = randomUUID();
    const tell = (await findUserByPhone(db, app.vault, phone)) === undefined ? 'code' : 'known';
    const { expiresAt } = await sendCode(app, db, { ...oldCodeOf(id), phone: applicant.phone, tell: 'code' }, language);
    await sendCode(app, db, { ...newCodeOf(id), phone, tell }, language);
    await insertPhoneChange(db, app.vault, { id, phone, applicant: applicant.id, createdAt: app.now(), expiresAt });
    return { id, expiresAt: atZone(expiresAt, zone) };
  });
}

/** Checks one of the codes; its refusal stands at its own field. */
async function check(app: App, key: CodeKey, tried: { field: string; code: string; phone: string } & Asked): Promise<string> {
  const { field, ...rest } = tried;
  try {
    return await checkCode(app, key, rest);
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.kind !== 'otp-invalid') throw error;
    return refuse('otp-invalid', error.message, { fields: { [field]: [error.message] } });
  }
}

/** Finishes a change of number with both codes. Refuses with `unauthorized`, `not-found`, `otp-invalid`, `too-many-requests`. */
export async function prove(app: App, account: Account, given: { id: string; oldCode: string; newCode: string } & Asked): Promise<Me> {
  const { id, oldCode, newCode, address, language } = given;
  const applicant = await getApplicant(app, account, language);
  const change = await findPhoneChange(database(app.strapi), app.vault, { id, applicant: applicant.id });
  if (!change) refuse('not-found', profileText[language].phoneChangeGone);
  const { phone } = change;
  const asked = { address, language };
  const used = [
    await check(app, oldCodeOf(id), { field: 'oldCode', code: oldCode, phone: applicant.phone, ...asked }),
    await check(app, newCodeOf(id), { field: 'newCode', code: newCode, phone, ...asked }),
  ];
  try {
    await settle(app, account, { applicant, phone, used, language });
  } catch (error) {
    // Somebody else registered the number after its code was sent.
    if (violates(error, 'maklumat_applicant_phone_digest_key')) refuse('otp-invalid', accountText[language].codeWrong);
    throw error;
  }
  return describeApplicant(app, await getApplicant(app, account, language), language);
}

async function settle(
  app: App,
  account: Account,
  change: { applicant: ApplicantRow; phone: string; used: string[]; language: Language },
): Promise<void> {
  const { applicant, phone, used, language } = change;
  await inStrapiTransaction(app.strapi, async (db) => {
    for (const otp of used) await spendCode(app, db, otp, language);
    if (!(await holdApplicant(db, applicant.id))) refuse('unauthorized', serverText[language].unauthorized);
    await updateApplicant(db, app.vault, applicant.id, { phone });
    await setUsername(app.strapi, account.user, phoneDigest(app.vault, phone));
    await deletePhoneChanges(db, applicant.id);
    await endOtherSessions(app, account);
    const text = profileText[language].phoneChanged(maskPhone(phone));
    await enqueueMessage(app, db, { channel: 'sms', to: applicant.phone, subject: '', text });
    await moveMessages(db, app.vault, applicant.phone, phone);
    await deleteCompleted(db, app.vault, applicant.phone);
    await deleteOtps(db, phoneDigest(app.vault, applicant.phone));
  });
}
