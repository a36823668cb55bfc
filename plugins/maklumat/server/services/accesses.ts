import type { z } from 'zod';
import type { Access } from '../../contracts/accounts';
import { atZone } from '../../core/calendar/calendar';
import type { Language } from '../../core/language/language';
import { privacyText } from '../../core/language/privacy';
import { findAccesses, insertAccess, type AccessRow } from '../repositories/accesses';
import type { CaseRow } from '../repositories/cases';
import { database, type Db } from '../repositories/database';
import type { App } from './app';
import { getCalendarOf, type Snapshot } from './catalogue';
import type { Officer } from './people';
import type { Account } from './sessions';

type Shown = z.infer<typeof Access>;

/** Readings of one thing by one person within 15 minutes are one (default of the product). */
const sameReading = 15 * 60 * 1000;

/** Readings shown at once; the contract says so. */
const shown = 200;

/**
 * Notes that an officer reads somebody's data, before it is handed out: what cannot be noted is not read.
 * @param read `agency` of the case picks the position shown, when the officer holds several
 */
export async function recordAccess(
  app: App,
  officer: Officer,
  read: { what: 'case' | 'document' | 'identity'; applicant: string | null; caseId: number | null; agency?: string },
  db: Db = database(app.strapi),
): Promise<void> {
  const { user, name, positions } = officer;
  const held = positions.find(({ agency }) => agency === read.agency) ?? positions[0];
  const now = app.now();
  const access = {
    applicantId: read.applicant,
    caseId: read.caseId,
    reader: { user, name, position: held?.slug ?? null },
    what: read.what,
    at: now,
  };
  await insertAccess(db, access, new Date(Date.parse(now) - sameReading).toISOString());
}

/** A person is told the position that read, with its office: officers answer for their position, and a name may change hands. */
function shownReading(snapshot: Snapshot, row: AccessRow, language: Language): Shown {
  const text = privacyText[language].access;
  const position = row.reader.position === null ? undefined : snapshot.positions.get(row.reader.position);
  const agencySlug = position?.unit && snapshot.units.get(position.unit.slug)?.agency?.slug;
  const agency = snapshot.agencies.find(({ slug }) => slug === agencySlug)?.name;
  const by = position ? [position.name, agency].filter((part) => part !== undefined).join(', ') : row.reader.name;
  const zone = row.agency === null ? snapshot.zone : getCalendarOf(snapshot, row.agency).zone;
  return { at: atZone(row.at, zone), by, what: row.what, sentence: text[row.what](by, row.number), case: row.number };
}

/** Who read an applicant's identity, cases and papers, the newest first. */
export async function findOwnAccesses(app: App, account: Pick<Account, 'id'>, language: Language, limit = shown): Promise<Shown[]> {
  const snapshot = await app.catalogue.snapshot();
  const rows = await findAccesses(database(app.strapi), { applicantId: account.id }, limit);
  return rows.map((row) => shownReading(snapshot, row, language));
}

/** Who read one case and its papers, the newest first. */
export async function findCaseAccesses(app: App, row: CaseRow, language: Language): Promise<Shown[]> {
  const snapshot = await app.catalogue.snapshot();
  const rows = await findAccesses(database(app.strapi), { caseId: row.id }, shown);
  return rows.map((access) => shownReading(snapshot, access, language));
}
