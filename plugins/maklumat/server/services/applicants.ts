import type { z } from 'zod';
import type { ApplicantCommand, Case, listCases as listCasesContract } from '../../contracts/cases';
import type { FileLink } from '../../contracts/files';
import { atZone } from '../../core/calendar/calendar';
import type { Command, Party } from '../../core/case/decide';
import { fold } from '../../core/case/state';
import { findStep } from '../../core/case/travel';
import { caseText } from '../../core/language/case';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { findCase, findEvents, type CaseRow } from '../repositories/cases';
import { database, inTransaction, type Db } from '../repositories/database';
import { findOwnCases } from '../repositories/ownCases';
import * as secrets from '../repositories/secrets';
import { findCaseAccesses } from './accesses';
import type { App } from './app';
import { describeCase, getOperable, loadCase } from './caseViews';
import { getCalendarOf, type Snapshot } from './catalogue';
import { perform } from './commands';
import { openDocument, type OpenedDocument } from './documents';
import { draftOf, record, save } from './effects';
import { createDocumentLink } from './fileLinks';
import { once } from './once';
import { refuse } from './refuse';
import type { Account } from './sessions';
import { sameHash, trackingHash } from '../adapters/vault';

const applicant: Party = { kind: 'applicant' };

/** What shows whose case it is: the tracking code, or the session of the applicant who filed it. */
export interface Proof {
  account: Account | undefined;
  token: string | undefined;
}

/** The case whose tracking code or owner was shown. A wrong number, a wrong code and another's session are one and the same `not-found`. */
async function getOwnCase(db: Db, number: string, { account, token }: Proof, language: Language): Promise<CaseRow> {
  const row = await findCase(db, number);
  const owns = account !== undefined && row?.applicantId === account.id;
  const holds = row !== undefined && token !== undefined && sameHash(row.trackingHash, trackingHash(token));
  if (!row || !(owns || holds)) refuse('not-found', serverText[language].caseNotFound);
  return row;
}

type OwnCases = z.infer<typeof listCasesContract.success.schema>;

async function describeRow(app: App, snapshot: Snapshot, row: CaseRow, language: Language): Promise<OwnCases['data'][number]> {
  const { definition } = await getOperable(app, row);
  const { zone } = getCalendarOf(snapshot, row.agency);
  // The result is not projected, and of most cases there is none yet.
  const result = row.clockStoppedAt ? fold(definition, await findEvents(database(app.strapi), app.vault, row.id)).result : null;
  return {
    number: row.number,
    service: { slug: row.service, name: definition.name },
    status: row.status,
    statusLabel: caseText[language].status[row.status],
    result,
    receivedAt: atZone(row.receivedAt, zone),
    deadlineAt: row.deadlineAt && atZone(row.deadlineAt, zone),
    waitsForMe: findStep(definition, row.step)?.actor.kind === 'applicant',
  };
}

/** What this person filed, and what the office opened for them from it; the latest first. */
export async function listCases(
  app: App,
  account: Account,
  query: { page: number; pageSize: number },
  language: Language,
): Promise<OwnCases> {
  const snapshot = await app.catalogue.snapshot();
  const { rows, total } = await findOwnCases(database(app.strapi), account.id, query);
  const { page, pageSize } = query;
  const data: OwnCases['data'] = [];
  for (const row of rows) data.push(await describeRow(app, snapshot, row, language));
  return {
    data,
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

export async function listAccesses(app: App, number: string, proof: Proof, language: Language) {
  return findCaseAccesses(app, await getOwnCase(database(app.strapi), number, proof, language), language);
}

/** A short-lived link to what `getDocument` would open. A receipt opened by it does not name the tracking code, which no link may carry. */
export async function linkDocument(app: App, params: { number: string; id: string }, proof: Proof, language: Language): Promise<FileLink> {
  const row = await getOwnCase(database(app.strapi), params.number, proof, language);
  return createDocumentLink(app, await loadCase(app, row, language), { id: params.id, thumbnail: false }, { audience: 'applicant' });
}

export async function getCase(app: App, number: string, proof: Proof, language: Language): Promise<Case> {
  const row = await getOwnCase(database(app.strapi), number, proof, language);
  return describeCase(await loadCase(app, row, language), applicant);
}

export async function getDocument(
  app: App,
  params: { number: string; id: string },
  proof: Proof,
  language: Language,
): Promise<OpenedDocument> {
  const row = await getOwnCase(database(app.strapi), params.number, proof, language);
  return openDocument(app, await loadCase(app, row, language), params.id, { audience: 'applicant' }, proof.token);
}

function commandOf(body: ApplicantCommand): Command {
  const { expectedSequence: _sequence, ...command } = body;
  return command;
}

/** Refusals: `not-found`, `stale-sequence`, `idempotency-conflict`, and what core refuses. */
export async function command(
  app: App,
  order: { number: string; proof: Proof; key: string | undefined; body: ApplicantCommand; language: Language },
): Promise<Case> {
  const { number, proof, body, language } = order;
  // Before a repetition is answered with what was answered before: a key is no proof.
  await getOwnCase(database(app.strapi), number, proof, language);
  return once(app, { scope: `case:${number}`, key: order.key, body, language }, async (db) => {
    const row = await getOwnCase(db, number, proof, language);
    await perform(app, db, {
      row,
      command: commandOf(body),
      expectedSequence: body.expectedSequence,
      party: applicant,
      actor: () => ({ kind: 'applicant' }),
      language,
    });
    const changed = await getOwnCase(db, number, proof, language);
    return describeCase(await loadCase(app, changed, language, db), applicant);
  });
}

/** Opens a one-time value for whoever brings the tracking code, and records that it was opened. Refuses with `not-found`, `command-not-open`. */
export async function openSecret(
  app: App,
  params: { number: string; id: string },
  proof: Proof,
  language: Language,
): Promise<{ label: string; value: string }> {
  return inTransaction(app.strapi, async (db) => {
    const row = await getOwnCase(db, params.number, proof, language);
    const { context, snapshot, state } = await loadCase(app, row, language, db);
    const secret = state.secrets.find(({ id }) => id === params.id);
    if (!secret) refuse('not-found', serverText[language].caseNotFound);
    const value = await secrets.openSecret(db, app.vault, { id: secret.id, caseId: row.id, now: context.now });
    if (value === undefined) refuse('command-not-open', serverText[language].secretGone);
    const draft = draftOf({ app, db, snapshot, context, state }, row);
    record(draft, { kind: 'applicant' }, { type: 'secretOpened', secret: secret.id });
    await save(draft, state.sequence);
    return { label: secret.label, value };
  });
}
