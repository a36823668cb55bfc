import { dateIn } from '../../core/calendar/calendar';
import type { CaseActor, CaseEvent } from '../../core/case/events';
import { decide, type Command, type Party } from '../../core/case/decide';
import { evolve, findStep, fold, type CaseState } from '../../core/case/state';
import { project } from '../../core/case/view';
import type { OperableDefinition } from '../../core/definition/schema';
import { fileIds, formFields } from '../../core/form/files';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { advanceCase, appendEvent, findEvents, type CaseRow } from '../repositories/cases';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { demandRequired, judge } from './assessments';
import { getCalendarOf } from './catalogue';
import { sendNotices } from './notices';
import { refuse } from './refuse';
import { claimFiles, usableFiles } from './submissions';
import { getOperable } from './caseViews';

export interface Order {
  row: CaseRow;
  command: Command;
  expectedSequence: number | undefined;
  party: Party;
  /** Makes the actor once core has said in which position the person acts. */
  actor: (position: string | null, forApplicant: boolean) => CaseActor;
  language: Language;
}

/** Ids of the files that a command brings along. */
function filesOf(definition: OperableDefinition, state: CaseState, command: Command): string[] {
  switch (command.type) {
    case 'attach':
      return [command.attachment];
    case 'supply':
      return fileIds(formFields(definition.form), { ...state.answers, ...command.answers });
    case 'decide':
      return fileIds(
        findStep(definition, state.step)?.outcomes.find((outcome) => outcome.key === command.outcome)?.fields ?? [],
        command.answers ?? {},
      );
    default:
      return [];
  }
}

/**
 * Load, decide, record, in the caller's transaction. Answers the new sequence.
 * Refuses what core refuses, and `stale-sequence` when the case is no longer what the person looked at.
 */
export async function perform(app: App, db: Db, order: Order): Promise<number> {
  const { row, command, language } = order;
  const snapshot = await app.catalogue.snapshot();
  const version = await getOperable(app, row);
  const { definition } = version;
  const calendar = getCalendarOf(snapshot, definition.agency);
  const events = await findEvents(db, app.vault, row.id);
  const state = fold(definition, events);
  if (order.expectedSequence !== undefined && order.expectedSequence !== state.sequence)
    refuse('stale-sequence', serverText[language].staleSequence(state.sequence));

  const now = app.now();
  const files = filesOf(definition, state, command);
  const decided = decide(state, command, {
    definition,
    calendar,
    now,
    today: dateIn(now, calendar.zone),
    party: order.party,
    files: await usableFiles(db, app, files, row.id),
    areas: snapshot.areaCodes,
    language,
  });
  if (!decided.ok) refuse(decided.refusal.kind, decided.refusal.message, decided.refusal);

  const { fact, position, forApplicant, notify } = decided.value;
  const event: CaseEvent = { sequence: state.sequence + 1, at: now, actor: order.actor(position, forApplicant), fact };
  const next = evolve(definition, state, event);
  if (fact.type === 'supplied') {
    const decisions = await judge(version, calendar, { answers: next.answers, receivedAt: next.receivedAt, channel: next.channel });
    demandRequired(decisions, next.answers, language);
  }
  if (!(await advanceCase(db, row.id, state.sequence, project(next, { definition, calendar }))))
    refuse('stale-sequence', serverText[language].staleSequence(state.sequence + 1));
  await appendEvent(db, app.vault, row.id, event);
  await claimFiles(db, files, row.id, language);
  const reason = 'reason' in fact ? (fact.reason ?? null) : null;
  await sendNotices(app, db, { number: row.number, definition, calendar, state: next, keys: notify, reason });
  return next.sequence;
}
