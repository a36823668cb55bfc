import { renderReceipt } from '../adapters/receipt';
import { serverText } from '../../core/language/server';
import * as view from '../../core/case/view';
import { database } from '../repositories/database';
import { findAttachments } from '../repositories/attachments';
import type { App } from './app';
import { readableFiles, type LoadedCase } from './caseViews';
import { positionNameIn } from './catalogue';
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

/** Opens a document that this audience may read; anything else, existing or not, is `not-found`. */
export async function openDocument(
  app: App,
  loaded: LoadedCase,
  id: string,
  audience: 'applicant' | 'office',
  trackingToken?: string,
): Promise<OpenedDocument> {
  if (id === 'receipt') return receipt(app, loaded, trackingToken);
  const refusal = serverText[loaded.context.language].documentNotFound;
  if (!readableFiles(loaded, audience).has(id)) refuse('not-found', refusal);
  const [file] = await findAttachments(database(app.strapi), app.vault, [id]);
  if (file?.caseId !== loaded.row.id) refuse('not-found', refusal);
  return { name: file.name, mime: file.mime, content: await app.files.get(id) };
}
