import type { z } from 'zod';
import type { decideVerification, listVerifications, VerificationRow } from '../../contracts/verifications';
import { atZone } from '../../core/calendar/calendar';
import { parseNik } from '../../core/identity/nik';
import { checksText } from '../../core/language/checks';
import type { Language } from '../../core/language/language';
import { canonicalJson, type Vault } from '../adapters/vault';
import { countWaiting, findWaiting, lockApplicant, updateApplicant, type ApplicantRow, type Assessment } from '../repositories/applicants';
import { database, inTransaction, type Db } from '../repositories/database';
import { recordAccess } from './accesses';
import type { App } from './app';
import type { Snapshot } from './catalogue';
import { enqueueMessage } from './messages';
import type { Officer } from './people';
import { refuse } from './refuse';

type Page = z.infer<typeof listVerifications.success.schema>;
type Decision = z.infer<typeof decideVerification.body>;
type Decided = z.infer<typeof decideVerification.success.schema>['data'];

/** Changes with whatever of an applicant an officer is shown, and tells nothing of it. */
const revisionOf = (vault: Vault, { nik, identity: { name, birthDate, address } }: ApplicantRow): string =>
  vault.digest(`verification:${canonicalJson({ nik, name, birthDate, address })}`);

/** An applicant as the officer who is to verify them reads it; undefined for one without a NIK, who has nothing to be verified. */
function describe(app: App, snapshot: Snapshot, applicant: ApplicantRow, language: Language): VerificationRow | undefined {
  const { id, nik, identity, assessment, createdAt } = applicant;
  const region = nik === null ? undefined : parseNik(nik)?.region;
  if (nik === null || region === undefined) return undefined;
  const text = checksText[language];
  // The districts of other cities are not content here; their codes say enough to look them up.
  const nameOf = (code: string): string | undefined => snapshot.areas.find((area) => area.code === code)?.name;
  const city = nameOf(region.slice(0, 5));
  return {
    id,
    registeredAt: atZone(createdAt, snapshot.zone),
    name: identity.name,
    nik,
    region: city === undefined ? null : [nameOf(region), city].filter((name) => name !== undefined).join(', '),
    birthDate: identity.birthDate,
    address: identity.address,
    warnings: assessment?.birthDateDiffers ? [text.birthDateDiffers] : [],
    because: text.because[assessment?.because ?? 'registry-off'],
    revision: revisionOf(app.vault, applicant),
  };
}

/** Who waits to be verified, the longest waiting first. Each whose data the officer is shown reads in their account that it was read. */
export async function listWaiting(
  app: App,
  officer: Officer,
  query: { page: number; pageSize: number },
  language: Language,
): Promise<Page> {
  const { page, pageSize } = query;
  const db = database(app.strapi);
  const total = await countWaiting(db);
  const applicants = await findWaiting(db, app.vault, { offset: (page - 1) * pageSize, limit: pageSize });
  const snapshot = await app.catalogue.snapshot();
  const rows = applicants.flatMap((applicant) => describe(app, snapshot, applicant, language) ?? []);
  for (const { id } of rows) await recordAccess(app, officer, { what: 'identity', applicant: id, caseId: null });
  return { data: rows, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
}

/** The reason itself goes by letter only: a telephone may be in other hands, and an SMS is short. */
async function tellRefused(app: App, db: Db, { phone, identity }: ApplicantRow, reason: string): Promise<void> {
  const { subject, mail, sms } = checksText.id.refused;
  if (identity.email === null) await enqueueMessage(app, db, { channel: 'sms', to: phone, subject: '', text: sms });
  else await enqueueMessage(app, db, { channel: 'mail', to: identity.email, subject, text: mail(reason) });
}

/**
 * Verifies or refuses an applicant's data, and records who did. Refuses with `not-found`, with `command-not-open` when that was decided before, and with
 * `stale-sequence` when the applicant has corrected what the officer had read: nobody vouches for data that they have not seen.
 */
export async function decide(app: App, officer: Officer, id: string, decision: Decision, language: Language): Promise<Decided> {
  const text = checksText[language];
  return inTransaction(app.strapi, async (db) => {
    const applicant = await lockApplicant(db, app.vault, id);
    if (!applicant) refuse('not-found', text.notFound);
    if (applicant.verification !== 'waiting') refuse('command-not-open', text.decided);
    if (decision.revision !== revisionOf(app.vault, applicant)) refuse('stale-sequence', text.corrected);
    const refused = decision.decision === 'refuse' ? decision.reason : null;
    const assessment: Assessment = {
      because: 'officer',
      birthDateDiffers: applicant.assessment?.birthDateDiffers ?? false,
      note: refused,
      by: { user: officer.user, name: officer.name },
    };
    const verification = refused === null ? 'verified' : 'refused';
    await updateApplicant(db, app.vault, id, { verification, assessment, ...(refused === null ? { verifiedAt: app.now() } : {}) });
    if (refused !== null) await tellRefused(app, db, applicant, refused);
    return { id, verification };
  });
}
