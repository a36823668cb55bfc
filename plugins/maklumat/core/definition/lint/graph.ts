import type { Effect, Outcome, Step } from '../procedure';
import type { OperableDefinition } from '../schema';

/** An outcome with the step at which it is decided. */
export interface Way {
  step: Step;
  outcome: Outcome;
}

/** Where cases can go in a procedure, conditions aside. */
export interface Graph {
  steps: readonly Step[];
  ways: readonly Way[];
  /** Keys of the steps that can be reached from the first, the first included. */
  reached: ReadonlySet<string>;
  /** Keys of the steps from which an end can be reached. */
  ending: ReadonlySet<string>;
  /** The outcomes that may be decided after this one. */
  after: (outcome: Outcome) => readonly Way[];
}

export function graphOf({ procedure }: OperableDefinition): Graph {
  const { steps } = procedure;
  const [first] = steps;
  const ways = steps.flatMap((step) => step.outcomes.map((outcome) => ({ step, outcome })));
  const from = (key: string | undefined): ReadonlySet<string> => walk(steps, key, () => true);
  return {
    steps,
    ways,
    reached: from(first?.key),
    ending: new Set(
      steps
        .filter((step) => {
          const keys = from(step.key);
          return ways.some((way) => keys.has(way.step.key) && way.outcome.end !== undefined);
        })
        .map((step) => step.key),
    ),
    after: (outcome) => {
      const keys = from(outcome.to);
      return ways.filter((way) => keys.has(way.step.key));
    },
  };
}

/** The keys of the steps that are reached from one over outcomes that are let through, itself included. */
export function walk(steps: readonly Step[], start: string | undefined, through: (outcome: Outcome) => boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  while (waiting.length > 0) {
    const key = waiting.pop();
    const step = steps.find((candidate) => candidate.key === key);
    if (key === undefined || !step || reached.has(key)) continue;
    reached.add(key);
    waiting.push(...step.outcomes.filter(through).map((outcome) => outcome.to));
  }
  return reached;
}

export type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** The effects of one type, each with the outcome that has it. */
export function effectsOfType<T extends Effect['type']>(graph: Graph, type: T): (Way & { effect: EffectOf<T> })[] {
  return graph.ways.flatMap((way) => way.outcome.effects.filter((effect) => isOfType(effect, type)).map((effect) => ({ ...way, effect })));
}

const isOfType = <T extends Effect['type']>(effect: Effect, type: T): effect is EffectOf<T> => effect.type === type;

export const hasEffect = ({ effects }: Outcome, type: Effect['type']): boolean => effects.some((effect) => effect.type === type);

export const placeOf = ({ step, outcome }: Way): string => `procedure.${step.key}.${outcome.key}`;
