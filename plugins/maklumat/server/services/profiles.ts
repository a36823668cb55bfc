import type { z } from 'zod';
import type { changeMe as contract, Me } from '../../contracts/accounts';
import { dateIn } from '../../core/calendar/calendar';
import { checkIdentity, readNik } from '../../core/identity/profile';
import type { Language } from '../../core/language/language';
import { registrationText } from '../../core/language/registration';
import { serverText } from '../../core/language/server';
import type { FieldMessages } from '../../core/refusal';
import { canonicalJson } from '../adapters/vault';
import { isNikTaken, lockApplicant, updateApplicant, type ApplicantRow } from '../repositories/applicants';
import { insertConsent } from '../repositories/consents';
import { database, inTransaction } from '../repositories/database';
import type { App } from './app';
import { describeApplicant } from './applicantViews';
import { consentInForce, given as givenConsent } from './consents';
import { assess, refuseTakenNik, violates } from './identification';
import { count, spend } from './limits';
import { refuse } from './refuse';
import { getApplicant, type Account } from './sessions';

type Given = z.infer<typeof contract.body>;

interface Asked {
  given: Given;
  address: string;
  language: Language;
}

/** The person's own data. Refuses with `unauthorized` when it was erased in the meantime. */
export async function getMe(app: App, account: Account, language: Language): Promise<Me> {
  return describeApplicant(app, await getApplicant(app, account, language), language);
}

/** NIK and identity as they will be. Refuses with `invalid-request`, naming each field. */
function corrected(applicant: ApplicantRow, today: string, { given, language }: Asked): Pick<ApplicantRow, 'nik' | 'identity'> {
  const { nik: typed, consentVersion: _version, ...rest } = given;
  const changes = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (typed === undefined && Object.keys(changes).length === 0) return applicant;
  const read = typed === undefined ? { nik: applicant.nik } : readNik(typed, applicant.residency, language);
  const checked = checkIdentity({ ...applicant.identity, ...changes }, { today, language });
  if (!('problem' in read) && checked.ok) return { nik: read.nik, identity: checked.value };
  const fields: FieldMessages = { ...('problem' in read ? { nik: [read.problem] } : {}), ...(checked.ok ? {} : checked.fields) };
  return refuse('invalid-request', serverText[language].invalidAnswers, { fields });
}

/** Asks the registry again, when what it knows a person by has changed. Limited, since its answer would tell who guesses which NIK is whose. */
async function reassess(
  app: App,
  applicant: ApplicantRow,
  next: Pick<ApplicantRow, 'nik' | 'identity'>,
  { address, language }: Asked,
): Promise<Partial<Awaited<ReturnType<typeof assess>>> & { verifiedAt?: string }> {
  const { nik, identity } = next;
  const differs = nik !== applicant.nik || identity.name !== applicant.identity.name || identity.birthDate !== applicant.identity.birthDate;
  if (nik === null || !differs) return {};
  await spend(app, [count('identityAddress', address), count('identityRegistration', applicant.id)], language);
  if (await isNikTaken(database(app.strapi), app.vault, nik, applicant.id)) refuseTakenNik(language);
  const assessed = await assess(app, next);
  return { ...assessed, ...(assessed.verification === 'verified' ? { verifiedAt: app.now() } : {}) };
}

/** Writes down the words that are agreed to. Refuses with `invalid-request` when they are not those in force. */
async function consentOf(app: App, { given, language }: Asked) {
  if (given.consentVersion === undefined) return undefined;
  const consent = consentInForce(await app.catalogue.snapshot(), app.now());
  if (consent?.version === given.consentVersion) return givenConsent(consent, app.now());
  const fields = { consentVersion: [registrationText[language].consentChanged] };
  return refuse('invalid-request', serverText[language].invalidRequest, { fields });
}

/** Whether nobody changed, verified or refused these data since they were read. */
const isAsRead = (read: ApplicantRow, held: ApplicantRow): boolean =>
  canonicalJson([read.nik, read.identity, read.verification]) === canonicalJson([held.nik, held.identity, held.verification]);

/** One attempt; false, with nothing written, when the data changed while it was worked out: the registry may take its time. */
async function correct(app: App, account: Account, asked: Asked): Promise<boolean> {
  const { language } = asked;
  const applicant = await getApplicant(app, account, language);
  const { zone } = await app.catalogue.snapshot();
  const next = corrected(applicant, dateIn(app.now(), zone), asked);
  const consent = await consentOf(app, asked);
  const assessed = await reassess(app, applicant, next, asked);
  try {
    return await inTransaction(app.strapi, async (db) => {
      const held = await lockApplicant(db, app.vault, applicant.id);
      if (!held) refuse('unauthorized', serverText[language].unauthorized);
      if (!isAsRead(applicant, held)) return false;
      await updateApplicant(db, app.vault, applicant.id, { nik: next.nik, identity: next.identity, ...assessed });
      if (consent) await insertConsent(db, applicant.id, consent);
      return true;
    });
  } catch (error) {
    if (violates(error, 'maklumat_applicant_nik_digest_key')) refuseTakenNik(language);
    throw error;
  }
}

/**
 * Corrects a person's own data or takes their consent to new words. A changed NIK, name or birth date is checked anew; until then it waits. Of two corrections at
 * once none undoes the other. Refuses with `invalid-request`, `unauthorized`, `nik-taken` and `too-many-requests`.
 */
export async function changeMe(app: App, account: Account, asked: Asked): Promise<Me> {
  for (let done = false; !done;) done = await correct(app, account, asked);
  return getMe(app, account, asked.language);
}
