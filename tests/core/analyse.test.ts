import fc from 'fast-check';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { validateAnswers } from '../../plugins/maklumat/core/form/validate';
import { analyse, explorer } from '../../plugins/maklumat/core/rules/analyse';
import { conditionHolds, factsOf, type Facts } from '../../plugins/maklumat/core/rules/conditions';
import { evaluateRules } from '../../plugins/maklumat/core/rules/evaluate';
import { factTypes } from '../../plugins/maklumat/core/rules/factTypes';
import type { Condition, Rule } from '../../plugins/maklumat/core/rules/schema';
import { searchFacts } from '../../plugins/maklumat/core/rules/search';
import { aField } from '../../plugins/maklumat/core/testing/builders';
import { asking, choice, is, rule, to } from './lintService';

const today = '2026-01-05';
const jenis = choice('jenis', 'a', 'b', 'c');
const definition: OperableDefinition = asking([
  jenis,
  aField('number', { key: 'usia', label: 'Usia', min: 0, max: 120 }),
  aField('date', { key: 'acara', label: 'Tanggal acara' }),
  aField('yesNo', { key: 'wakil', label: 'Wakil', visibleWhen: is('jenis', 'a') }),
  aField('text', { key: 'kuasa', label: 'Kuasa', requiredWhen: is('wakil', true) }),
  aField('multiChoice', { key: 'minat', label: 'Minat', options: ['x', 'y', 'z'].map((value) => ({ value, label: value })) }),
]);
const types = factTypes(definition);
const { find } = explorer(definition, types, today);

/** Values of each fact that a person could give, whether a condition names them or not. */
const values: Record<string, fc.Arbitrary<unknown>> = {
  'answers.jenis': fc.constantFrom('a', 'b', 'c'),
  'answers.usia': fc.oneof(fc.integer({ min: 0, max: 120 }), fc.double({ min: 0, max: 120, noNaN: true }), fc.constant(undefined)),
  'answers.acara': fc.constantFrom(undefined, '2026-01-01', '2026-01-10', '2026-01-11', '2026-02-01'),
  'answers.wakil': fc.constantFrom(true, false, undefined),
  'answers.kuasa': fc.constantFrom('Siti', 'Budi', undefined),
  'answers.minat': fc.oneof(fc.subarray(['x', 'y', 'z'], { minLength: 1 }), fc.constant(undefined)),
  receivedTime: fc.constantFrom('07:30', '11:59', '12:00', '12:01', '23:00'),
  receivedOnWorkingDay: fc.boolean(),
};
const facts = fc.record(values).map((known): Facts => Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)));

const leaf = fc.oneof(
  fc.record({
    fact: fc.constant('answers.jenis'),
    operator: fc.constantFrom('is' as const, 'isNot' as const),
    value: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({
    fact: fc.constant('answers.usia'),
    operator: fc.constantFrom('lessThan' as const, 'atMost' as const, 'atLeast' as const, 'moreThan' as const, 'is' as const),
    value: fc.constantFrom(0, 17, 17.5, 18, 60, 120),
  }),
  fc.record({
    fact: fc.constant('answers.acara'),
    operator: fc.constantFrom('before' as const, 'onOrBefore' as const, 'onOrAfter' as const, 'after' as const),
    value: fc.constantFrom('2026-01-10', '2026-01-11'),
  }),
  fc.record({ fact: fc.constant('answers.wakil'), operator: fc.constant('is' as const), value: fc.boolean() }),
  fc.record({
    fact: fc.constant('answers.kuasa'),
    operator: fc.constantFrom('is' as const, 'isNot' as const),
    value: fc.constantFrom('Siti', 'Budi'),
  }),
  fc.record({ fact: fc.constant('answers.minat'), operator: fc.constant('includes' as const), value: fc.constantFrom('x', 'y') }),
  fc.record({
    fact: fc.constant('receivedTime'),
    operator: fc.constantFrom('before' as const, 'onOrAfter' as const),
    value: fc.constant('12:00'),
  }),
  fc.record({ fact: fc.constant('receivedOnWorkingDay'), operator: fc.constant('is' as const), value: fc.boolean() }),
  fc.record({
    fact: fc.constantFrom('answers.usia', 'answers.acara', 'answers.kuasa', 'answers.minat'),
    operator: fc.constantFrom('isFilled' as const, 'isEmpty' as const),
    value: fc.constant(true),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));

describe('the search for facts', () => {
  it('finds facts on which the conditions hold, wherever there are some', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 3 }),
        fc.array(facts, { minLength: 20, maxLength: 20 }),
        (conditions, cases) => {
          const search = searchFacts(conditions, types, today);
          const met = cases.find((known) => conditions.every((each) => conditionHolds(each, known)));
          if (search.result === 'found') expect(conditions.every((each) => conditionHolds(each, search.facts))).toBe(true);
          if (search.result === 'none') expect(met).toBeUndefined();
          expect(search.result).not.toBe('unclear');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives answers that the form takes, as far as it gives any', () => {
    fc.assert(
      fc.property(condition, (wanted) => {
        const search = find(wanted);
        fc.pre(search.result === 'found');
        const given = search.result === 'found' ? Object.entries(search.facts).filter(([name]) => name.startsWith('answers.')) : [];
        // What nobody asked for is for the applicant to fill in.
        const others = factsOf(wanted).includes('answers.kuasa') ? {} : { kuasa: 'Siti' };
        const answers = {
          nama: 'Siti Aminah',
          jenis: 'b',
          ...others,
          ...Object.fromEntries(given.map(([name, value]) => [name.replace('answers.', ''), value])),
        };
        expect(validateAnswers({ form: definition.form, answers, today })).toMatchObject({ ok: true });
      }),
      { numRuns: 500 },
    );
  });

  it('tries every combination of choices, and does not judge where there are too many', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
    const asked = (count: number) => {
      const options = many(count).map((value) => ({ value, label: value }));
      const wide = asking([aField('multiChoice', { key: 'banyak', label: 'Banyak', options })]);
      const includes = many(count).map((value): Condition => ({ fact: 'answers.banyak', operator: 'includes', value }));
      // Every other one chosen, the rest not.
      const conditions = includes.map((each, index): Condition => (index % 2 === 0 ? each : { not: each }));
      return explorer(wide, factTypes(wide), today).find(...conditions).result;
    };
    expect([asked(2), asked(5), asked(10), asked(11)]).toEqual(['found', 'found', 'found', 'unclear']);
  });

  it('gives up rather than search for ever', () => {
    const wide = asking(Array.from({ length: 16 }, (_, index) => choice(`jenis${index}`, 'a', 'b', 'c', 'd')));
    // Pigeons and holes: fifteen different answers out of four, which no shortcut shows to be impossible.
    const pairs = Array.from({ length: 16 }, (_, one) => Array.from({ length: one }, (_unused, other) => [one, other])).flat();
    const differ = pairs.map(([one, other]): Condition => ({
      not: { any: ['a', 'b', 'c', 'd'].map((value) => ({ all: [is(`jenis${one}`, value), is(`jenis${other}`, value)] })) },
    }));
    expect(explorer(wide, factTypes(wide), today).find(...differ).result).not.toBe('found');
  });
});

describe('the analysis of rules', () => {
  const target = fc.constantFrom(
    to('layanan'),
    to('arsip'),
    { type: 'promise', duration: { amount: 3, unit: 'workingDays' } } as const,
    { type: 'refuse' } as const,
  );
  const rules = fc
    .array(fc.record({ when: condition, then: target, priority: fc.constantFrom(100, 200) }), { minLength: 1, maxLength: 5 })
    .map((drawn) => drawn.map(({ when, then, priority }, index): Rule => rule(`aturan-${index}`, when, then, priority)));

  it('shows every conflict, gap and dead rule by what the engine does with it', async () => {
    await fc.assert(
      fc.asyncProperty(rules, fc.array(facts, { minLength: 10, maxLength: 10 }), async (drawn, cases) => {
        const { conflicts, dead, unrouted } = analyse(definition, drawn, { find });
        for (const { one, other, facts: clash } of conflicts) {
          const { fired } = await evaluateRules(drawn, clash);
          expect(fired.map((each) => each.rule)).toEqual(expect.arrayContaining([one.key, other.key]));
          expect(one.priority).toBe(other.priority);
        }
        if (unrouted) {
          const { route, refusals } = await evaluateRules(drawn, unrouted);
          expect({ route, refusals }).toEqual({ route: null, refusals: [] });
        }
        const fit = cases.filter((known) => isTaken(known));
        for (const known of fit) {
          const { fired } = await evaluateRules(drawn, known);
          expect(fired.map((each) => each.rule).filter((key) => dead.some((each) => each.key === key))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no conflict unseen: rules without one decide alike in whatever order they are written', async () => {
    await fc.assert(
      fc.asyncProperty(rules, fc.array(facts, { minLength: 10, maxLength: 10 }), async (drawn, cases) => {
        fc.pre(analyse(definition, drawn, { find }).conflicts.length === 0);
        for (const known of cases.filter((each) => isTaken(each))) {
          const written = await evaluateRules(drawn, known);
          const turned = await evaluateRules(drawn.toReversed(), known);
          if (written.refusals.length > 0) continue;
          expect(turned.route?.unit).toBe(written.route?.unit);
          expect(turned.promise?.duration).toEqual(written.promise?.duration);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether the form would take the answers among these facts. */
function isTaken(known: Facts): boolean {
  const answers = Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (name.startsWith('answers.') ? [[name.slice(8), value]] : [])),
  );
  return validateAnswers({ form: definition.form, answers: { nama: 'Siti Aminah', ...answers }, today }).ok;
}
