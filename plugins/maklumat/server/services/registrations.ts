import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { describeRegistration, Registration, startRegistration } from '../../contracts/registrations';
import { atZone } from '../../core/calendar/calendar';
import { maskPhone } from '../../core/identity/phone';
import { moveOn, registrationSteps, stageAfter, type StageTime } from '../../core/identity/registration';
import type { Language } from '../../core/language/language';
import { registrationText } from '../../core/language/registration';
import { serverText } from '../../core/language/server';
import { findUserByPhone } from '../repositories/applicants';
import { database, type Db } from '../repositories/database';
import * as rows from '../repositories/registrations';
import type { RegistrationRow } from '../repositories/registrations';
import type { App } from './app';
import { findInForce, getCalendarOf, type Snapshot } from './catalogue';
import { consentInForce, given as givenConsent } from './consents';
import { count, spend } from './limits';
import { readMobile } from './mobile';
import { onceAfter } from './once';
import { allowCode, checkCode, describeCode, sendCode, spendCode, type CodeKey, type CodeRequest } from './otps';
import { hashPassword, passwordProblems } from './passwords';
import { refuse } from './refuse';

/** How long a registration that was left midway can be gone on with, in milliseconds: 24 hours. Source: domain.md §2 (OTP 24 h), default of the product. */
const lifetime = 86_400_000;

interface Asked {
  /** The attempt's `Idempotency-Key`. */
  key?: string | undefined;
  address: string;
  language: Language;
}

const codeOf = (id: string): CodeKey => ({ purpose: 'registration', subject: id });

/** The published procedure of the registration with the times of one of them. None while no service is set for it, or it is not published. */
async function stepsOf(app: App, snapshot: Snapshot, times: readonly StageTime[], residency: 'city' | 'outside' | null) {
  const { registration } = snapshot;
  const version = registration?.service == null ? undefined : findInForce(snapshot, registration.service, app.now());
  const definition = version && (await app.catalogue.version(version.id)).definition;
  if (!registration || !definition?.procedure) return { service: null, steps: [], zone: snapshot.zone };
  const calendar = getCalendarOf(snapshot, definition.agency);
  const { stages } = registration;
  const steps = registrationSteps({ steps: definition.procedure.steps, stages, times, residency, calendar, now: app.now() });
  const zoned = (instant: string | undefined) => (instant === undefined ? undefined : atZone(instant, calendar.zone));
  return {
    service: definition.slug,
    steps: steps.map((step) => ({ ...step, startedAt: zoned(step.startedAt), finishedAt: zoned(step.finishedAt) })),
    zone: calendar.zone,
  };
}

/** What registering takes, before anybody has begun. Refuses with `unavailable` while no consent is in force. */
export async function describe(app: App, language: Language): Promise<z.infer<typeof describeRegistration.success.schema>['data']> {
  const snapshot = await app.catalogue.snapshot();
  const consent = consentInForce(snapshot, app.now());
  if (!consent) refuse('unavailable', registrationText[language].consentMissing);
  const { service, steps } = await stepsOf(app, snapshot, [], null);
  const { version, title, body } = consent;
  return { service, steps, consent: { version, title, body }, retention: snapshot.retentions.map(({ name, days }) => ({ name, days })) };
}

/** A registration as its own client sees it; nothing personal is in it. */
export async function describeRow(app: App, db: Db, row: RegistrationRow, warnings: string[] = []): Promise<Registration> {
  const { steps, zone: local } = await stepsOf(app, await app.catalogue.snapshot(), row.times, row.given.residency);
  const code = row.stage === 'otp' ? await describeCode(app, db, codeOf(row.id)) : undefined;
  return {
    id: row.id,
    stage: row.stage,
    steps,
    otp: code ? { to: maskPhone(row.given.phone), expiresAt: atZone(code.expiresAt, local), resendAt: atZone(code.resendAt, local) } : null,
    expiresAt: atZone(row.expiresAt, local),
    warnings,
  };
}

/** What the telephone is told. The asker is answered the same in each case, after the same look-ups: the time they take would tell, too. */
async function tellOf(app: App, db: Db, { id, given }: Pick<RegistrationRow, 'id' | 'given'>): Promise<CodeRequest['tell']> {
  const user = await findUserByPhone(db, app.vault, given.phone);
  const left = await rows.findLeftMidway(db, app.vault, given.phone, { now: app.now(), except: id });
  if (user !== undefined) return 'known';
  return given.residency !== null || left ? 'code' : 'nothing';
}

async function begin(app: App, db: Db, row: RegistrationRow, language: Language): Promise<Registration> {
  const tell = await tellOf(app, db, row);
  await rows.insertRegistration(db, app.vault, row);
  await sendCode(app, db, { ...codeOf(row.id), phone: row.given.phone, tell }, language);
  return describeRow(app, db, row);
}

const fresh = (app: App, given: RegistrationRow['given'], times: StageTime[]): RegistrationRow => ({
  id: randomUUID(),
  given,
  stage: 'otp',
  times: [...times, { stage: 'otp', startedAt: app.now() }],
  createdAt: app.now(),
  expiresAt: new Date(Date.parse(app.now()) + lifetime).toISOString(),
});

/** Begins a registration and sends the code. Refuses with `invalid-request`, `too-many-requests`, `unavailable`, `idempotency-conflict`. */
export async function start(app: App, asked: z.infer<typeof startRegistration.body> & Asked): Promise<Registration> {
  const { residency, password, consentVersion, progress = [], key, address, language } = asked;
  const text = serverText[language];
  const phone = readMobile(asked.phone, language);
  const weak = passwordProblems(password, [phone], language);
  if (weak.length > 0) refuse('invalid-request', text.invalidRequest, { fields: { password: weak } });
  const consent = consentInForce(await app.catalogue.snapshot(), app.now());
  if (!consent) refuse('unavailable', registrationText[language].consentMissing);
  if (consentVersion !== undefined && consentVersion !== consent.version)
    refuse('invalid-request', text.invalidRequest, { fields: { consentVersion: [registrationText[language].consentChanged] } });
  const reported = progress
    .filter(({ stage }, index) => progress.findIndex((other) => other.stage === stage) === index)
    .filter(({ stage }) => ['install', 'open', 'residency', 'phone', 'password'].includes(stage));
  const ready = async (): Promise<RegistrationRow> => {
    await allowCode(app, { phone, address, language });
    const passwordHash = await hashPassword(password);
    return fresh(app, { phone, residency, passwordHash, consent: givenConsent(consent, app.now()), nik: null, identity: null }, reported);
  };
  const body = { residency, phone, password, consentVersion: consentVersion ?? null, progress };
  return onceAfter(app, { scope: 'registrations', key, body, language }, ready, (db, row) => begin(app, db, row, language));
}

/** Goes on with a registration that was left midway, on whatever device: a fresh code shows whose it is. Refuses as `start` does. */
export async function resume(app: App, asked: { phone: string } & Asked): Promise<Registration> {
  const { key, address, language } = asked;
  const phone = readMobile(asked.phone, language);
  const row = fresh(app, { phone, residency: null, passwordHash: null, consent: null, nik: null, identity: null }, []);
  const ready = (): Promise<void> => allowCode(app, { phone, address, language });
  return onceAfter(app, { scope: 'resumptions', key, body: { phone }, language }, ready, (db) => begin(app, db, row, language));
}

async function getRow(app: App, db: Db, id: string, language: Language): Promise<RegistrationRow> {
  const row = await rows.findRegistration(db, app.vault, id, { now: app.now() });
  if (!row) refuse('not-found', registrationText[language].gone);
  return row;
}

export async function get(app: App, id: string, language: Language): Promise<Registration> {
  const db = database(app.strapi);
  return describeRow(app, db, await getRow(app, db, id, language));
}

/** Sends another code. Refuses with `not-found`, `command-not-open`, `too-many-requests`, `unavailable`. */
export async function resend(app: App, { id, key, address, language }: { id: string } & Asked): Promise<Registration> {
  const ready = async (): Promise<RegistrationRow> => {
    const row = await getWaiting(app, id, language);
    await allowCode(app, { phone: row.given.phone, address, language, again: codeOf(id) });
    return row;
  };
  return onceAfter(app, { scope: `registration-code:${id}`, key, body: {}, language }, ready, async (db, row) => {
    await sendCode(app, db, { ...codeOf(id), phone: row.given.phone, tell: await tellOf(app, db, row) }, language);
    return describeRow(app, db, row);
  });
}

/** A registration that waits for its code. */
async function getWaiting(app: App, id: string, language: Language): Promise<RegistrationRow> {
  const row = await getRow(app, database(app.strapi), id, language);
  if (row.stage !== 'otp') refuse('command-not-open', registrationText[language].notNow);
  return row;
}

/** What a proved registration goes on with: itself, or the one that was left midway. */
async function proved(app: App, db: Db, row: RegistrationRow, language: Language): Promise<RegistrationRow> {
  const now = app.now();
  if (row.given.residency !== null) {
    const stage = stageAfter('otp', row.given.residency);
    return { ...row, stage, times: moveOn(row.times, 'otp', stage, now) };
  }
  const left = await rows.findLeftMidway(db, app.vault, row.given.phone, { now, except: row.id });
  if (!left) refuse('not-found', registrationText[language].gone);
  return { ...left, id: row.id };
}

/** Proves the number. Refuses with `not-found`, `command-not-open`, `otp-invalid`, `too-many-requests`, `idempotency-conflict`. */
export async function prove(app: App, { id, code, key, address, language }: { id: string; code: string } & Asked): Promise<Registration> {
  const ready = async () => {
    const { phone } = (await getWaiting(app, id, language)).given;
    return { phone, otp: await checkCode(app, codeOf(id), { code, phone, address, language }) };
  };
  return onceAfter(app, { scope: `registration:${id}`, key, body: { code }, language }, ready, async (db, { phone, otp }) => {
    await rows.holdRegistrations(db, app.vault, phone);
    const held = await getRow(app, db, id, language);
    await spendCode(app, db, otp, language);
    // Another registration of the number was finished after this one's code was sent.
    if ((await findUserByPhone(db, app.vault, phone)) !== undefined) refuse('command-not-open', registrationText[language].phoneTaken);
    const next = await proved(app, db, held, language);
    await rows.deleteOthers(db, app.vault, phone, id);
    await rows.updateRegistration(db, app.vault, next);
    return describeRow(app, db, next);
  });
}

/** A registration that waits for NIK or identity, after the limit on guessing NIKs. Refuses with `not-found`, `command-not-open`, `too-many-requests`. */
export async function getProved(app: App, { id, address, language }: { id: string } & Asked): Promise<RegistrationRow> {
  await spend(app, [count('identityAddress', address), count('identityRegistration', id)], language);
  const row = await getRow(app, database(app.strapi), id, language);
  if (row.stage !== 'nik' && row.stage !== 'identity') refuse('command-not-open', registrationText[language].notNow);
  return row;
}
