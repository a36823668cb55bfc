import { admits } from '../../case/transitions';
import { procedureFindings as text } from '../../language/lint/procedure';
import type { Step } from '../procedure';
import type { LintContext } from './context';
import { at, twins, type Finding } from './finding';
import { placeOf, walk, type Graph } from './graph';

/** Whether the steps hang together: every one reached, none a dead end, none where a case stops or turns for ever. */
export function lintSteps({ definition, graph }: LintContext): Finding[] {
  const { steps } = definition.procedure;
  const known = new Set(steps.map((step) => step.key));
  return [
    ...twins(steps.map((step) => step.key)).map((key) => at(`procedure.${key}`, text.repeatedStep(key))),
    ...steps.flatMap((step) =>
      twins(step.outcomes.map((outcome) => outcome.key)).map((key) =>
        at(`procedure.${step.key}.${key}`, text.repeatedOutcome(step.title, key)),
      ),
    ),
    ...lintFirst(steps),
    ...steps.flatMap((step, index) => lintStatus(step, index === 0)),
    ...graph.ways.flatMap((way) =>
      way.outcome.to !== undefined && !known.has(way.outcome.to)
        ? [at(placeOf(way), text.toNowhere(way.outcome.label, way.outcome.to))]
        : [],
    ),
    ...steps.filter(({ key }) => !graph.reached.has(key)).map(({ key, title }) => at(`procedure.${key}`, text.unreachable(title))),
    ...deadEnds(graph).map(({ key, title }) => at(`procedure.${key}`, text.deadEnd(title))),
    ...lintSystem(graph),
  ];
}

function lintFirst([first]: readonly Step[]): Finding[] {
  if (!first) return [];
  const where = `procedure.${first.key}`;
  return [
    ...(first.actor.kind === 'applicant' ? [] : [at(where, text.firstNotApplicant(first.title))]),
    ...(first.outcomes.some((outcome) => outcome.to !== undefined) ? [] : [at(where, text.firstGoesNowhere(first.title))]),
  ];
}

/** A step of the system is never waited at, so its status is never one. */
function lintStatus(step: Step, isFirst: boolean): Finding[] {
  if (step.actor.kind === 'system' || admits(step.status, isFirst ? 'supply' : 'decide')) return [];
  return [at(`procedure.${step.key}`, text.statusStops(step.title, step.status, isFirst))];
}

/** Steps that cannot end, though every outcome of theirs leads somewhere: an outcome to nowhere is a finding of its own. */
function deadEnds({ steps, reached, ending }: Graph): Step[] {
  const known = new Set(steps.map((step) => step.key));
  const broken = (start: string): boolean => {
    const keys = walk(steps, start, () => true);
    return steps.some((step) => keys.has(step.key) && step.outcomes.some(({ to }) => to !== undefined && !known.has(to)));
  };
  return steps.filter(({ key }) => reached.has(key) && !ending.has(key) && !broken(key));
}

function lintSystem({ steps }: Graph): Finding[] {
  const system = steps.filter((step) => step.actor.kind === 'system');
  const turning = system.filter((step) => step.outcomes.some((outcome) => walk(system, outcome.to, () => true).has(step.key)));
  const [first] = turning;
  return [
    ...system
      .filter((step) => step.outcomes.at(-1)?.when !== undefined)
      .map((step) => at(`procedure.${step.key}`, text.systemNeedsDefault(step.title))),
    ...(first ? [at(`procedure.${first.key}`, text.systemLoop(turning.map((step) => step.title)))] : []),
  ];
}
