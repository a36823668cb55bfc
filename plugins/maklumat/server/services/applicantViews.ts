import type { Me } from '../../contracts/accounts';
import { atZone } from '../../core/calendar/calendar';
import type { Language } from '../../core/language/language';
import { registrationText } from '../../core/language/registration';
import type { ApplicantRow } from '../repositories/applicants';
import { findConsents } from '../repositories/consents';
import { database } from '../repositories/database';
import type { App } from './app';
import { consentInForce } from './consents';

/** What an applicant reads of the own data. */
export async function describeApplicant(app: App, applicant: ApplicantRow, language: Language): Promise<Me> {
  const { id, residency, phone, nik, identity, verification, assessment, createdAt } = applicant;
  const [consent] = await findConsents(database(app.strapi), id);
  const snapshot = await app.catalogue.snapshot();
  const current = consentInForce(snapshot, app.now());
  return {
    id,
    residency,
    phone,
    nik,
    ...identity,
    verification,
    verificationNote: assessment?.note ?? null,
    warnings: assessment?.birthDateDiffers ? [registrationText[language].birthDateDiffers] : [],
    consent: consent
      ? { version: consent.version, givenAt: atZone(consent.givenAt, snapshot.zone), current: consent.version === current?.version }
      : null,
    createdAt: atZone(createdAt, snapshot.zone),
  };
}
