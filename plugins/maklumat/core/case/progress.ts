import { allowanceEnds } from '../calendar/allowance';
import type { Allowance, Step } from '../definition/procedure';
import { caseText } from '../language/case';
import type { CaseState } from './state';
import type { ViewContext } from './view';

export interface ProgressEntry {
  key: string;
  number: number;
  title: string;
  actor: string;
  state: 'done' | 'current' | 'ahead';
  output?: string;
  /** The time the step is given, and how its latest visit kept to it. Guidance: nothing is blocked by an overrun. */
  allowance?: Allowance;
  enteredAt?: string;
  leftAt?: string;
  allowedUntil?: string;
  overrun?: boolean;
}

/** Who acts at a step, in words. */
export function actorLabel(step: Step, { language, positionName }: Pick<ViewContext, 'language' | 'positionName'>): string {
  const text = caseText[language].by;
  if (step.actor.kind === 'applicant') return text.applicant;
  return step.actor.kind === 'system' ? text.system : positionName(step.actor.position);
}

function timing(step: Step, state: CaseState, { calendar, now }: ViewContext): Partial<ProgressEntry> {
  const visit = state.visits.findLast((candidate) => candidate.step === step.key);
  const given = step.allowance ? { allowance: step.allowance } : {};
  if (!visit) return given;
  const stay = { enteredAt: visit.enteredAt, ...(visit.leftAt === null ? {} : { leftAt: visit.leftAt }) };
  if (!step.allowance) return stay;
  const allowedUntil = allowanceEnds(calendar, visit.enteredAt, step.allowance, step.actor.kind === 'applicant');
  return { ...given, ...stay, allowedUntil, overrun: Date.parse(visit.leftAt ?? now) > Date.parse(allowedUntil) };
}

/** The ordered steps of the pinned version, and how far the case has come. A step after the present one is ahead again after a return. */
export function progress(state: CaseState, context: ViewContext): ProgressEntry[] {
  const { steps } = context.definition.procedure;
  const current = steps.findIndex((step) => step.key === state.step);
  // A step that the applicant withdrew from was entered, not done.
  const finished = state.status === 'withdrawn' ? state.visits.slice(0, -1) : state.visits;
  const visited = new Set(finished.map((visit) => visit.step));
  return steps.map((step, index) => {
    const isDone = state.step === null ? visited.has(step.key) : index < current && (index === 0 || visited.has(step.key));
    return {
      key: step.key,
      number: index + 1,
      title: step.title,
      actor: actorLabel(step, context),
      state: index === current && state.step !== null ? 'current' : isDone || (state.step === null && index === 0) ? 'done' : 'ahead',
      ...(step.output === undefined ? {} : { output: step.output }),
      ...timing(step, state, context),
    };
  });
}
