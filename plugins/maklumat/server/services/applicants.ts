import type { ApplicantCommand, Case } from '../../contracts/cases';
import type { Command, Party } from '../../core/case/decide';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { findCase, type CaseRow } from '../repositories/cases';
import { database, inTransaction, type Db } from '../repositories/database';
import * as secrets from '../repositories/secrets';
import type { App } from './app';
import { describeCase, loadCase } from './caseViews';
import { perform } from './commands';
import { openDocument, type OpenedDocument } from './documents';
import { draftOf, record, save } from './effects';
import { once } from './once';
import { refuse } from './refuse';
import { sameHash, trackingHash } from '../adapters/vault';

const applicant: Party = { kind: 'applicant' };

/** The case whose tracking code was shown. A wrong number and a wrong code are one and the same `not-found`. */
async function getOwnCase(db: Db, number: string, token: string | undefined, language: Language): Promise<CaseRow> {
  const row = await findCase(db, number);
  if (!row || token === undefined || !sameHash(row.trackingHash, trackingHash(token)))
    refuse('not-found', serverText[language].caseNotFound);
  return row;
}

export async function getCase(app: App, number: string, token: string | undefined, language: Language): Promise<Case> {
  const row = await getOwnCase(database(app.strapi), number, token, language);
  return describeCase(await loadCase(app, row, language), applicant);
}

export async function getDocument(
  app: App,
  params: { number: string; id: string },
  token: string | undefined,
  language: Language,
): Promise<OpenedDocument> {
  const row = await getOwnCase(database(app.strapi), params.number, token, language);
  return openDocument(app, await loadCase(app, row, language), params.id, { audience: 'applicant' }, token);
}

function commandOf(body: ApplicantCommand): Command {
  const { expectedSequence: _sequence, ...command } = body;
  return command;
}

/** Refusals: `not-found`, `stale-sequence`, `idempotency-conflict`, and what core refuses. */
export async function command(
  app: App,
  order: { number: string; token: string | undefined; key: string | undefined; body: ApplicantCommand; language: Language },
): Promise<Case> {
  const { number, token, body, language } = order;
  return once(app, { scope: `case:${number}`, key: order.key, body, language }, async (db) => {
    const row = await getOwnCase(db, number, token, language);
    await perform(app, db, {
      row,
      command: commandOf(body),
      expectedSequence: body.expectedSequence,
      party: applicant,
      actor: () => ({ kind: 'applicant' }),
      language,
    });
    const changed = await getOwnCase(db, number, token, language);
    return describeCase(await loadCase(app, changed, language, db), applicant);
  });
}

/** Opens a one-time value for whoever brings the tracking code, and records that it was opened. Refuses with `not-found`, `command-not-open`. */
export async function openSecret(
  app: App,
  params: { number: string; id: string },
  token: string | undefined,
  language: Language,
): Promise<{ label: string; value: string }> {
  return inTransaction(app.strapi, async (db) => {
    const row = await getOwnCase(db, params.number, token, language);
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
