import { procedureFindings as text } from '../../language/lint/procedure';
import { factsOf } from '../../rules/conditions';
import { not } from '../../rules/formConditions';
import type { Outcome, Step } from '../procedure';
import { isSound, lintCondition, outcomeScope } from './conditions';
import type { LintContext } from './context';
import { describeFacts } from './describe';
import { at, type Finding } from './finding';

/** Whether somebody always has something to decide at every step, and every outcome can be taken. */
export function lintOutcomes(context: LintContext): Finding[] {
  const { steps } = context.definition.procedure;
  return steps.flatMap((step, index) => {
    const isAutomatic = index === 0 || step.actor.kind === 'system';
    return [
      ...lintConditions(context, step, isAutomatic),
      ...lintStuck(context, step, index === 0),
      ...(isAutomatic ? step.outcomes.flatMap((outcome) => lintUnasked(step, outcome)) : []),
    ];
  });
}

const isJudged = ({ types }: LintContext, { when }: Outcome): boolean => when === undefined || isSound(when, types, outcomeScope);

function lintConditions(context: LintContext, step: Step, isAutomatic: boolean): Finding[] {
  const { find } = context.explorer;
  return step.outcomes.flatMap((outcome, index) => {
    const where = `procedure.${step.key}.${outcome.key}`;
    const faults = outcome.when ? lintCondition(where, outcome.when, context.types, outcomeScope) : [];
    if (faults.length > 0) return faults;
    if (outcome.when && find(outcome.when).result === 'none') return [at(where, text.neverOpen(outcome.label))];
    const before = isAutomatic ? step.outcomes.slice(0, index).filter((earlier) => isJudged(context, earlier)) : [];
    if (before.length === 0) return [];
    const passed = before.flatMap((earlier) => (earlier.when ? [not(earlier.when)] : []));
    const isTaken = passed.length === before.length && find(...(outcome.when ? [outcome.when] : []), ...passed).result !== 'none';
    return isTaken ? [] : [at(where, text.neverTaken(outcome.label))];
  });
}

/**
 * A step whose outcomes all ask for something may leave a case with none. That is an error where only the answers are asked; what was decided before may always
 * be such that one is open, so there it is a warning. Not so at the first step, where nothing has been decided yet and nobody could choose another way.
 */
function lintStuck(context: LintContext, step: Step, isFirst: boolean): Finding[] {
  const conditions = step.outcomes.flatMap((outcome) => (outcome.when ? [outcome.when] : []));
  if (conditions.length < step.outcomes.length || (step.actor.kind === 'system' && !isFirst)) return [];
  if (!step.outcomes.every((outcome) => isJudged(context, outcome))) return [];
  const gap = context.explorer.find(...conditions.map(not));
  if (gap.result !== 'found') return [];
  const isSure = isFirst || conditions.flatMap(factsOf).every((fact) => context.types.get(fact)?.source === 'answers');
  return [at(`procedure.${step.key}`, text.stuck(step.title, describeFacts(gap.facts, context.types, conditions), isSure))];
}

function lintUnasked(step: Step, outcome: Outcome): Finding[] {
  const where = `procedure.${step.key}.${outcome.key}`;
  return [
    ...(outcome.fields.length > 0 ? [at(where, text.neverAsked(outcome.label, 'isian'))] : []),
    ...(outcome.reason === 'required' ? [at(where, text.neverAsked(outcome.label, 'alasan'))] : []),
  ];
}
