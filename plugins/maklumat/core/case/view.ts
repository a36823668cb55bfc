import { dateIn } from '../calendar/calendar';
import { addWorkingDays, deadline, type Deadline } from '../calendar/deadline';
import type { Calendar } from '../calendar/schema';
import type { OperableDefinition } from '../definition/schema';
import { caseText } from '../language/case';
import { formatDate, formatInstant } from '../language/calendar';
import type { Language } from '../language/language';
import { isOpen, type Party } from './decide';
import { clockStart, nextEscalation } from './escalation';
import { isOutcomeOpen, findStep, procedureFacts } from './travel';
import { clockHistory, type CaseState } from './state';
import type { CaseStatus } from './status';

/** What a reader of a case brings along: who they are, the calendar of today, and the names behind the slugs. */
export interface ViewContext {
  definition: OperableDefinition;
  calendar: Calendar;
  now: string;
  language: Language;
  positionName: (slug: string) => string;
  /** Name of a kelurahan by its code. */
  areaName: (code: string) => string;
}

/** `pending`: the clock has not begun. `paused`: it stands still while the case waits for somebody outside the office. */
export type DeadlineState = 'pending' | 'running' | 'paused' | 'met' | 'missed' | 'overdue';

/** Where a promise stands: kept or broken once the clock has stopped, running or overdue before. All three are ISO instants. */
export function deadlineState(dueAt: string, clockStoppedAt: string | null, now: string): DeadlineState {
  const late = Date.parse(clockStoppedAt ?? now) > Date.parse(dueAt);
  if (clockStoppedAt !== null) return late ? 'missed' : 'met';
  return late ? 'overdue' : 'running';
}

export interface CaseDeadline extends Deadline {
  state: DeadlineState;
  extended: boolean;
}

/** How much of the promised time has gone by on the wall clock, 0 to 1. All three are ISO instants. */
export function shareSpent(startedAt: string, dueAt: string, now: string): number {
  const length = Date.parse(dueAt) - Date.parse(startedAt);
  return length <= 0 ? 1 : Math.min(1, Math.max(0, (Date.parse(now) - Date.parse(startedAt)) / length));
}

const dueOf = (state: CaseState, { definition, calendar, now, language }: Omit<ViewContext, 'positionName' | 'areaName'>): Deadline =>
  deadline({ calendar, clock: definition.clock, receivedAt: state.receivedAt, now, history: clockHistory(definition, state), language });

/**
 * The deadline of a case now, with the steps that led to it. Computed from the events and today's calendar, so a holiday declared later moves it.
 * The date with one more extension stays beside it until the office has answered, also when it can no longer be granted (docs/decisions/0011).
 */
export function caseDeadline(state: CaseState, context: ViewContext): CaseDeadline {
  const { now } = context;
  const due = dueOf(state, context);
  const standing = deadlineState(due.at, state.clockStoppedAt, now);
  const waiting = state.clockStoppedAt === null && (due.begun ? due.paused && 'paused' : 'pending');
  return {
    ...due,
    extension: state.clockStoppedAt === null && due.begun ? due.extension : null,
    state: waiting || (due.begun ? standing : 'met'),
    extended: state.extensions.length > 0,
  };
}

export interface OpenCommandView {
  type: 'supply' | 'withdraw' | 'message' | 'decide' | 'schedule' | 'accept-schedule' | 'extend' | 'note' | 'attach' | 'assign';
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
    const facts = procedureFacts(state);
    for (const outcome of step.outcomes.filter((candidate) => isOutcomeOpen(candidate, facts))) {
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
  if (open('extend') && due.extension && due.state !== 'pending' && Date.parse(now) <= Date.parse(due.at)) {
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
  /** Null while the clock has not begun or stands still. */
  deadlineAt: string | null;
  clockStoppedAt: string | null;
  closedAt: string | null;
  assignee: number | null;
  clockStartedAt: string | null;
  /** When the next report to another position falls due, if nothing happens until then. */
  escalateAt: string | null;
}

export function project(state: CaseState, context: Pick<ViewContext, 'definition' | 'calendar' | 'now'>): CaseProjection {
  const { definition, calendar } = context;
  const step = findStep(definition, state.step);
  const due = dueOf(state, { definition, calendar, now: context.now, language: 'id' });
  const running = due.begun && !due.paused;
  return {
    status: state.status,
    step: state.step,
    position: step?.actor.kind === 'position' ? step.actor.position : null,
    deadlineAt: running || state.clockStoppedAt !== null ? due.at : null,
    clockStartedAt: due.begun ? clockStart(definition, state) : null,
    clockStoppedAt: state.clockStoppedAt,
    closedAt: state.closedAt,
    assignee: state.assignee?.user ?? null,
    escalateAt: running ? (nextEscalation(definition, state, due.at)?.at ?? null) : null,
  };
}
