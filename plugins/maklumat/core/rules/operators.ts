import { z } from 'zod';
import type { Operator } from './schema';

type Compare = (actual: unknown, expected: unknown) => boolean;
type Scalar = string | number | boolean;

/** True for what counts as no answer: nothing, null, blank text, an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

const isScalar = (value: unknown): value is Scalar => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const isSameType = (actual: unknown, expected: unknown): boolean => isScalar(actual) && typeof actual === typeof expected;

const numbers =
  (holds: (actual: number, expected: number) => boolean): Compare =>
  (actual, expected) =>
    typeof actual === 'number' && typeof expected === 'number' && holds(actual, expected);

const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const time = z.iso.time({ precision: -1 });

/** Where two moments stand to each other; undefined when they are not both dates, both times of day, or both instants. */
function order(actual: unknown, expected: unknown): number | undefined {
  if (typeof actual !== 'string' || typeof expected !== 'string') return undefined;
  const both = (schema: z.ZodType): boolean => schema.safeParse(actual).success && schema.safeParse(expected).success;
  if (both(instant)) return Date.parse(actual) - Date.parse(expected);
  if (both(date) || both(time)) return actual < expected ? -1 : actual > expected ? 1 : 0;
  return undefined;
}

const moments =
  (holds: (difference: number) => boolean): Compare =>
  (actual, expected) => {
    const difference = order(actual, expected);
    return difference !== undefined && holds(difference);
  };

/**
 * What each operator means. Total: no operand makes one throw, and operands of types that do not belong together give false,
 * so "9" is neither more nor less than 10, and `isNot` is false for a fact that is not known.
 *
 * `is`, `isNot` compare text, numbers and booleans exactly; `isOneOf`, `isNoneOf` against a list; `includes` asks whether an answer of several choices
 * has one of them; `before` … `after` compare dates with dates, times of day with times of day, instants with instants.
 */
export const operators: Record<Operator, Compare> = {
  is: (actual, expected) => isSameType(actual, expected) && actual === expected,
  isNot: (actual, expected) => isSameType(actual, expected) && actual !== expected,
  isOneOf: (actual, expected) => isScalar(actual) && Array.isArray(expected) && expected.includes(actual),
  isNoneOf: (actual, expected) =>
    isScalar(actual) && Array.isArray(expected) && expected.every((candidate) => isSameType(actual, candidate) && actual !== candidate),
  includes: (actual, expected) => Array.isArray(actual) && isScalar(expected) && actual.includes(expected),
  isFilled: (actual, expected) => expected === true && !isBlank(actual),
  isEmpty: (actual, expected) => expected === true && isBlank(actual),
  lessThan: numbers((actual, expected) => actual < expected),
  atMost: numbers((actual, expected) => actual <= expected),
  atLeast: numbers((actual, expected) => actual >= expected),
  moreThan: numbers((actual, expected) => actual > expected),
  before: moments((difference) => difference < 0),
  onOrBefore: moments((difference) => difference <= 0),
  onOrAfter: moments((difference) => difference >= 0),
  after: moments((difference) => difference > 0),
};
