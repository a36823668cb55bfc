import type { Answers } from '../form/schema';
import { isBlank, operators } from './operators';
import type { Condition } from './schema';

/** What is known, by flat dotted name: `answers.jenisPemohon`, `receivedDate`. */
export type Facts = Record<string, unknown>;

/** The name under which conditions see the answer of a field. */
export const answerFact = (key: string): string => `answers.${key}`;

/** Answers as facts. Text is trimmed and blank answers are left out, so a condition sees the same before and after answers are normalised. */
export function answerFacts(answers: Answers): Facts {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([, value]) => !isBlank(value))
      .map(([key, value]) => [answerFact(key), typeof value === 'string' ? value.trim() : value]),
  );
}

/** The value of a fact, undefined when it is not known. A name such as `constructor` finds nothing that was not put there. */
export function factValue(facts: Facts, name: string): unknown {
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

/** Whether a condition holds on these facts. Never throws; a comparison with an unknown fact is false, except `isEmpty`. */
export function conditionHolds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, facts));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, facts));
  if ('not' in condition) return !conditionHolds(condition.not, facts);
  return operators[condition.operator](factValue(facts, condition.fact), condition.value);
}

/** The names of all facts that a condition asks for, each once, in the order of asking. */
export function factsOf(condition: Condition): string[] {
  if ('all' in condition) return unique(condition.all.flatMap(factsOf));
  if ('any' in condition) return unique(condition.any.flatMap(factsOf));
  if ('not' in condition) return factsOf(condition.not);
  return [condition.fact];
}

const unique = (names: string[]): string[] => [...new Set(names)];
