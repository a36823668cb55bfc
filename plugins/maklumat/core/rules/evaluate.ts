import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Duration } from '../calendar/duration';
import { factsOf, factValue, type Facts } from './conditions';
import { operators } from './operators';
import type { Condition, Decision, OpenCase, Rule } from './schema';

interface Because {
  rule: string;
  sentence: string;
}

type FollowUp = Extract<Decision, { type: 'notify' }> | OpenCase;

/** What the rules decided, each with the rule and the sentence that a person reads, and the values on which every rule fired. */
export interface Decisions {
  refusals: Because[];
  requires: (Because & { field: string })[];
  warnings: Because[];
  /** The first route in order; later ones that also hold are in `fired` only. */
  route: (Because & { unit: string; position: string }) | null;
  /** The first promise in order; it replaces the duration of the clock. */
  promise: (Because & { duration: Duration }) | null;
  /** Reports to another position when a part of the promised time, in per cent, has gone by. */
  escalations: (Because & { after: number; position: string; message?: string })[];
  /** Amounts in rupiah, or the key of a rate; each times the named facts. */
  charges: (Because & { amount?: number; rate?: string; times: string[] })[];
  followUps: (Because & { then: FollowUp })[];
  fired: { rule: string; facts: Record<string, unknown> }[];
}

/**
 * Applies rules to facts, by priority, the higher first, and rules of one priority in the order written.
 * An unknown fact makes its comparison false (`isEmpty` true). Rules and facts are left as they are.
 * @throws Error of the engine when a rule was not parsed by the `Rule` schema, such as one with an unknown operator
 */
export async function evaluateRules(rules: readonly Rule[], facts: Facts): Promise<Decisions> {
  const holds = await matcherOf(rules)(facts);
  return decisionsOf(rules, facts, (_rule, index) => holds.has(index));
}

/** What rules decide when it is known which of them hold, such as from the record of a case. */
export function decisionsOf(rules: readonly Rule[], facts: Facts, holds: (rule: Rule, index: number) => boolean): Decisions {
  const decisions = nothing();
  for (const { rule, index } of inOrder(rules)) if (holds(rule, index)) decide(decisions, rule, facts);
  return decisions;
}

const inOrder = (rules: readonly Rule[]): { rule: Rule; index: number }[] =>
  rules.map((rule, index) => ({ rule, index })).sort((one, other) => other.rule.priority - one.rule.priority);

const nothing = (): Decisions => ({
  refusals: [],
  requires: [],
  warnings: [],
  route: null,
  promise: null,
  escalations: [],
  charges: [],
  followUps: [],
  fired: [],
});

function decide(decisions: Decisions, { key, sentence, when, then }: Rule, facts: Facts): void {
  const because = { rule: key, sentence };
  const known = factsOf(when).flatMap((name): [string, unknown][] => {
    const value = factValue(facts, name);
    return value === undefined ? [] : [[name, value]];
  });
  decisions.fired.push({ rule: key, facts: Object.fromEntries(known) });
  switch (then.type) {
    case 'refuse':
      decisions.refusals.push(because);
      return;
    case 'require':
      decisions.requires.push({ ...because, field: then.field });
      return;
    case 'warn':
      decisions.warnings.push(because);
      return;
    case 'route':
      decisions.route ??= { ...because, unit: then.unit, position: then.position };
      return;
    case 'promise':
      decisions.promise ??= { ...because, duration: then.duration };
      return;
    case 'escalate': {
      const { type: _type, ...escalation } = then;
      decisions.escalations.push({ ...because, ...escalation });
      return;
    }
    case 'charge': {
      const { type: _type, ...charge } = then;
      decisions.charges.push({ ...because, ...charge });
      return;
    }
    case 'openCase':
    case 'notify':
      decisions.followUps.push({ ...because, then });
  }
}

type Matcher = (facts: Facts) => Promise<Set<number>>;

/** One engine per list of rules, made when it is first needed: making one costs more than running it, and a replay asks it 100,000 times. */
const matchers = new WeakMap<readonly Rule[], Matcher>();

function matcherOf(rules: readonly Rule[]): Matcher {
  const made = matchers.get(rules) ?? createMatcher(rules);
  matchers.set(rules, made);
  return made;
}

/**
 * Which rules hold, by index. Runs take turns, because two at once in one engine lose rules; the engine gets copies of the documents, because it writes into
 * them; a path resolver that resolves nothing, because the built-in one evaluates a path language.
 */
function createMatcher(rules: readonly Rule[]): Matcher {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: () => undefined });
  for (const [name, compare] of Object.entries(operators)) engine.addOperator(name, compare);
  rules.forEach((rule, index) => engine.addRule({ conditions: documentOf(rule.when), event: { type: 'holds', params: { index } } }));
  let turn: Promise<unknown> = Promise.resolve();
  return (facts) => {
    const run = turn.then(async () => {
      const { events } = await engine.run({ ...facts });
      return new Set(events.map((event) => Number(event.params?.index)));
    });
    turn = run.catch(() => undefined);
    return run;
  };
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
