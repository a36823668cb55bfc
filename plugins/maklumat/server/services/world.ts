import { reservationOf } from '../../core/case/reservations';
import { fold } from '../../core/case/state';
import { isOperable, type OperableDefinition } from '../../core/definition/schema';
import type { FileFacts } from '../../core/form/checks';
import { formFields } from '../../core/form/files';
import type { Answers, Field } from '../../core/form/schema';
import type { Facts } from '../../core/rules/conditions';
import { fileFacts } from '../../core/rules/facts';
import type { ApplicantRow } from '../repositories/applicants';
import { countOpenCases, findCase, findEvents } from '../repositories/cases';
import type { Db } from '../repositories/database';
import { findIssued } from '../repositories/issued';
import type { App } from './app';
import { isFree, type BookingContext } from './bookings';

/** What is known of whoever applies; nobody registered is an applicant too. */
export interface Applicant {
  registered: boolean;
  residency?: 'city' | 'outside';
  verified?: boolean;
}

/** Keyed digest of an answer that identifies an applicant, in its normal form; the kind keeps a NIK from being looked up as a number. */
export const answerKey = (app: App, kind: 'nik' | 'phone' | 'email', answer: string): string =>
  app.vault.digest(`${kind}:${answer.trim().toLowerCase()}`);

/** What rules may ask of the person of an account. */
export const registered = ({ residency, verification }: Pick<ApplicantRow, 'residency' | 'verification'>): Applicant => ({
  registered: true,
  residency,
  verified: verification === 'verified',
});

/**
 * Keyed digests of what identifies an applicant over several cases: the account, whatever its holder answers, and NIK, telephone number and e-mail answers, each
 * apart. They show nothing by themselves.
 * @param applicantId the registered applicant whose case it is; null for anybody else
 */
export function applicantKeys(app: App, fields: readonly Field[], answers: Answers, applicantId: string | null): string[] {
  const answered = fields.flatMap((field) => {
    const value = answers[field.key];
    if (typeof value !== 'string' || (field.type !== 'nik' && field.type !== 'phone' && field.type !== 'email')) return [];
    return [answerKey(app, field.type, value)];
  });
  return applicantId === null ? answered : [app.vault.digest(`applicant:${applicantId}`), ...answered];
}

function applicantFacts(applicant: Applicant): Facts {
  return Object.fromEntries(
    Object.entries(applicant)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [`applicant.${name}`, value]),
  );
}

async function openCaseFacts(db: Db, definition: OperableDefinition, keys: readonly string[]): Promise<Facts> {
  const counts = await countOpenCases(db, keys, definition.slug);
  return { 'openCases.all': counts.all, 'openCases.sameService': counts.sameService };
}

/** Whether the slots are free that the answers ask for, by the reservations that the procedure may make from fields of the form. */
async function bookingFacts(db: Db, definition: OperableDefinition, answers: Answers, booking: BookingContext): Promise<Facts> {
  const facts: Facts = {};
  const effects = definition.procedure.steps.flatMap((step) => step.outcomes.flatMap((outcome) => outcome.effects));
  for (const effect of effects) {
    const slot = effect.type === 'reserve' ? reservationOf(effect, { answers, decisions: {} }) : undefined;
    if (slot) facts[`bookings.${slot.resource}.free`] ??= await isFree(db, booking, slot);
  }
  return facts;
}

/** The cases behind the document codes that were answered: of which service, how they stand, and with what result. */
async function linkedFacts(app: App, db: Db, fields: readonly Field[], answers: Answers): Promise<Facts> {
  const facts: Facts = {};
  for (const field of fields) {
    const code = answers[field.key];
    if (field.type !== 'text' || !field.documentCode || typeof code !== 'string') continue;
    const issued = await findIssued(db, code);
    const row = issued && (await findCase(db, issued.number));
    if (!issued || !row) continue;
    const { definition } = await app.catalogue.version(row.versionId);
    const result = isOperable(definition) ? fold(definition, await findEvents(db, app.vault, row.id)).result : null;
    Object.assign(facts, {
      [`linked.${field.key}.service`]: issued.service,
      [`linked.${field.key}.status`]: issued.status,
      [`linked.${field.key}.document`]: issued.document,
      ...(result === null ? {} : { [`linked.${field.key}.result`]: result }),
    });
  }
  return facts;
}

/** Everything that rules may ask beyond the answers, as it is now. */
export async function worldFacts(
  app: App,
  db: Db,
  input: {
    definition: OperableDefinition;
    answers: Answers;
    files: Readonly<Record<string, FileFacts>>;
    applicant: Applicant;
    booking: BookingContext;
    /** By which keys the applicant's open cases are counted; not at all in a dry run that anybody may make, which would tell whether a person has a case here. */
    openCases: readonly string[] | false;
  },
): Promise<Facts> {
  const { definition, answers, files, applicant, booking, openCases } = input;
  const fields = formFields(definition.form);
  return {
    ...applicantFacts(applicant),
    ...fileFacts(fields, answers, files),
    ...(openCases ? await openCaseFacts(db, definition, openCases) : {}),
    ...(await bookingFacts(db, definition, answers, booking)),
    ...(await linkedFacts(app, db, fields, answers)),
  };
}
