import type { OpenCommand } from '../../../contracts/cases';
import type { DeskCase, StaffCommand } from '../../../contracts/desk';
import { SimpleField, type Form } from '../../../core/form/schema';
import type { FieldMessages } from '../../../core/refusal';
import { changedAnswers, formOf, visibleAnswers, type Draft, type UploadedFile } from '../form/draft';
import type { Assignee } from '../shared/ColleagueSelect';

/**
 * What an officer has typed on a case, for whichever action is open. One draft for all of them: a reason written for one outcome is
 * still there after another is chosen, and after the case was reloaded because somebody else acted.
 */
export interface ActionDraft {
  reason: string;
  note: string;
  title: string;
  audience: 'applicant' | 'office';
  attachment: UploadedFile[];
  assignee: Assignee;
  fields: Draft;
  supply: { form: Form; before: Draft; now: Draft } | undefined;
}

export const emptyDraft: ActionDraft = {
  reason: '',
  note: '',
  title: '',
  audience: 'applicant',
  attachment: [],
  assignee: undefined,
  fields: {},
  supply: undefined,
};

/** Tells one open command from the others of the same case. */
export const commandKey = (command: OpenCommand): string => [command.type, command.step, command.outcome].join('/');

/** The form of a decision's own fields; null when it has none. A field of a type this page does not know fails loudly here. */
export function decisionForm(command: OpenCommand): Form | null {
  return command.fields && command.fields.length > 0 ? formOf(SimpleField.array().parse(command.fields)) : null;
}

/** The key of the date and time that a decision asks for; undefined when it asks for none. */
export function timeFieldOf(command: OpenCommand | undefined): string | undefined {
  const fields = (command && decisionForm(command)?.sections.flatMap((section) => section.fields)) ?? [];
  return fields.find((field) => field.type === 'dateTime')?.key;
}

/** What is missing before it is worth sending; the keys are those the server uses in its own messages. */
export type Missing = 'attachment' | 'assignee' | 'supply';
export const missingMessages = (missing: Missing, message: string): FieldMessages => ({ [missing]: [message] });

/** The command as the contract wants it, or what is still missing; everything else is for the server to judge. */
export function staffCommand(open: OpenCommand, draft: ActionDraft, sequence: number): { command: StaffCommand } | { missing: Missing } {
  const expectedSequence = sequence;
  const reason = draft.reason.trim();
  switch (open.type) {
    case 'decide': {
      const form = decisionForm(open);
      return {
        command: {
          type: 'decide',
          step: open.step ?? '',
          outcome: open.outcome ?? '',
          ...(open.reason !== 'none' && reason !== '' ? { reason } : {}),
          ...(form ? { answers: visibleAnswers(form, draft.fields) } : {}),
          expectedSequence,
        },
      };
    }
    case 'supply': {
      const { supply } = draft;
      const answers = supply ? changedAnswers(supply.form, supply.before, supply.now) : {};
      return Object.keys(answers).length === 0 ? { missing: 'supply' } : { command: { type: 'supply', answers, expectedSequence } };
    }
    case 'attach': {
      const [file] = draft.attachment;
      return file
        ? { command: { type: 'attach', attachment: file.id, title: draft.title.trim(), audience: draft.audience, expectedSequence } }
        : { missing: 'attachment' };
    }
    case 'assign':
      return draft.assignee === undefined
        ? { missing: 'assignee' }
        : { command: { type: 'assign', user: draft.assignee, expectedSequence } };
    case 'extend':
      return { command: { type: 'extend', reason, expectedSequence } };
    case 'withdraw':
      return { command: { type: 'withdraw', reason, expectedSequence } };
    default:
      return { command: { type: 'note', text: draft.note.trim(), expectedSequence } };
  }
}

/**
 * True for what cannot be taken back and deserves a second look: a withdrawal, an extension, a decision among several or with a
 * reason or fields of its own, and the last step. The clerical steps in between, one button each, go through at once.
 */
export function needsConfirmation(open: OpenCommand, deskCase: DeskCase): boolean {
  if (open.type === 'withdraw' || open.type === 'extend') return true;
  if (open.type !== 'decide') return false;
  const outcomes = deskCase.commands.filter((command) => command.type === 'decide' && command.step === open.step);
  const lastStep = deskCase.progress.at(-1)?.key === open.step;
  return outcomes.length > 1 || open.reason === 'required' || (open.fields?.length ?? 0) > 0 || lastStep;
}
