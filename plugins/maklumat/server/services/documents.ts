import { renderLetter } from '../adapters/letter';
import { renderReceipt } from '../adapters/receipt';
import { dateIn } from '../../core/calendar/calendar';
import { fold } from '../../core/case/state';
import type { Reader } from '../../core/case/timeline';
import { fillIn } from '../../core/definition/placeholders';
import { formatRupiah } from '../../core/language/amount';
import { formatDate } from '../../core/language/calendar';
import { serverText } from '../../core/language/server';
import * as view from '../../core/case/view';
import type { AttachmentRow } from '../repositories/attachments';
import type { App } from './app';
import { readableFiles, type LoadedCase } from './caseViews';
import { positionNameIn } from './catalogue';
import { demandReady, readContent } from './files';
import { letterValues } from './letters';
import { refuse } from './refuse';

export interface OpenedDocument {
  name: string;
  mime: string;
  content: Buffer;
}

/** The receipt of a case as it stands now. The tracking code is printed only for who brought it: we keep no copy to print from. */
async function receipt(app: App, loaded: LoadedCase, trackingToken: string | undefined): Promise<OpenedDocument> {
  const { context, state, row, version, snapshot } = loaded;
  const { definition, calendar } = context;
  const agency = snapshot.agencies.find((candidate) => candidate.slug === definition.agency);
  const content = await renderReceipt({
    agency: { name: agency?.name ?? definition.agency, address: agency?.address ?? '', phones: agency?.phones ?? [] },
    service: definition.name,
    version: version.number,
    number: row.number,
    trackingToken,
    trackingUrl: `${app.settings.publicUrl}/lacak?nomor=${row.number}`,
    receivedAt: state.receivedAt,
    zone: calendar.zone,
    route: positionNameIn(snapshot)(state.route.position),
    deadline: view.caseDeadline(state, context),
    fee: definition.standard.servicePoint.fee,
    product: definition.standard.servicePoint.product,
    objection: view.objection(state, view.caseDeadline(state, context), context)?.sentence,
  });
  return { name: `tanda-bukti-${row.number}.pdf`, mime: 'application/pdf', content };
}

/** A letter as it was when it was issued: from the pinned version, and the record up to the event that issued it. */
async function issued(app: App, loaded: LoadedCase, code: string): Promise<OpenedDocument | undefined> {
  const { state, events, context, snapshot, row } = loaded;
  const { definition, calendar } = context;
  const paper = state.documents.find((document) => document.code === code);
  const template = paper && definition.documents[paper.document];
  if (!paper || !template) return undefined;
  const record = events.filter((event) => event.sequence <= paper.sequence);
  const { fact } = record.at(-1) ?? {};
  const decided = record.map((event) => event.fact).findLast((earlier) => earlier.type === 'decided');
  const agency = snapshot.agencies.find((candidate) => candidate.slug === definition.agency);
  const signatory = template.signatory === undefined ? '' : context.positionName(template.signatory);
  const values = letterValues({ ...context, now: paper.at, language: 'id' }, fold(definition, record), {
    number: row.number,
    agency: agency?.name ?? definition.agency,
    trackingUrl: `${app.settings.publicUrl}/lacak?nomor=${row.number}`,
    reason: decided?.reason ?? null,
    at: paper.at,
    ...(fact?.type === 'invoiced' ? { amount: fact.total } : {}),
    code,
    signatory,
  });
  const content = await renderLetter({
    agency: { name: agency?.name ?? definition.agency, address: agency?.address ?? '', phones: agency?.phones ?? [] },
    title: fillIn(template.title, values),
    number: row.number,
    date: formatDate(dateIn(paper.at, calendar.zone), 'id'),
    body: fillIn(template.body, values),
    lines: fact?.type === 'invoiced' ? fact.lines.map(({ sentence, total }) => ({ label: sentence, value: formatRupiah(total ?? 0) })) : [],
    total: fact?.type === 'invoiced' ? formatRupiah(fact.total) : undefined,
    signatory,
    code,
    verifyUrl: `${app.settings.publicUrl}/dokumen`,
  });
  return { name: `${paper.document}-${row.number}.pdf`, mime: 'application/pdf', content };
}

/**
 * The upload behind a document's id; undefined when it is a paper that is made when asked for. Refuses with `not-found` what this reader may not read, with
 * `file-quarantined` what waits for its scan.
 */
export function readableUpload(loaded: LoadedCase, id: string, reader: Reader): AttachmentRow | undefined {
  const { language } = loaded.context;
  const refusal = serverText[language].documentNotFound;
  if (id === 'receipt') return undefined;
  if (!readableFiles(loaded, reader).has(id)) refuse('not-found', refusal);
  if (loaded.state.documents.some(({ code }) => code === id)) return undefined;
  const file = loaded.files.get(id);
  if (!file) refuse('not-found', refusal);
  demandReady(file, language);
  return file;
}

/** Opens a document that this reader may read; anything else, existing or not, is `not-found`. Refuses with `file-quarantined` one that waits for its scan, `unavailable`. */
export async function openDocument(
  app: App,
  loaded: LoadedCase,
  id: string,
  reader: Reader,
  trackingToken?: string,
): Promise<OpenedDocument> {
  const file = readableUpload(loaded, id, reader);
  if (file) return { name: file.name, mime: file.mime, content: await readContent(app, id, loaded.context.language) };
  if (id === 'receipt') return receipt(app, loaded, trackingToken);
  return (await issued(app, loaded, id)) ?? refuse('not-found', serverText[loaded.context.language].documentNotFound);
}
