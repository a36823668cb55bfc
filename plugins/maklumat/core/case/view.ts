import { atZone, dateIn } from '../calendar/calendar';
import { addWorkingDays, deadline, type Deadline } from '../calendar/deadline';
import type { Calendar } from '../calendar/schema';
import type { OperableDefinition } from '../definition/schema';
import type { Outcome } from '../definition/procedure';
import type { Answers, SimpleField } from '../form/schema';
import { caseText } from '../language/case';
import { formatDate, formatInstant } from '../language/calendar';
import type { Language } from '../language/language';
import type { Scalar } from '../rules/schema';
import { isOpen, type Party } from './decide';
import type { CaseEvent } from './events';
import { findStep, fold, getStep, type CaseState } from './state';
import type { CaseStatus } from './status';

/** What a reader of a case brings along: who they are, the calendar of today, and the names behind the slugs. */
export interface ViewContext {
  definition: OperableDefinition;
  calendar: Calendar;
  now: string;
  language: Language;
  positionName: (slug: string) => string;
}

export type DeadlineState = 'running' | 'met' | 'missed' | 'overdue';
export interface CaseDeadline extends Deadline {
  state: DeadlineState;
  extended: boolean;
}

/**
 * The deadline of a case now, with the steps that led to it. Computed from the events and today's calendar, so a holiday declared later moves it.
 * Once the office has answered, no further extension is offered; before that, only while the running deadline has not passed.
 */
export function caseDeadline(state: CaseState, context: ViewContext): CaseDeadline {
  const { definition, calendar, language, now } = context;
  const due = deadline({ calendar, clock: definition.clock, receivedAt: state.receivedAt, extensions: state.extensions, language });
  const end = Date.parse(state.clockStoppedAt ?? now);
  const late = end > Date.parse(due.at);
  const over = state.clockStoppedAt !== null;
  return {
    ...due,
    extension: over ? null : due.extension,
    state: over ? (late ? 'missed' : 'met') : late ? 'overdue' : 'running',
    extended: state.extensions.length > 0,
  };
}

export interface TimelineEntry {
  sequence: number;
  at: string;
  by: string;
  sentence: string;
  reason?: string;
  details?: { label: string; value: string }[];
  documents?: string[];
}

const isUpload = (field: SimpleField): boolean => field.type === 'file' || field.type === 'image';
const isScalar = (value: unknown): value is Scalar => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const asList = (value: unknown): string[] => [value].flat().filter(isScalar).map(String);

/** A value as a person reads it: a choice by its label, yes/no in words, several joined by commas. */
export function answerText(field: SimpleField, value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  if (field.type === 'choice' || field.type === 'multiChoice') {
    return asList(value)
      .map((key) => field.options.find((option) => option.value === key)?.label ?? key)
      .join(', ');
  }
  if (field.type === 'yesNo' || field.type === 'statement')
    return value === true ? (language === 'id' ? 'Ya' : 'Yes') : language === 'id' ? 'Tidak' : 'No';
  if (field.type === 'date' && typeof value === 'string') return formatDate(value, language);
  return asList(value).join(', ');
}

const readable = (field: SimpleField, audience: 'applicant' | 'office'): boolean => audience === 'office' || field.audience === 'applicant';

function decidedDetails(
  outcome: Outcome,
  answers: Answers,
  audience: 'applicant' | 'office',
  language: Language,
): Pick<TimelineEntry, 'details' | 'documents'> {
  const fields = outcome.fields.filter((field) => readable(field, audience) && answers[field.key] !== undefined);
  const details = fields
    .filter((field) => !isUpload(field))
    .map((field) => ({ label: field.label, value: answerText(field, answers[field.key], language) }));
  const documents = fields.filter(isUpload).flatMap((field) => asList(answers[field.key]));
  return { ...(details.length > 0 ? { details } : {}), ...(documents.length > 0 ? { documents } : {}) };
}

function byline(event: CaseEvent, context: ViewContext, audience: 'applicant' | 'office'): string {
  const text = caseText[context.language].by;
  const { actor } = event;
  if (actor.kind === 'applicant') return text.applicant;
  if (actor.kind === 'system') return text.system;
  const position = actor.position === null ? text.staff : context.positionName(actor.position);
  const label = actor.forApplicant ? text.counter(position) : position;
  return audience === 'office' ? `${label} (${actor.name})` : label;
}

function describe(
  event: CaseEvent,
  extensionsBefore: { at: string }[],
  state: CaseState,
  context: ViewContext,
  audience: 'applicant' | 'office',
): Omit<TimelineEntry, 'sequence' | 'at' | 'by'> | undefined {
  const { definition, calendar, language } = context;
  const text = caseText[language].event;
  const { fact } = event;
  switch (fact.type) {
    case 'submitted':
      return { sentence: text.submitted(fact.channel) };
    case 'supplied':
      return { sentence: text.supplied };
    case 'decided': {
      const step = getStep(definition, fact.step);
      const outcome = step.outcomes.find((candidate) => candidate.key === fact.outcome);
      if (!outcome) throw new RangeError(`Langkah ${fact.step} tidak memiliki hasil ${fact.outcome}`);
      return {
        sentence: outcome.sentence ?? `${step.title}: ${outcome.label}`,
        ...(fact.reason ? { reason: fact.reason } : {}),
        ...decidedDetails(outcome, fact.answers, audience, language),
      };
    }
    case 'extended': {
      const due = deadline({
        calendar,
        clock: definition.clock,
        receivedAt: state.receivedAt,
        extensions: [...extensionsBefore, { at: event.at }],
        language,
      });
      return { sentence: text.extended(formatInstant(due.at, calendar.zone, language)), reason: fact.reason };
    }
    case 'withdrawn':
      return { sentence: text.withdrawn, ...(fact.reason ? { reason: fact.reason } : {}) };
    case 'messaged':
      return { sentence: text.messaged, reason: fact.text };
    case 'attached':
      if (audience === 'applicant' && fact.audience === 'office') return undefined;
      return { sentence: text.attached(fact.title), documents: [fact.attachment] };
    case 'assigned':
      return audience === 'office' ? { sentence: fact.name === null ? text.unassigned : text.assigned(fact.name) } : undefined;
    case 'noted':
      return audience === 'office' ? { sentence: text.noted, reason: fact.text } : undefined;
  }
}

/** The record in words, oldest first. The applicant's side leaves out notes, assignments, office-only attachments and officers' names. */
export function timeline(events: readonly CaseEvent[], context: ViewContext, audience: 'applicant' | 'office'): TimelineEntry[] {
  const state = fold(context.definition, events);
  const extensions: { at: string }[] = [];
  return events.flatMap((event) => {
    const described = describe(event, [...extensions], state, context, audience);
    if (event.fact.type === 'extended') extensions.push({ at: event.at });
    return described
      ? [{ sequence: event.sequence, at: atZone(event.at, context.calendar.zone), by: byline(event, context, audience), ...described }]
      : [];
  });
}

export interface OpenCommandView {
  type: 'supply' | 'withdraw' | 'message' | 'decide' | 'extend' | 'note' | 'attach' | 'assign';
  label: string;
  step?: string;
  outcome?: string;
  reason: 'none' | 'optional' | 'required';
  fields?: Record<string, unknown>[];
  hint?: string;
}

/** The commands that this party could give now and that would not be refused for the state of the case alone. */
export function openCommands(state: CaseState, due: CaseDeadline, party: Party, context: ViewContext): OpenCommandView[] {
  const { definition, calendar, language, now } = context;
  const text = caseText[language];
  const open = (type: OpenCommandView['type']): boolean => isOpen(definition, state, party, type);
  const step = findStep(definition, state.step);
  const commands: OpenCommandView[] = [];
  if (step && open('decide')) {
    for (const outcome of step.outcomes) {
      commands.push({
        type: 'decide',
        label: outcome.label,
        step: step.key,
        outcome: outcome.key,
        reason: outcome.reason,
        ...(outcome.fields.length > 0 ? { fields: outcome.fields.map((field) => ({ ...field })) } : {}),
      });
    }
  }
  if (open('supply')) commands.push({ type: 'supply', label: text.command.supply, reason: 'none', hint: text.hint.supply });
  if (open('extend') && due.extension && Date.parse(now) <= Date.parse(due.at)) {
    commands.push({
      type: 'extend',
      label: text.command.extend,
      reason: 'required',
      hint: text.hint.extend(formatInstant(due.extension.at, calendar.zone, language)),
    });
  }
  if (open('attach')) commands.push({ type: 'attach', label: text.command.attach, reason: 'none' });
  if (open('message')) commands.push({ type: 'message', label: text.command.message, reason: 'none' });
  if (open('assign')) commands.push({ type: 'assign', label: text.command.assign, reason: 'none' });
  if (open('note')) commands.push({ type: 'note', label: text.command.note, reason: 'none' });
  if (open('withdraw'))
    commands.push({ type: 'withdraw', label: text.command.withdraw, reason: party.kind === 'staff' ? 'required' : 'optional' });
  return commands;
}

export interface ProgressEntry {
  key: string;
  number: number;
  title: string;
  actor: string;
  state: 'done' | 'current' | 'ahead';
}

/** The ordered steps of the pinned version, and how far the case has come. A step after the present one is ahead again after a return. */
export function progress(state: CaseState, context: ViewContext): ProgressEntry[] {
  const { steps } = context.definition.procedure;
  const current = steps.findIndex((step) => step.key === state.step);
  const ended = state.status === 'withdrawn' ? -1 : steps.length;
  return steps.map((step, index) => ({
    key: step.key,
    number: index + 1,
    title: step.title,
    actor: step.actor.kind === 'applicant' ? caseText[context.language].by.applicant : context.positionName(step.actor.position),
    state: state.step === null ? (index < ended ? 'done' : 'ahead') : index < current ? 'done' : index === current ? 'current' : 'ahead',
  }));
}

/** The way to an objection: open once the office has answered or its time has run out; null before that or where the service names none. */
export function objection(state: CaseState, due: CaseDeadline, context: ViewContext): { until: string; sentence: string } | null {
  const path = context.definition.procedure.objection;
  if (!path || state.status === 'withdrawn') return null;
  const ground = state.clockStoppedAt ?? (due.state === 'overdue' ? due.at : null);
  if (ground === null) return null;
  const until = addWorkingDays(context.calendar, dateIn(ground, context.calendar.zone), path.within.amount);
  return {
    until,
    sentence: caseText[context.language].objection(context.positionName(path.addressee), formatDate(until, context.language), path.basis),
  };
}

/** What a queue needs to know of a case without folding it again. */
export interface CaseProjection {
  status: CaseStatus;
  step: string | null;
  /** The position that the case waits for; null when it waits for the applicant or has ended. */
  position: string | null;
  deadlineAt: string;
  clockStoppedAt: string | null;
  closedAt: string | null;
  assignee: number | null;
}

export function project(state: CaseState, context: Pick<ViewContext, 'definition' | 'calendar'>): CaseProjection {
  const step = findStep(context.definition, state.step);
  const due = deadline({
    calendar: context.calendar,
    clock: context.definition.clock,
    receivedAt: state.receivedAt,
    extensions: state.extensions,
  });
  return {
    status: state.status,
    step: state.step,
    position: step?.actor.kind === 'position' ? step.actor.position : null,
    deadlineAt: due.at,
    clockStoppedAt: state.clockStoppedAt,
    closedAt: state.closedAt,
    assignee: state.assignee?.user ?? null,
  };
}
