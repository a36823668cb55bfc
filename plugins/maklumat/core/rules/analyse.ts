import type { OperableDefinition } from '../definition/schema';
import { formFields } from '../form/files';
import { factsOf, type Facts } from './conditions';
import type { FactType } from './factTypes';
import { any, formConditions, not, visibleWhen } from './formConditions';
import type { Condition, Decision, Rule } from './schema';
import { searchFacts, type Search } from './search';

/** What the rules of a definition do among themselves, each with facts that show it. */
export interface Analysis {
  /** Two rules that decide differently, at one priority, on the same facts. */
  conflicts: { one: Rule; other: Rule; facts: Facts }[];
  /** Rules whose condition no case can meet. */
  dead: Rule[];
  /** Routes and promises that another of higher priority always decides before. */
  shadowed: Rule[];
  /** Rules that require a field which is hidden on these facts. */
  traps: { rule: Rule; field: string; facts: Facts }[];
  /** Facts for which no route holds although nothing refuses them. */
  unrouted: Facts | null;
  /** Rules too intricate to be judged, alone or beside others. */
  unclear: Rule[];
}

/** Looks for a case that the form would take and for which the conditions hold. */
export interface Explorer {
  find: (...conditions: Condition[]) => Search;
}

/** @param today YYYY-MM-DD in the agency's zone, for fields whose limits move */
export function explorer(definition: OperableDefinition, types: ReadonlyMap<string, FactType>, today: string): Explorer {
  return {
    find: (...conditions) => {
      const related = formConditions(definition, types, conditions.flatMap(factsOf));
      return searchFacts([...conditions, ...related], types, today);
    },
  };
}

type Exclusive = Extract<Decision, { type: 'route' | 'promise' }>;
type ExclusiveRule = Rule & { then: Exclusive };

/** Of routes and promises one only can count; all other decisions add up. */
const isExclusive = (rule: Rule): rule is ExclusiveRule => rule.then.type === 'route' || rule.then.type === 'promise';

function isSameDecision(one: Exclusive, other: Exclusive): boolean {
  if (one.type === 'route') return other.type === 'route' && one.unit === other.unit && one.position === other.position;
  return other.type === 'promise' && one.duration.amount === other.duration.amount && one.duration.unit === other.duration.unit;
}

/**
 * Judges rules against each other by looking for a case that shows the fault. Rules whose conditions ask for unknown facts should be left out: their faults
 * are others.
 */
export function analyse(definition: OperableDefinition, rules: readonly Rule[], { find }: Explorer): Analysis {
  const analysis: Omit<Analysis, 'unclear'> = { conflicts: [], dead: [], shadowed: [], traps: [], unrouted: null };
  const unclear = new Set<Rule>();
  const accepted = rules.filter((rule) => rule.then.type === 'refuse').map((rule) => not(rule.when));
  for (const rule of rules) {
    const { result } = find(rule.when);
    if (result === 'none') analysis.dead.push(rule);
    if (result === 'unclear') unclear.add(rule);
  }
  const living = rules.filter((rule) => !analysis.dead.includes(rule));
  const exclusive = living.filter(isExclusive);
  exclusive.forEach((rule, index) => {
    const rivals = exclusive.filter((rival) => rival !== rule && rival.then.type === rule.then.type);
    const before = rivals.filter((rival) => rival.priority > rule.priority);
    const earlier = exclusive.slice(0, index).filter((rival) => rivals.includes(rival) && rival.priority === rule.priority);
    for (const rival of earlier.filter((candidate) => !isSameDecision(candidate.then, rule.then))) {
      const clash = find(rival.when, rule.when, ...before.map(({ when }) => not(when)), ...accepted);
      if (clash.result === 'found') analysis.conflicts.push({ one: rival, other: rule, facts: clash.facts });
      if (clash.result === 'unclear') unclear.add(rule);
    }
    const preceding = [...before, ...earlier.filter((candidate) => isSameDecision(candidate.then, rule.then))];
    if (preceding.length > 0 && find(rule.when, ...preceding.map(({ when }) => not(when))).result === 'none') analysis.shadowed.push(rule);
  });
  analysis.traps = living.flatMap((rule) => trapOf(definition, rule, accepted, find));
  const routes = living.filter((rule) => rule.then.type === 'route');
  if (routes.length > 0) {
    const gap = find(...routes.map(({ when }) => not(when)), ...accepted);
    if (gap.result === 'found') analysis.unrouted = gap.facts;
    if (gap.result === 'unclear') routes.forEach((rule) => unclear.add(rule));
  }
  return { ...analysis, unclear: [...unclear] };
}

function trapOf(definition: OperableDefinition, rule: Rule, accepted: readonly Condition[], find: Explorer['find']): Analysis['traps'] {
  const { then } = rule;
  const field = then.type === 'require' ? formFields(definition.form).find(({ key }) => key === then.field) : undefined;
  const conditions = field ? visibleWhen(definition, field) : [];
  if (!field || conditions.length === 0) return [];
  const trap = find(rule.when, any(...conditions.map(not)), ...accepted);
  return trap.result === 'found' ? [{ rule, field: field.key, facts: trap.facts }] : [];
}
