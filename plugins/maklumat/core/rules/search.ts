import { conditionHolds, factsOf, type Facts } from './conditions';
import { domainOf, isCovered } from './domains';
import type { FactType } from './factTypes';
import type { Comparison, Condition, Scalar } from './schema';

/** How many values are tried before the search gives up; a lint beside a text editor answers while one types. Default of the product. */
const patience = 20_000;

/** Facts on which every condition holds; `none` when there are none; `unclear` when the search gave up. */
export type Search = { result: 'found'; facts: Facts } | { result: 'none' } | { result: 'unclear' };

/**
 * Looks for facts on which all conditions hold at once. Complete within its patience: `none` means that there are none, because conditions compare a fact with
 * constants only and `domainOf` has a value for each side of each. Facts that do not matter are left out of the answer.
 * @param types facts that are not in it are unknown
 */
export function searchFacts(conditions: readonly Condition[], types: ReadonlyMap<string, FactType>, today: string): Search {
  const constants = constantsOf(conditions);
  const domains = new Map<string, unknown[]>();
  const domain = (name: string): unknown[] => {
    const known = domains.get(name);
    if (known) return known;
    const type = types.get(name);
    const named = constants.get(name) ?? [];
    const made = type ? domainOf(type, named, today) : [undefined];
    isComplete &&= !type || isCovered(type, named);
    domains.set(name, made);
    return made;
  };
  let left = patience;
  let isComplete = true;
  const tried = new Map<string, unknown>();

  const attempt = (): boolean => {
    const open = firstOpen(conditions, tried);
    if (open === false) return false;
    if (open === true) return true;
    for (const value of domain(open)) {
      if ((left -= 1) < 0) return false;
      tried.set(open, value);
      if (isPlausible(tried) && attempt()) return true;
      tried.delete(open);
    }
    return false;
  };

  if (!attempt()) return { result: left < 0 || !isComplete ? 'unclear' : 'none' };
  const facts = Object.fromEntries([...tried].filter(([, value]) => value !== undefined));
  return conditions.every((condition) => conditionHolds(condition, facts)) ? { result: 'found', facts } : { result: 'unclear' };
}

/** True when every condition holds whatever else is known, false when one cannot hold any more, else a fact that still has to be decided. */
function firstOpen(conditions: readonly Condition[], tried: ReadonlyMap<string, unknown>): boolean | string {
  let open: string | undefined;
  for (const condition of conditions) {
    const judged = judge(condition, tried);
    if (judged === false) return false;
    if (judged === undefined) open ??= factsOf(condition).find((name) => !tried.has(name));
  }
  return open ?? true;
}

/** Whether a condition holds on facts of which some are not decided yet; undefined when that depends on them. */
function judge(condition: Condition, tried: ReadonlyMap<string, unknown>): boolean | undefined {
  if ('not' in condition) {
    const inner = judge(condition.not, tried);
    return inner === undefined ? undefined : !inner;
  }
  if ('fact' in condition) {
    if (!tried.has(condition.fact)) return undefined;
    return conditionHolds(condition, { [condition.fact]: tried.get(condition.fact) });
  }
  const [parts, decisive] = 'all' in condition ? [condition.all, false] : [condition.any, true];
  let open = false;
  for (const part of parts) {
    const judged = judge(part, tried);
    if (judged === decisive) return decisive;
    open ||= judged === undefined;
  }
  return open ? undefined : !decisive;
}

/** Working days until a date are never more than days until it, and both are on the same side of today. */
function isPlausible(tried: ReadonlyMap<string, unknown>): boolean {
  for (const [name, working] of tried) {
    if (!name.startsWith('workingDaysUntil.')) continue;
    const days = tried.get(name.replace('workingDaysUntil.', 'daysUntil.'));
    if (typeof days !== 'number' || typeof working !== 'number') continue;
    if (Math.abs(working) > Math.abs(days) || working * days < 0) return false;
  }
  return true;
}

function constantsOf(conditions: readonly Condition[]): Map<string, Scalar[]> {
  const constants = new Map<string, Scalar[]>();
  for (const { fact, value } of conditions.flatMap(comparisonsOf)) constants.set(fact, [...(constants.get(fact) ?? []), ...[value].flat()]);
  return constants;
}

/** Every comparison of a condition, in the order written. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if ('fact' in condition) return [condition];
  if ('not' in condition) return comparisonsOf(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(comparisonsOf);
}
