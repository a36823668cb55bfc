import type { VerifiedDocument } from '../../contracts/documents';
import { atZone } from '../../core/calendar/calendar';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { findCase } from '../repositories/cases';
import { database } from '../repositories/database';
import { findIssued } from '../repositories/issued';
import type { App } from './app';
import { getCalendarOf } from './catalogue';
import { refuse } from './refuse';

/** Says whether a letter with this code was issued here, in the words of the version that issued it. Refuses with `not-found`. */
export async function verify(app: App, code: string, language: Language): Promise<VerifiedDocument> {
  const db = database(app.strapi);
  const issued = await findIssued(db, code);
  const row = issued && (await findCase(db, issued.number));
  if (!issued || !row) refuse('not-found', serverText[language].documentUnknown);
  const snapshot = await app.catalogue.snapshot();
  const { definition } = await app.catalogue.version(row.versionId);
  return {
    title: definition.documents[issued.document]?.title ?? issued.document,
    service: definition.name,
    agency: snapshot.agencies.find(({ slug }) => slug === definition.agency)?.name ?? definition.agency,
    number: issued.number,
    issuedAt: atZone(issued.issuedAt, getCalendarOf(snapshot, definition.agency).zone),
  };
}
