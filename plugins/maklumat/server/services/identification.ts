import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { identifyRegistration } from '../../contracts/registrations';
import { dateIn } from '../../core/calendar/calendar';
import { birthDateDiffers } from '../../core/identity/nik';
import { checkIdentity, readNik, type Identity } from '../../core/identity/profile';
import { moveOn } from '../../core/identity/registration';
import type { FieldMessages } from '../../core/refusal';
import type { Language } from '../../core/language/language';
import { registrationText } from '../../core/language/registration';
import { serverText } from '../../core/language/server';
import { insertApplicant, isNikTaken, phoneDigest, type ApplicantRow, type Assessment } from '../repositories/applicants';
import { insertConsent } from '../repositories/consents';
import { database, inStrapiTransaction, inTransaction } from '../repositories/database';
import * as rows from '../repositories/registrations';
import type { RegistrationRow } from '../repositories/registrations';
import { insertUser } from '../repositories/users';
import type { App } from './app';
import { describeApplicant } from './applicantViews';
import { refuse } from './refuse';
import { describeRow, getProved } from './registrations';
import { openSession } from './sessions';

type Given = z.infer<typeof identifyRegistration.body>;
type Identified = z.infer<typeof identifyRegistration.success.schema>['data'];

/** What the registry says of a person, as it is kept with the account. Outsiders have no NIK to ask about. */
export async function assess(
  app: App,
  person: { nik: string | null; identity: Identity },
): Promise<Pick<ApplicantRow, 'verification' | 'assessment'>> {
  const { nik, identity } = person;
  if (nik === null) return { verification: 'not-needed', assessment: null };
  const answer = await app.registry.check({ nik, name: identity.name, birthDate: identity.birthDate });
  const because = { match: 'matched', mismatch: 'mismatch', off: 'registry-off', down: 'registry-down' } as const satisfies Record<
    typeof answer,
    Assessment['because']
  >;
  const assessment = { because: because[answer], birthDateDiffers: birthDateDiffers(nik, identity.birthDate), note: null };
  return { verification: answer === 'match' ? 'verified' : 'waiting', assessment };
}

/** Another account has this NIK. */
export function refuseTakenNik(language: Language): never {
  const { nikTaken } = registrationText[language];
  return refuse('nik-taken', nikTaken, { fields: { nik: [nikTaken] } });
}

/** Whether PostgreSQL refused a row because another has the same value under this constraint. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint;

/** Makes the account, all or nothing. Refuses with `nik-taken`, or `command-not-open` when another registration of the number was faster. */
async function createAccount(app: App, row: RegistrationRow, person: Pick<ApplicantRow, 'nik' | 'identity'>, language: Language) {
  const { phone, residency, passwordHash, consent } = row.given;
  const text = registrationText[language];
  if (residency === null || passwordHash === null || consent === null) refuse('command-not-open', text.notNow);
  const now = app.now();
  const assessed = await assess(app, person);
  // Given all at once, the identity was on the NIK's screen.
  const times = row.stage === 'nik' ? moveOn(row.times, 'nik', 'identity', now) : row.times;
  const done: RegistrationRow = {
    ...row,
    stage: 'done',
    times: moveOn(moveOn(times, 'identity', 'done', now), 'done', 'login', now),
    // The account has it now; of the registration only its times are kept until they run out.
    given: { ...row.given, passwordHash: null, consent: null, nik: null, identity: null },
  };
  try {
    const applicant = await inStrapiTransaction(app.strapi, async (db) => {
      const locked = await rows.findRegistration(db, app.vault, row.id, { now, lock: true });
      if (locked?.stage !== row.stage) refuse('command-not-open', text.notNow);
      const id = randomUUID();
      const username = phoneDigest(app.vault, phone);
      const user = await insertUser(app.strapi, { username, email: `${id}@pemohon.invalid`, password: passwordHash });
      const fresh: ApplicantRow = { id, user, residency, phone, ...person, ...assessed, createdAt: now };
      await insertApplicant(db, app.vault, fresh);
      await insertConsent(db, id, consent);
      await rows.updateRegistration(db, app.vault, done);
      return fresh;
    });
    return { applicant, done };
  } catch (error) {
    if (violates(error, 'maklumat_applicant_nik_digest_key')) refuseTakenNik(language);
    if (violates(error, 'maklumat_applicant_phone_digest_key')) refuse('command-not-open', text.phoneTaken);
    throw error;
  }
}

async function keepNik(app: App, row: RegistrationRow, nik: string, language: Language): Promise<Identified> {
  const times = moveOn(row.times, 'nik', 'identity', app.now());
  const next: RegistrationRow = { ...row, stage: 'identity', times, given: { ...row.given, nik } };
  return inTransaction(app.strapi, async (db) => {
    const locked = await rows.findRegistration(db, app.vault, row.id, { now: app.now(), lock: true });
    if (locked?.stage !== row.stage) refuse('command-not-open', registrationText[language].notNow);
    await rows.updateRegistration(db, app.vault, next);
    return { complete: false as const, registration: await describeRow(app, db, next) };
  });
}

/**
 * Takes NIK and identity, together or one after the other, and makes the account when nothing is missing.
 * Refuses with `invalid-request`, `not-found`, `nik-taken`, `command-not-open`, `too-many-requests`.
 */
export async function identify(app: App, asked: { id: string; given: Given; address: string; language: Language }): Promise<Identified> {
  const { given, language } = asked;
  const row = await getProved(app, asked);
  const { residency } = row.given;
  if (residency === null) refuse('command-not-open', registrationText[language].notNow);
  const read = row.given.nik !== null && given.nik === undefined ? { nik: row.given.nik } : readNik(given.nik, residency, language);
  const { nik: _nik, ...rest } = given;
  const onlyNik = given.nik !== undefined && Object.values(rest).every((value) => value === undefined);
  const { zone } = await app.catalogue.snapshot();
  const checked = onlyNik ? undefined : checkIdentity(rest, { today: dateIn(app.now(), zone), language });
  const fields: FieldMessages = {
    ...('problem' in read ? { nik: [read.problem] } : {}),
    ...(checked && !checked.ok ? checked.fields : {}),
  };
  if ('problem' in read || (checked && !checked.ok)) refuse('invalid-request', serverText[language].invalidAnswers, { fields });
  const { nik } = read;
  if (nik !== null && (await isNikTaken(database(app.strapi), app.vault, nik, null))) refuseTakenNik(language);
  if (!checked) return nik === null ? refuse('command-not-open', registrationText[language].notNow) : keepNik(app, row, nik, language);
  const { applicant, done } = await createAccount(app, row, { nik, identity: checked.value }, language);
  const { jwt, refreshToken } = await openSession(app, applicant);
  const me = await describeApplicant(app, applicant, language);
  return {
    complete: true,
    jwt,
    refreshToken,
    applicant: me,
    registration: await describeRow(app, database(app.strapi), done, me.warnings),
  };
}
