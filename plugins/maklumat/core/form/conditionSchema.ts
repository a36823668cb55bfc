import { answerFact } from '../rules/conditions';
import { isBlank, operators } from '../rules/operators';
import type { Comparison, Condition, Scalar } from '../rules/schema';

export type JsonSchema = Record<string, unknown>;

const never: JsonSchema = { not: {} };
const blankText: JsonSchema = { type: 'string', pattern: '^\\s*$' };
const blank: JsonSchema = { anyOf: [{ type: 'null' }, blankText, { type: 'array', maxItems: 0 }] };
const scalarTypes = ['string', 'number', 'boolean'];

/** The keys that an object of answers has, and whether facts from outside it may be known too, as those of the form are inside a group's item. */
export interface Scope {
  keys: ReadonlySet<string>;
  outside: boolean;
}

/**
 * A condition as JSON Schema over an object of answers: it validates exactly those answers on which the condition holds.
 * Undefined where JSON Schema has no words for it: comparisons of dates, and facts from outside the object.
 */
export function conditionSchema(condition: Condition, scope: Scope): JsonSchema | undefined {
  if ('all' in condition) return joined(condition.all, scope, (parts) => ({ allOf: parts }));
  if ('any' in condition) return joined(condition.any, scope, (parts) => ({ anyOf: parts }));
  if ('not' in condition) return joined([condition.not], scope, ([part]) => ({ not: part }));
  const key = [...scope.keys].find((candidate) => answerFact(candidate) === condition.fact);
  if (key !== undefined) return comparison(key, condition);
  return scope.outside ? undefined : withoutFact(condition);
}

function joined(conditions: readonly Condition[], scope: Scope, join: (parts: JsonSchema[]) => JsonSchema): JsonSchema | undefined {
  const parts = conditions.map((condition) => conditionSchema(condition, scope)).filter((part) => part !== undefined);
  return parts.length === conditions.length ? join(parts) : undefined;
}

/** A fact that no answer can give: what it is compared with does not matter. */
function withoutFact({ operator, value }: Comparison): JsonSchema {
  return operators[operator](undefined, value) ? {} : never;
}

function comparison(key: string, { operator, value }: Comparison): JsonSchema | undefined {
  const answered = (schema: JsonSchema): JsonSchema => ({ properties: { [key]: schema }, required: [key] });
  const number = (keyword: string): JsonSchema => (typeof value === 'number' ? answered({ type: 'number', [keyword]: value }) : never);
  switch (operator) {
    case 'is':
      return Array.isArray(value) || isBlank(value) ? never : answered({ const: value });
    case 'isNot':
      return Array.isArray(value) ? never : answered(noneOf([value]));
    case 'isOneOf':
      return Array.isArray(value)
        ? oneOf(
            value.filter((candidate) => !isBlank(candidate)),
            answered,
          )
        : never;
    case 'isNoneOf':
      return Array.isArray(value) ? answered(noneOf(value)) : never;
    case 'includes':
      return Array.isArray(value) ? never : answered({ type: 'array', contains: { const: value } });
    case 'isFilled':
      return value === true ? answered({ not: blank }) : never;
    case 'isEmpty':
      return value === true ? { not: answered({ not: blank }) } : never;
    case 'lessThan':
      return number('exclusiveMaximum');
    case 'atMost':
      return number('maximum');
    case 'atLeast':
      return number('minimum');
    case 'moreThan':
      return number('exclusiveMinimum');
    case 'before':
    case 'onOrBefore':
    case 'onOrAfter':
    case 'after':
      return undefined;
  }
}

/** Blank answers are no answers, so a blank candidate matches none; and an `enum` must not be empty. */
function oneOf(candidates: readonly Scalar[], answered: (schema: JsonSchema) => JsonSchema): JsonSchema {
  return candidates.length > 0 ? answered({ enum: [...new Set(candidates)] }) : never;
}

/** `isNoneOf` holds only where every candidate has the answer's type, so a mixed list never holds and an empty one does for any scalar. */
function noneOf(candidates: readonly Scalar[]): JsonSchema {
  const types = candidates.length === 0 ? scalarTypes : [...new Set(candidates.map((candidate) => typeof candidate))];
  if (candidates.length > 0 && types.length > 1) return never;
  const refused = [...candidates.map((candidate) => ({ const: candidate })), blankText];
  return { anyOf: types.map((type) => ({ type })), not: { anyOf: refused } };
}
