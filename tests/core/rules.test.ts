import fc from 'fast-check';
import { conditionHolds, factsOf, type Facts } from '../../plugins/maklumat/core/rules/conditions';
import { evaluateRules } from '../../plugins/maklumat/core/rules/evaluate';
import { caseFacts } from '../../plugins/maklumat/core/rules/facts';
import { operators } from '../../plugins/maklumat/core/rules/operators';
import { Operator, Rule, type Condition, type Scalar } from '../../plugins/maklumat/core/rules/schema';
import { aCalendar } from '../../plugins/maklumat/core/testing/builders';

describe('operators', () => {
  it.each<[Operator, unknown, unknown, boolean]>([
    ['is', 'KTP', 'KTP', true],
    ['is', '18', 18, false],
    ['is', undefined, 'KTP', false],
    ['is', ['KTP'], 'KTP', false],
    ['is', false, false, true],
    ['isNot', 'SIM', 'KTP', true],
    ['isNot', undefined, 'KTP', false],
    ['isNot', null, 'KTP', false],
    ['isNot', 18, '18', false],
    ['isOneOf', 'b', ['a', 'b'], true],
    ['isOneOf', 'b', 'abc', false],
    ['isOneOf', null, ['a'], false],
    ['isNoneOf', 'c', ['a', 'b'], true],
    ['isNoneOf', 'a', ['a', 'b'], false],
    ['isNoneOf', 1, ['a', 'b'], false],
    ['isNoneOf', undefined, ['a'], false],
    ['isNoneOf', 'a', [], true],
    ['isNoneOf', undefined, [], false],
    ['isNoneOf', ['a'], [], false],
    ['includes', ['a', 'b'], 'b', true],
    ['includes', 'ab', 'b', false],
    ['includes', ['a'], ['a'], false],
    ['isFilled', 'x', true, true],
    ['isFilled', ' \n', true, false],
    ['isFilled', 0, true, true],
    ['isFilled', false, true, true],
    ['isFilled', [], true, false],
    ['isFilled', 'x', false, false],
    ['isEmpty', undefined, true, true],
    ['isEmpty', null, true, true],
    ['isEmpty', 'x', true, false],
    ['lessThan', 9, 10, true],
    ['lessThan', '9', 10, false],
    ['lessThan', 9, '10', false],
    ['moreThan', '9', '10', false],
    ['atMost', 10, 10, true],
    ['atLeast', 10, 10, true],
    ['moreThan', 10, 10, false],
    ['before', '2026-01-05', '2026-01-16', true],
    ['before', '2026-01-05', '2026-01-05', false],
    ['onOrBefore', '2026-01-05', '2026-01-05', true],
    ['after', '2026-02-30', '2026-01-05', false],
    ['onOrAfter', '09:00', '08:30', true],
    ['before', '9:00', '10:00', false],
    ['before', '09:00', '2026-01-05', false],
    ['after', '2026-01-05T09:00:00+07:00', '2026-01-05T01:30:00Z', true],
    ['onOrAfter', '2026-01-05T09:00:00+07:00', '2026-01-05T02:00:00Z', true],
    ['after', '2026-01-05T09:00:00', '2026-01-05T01:30:00Z', false],
    ['before', 20_260_105, 20_260_116, false],
  ])('%s(%j, %j) is %s', (operator, actual, expected, holds) => {
    expect(operators[operator](actual, expected)).toBe(holds);
  });

  it('answer every pair of values with true or false', () => {
    const values = fc.oneof(fc.anything(), fc.constantFrom('2026-01-05', '09:00', '2026-01-05T09:00:00Z', NaN));
    fc.assert(
      fc.property(fc.constantFrom(...Operator.options), values, values, (operator, actual, expected) => {
        expect(typeof operators[operator](actual, expected)).toBe('boolean');
      }),
    );
  });
});

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom('a', 'b', '', '9', '10', '2026-01-05', '2026-01-16', '09:00', '2026-01-05T09:00:00Z'),
  fc.integer({ min: 8, max: 11 }),
  fc.boolean(),
);
const factNames = ['answers.a', 'answers.b', 'receivedDate', 'constructor', 'toString'];
const comparison = fc.record({
  fact: fc.constantFrom(...factNames),
  operator: fc.constantFrom(...Operator.options),
  value: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant(true)),
});
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const facts: fc.Arbitrary<Facts> = fc.dictionary(
  fc.constantFrom(...factNames),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant(null)),
);

const aRule = (over: Record<string, unknown>): Rule =>
  Rule.parse({
    key: 'aturan',
    when: { fact: 'answers.a', operator: 'is', value: 'x' },
    then: { type: 'warn' },
    sentence: 'Kalimat aturan.',
    ...over,
  });
const always: Condition = { fact: 'tidak.ada', operator: 'isEmpty', value: true };

describe('conditions', () => {
  it('see nothing that was not put among the facts', () => {
    expect(conditionHolds({ fact: 'constructor', operator: 'isFilled', value: true }, {})).toBe(false);
    expect(conditionHolds({ fact: '__proto__', operator: 'isFilled', value: true }, {})).toBe(false);
  });

  it('list each fact that they ask for once', () => {
    expect(
      factsOf({
        all: [
          { not: { fact: 'b', operator: 'is', value: 1 } },
          {
            any: [
              { fact: 'a', operator: 'is', value: 1 },
              { fact: 'b', operator: 'is', value: 2 },
            ],
          },
        ],
      }),
    ).toEqual(['b', 'a']);
  });
});

describe('evaluateRules', () => {
  it('fires exactly the rules whose condition holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { maxLength: 6 }), facts, async (conditions, known) => {
        const rules = conditions.map((when, index) => aRule({ key: `r${index}`, when }));
        const { fired } = await evaluateRules(rules, known);
        expect(fired.map(({ rule }) => rule)).toEqual(rules.filter(({ when }) => conditionHolds(when, known)).map(({ key }) => key));
      }),
    );
  });

  it('leaves rules and facts as they were', async () => {
    await fc.assert(
      fc.asyncProperty(condition, facts, async (when, known) => {
        const rules = [aRule({ when })];
        const before = JSON.stringify([rules, known]);
        await evaluateRules(rules, known);
        expect(JSON.stringify([rules, known])).toBe(before);
      }),
    );
  });

  it('gives the same to callers that run at once', async () => {
    const rules = [aRule({ key: 'satu' }), aRule({ key: 'dua', when: always })];
    const runs = await Promise.all(Array.from({ length: 50 }, (_, index) => evaluateRules(rules, { 'answers.a': index % 2 ? 'x' : 'y' })));
    expect(runs.map(({ fired }) => fired.length)).toEqual(runs.map((_, index) => (index % 2 ? 2 : 1)));
  });

  it('sorts decisions by kind, with the rule and the sentence of each', async () => {
    const decisions = await evaluateRules(
      [
        aRule({ key: 'tolak', then: { type: 'refuse' }, sentence: 'Bukan untuk pemohon ini.' }),
        aRule({ key: 'minta', then: { type: 'require', field: 'suratTugas' }, sentence: 'Lembaga melampirkan surat tugas.' }),
        aRule({ key: 'ingat' }),
        aRule({ key: 'biaya', then: { type: 'charge', amount: 5_000 }, sentence: 'Biaya salinan.' }),
        aRule({ key: 'lain', when: { fact: 'answers.a', operator: 'is', value: 'y' } }),
      ],
      { 'answers.a': 'x', channel: 'web' },
    );
    expect(decisions).toEqual({
      refusals: [{ rule: 'tolak', sentence: 'Bukan untuk pemohon ini.' }],
      requires: [{ rule: 'minta', sentence: 'Lembaga melampirkan surat tugas.', field: 'suratTugas' }],
      warnings: [{ rule: 'ingat', sentence: 'Kalimat aturan.' }],
      route: null,
      charges: [{ rule: 'biaya', sentence: 'Biaya salinan.', amount: 5_000 }],
      fired: ['tolak', 'minta', 'ingat', 'biaya'].map((rule) => ({ rule, facts: { 'answers.a': 'x' } })),
    });
  });

  it('takes the first route by priority, then by place', async () => {
    const route = (key: string, priority: number): Rule =>
      aRule({ key, priority, when: always, then: { type: 'route', unit: `unit-${key}`, position: key } });
    const { route: taken, fired } = await evaluateRules([route('biasa', 100), route('utama', 200), route('juga-utama', 200)], {});
    expect(taken).toEqual({ rule: 'utama', sentence: 'Kalimat aturan.', unit: 'unit-utama', position: 'utama' });
    expect(fired).toEqual([
      { rule: 'utama', facts: {} },
      { rule: 'juga-utama', facts: {} },
      { rule: 'biasa', facts: {} },
    ]);
  });

  it('keeps rules of the same key apart', async () => {
    const { warnings } = await evaluateRules([aRule({ sentence: 'Yang pertama.' }), aRule({ when: always, sentence: 'Yang kedua.' })], {});
    expect(warnings).toEqual([{ rule: 'aturan', sentence: 'Yang kedua.' }]);
  });
});

describe('caseFacts', () => {
  const calendar = aCalendar();

  it('tells the receipt in the zone of the office, and every answer that is filled', () => {
    expect(
      caseFacts({
        answers: { nama: ' Budi ', email: '', berkas: [], setuju: false },
        receivedAt: '2026-01-05T18:30:00Z',
        calendar,
        channel: 'web',
      }),
    ).toEqual({
      'answers.nama': 'Budi',
      'answers.setuju': false,
      receivedAt: '2026-01-06T01:30:00+07:00',
      receivedDate: '2026-01-06',
      receivedTime: '01:30',
      receivedOnWorkingDay: true,
      channel: 'web',
    });
  });

  it('tells a holiday, and does not know a channel that was not given', () => {
    const known = caseFacts({ answers: {}, receivedAt: '2026-01-16T09:00:00+07:00', calendar });
    expect(known).toMatchObject({ receivedOnWorkingDay: false, receivedTime: '09:00' });
    expect(known).not.toHaveProperty('channel');
  });
});
