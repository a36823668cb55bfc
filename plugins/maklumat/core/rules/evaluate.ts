import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { factsOf, factValue, type Facts } from './conditions';
import { operators } from './operators';
import type { Condition, Rule } from './schema';

interface Because {
  rule: string;
  sentence: string;
}

/** What the rules decided, each with the rule and the sentence that a person reads, and the values on which every rule fired. */
export interface Decisions {
  refusals: Because[];
  requires: (Because & { field: string })[];
  warnings: Because[];
  /** The first route in order; later ones that also hold are in `fired` only. */
  route: (Because & { unit: string; position: string }) | null;
  /** Amounts in rupiah. */
  charges: (Because & { amount: number })[];
  fired: { rule: string; facts: Record<string, unknown> }[];
}

/**
 * Applies rules to facts, by priority, the higher first, and rules of one priority in the order written.
 * An unknown fact makes its comparison false (`isEmpty` true). Rules and facts are left as they are.
 * @throws Error of the engine when a rule was not parsed by the `Rule` schema, such as one with an unknown operator
 */
export async function evaluateRules(rules: readonly Rule[], facts: Facts): Promise<Decisions> {
  const ordered = rules.toSorted((one, other) => other.priority - one.priority);
  const holds = await matching(ordered, facts);
  return ordered.filter((_, index) => holds.has(index)).reduce(decide(facts), nothing());
}

const nothing = (): Decisions => ({ refusals: [], requires: [], warnings: [], route: null, charges: [], fired: [] });

const decide =
  (facts: Facts) =>
  (decisions: Decisions, { key, sentence, when, then }: Rule): Decisions => {
    const because = { rule: key, sentence };
    const known = factsOf(when).flatMap((name): [string, unknown][] => {
      const value = factValue(facts, name);
      return value === undefined ? [] : [[name, value]];
    });
    const fired = [...decisions.fired, { rule: key, facts: Object.fromEntries(known) }];
    switch (then.type) {
      case 'refuse':
        return { ...decisions, fired, refusals: [...decisions.refusals, because] };
      case 'require':
        return { ...decisions, fired, requires: [...decisions.requires, { ...because, field: then.field }] };
      case 'warn':
        return { ...decisions, fired, warnings: [...decisions.warnings, because] };
      case 'route':
        return { ...decisions, fired, route: decisions.route ?? { ...because, unit: then.unit, position: then.position } };
      case 'charge':
        return { ...decisions, fired, charges: [...decisions.charges, { ...because, amount: then.amount }] };
    }
  };

/**
 * Which rules hold, by index. One engine per call, because runs that share an engine lose rules; copies of the documents, because the engine writes into
 * them; a path resolver that resolves nothing, because the built-in one evaluates a path language.
 */
async function matching(rules: readonly Rule[], facts: Facts): Promise<Set<number>> {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: () => undefined });
  for (const [name, compare] of Object.entries(operators)) engine.addOperator(name, compare);
  const holding = new Set<number>();
  rules.forEach((rule, index) =>
    engine.addRule({ conditions: documentOf(rule.when), event: { type: 'holds' }, onSuccess: () => void holding.add(index) }),
  );
  await engine.run({ ...facts });
  return holding;
}

function documentOf(condition: Condition): TopLevelCondition {
  const copy = copyOf(condition);
  return 'fact' in copy ? { all: [copy] } : copy;
}

function copyOf(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(copyOf) };
  if ('any' in condition) return { any: condition.any.map(copyOf) };
  if ('not' in condition) return { not: copyOf(condition.not) };
  return { ...condition };
}
