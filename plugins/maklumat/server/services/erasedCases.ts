import { isOpen, type Party } from '../../core/case/decide';
import { eraseCase as erasedFact } from '../../core/case/erasure';
import type { CaseEvent, ErasureGround } from '../../core/case/events';
import { fold } from '../../core/case/state';
import type { Language } from '../../core/language/language';
import { findEvents, type CaseRow } from '../repositories/cases';
import type { Db } from '../repositories/database';
import { deletePersonalRows, markErased } from '../repositories/erasures';
import type { App } from './app';
import { release } from './bookings';
import { getOperable } from './caseViews';
import { viewContext } from './catalogue';
import { perform } from './commands';
import { draftOf, record, save } from './effects';
import { eraseFiles } from './files';

const applicant: Party = { kind: 'applicant' };

/** What went of a case and what stays, by kind. */
export interface ErasedCase {
  /** 1 when the case had not ended and was ended by this. */
  ended: number;
  texts: number;
  files: number;
  messages: number;
  /** Reasons that officers wrote for their decisions, and stay a part of them. */
  reasons: number;
  letters: number;
  uniques: number;
}

const hasReason = ({ fact }: CaseEvent): boolean => (fact.type === 'decided' || fact.type === 'extended') && fact.reason !== undefined;

/**
 * Erases the personal part of a case in the caller's transaction, which holds the case: answers, messages, notes, papers, letters about it. One that has not ended
 * is withdrawn in the applicant's name first. That it was done, and why, is the last thing that the record says.
 */
export async function eraseCase(app: App, db: Db, row: CaseRow, because: ErasureGround, language: Language): Promise<ErasedCase> {
  const { definition } = await getOperable(app, row);
  const load = async () => {
    const events = await findEvents(db, app.vault, row.id);
    return { events, state: fold(definition, events) };
  };
  let loaded = await load();
  const ended = loaded.state.step !== null;
  if (isOpen(definition, loaded.state, applicant, 'withdraw')) {
    const actor = (): CaseEvent['actor'] => ({ kind: 'applicant' });
    await perform(app, db, { row, command: { type: 'withdraw' }, expectedSequence: undefined, party: applicant, actor, language });
    loaded = await load();
  }
  const { events, state } = loaded;
  const snapshot = await app.catalogue.snapshot();
  const context = viewContext(snapshot, definition, app.now(), language);
  const draft = draftOf({ app, db, snapshot, context, state }, row);
  record(draft, { kind: because === 'request' ? 'applicant' : 'system' }, erasedFact(definition, state, because, context.now));
  await save(draft, state.sequence);
  if (ended) await release(db, row.id);
  const files = await eraseFiles(app, db, { caseId: row.id });
  const rows = await deletePersonalRows(db, row.id);
  await markErased(db, row.id, context.now);
  return { ended: ended ? 1 : 0, files, reasons: events.filter(hasReason).length, ...rows };
}
