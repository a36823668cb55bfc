import { deadline } from '../calendar/deadline';
import type { Calendar } from '../calendar/schema';
import type { OperableDefinition } from '../definition/schema';
import type { Outcome, Step } from '../definition/procedure';
import type { Answers } from '../form/schema';
import { normaliseText, textProblem } from '../form/text';
import { visibleFields } from '../form/visibility';
import { validateAnswers, validateFields, type FileFacts } from '../form/validate';
import { caseText } from '../language/case';
import { formText } from '../language/form';
import type { Language } from '../language/language';
import { ok, refused, type Refusal, type Result } from '../refusal';
import type { CaseFact } from './events';
import { findStep, firstStep, type CaseState } from './state';
import { admits, type CommandType } from './transitions';

/** Who asks. An officer brings the positions held; what may be done follows from them, never from a name. */
export type Party = { kind: 'applicant' } | { kind: 'staff'; positions: readonly string[]; mayAssign: boolean };

export type Command =
  | { type: 'decide'; step: string; outcome: string; reason?: string; answers?: Answers }
  | { type: 'supply'; answers: Answers }
  | { type: 'withdraw'; reason?: string }
  | { type: 'extend'; reason: string }
  | { type: 'assign'; user: number | null; name: string | null }
  | { type: 'note'; text: string }
  | { type: 'message'; text: string }
  | { type: 'attach'; attachment: string; title: string; audience: 'applicant' | 'office' };

export interface DecideContext {
  definition: OperableDefinition;
  calendar: Calendar;
  /** The instant of the command, ISO with offset. */
  now: string;
  /** Date of `now` in the agency's zone. */
  today: string;
  party: Party;
  files: Record<string, FileFacts>;
  areas: ReadonlySet<string>;
  language: Language;
}

/** What a command yields: the fact to record, the position used, and the messages to send. */
export interface Decision {
  fact: CaseFact;
  position: string | null;
  forApplicant: boolean;
  notify: string[];
}

/** True when this party may act at this step: its own step, or the applicant's at the counter through the intake position. */
export function mayActAt(definition: OperableDefinition, step: Step, party: Party): boolean {
  if (step.actor.kind === 'applicant') return mayActForApplicant(definition, party);
  return party.kind === 'staff' && party.positions.includes(step.actor.position);
}

export function mayActForApplicant(definition: OperableDefinition, party: Party): boolean {
  return party.kind === 'applicant' || party.positions.includes(definition.procedure.intake);
}

/** Every position that has a step of the procedure, and the one at the counter. */
export const positionsOf = (definition: Pick<OperableDefinition, 'procedure'>): string[] => [
  definition.procedure.intake,
  ...definition.procedure.steps.flatMap((step) => (step.actor.kind === 'position' ? [step.actor.position] : [])),
];

const no = (kind: Refusal['kind'], message: string): { ok: false; refusal: Refusal } => refused({ kind, message });

/** The types that this party may use now, before looking at what a command carries. */
export function isOpen(definition: OperableDefinition, state: CaseState, party: Party, type: CommandType): boolean {
  if (!admits(state.status, type)) return false;
  const step = findStep(definition, state.step);
  const involved = party.kind === 'staff' && positionsOf(definition).some((position) => party.positions.includes(position));
  switch (type) {
    case 'decide':
      return step !== undefined && step.key !== firstStep(definition).key && mayActAt(definition, step, party);
    case 'supply':
      return step?.key === firstStep(definition).key && mayActForApplicant(definition, party);
    case 'withdraw':
      return state.clockStoppedAt === null && mayActForApplicant(definition, party);
    case 'message':
      return party.kind === 'applicant';
    case 'extend': {
      const { extension } = definition.clock;
      return (
        extension !== undefined && state.clockStoppedAt === null && party.kind === 'staff' && party.positions.includes(extension.position)
      );
    }
    case 'assign':
      return involved && party.kind === 'staff' && party.mayAssign;
    case 'note':
    case 'attach':
      return involved;
  }
}

/** Keys of the messages that an outcome sends. */
export function messagesOf(outcome: Outcome): string[] {
  return outcome.effects.flatMap((effect) => (effect.type === 'notify' ? [effect.message] : []));
}

/** The free text of a command is held to what the answers of a form are: no markup, nothing invisible. */
function unreadableText(command: Command, language: Language): Refusal | undefined {
  for (const key of ['reason', 'text', 'title'] as const) {
    const value: unknown = key in command ? Object.entries(command).find(([name]) => name === key)?.[1] : undefined;
    const problem = typeof value === 'string' ? textProblem(normaliseText(value), 'many') : undefined;
    if (problem)
      return {
        kind: 'invalid-answers',
        message: caseText[language].refusal.invalidAnswers,
        fields: { [key]: [formText[language][problem]] },
      };
  }
  return undefined;
}

function decideOutcome(state: CaseState, command: Extract<Command, { type: 'decide' }>, context: DecideContext): Result<Decision> {
  const { definition, party, language } = context;
  const text = caseText[language];
  const step = findStep(definition, state.step);
  if (step?.key !== command.step) return no('command-not-open', text.refusal.notAtStep(step?.title ?? null));
  const outcome = step.outcomes.find((candidate) => candidate.key === command.outcome);
  if (!outcome)
    return no(
      'unknown-outcome',
      text.refusal.unknownOutcome(
        step.title,
        step.outcomes.map((candidate) => candidate.label),
      ),
    );
  const reason = command.reason?.trim() ?? '';
  if (outcome.reason === 'required' && reason.length < 10)
    return refused({ kind: 'reason-required', message: text.refusal.reasonRequired, fields: { reason: [text.refusal.reasonRequired] } });
  const answers = validateFields(outcome.fields, command.answers ?? {}, context);
  if (!answers.ok) return refused({ kind: 'invalid-answers', message: text.refusal.invalidAnswers, fields: answers.fields });
  const forApplicant = step.actor.kind === 'applicant' && party.kind === 'staff';
  return ok({
    fact: {
      type: 'decided',
      step: step.key,
      outcome: outcome.key,
      ...(reason && outcome.reason !== 'none' ? { reason } : {}),
      answers: answers.answers,
    },
    position: forApplicant ? definition.procedure.intake : step.actor.kind === 'position' ? step.actor.position : null,
    forApplicant,
    notify: messagesOf(outcome),
  });
}

function decideSupply(state: CaseState, command: Extract<Command, { type: 'supply' }>, context: DecideContext): Result<Decision> {
  const { definition, party, language } = context;
  const wanted: Answers = { ...state.answers, ...command.answers };
  // An earlier answer that the new ones hide goes quietly; a hidden field answered now is refused.
  const visible = new Set(visibleFields(definition.form, wanted).map((field) => field.key));
  const merged = Object.fromEntries(Object.entries(wanted).filter(([key]) => Object.hasOwn(command.answers, key) || visible.has(key)));
  const checked = validateAnswers({ ...context, form: definition.form, answers: merged });
  if (!checked.ok) return refused({ kind: 'invalid-answers', message: caseText[language].refusal.invalidAnswers, fields: checked.fields });
  // An answer that is gone or now hidden is recorded as null, so that folding drops it.
  const keys = new Set([...Object.keys(command.answers), ...Object.keys(state.answers).filter((key) => !(key in checked.answers))]);
  const answers = Object.fromEntries([...keys].map((key) => [key, checked.answers[key] ?? null]));
  const forApplicant = party.kind === 'staff';
  return ok({ fact: { type: 'supplied', answers }, position: forApplicant ? definition.procedure.intake : null, forApplicant, notify: [] });
}

function decideExtension(state: CaseState, reason: string, context: DecideContext): Result<Decision> {
  const { definition, calendar, now, language } = context;
  const text = caseText[language];
  const { extension } = definition.clock;
  if (!extension || state.extensions.length >= extension.limit)
    return no('extension-exhausted', text.refusal.extensionExhausted(extension?.limit ?? 0));
  const due = deadline({ calendar, clock: definition.clock, receivedAt: state.receivedAt, extensions: state.extensions });
  if (Date.parse(now) > Date.parse(due.at)) return no('extension-too-late', text.refusal.extensionTooLate(due.at));
  if (reason.trim().length < 10)
    return refused({ kind: 'reason-required', message: text.refusal.reasonRequired, fields: { reason: [text.refusal.reasonRequired] } });
  return ok({ fact: { type: 'extended', reason: reason.trim() }, position: extension.position, forApplicant: false, notify: ['extended'] });
}

/**
 * Decides a command on a case: the fact to record or the refusal, with nothing changed.
 *
 * Refusals: `command-not-open`, `unknown-outcome`, `reason-required`, `invalid-answers`, `extension-too-late` (after the running deadline;
 * UU 14/2008 Pasal 22 lets the notice of extension go out within the first term only), `extension-exhausted`.
 */
export function decide(state: CaseState, command: Command, context: DecideContext): Result<Decision> {
  const { definition, party, language } = context;
  const text = caseText[language];
  if (!isOpen(definition, state, party, command.type)) return no('command-not-open', text.refusal.notOpen(text.status[state.status]));
  const unreadable = unreadableText(command, language);
  if (unreadable) return refused(unreadable);
  const staffPosition =
    party.kind === 'staff' ? (positionsOf(definition).find((position) => party.positions.includes(position)) ?? null) : null;
  const plain = (fact: CaseFact): Result<Decision> => ok({ fact, position: staffPosition, forApplicant: false, notify: [] });
  switch (command.type) {
    case 'decide':
      return decideOutcome(state, command, context);
    case 'supply':
      return decideSupply(state, command, context);
    case 'extend':
      return decideExtension(state, command.reason, context);
    case 'withdraw':
      return ok({
        fact: { type: 'withdrawn', ...(command.reason ? { reason: command.reason.trim() } : {}) },
        position: party.kind === 'staff' ? definition.procedure.intake : null,
        forApplicant: party.kind === 'staff',
        notify: [],
      });
    case 'assign':
      return plain({ type: 'assigned', user: command.user, name: command.name });
    case 'attach':
      if (context.files[command.attachment] === undefined)
        return refused({ kind: 'file-missing', message: text.refusal.fileMissing, fields: { attachment: [text.refusal.fileMissing] } });
      return plain({ type: 'attached', attachment: command.attachment, title: command.title.trim(), audience: command.audience });
    case 'note':
      return plain({ type: 'noted', text: command.text.trim() });
    case 'message':
      return plain({ type: 'messaged', text: command.text.trim() });
  }
}
