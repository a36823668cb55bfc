import type { z } from 'zod';
import type { SubmittedCase } from '../../contracts/cases';
import type { FileLink } from '../../contracts/files';
import type { commandManyDeskCases, DeskCase, StaffCommand } from '../../contracts/desk';
import type { CaseActor } from '../../core/case/events';
import type { Command } from '../../core/case/decide';
import type { Answers } from '../../core/form/schema';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { RefusalError } from '../../core/refusal';
import type { CaseRow } from '../repositories/cases';
import type { Db } from '../repositories/database';
import { recordAccess } from './accesses';
import type { App } from './app';
import { describeDeskCase, loadCase, readerOf } from './caseViews';
import { perform } from './commands';
import { colleagues, getVisibleCase } from './desk';
import { openDocument, type OpenedDocument } from './documents';
import { createDocumentLink } from './fileLinks';
import { once } from './once';
import { partyOf, type Officer } from './people';
import { refuse } from './refuse';
import { submit } from './submissions';

type ManyCommands = z.infer<typeof commandManyDeskCases.body>;
type ManyResults = z.infer<typeof commandManyDeskCases.success.schema>['data'];

const actorOf =
  (officer: Officer) =>
  (position: string | null, forApplicant: boolean): CaseActor => ({
    kind: 'staff',
    user: officer.user,
    name: officer.name,
    position,
    ...(forApplicant ? { forApplicant } : {}),
  });

/** Core knows no people: the name of whoever is put in charge is looked up here, among those who hold a position in the service. */
async function commandOf(app: App, versionId: number, body: StaffCommand, language: Language): Promise<Command> {
  const { expectedSequence: _sequence, ...command } = body;
  if (command.type !== 'assign') return command;
  if (command.user === null) return { type: 'assign', user: null, name: null };
  const { definition } = await app.catalogue.version(versionId);
  const person = colleagues(await app.catalogue.snapshot(), [definition]).find((colleague) => colleague.id === command.user);
  if (!person) refuse('invalid-request', serverText[language].noColleague, { fields: { user: [serverText[language].noColleague] } });
  return { type: 'assign', user: person.id, name: person.name };
}

async function performAs(app: App, db: Db, officer: Officer, number: string, body: StaffCommand, language: Language): Promise<number> {
  const row = await getVisibleCase(app, officer, number, language, db);
  return perform(app, db, {
    row,
    command: await commandOf(app, row.versionId, body, language),
    expectedSequence: body.expectedSequence,
    party: partyOf(officer),
    actor: actorOf(officer),
    language,
  });
}

/** What the log of accesses keeps of a reading at the desk. */
const readingOf = (what: 'case' | 'document', row: CaseRow) => ({ what, applicant: row.applicantId, caseId: row.id, agency: row.agency });

export async function getCase(app: App, officer: Officer, number: string, language: Language): Promise<DeskCase> {
  const row = await getVisibleCase(app, officer, number, language);
  await recordAccess(app, officer, readingOf('case', row));
  return describeDeskCase(await loadCase(app, row, language), partyOf(officer));
}

export async function getDocument(
  app: App,
  officer: Officer,
  params: { number: string; id: string },
  language: Language,
): Promise<OpenedDocument> {
  const row = await getVisibleCase(app, officer, params.number, language);
  const loaded = await loadCase(app, row, language);
  const document = await openDocument(app, loaded, params.id, readerOf(loaded, partyOf(officer)));
  await recordAccess(app, officer, readingOf('document', row));
  return document;
}

/** A short-lived link to what `getDocument` would open, or to its small picture. */
export async function linkDocument(
  app: App,
  officer: Officer,
  params: { number: string; id: string },
  thumbnail: boolean,
  language: Language,
): Promise<FileLink> {
  const row = await getVisibleCase(app, officer, params.number, language);
  const loaded = await loadCase(app, row, language);
  const link = createDocumentLink(app, loaded, { id: params.id, thumbnail }, readerOf(loaded, partyOf(officer)));
  await recordAccess(app, officer, readingOf('document', row));
  return link;
}

export async function command(
  app: App,
  officer: Officer,
  number: string,
  body: StaffCommand,
  key: string | undefined,
  language: Language,
): Promise<DeskCase> {
  return once(app, { scope: `desk:${officer.user}:${number}`, key, body, language }, async (db) => {
    await performAs(app, db, officer, number, body, language);
    const row = await getVisibleCase(app, officer, number, language, db);
    await recordAccess(app, officer, readingOf('case', row), db);
    return describeDeskCase(await loadCase(app, row, language, db), partyOf(officer));
  });
}

/** One command on many cases, each in a transaction of its own: one that is refused leaves the others done. */
export async function commandMany(
  app: App,
  officer: Officer,
  body: ManyCommands,
  key: string | undefined,
  language: Language,
): Promise<ManyResults> {
  const results: ManyResults = [];
  for (const target of body.cases) {
    const one: StaffCommand = { ...body.command, expectedSequence: target.expectedSequence };
    try {
      const attempt = { scope: `desk:${officer.user}:${target.number}`, key, body: one, language };
      const sequence = await once(app, attempt, (db) => performAs(app, db, officer, target.number, one, language));
      results.push({ number: target.number, ok: true, sequence });
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      results.push({ number: target.number, ok: false, kind: error.refusal.kind, message: error.refusal.message });
    }
  }
  return results;
}

/** Registers what was brought to the counter. Refuses with `forbidden` unless the officer holds the service's intake position. */
export async function register(
  app: App,
  officer: Officer,
  body: { service: string; answers: Answers; receivedAt: string },
  key: string | undefined,
  language: Language,
): Promise<SubmittedCase> {
  return submit(app, {
    ...body,
    channel: 'counter',
    actor: (intake) => {
      const holds = officer.positions.some((position) => position.slug === intake);
      if (!officer.mayRegister || !holds) refuse('forbidden', serverText[language].notIntake);
      return actorOf(officer)(intake, true);
    },
    idempotencyKey: key,
    scope: `desk:${officer.user}`,
    language,
  });
}
