import { deadline } from '../calendar/deadline';
import type { Calendar } from '../calendar/schema';
import type { OperableDefinition } from '../definition/schema';
import type { Effect, Step } from '../definition/procedure';
import type { Answers } from '../form/schema';
import { normaliseText, textProblem } from '../form/text';
import { visibleFields } from '../form/visibility';
import { validateAnswers, validateFields, type FileFacts } from '../form/validate';
import { caseText } from '../language/case';
import { formText } from '../language/form';
import type { Language } from '../language/language';
import { ok, refused, type Refusal, type Result } from '../refusal';
import type { CaseFact } from './events';
import { reservationOf, scheduleAnswers } from './reservations';
import { clockHistory, filing, type CaseState } from './state';
import { admits, type CommandType } from './transitions';
import { effectsOf, findStep, firstStep, isOutcomeOpen, procedureFacts, travel } from './travel';

/** Who asks. An officer brings the positions held; what may be done follows from them, never from a name. */
export type Party = { kind: 'applicant' } | { kind: 'staff'; positions: readonly string[]; mayAssign: boolean };

interface Decide {
  type: 'decide';
  step: string;
  outcome: string;
  reason?: string;
  answers?: Answers;
}

export type Command =
  | Decide
  | { type: 'schedule'; start: string; minutes?: number; reason?: string }
  | { type: 'accept-schedule' }
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

/** A value that the applicant may open once and that never enters the record. */
export interface Secret {
  label: string;
  value: string;
}

/** What a command yields: the fact to record, the position used, and what is to be done about it, in order. */
export interface Decision {
  fact: CaseFact;
  position: string | null;
  forApplicant: boolean;
  effects: Effect[];
  secrets: Secret[];
}

/** True when this party may act at this step: its own step, or the applicant's at the counter through the intake position. */
export function mayActAt(definition: OperableDefinition, step: Step, party: Party): boolean {
  if (step.actor.kind === 'applicant') return mayActForApplicant(definition, party);
  return step.actor.kind === 'position' && party.kind === 'staff' && party.positions.includes(step.actor.position);
}

export function mayActForApplicant(definition: OperableDefinition, party: Party): boolean {
  return party.kind === 'applicant' || party.positions.includes(definition.procedure.intake);
}

/** Every position that has a step of the procedure, the one at the counter, and those to which late cases are reported. */
export const positionsOf = (definition: Pick<OperableDefinition, 'procedure' | 'rules'>): string[] => [
  definition.procedure.intake,
  ...definition.procedure.steps.flatMap((step) => (step.actor.kind === 'position' ? [step.actor.position] : [])),
  ...definition.rules.flatMap(({ then }) => (then.type === 'escalate' ? [then.position] : [])),
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
    case 'schedule':
      return (
        party.kind === 'staff' && isOpen(definition, state, party, 'decide') && scheduling(definition, state, 'schedule') !== undefined
      );
    case 'accept-schedule':
      return isOpen(definition, state, party, 'decide') && scheduling(definition, state, 'accept-schedule') !== undefined;
    case 'supply':
      return step?.key === firstStep(definition).key && mayActForApplicant(definition, party);
    case 'withdraw':
      return state.clockStoppedAt === null && mayActForApplicant(definition, party);
    case 'message':
      return party.kind === 'applicant';
    case 'extend': {
      const { extension } = definition.clock;
      return (
        extension !== undefined && hasBegun(definition, state) && party.kind === 'staff' && party.positions.includes(extension.position)
      );
    }
    case 'assign':
      return involved && party.kind === 'staff' && party.mayAssign;
    case 'note':
    case 'attach':
      return involved;
  }
}

/** An extension lengthens a promise that runs: not one that has not begun, nor one that was kept or broken. */
const hasBegun = ({ clock }: OperableDefinition, state: CaseState): boolean =>
  state.clockStoppedAt === null && (clock.start === 'receipt' || clock.start === 'schedule' || state.clockStartedAt !== null);

/** The outcome of the present step that offers a slot, or the one that accepts it. */
function scheduling(definition: OperableDefinition, state: CaseState, type: 'schedule' | 'accept-schedule'): string | undefined {
  const facts = procedureFacts(state);
  return findStep(definition, state.step)
    ?.outcomes.filter((outcome) => isOutcomeOpen(outcome, facts))
    .find(({ effects }) =>
      effects.some((effect) =>
        type === 'schedule'
          ? effect.type === 'reserve' && effect.offer
          : effect.type === 'acceptReservation' && state.reservations.length > 0,
      ),
    )?.key;
}

/** The two commands about a schedule are decisions under a name of their own: clients need not know what the office calls the outcome. */
function asDecision(
  definition: OperableDefinition,
  state: CaseState,
  command: Command,
): Exclude<Command, { type: 'schedule' | 'accept-schedule' }> {
  if (command.type !== 'schedule' && command.type !== 'accept-schedule') return command;
  const outcome = scheduling(definition, state, command.type) ?? '';
  const step = state.step ?? '';
  if (command.type === 'accept-schedule') return { type: 'decide', step, outcome };
  const reserve = findStep(definition, state.step)
    ?.outcomes.find((candidate) => candidate.key === outcome)
    ?.effects.find((effect) => effect.type === 'reserve');
  const { start, minutes, reason } = command;
  return {
    type: 'decide',
    step,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    answers: reserve ? scheduleAnswers(reserve, start, minutes) : {},
  };
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

function decideOutcome(state: CaseState, command: Decide, context: DecideContext): Result<Decision> {
  const { definition, party, language, now } = context;
  const text = caseText[language];
  const step = findStep(definition, state.step);
  if (step?.key !== command.step) return no('command-not-open', text.refusal.notAtStep(step?.title ?? null));
  const facts = procedureFacts(state);
  const open = step.outcomes.filter((candidate) => isOutcomeOpen(candidate, facts));
  const outcome = open.find((candidate) => candidate.key === command.outcome);
  if (!outcome)
    return no(
      'unknown-outcome',
      text.refusal.unknownOutcome(
        step.title,
        open.map((candidate) => candidate.label),
      ),
    );
  const reason = command.reason?.trim() ?? '';
  if (outcome.reason === 'required' && reason.length < 10)
    return refused({ kind: 'reason-required', message: text.refusal.reasonRequired, fields: { reason: [text.refusal.reasonRequired] } });
  const checked = validateFields(outcome.fields, command.answers ?? {}, context);
  if (!checked.ok) return refused({ kind: 'invalid-answers', message: text.refusal.invalidAnswers, fields: checked.fields });
  const oneTime = outcome.fields.filter((field) => field.type === 'text' && field.oneTime);
  const answers = Object.fromEntries(Object.entries(checked.answers).filter(([key]) => !oneTime.some((field) => field.key === key)));
  const after = { ...state, decisions: { ...state.decisions, ...answers } };
  const effects = effectsOf(travel(definition, step.key, outcome, procedureFacts(after)));
  const past = effects
    .filter((effect) => effect.type === 'reserve')
    .find((effect) => Date.parse(reservationOf(effect, after)?.from ?? now) <= Date.parse(now));
  if (past) {
    const field = outcome.fields.some(({ key }) => key === past.startField) ? past.startField : 'start';
    return refused({ kind: 'invalid-answers', message: text.refusal.slotPast, fields: { [field]: [text.refusal.slotPast] } });
  }
  const forApplicant = step.actor.kind === 'applicant' && party.kind === 'staff';
  return ok({
    fact: {
      type: 'decided',
      step: step.key,
      outcome: outcome.key,
      ...(reason && outcome.reason !== 'none' ? { reason } : {}),
      answers,
    },
    position: forApplicant ? definition.procedure.intake : step.actor.kind === 'position' ? step.actor.position : null,
    forApplicant,
    effects,
    secrets: oneTime.flatMap((field) => {
      const value = checked.answers[field.key];
      return typeof value === 'string' ? [{ label: field.label, value }] : [];
    }),
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
  return ok({
    fact: { type: 'supplied', answers },
    position: forApplicant ? definition.procedure.intake : null,
    forApplicant,
    effects: effectsOf(filing(definition, { ...state, answers: checked.answers })),
    secrets: [],
  });
}

function decideExtension(state: CaseState, reason: string, context: DecideContext): Result<Decision> {
  const { definition, calendar, now, language } = context;
  const text = caseText[language];
  const { extension } = definition.clock;
  if (!extension || state.extensions.length >= extension.limit)
    return no('extension-exhausted', text.refusal.extensionExhausted(extension?.limit ?? 0));
  const due = deadline({ calendar, clock: definition.clock, receivedAt: state.receivedAt, now, history: clockHistory(definition, state) });
  if (Date.parse(now) > Date.parse(due.at)) return no('extension-too-late', text.refusal.extensionTooLate(due.at));
  if (reason.trim().length < 10)
    return refused({ kind: 'reason-required', message: text.refusal.reasonRequired, fields: { reason: [text.refusal.reasonRequired] } });
  return ok({
    fact: { type: 'extended', reason: reason.trim() },
    position: extension.position,
    forApplicant: false,
    effects: [{ type: 'notify', message: 'extended' }],
    secrets: [],
  });
}

/**
 * Decides a command on a case: the fact to record or the refusal, with nothing changed.
 *
 * Refusals: `command-not-open`, `unknown-outcome`, `reason-required`, `invalid-answers`, `extension-too-late` (after the running deadline;
 * UU 14/2008 Pasal 22 lets the notice of extension go out within the first term only), `extension-exhausted`. A slot that another case holds is refused by
 * whoever carries the effects out, since only the database knows.
 */
export function decide(state: CaseState, command: Command, context: DecideContext): Result<Decision> {
  const { definition, party, language } = context;
  const text = caseText[language];
  if (!isOpen(definition, state, party, command.type)) return no('command-not-open', text.refusal.notOpen(text.status[state.status]));
  const unreadable = unreadableText(command, language);
  if (unreadable) return refused(unreadable);
  const staffPosition =
    party.kind === 'staff' ? (positionsOf(definition).find((position) => party.positions.includes(position)) ?? null) : null;
  const plain = (fact: CaseFact): Result<Decision> => ok({ fact, position: staffPosition, forApplicant: false, effects: [], secrets: [] });
  const asked = asDecision(definition, state, command);
  switch (asked.type) {
    case 'decide':
      return decideOutcome(state, asked, context);
    case 'supply':
      return decideSupply(state, asked, context);
    case 'extend':
      return decideExtension(state, asked.reason, context);
    case 'withdraw':
      return ok({
        fact: { type: 'withdrawn', ...(asked.reason ? { reason: asked.reason.trim() } : {}) },
        position: party.kind === 'staff' ? definition.procedure.intake : null,
        forApplicant: party.kind === 'staff',
        effects: [],
        secrets: [],
      });
    case 'assign':
      return plain({ type: 'assigned', user: asked.user, name: asked.name });
    case 'attach':
      if (context.files[asked.attachment] === undefined)
        return refused({ kind: 'file-missing', message: text.refusal.fileMissing, fields: { attachment: [text.refusal.fileMissing] } });
      return plain({ type: 'attached', attachment: asked.attachment, title: asked.title.trim(), audience: asked.audience });
    case 'note':
      return plain({ type: 'noted', text: asked.text.trim() });
    case 'message':
      return plain({ type: 'messaged', text: asked.text.trim() });
  }
}
