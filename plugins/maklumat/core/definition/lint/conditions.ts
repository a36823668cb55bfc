import { z } from 'zod';
import { ruleFindings as text } from '../../language/lint/rules';
import { factsOf } from '../../rules/conditions';
import type { FactKind, FactType } from '../../rules/factTypes';
import type { Comparison, Condition, Operator, Rule, Scalar } from '../../rules/schema';
import { comparisonsOf } from '../../rules/search';
import { at, type Finding } from './finding';
import { nearest } from './nearest';

/** Which facts a condition may ask for, by who knows them. */
export type Scope = ReadonlySet<FactType['source']>;
export const formScope: Scope = new Set(['answers']);
export const outcomeScope: Scope = new Set(['answers', 'world', 'decisions']);
const ruleScope: Scope = new Set(['answers', 'receipt', 'world']);
/** A fee is worked out again when it is invoiced, when decisions are known. */
const feeScope: Scope = new Set(['answers', 'receipt', 'world', 'decisions']);
export const scopeOf = ({ then }: Rule): Scope => (then.type === 'charge' ? feeScope : ruleScope);

const presence: readonly Operator[] = ['isFilled', 'isEmpty'];
const equality: readonly Operator[] = ['is', 'isNot', 'isOneOf', 'isNoneOf', ...presence];
const order: readonly Operator[] = ['before', 'onOrBefore', 'onOrAfter', 'after', ...equality];

/** The operators that can hold of each kind of fact. */
const operatorsOf = {
  text: equality,
  choice: equality,
  choices: ['includes', ...presence],
  number: ['lessThan', 'atMost', 'atLeast', 'moreThan', ...equality],
  boolean: equality,
  date: order,
  time: order,
  instant: order,
  files: presence,
  items: presence,
} as const satisfies Record<FactKind, readonly Operator[]>;

const string = z.string().min(1);
const shapes = {
  text: string,
  choice: string,
  choices: string,
  number: z.number(),
  boolean: z.boolean(),
  date: z.iso.date(),
  time: z.iso.time({ precision: -1 }),
  instant: z.iso.datetime({ offset: true }),
  files: z.never(),
  items: z.never(),
} as const satisfies Record<FactKind, z.ZodType>;

/** Whether a condition can be judged: it asks for known facts only, in ways that suit them. */
export const isSound = (condition: Condition, types: ReadonlyMap<string, FactType>, scope: Scope): boolean =>
  lintCondition('', condition, types, scope).length === 0;

/** The facts of a condition that do not exist, or are not known where it stands. */
function badFacts(condition: Condition, types: ReadonlyMap<string, FactType>, scope: Scope): string[] {
  return factsOf(condition).filter((fact) => {
    const type = types.get(fact);
    return type === undefined || !scope.has(type.source);
  });
}

/** Facts that are not known, operators that do not suit them, and values that they can never have. */
export function lintCondition(where: string, condition: Condition, types: ReadonlyMap<string, FactType>, scope: Scope): Finding[] {
  const unknown = badFacts(condition, types, scope);
  const open = [...types].filter(([, type]) => scope.has(type.source)).map(([name]) => name);
  return [
    ...unknown.map((fact) => at(where, types.has(fact) ? text.factNotHere(fact) : text.unknownFact(fact, nearest(fact, open)))),
    ...comparisonsOf(condition).flatMap((comparison) => {
      const type = types.get(comparison.fact);
      return type && !unknown.includes(comparison.fact) ? lintComparison(where, comparison, type) : [];
    }),
  ];
}

function lintComparison(where: string, { operator, value }: Comparison, type: FactType): Finding[] {
  const { kind, label } = type;
  const suited: readonly Operator[] = operatorsOf[kind];
  if (!suited.includes(operator)) return [at(where, text.wrongOperator(label, kind, operator))];
  if (presence.includes(operator)) return value === true ? [] : [at(where, text.neverTrue(label))];
  const takesList = operator === 'isOneOf' || operator === 'isNoneOf';
  if (takesList !== Array.isArray(value))
    return [at(where, text.wrongValue(label, kind, takesList ? 'satu nilai, bukan daftar' : 'sebuah daftar'))];
  const values = [value].flat();
  if (values.length === 0) return [at(where, text.neverTrue(label))];
  return values.flatMap((each) => lintValue(where, each, type));
}

function lintValue(where: string, value: Scalar, { kind, label, options }: FactType): Finding[] {
  if (!shapes[kind].safeParse(value).success) return [at(where, text.wrongValue(label, kind, JSON.stringify(value)))];
  const values = options?.map((option) => option.value);
  return values && !values.includes(String(value)) ? [at(where, text.notAnOption(label, String(value), values))] : [];
}
