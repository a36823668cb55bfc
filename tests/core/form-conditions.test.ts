import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { conditionSchema } from '../../plugins/maklumat/core/form/conditionSchema';
import { answerFacts, conditionHolds } from '../../plugins/maklumat/core/rules/conditions';
import type { Condition, Operator, Scalar } from '../../plugins/maklumat/core/rules/schema';

const keys = ['a', 'b', 'constructor'];
const names = [...keys.map((key) => `answers.${key}`), 'answers.tidakAda', 'receivedDate'];
const expressible: readonly Operator[] = [
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
  'includes',
  'isFilled',
  'isEmpty',
  'lessThan',
  'atMost',
  'atLeast',
  'moreThan',
];

const scalar = fc.constantFrom<Scalar>('ya', 'tidak', '', '9', 9, 10, 10.5, true, false);
const comparison = fc.record({
  fact: fc.constantFrom(...names),
  operator: fc.constantFrom(...expressible),
  value: fc.oneof(scalar, fc.constant(true), fc.array(scalar, { maxLength: 3 })),
});
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const answers = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(scalar, fc.constant(null), fc.constant(' \t'), fc.array(scalar, { maxLength: 3 })),
);

describe('a condition as JSON Schema', () => {
  it('holds on the same answers', () => {
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(condition, fc.array(answers, { minLength: 10, maxLength: 10 }), (when, tries) => {
        const schema = conditionSchema(when, { keys: new Set(keys), outside: false });
        const check = new Ajv({ strict: false, ownProperties: true }).compile(schema ?? {});
        for (const some of tries) {
          const holds = conditionHolds(when, answerFacts(some));
          seen[`${holds}`] += 1;
          expect({ some, holds: check(some) }).toEqual({ some, holds });
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500);
  });

  it.each<Condition>([
    { fact: 'answers.a', operator: 'before', value: '2026-01-05' },
    { all: [{ fact: 'answers.a', operator: 'is', value: 'ya' }, { not: { fact: 'answers.b', operator: 'after', value: '2026-01-05' } }] },
  ])('is left to the server when it compares dates: %j', (when) => {
    expect(conditionSchema(when, { keys: new Set(keys), outside: false })).toBeUndefined();
  });

  it('is left to the server when it looks outside a group', () => {
    const outside: Condition = { fact: 'answers.lain', operator: 'is', value: 'ya' };
    expect(conditionSchema(outside, { keys: new Set(keys), outside: true })).toBeUndefined();
    expect(conditionSchema({ any: [outside] }, { keys: new Set(keys), outside: true })).toBeUndefined();
  });
});
