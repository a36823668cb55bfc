import { dateIn } from '../../core/calendar/calendar';
import type { CaseActor } from '../../core/case/events';
import { decide, type Command, type Party } from '../../core/case/decide';
import { fold, type CaseState } from '../../core/case/state';
import { findStep } from '../../core/case/travel';
import type { OperableDefinition } from '../../core/definition/schema';
import { fileIds, formFields } from '../../core/form/files';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { findEvents, type CaseRow } from '../repositories/cases';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { demandRequired, judge } from './assessments';
import { getOperable } from './caseViews';
import { getCalendarOf, viewContext } from './catalogue';
import { carryOut, draftOf, record, save, type Draft } from './effects';
import { claimFiles, usableFiles } from './files';
import { openLinked } from './filings';
import { refuse } from './refuse';
import { holdUniques } from './uniques';

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
 * Refuses what core refuses, `slot-taken` and `rate-missing`, and `stale-sequence` when the case is no longer what the person looked at.
 */
export async function perform(app: App, db: Db, order: Order): Promise<number> {
  const { row, command, language } = order;
  const snapshot = await app.catalogue.snapshot();
  const { definition } = await getOperable(app, row);
  const calendar = getCalendarOf(snapshot, definition.agency);
  const state = fold(definition, await findEvents(db, app.vault, row.id));
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
    files: await usableFiles(db, app, files, { caseId: row.id, applicantId: row.applicantId }),
    areas: snapshot.areaCodes,
    language,
  });
  if (!decided.ok) refuse(decided.refusal.kind, decided.refusal.message, decided.refusal);

  const { fact, position, forApplicant, effects, secrets } = decided.value;
  const context = viewContext(snapshot, definition, now, language);
  const draft = draftOf({ app, db, snapshot, context, state }, row);
  record(draft, order.actor(position, forApplicant), fact);
  if (fact.type === 'supplied') await judgeAgain(draft);
  await carryOut(draft, effects, secrets, openLinked);
  await save(draft, state.sequence, 'reason' in fact ? (fact.reason ?? null) : null);
  await claimFiles(db, files, { caseId: row.id, applicantId: row.applicantId }, language);
  return draft.state.sequence;
}

/** What was supplied must satisfy the rules that demand an answer, and hold its unique answers, as the first filing had to. */
async function judgeAgain({ app, db, context, state, caseId }: Draft): Promise<void> {
  const { definition, calendar, language } = context;
  const { answers, receivedAt, channel, world } = state;
  demandRequired(await judge(definition, calendar, { answers, receivedAt, channel, world }), answers, language);
  await holdUniques(app, db, definition, { caseId, answers, language });
}
