import fc from 'fast-check';
import { conditionHolds, factsOf, type Facts } from '../../plugins/maklumat/core/rules/conditions';
import { decisionsOf, evaluateRules, type Decisions } from '../../plugins/maklumat/core/rules/evaluate';
import { caseFacts, fileFacts } from '../../plugins/maklumat/core/rules/facts';
import { feeOf } from '../../plugins/maklumat/core/rules/fee';
import { differencesOf } from '../../plugins/maklumat/core/rules/replay';
import { operators } from '../../plugins/maklumat/core/rules/operators';
import { Operator, Rule, type Condition, type Scalar } from '../../plugins/maklumat/core/rules/schema';
import { aCalendar, aField } from '../../plugins/maklumat/core/testing/builders';

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
        aRule({ key: 'tarif', then: { type: 'charge', rate: 'salinan', times: ['answers.lembar'] }, sentence: 'Biaya per lembar.' }),
        aRule({
          key: 'janji',
          then: { type: 'promise', duration: { amount: 1, unit: 'workingDays' } },
          sentence: 'Dijawab hari berikutnya.',
        }),
        aRule({ key: 'lapor', then: { type: 'escalate', after: 75, position: 'kepala' }, sentence: 'Hampir lewat.' }),
        aRule({ key: 'kabari', then: { type: 'notify', message: 'kabar' }, sentence: 'Pemohon dikabari.' }),
        aRule({ key: 'lain', when: { fact: 'answers.a', operator: 'is', value: 'y' } }),
      ],
      { 'answers.a': 'x', channel: 'web' },
    );
    expect(decisions).toEqual({
      refusals: [{ rule: 'tolak', sentence: 'Bukan untuk pemohon ini.' }],
      requires: [{ rule: 'minta', sentence: 'Lembaga melampirkan surat tugas.', field: 'suratTugas' }],
      warnings: [{ rule: 'ingat', sentence: 'Kalimat aturan.' }],
      route: null,
      promise: { rule: 'janji', sentence: 'Dijawab hari berikutnya.', duration: { amount: 1, unit: 'workingDays' } },
      escalations: [{ rule: 'lapor', sentence: 'Hampir lewat.', after: 75, position: 'kepala' }],
      charges: [
        { rule: 'biaya', sentence: 'Biaya salinan.', amount: 5_000, times: [] },
        { rule: 'tarif', sentence: 'Biaya per lembar.', rate: 'salinan', times: ['answers.lembar'] },
      ],
      followUps: [{ rule: 'kabari', sentence: 'Pemohon dikabari.', then: { type: 'notify', message: 'kabar' } }],
      fired: ['tolak', 'minta', 'ingat', 'biaya', 'tarif', 'janji', 'lapor', 'kabari'].map((rule) => ({
        rule,
        facts: { 'answers.a': 'x' },
      })),
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
        fields: [],
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
    const known = caseFacts({ fields: [], answers: {}, receivedAt: '2026-01-16T09:00:00+07:00', calendar });
    expect(known).toMatchObject({ receivedOnWorkingDay: false, receivedTime: '09:00' });
    expect(known).not.toHaveProperty('channel');
  });

  it('counts the days to every answered date from the date of receipt, in the zone of the office', () => {
    const fields = [aField('date', { key: 'acara' }), aField('dateTime', { key: 'mulai' }), aField('text', { key: 'nama' })];
    const answers = { acara: '2026-01-19', mulai: '2026-01-15T17:30:00Z', nama: '2026-01-19' };
    // Thursday 15 January 23:00 WIB; 16 January is a holiday, so only Monday 19 is a working day.
    const known = caseFacts({ fields, answers, receivedAt: '2026-01-15T16:00:00Z', calendar });
    expect(known).toMatchObject({
      'daysUntil.acara': 4,
      'workingDaysUntil.acara': 1,
      'onWorkingDay.acara': true,
      'daysUntil.mulai': 1,
      'workingDaysUntil.mulai': 0,
      'onWorkingDay.mulai': false,
    });
    expect(Object.keys(known).filter((name) => name.endsWith('Until.nama'))).toEqual([]);
  });

  it.each(['kapan saja', '2026-13-40', '', 12, null, ['2026-01-19']])('knows no days to %j', (value) => {
    const fields = [aField('date', { key: 'acara' }), aField('dateTime', { key: 'mulai' })];
    const known = caseFacts({ fields, answers: { acara: value, mulai: value }, receivedAt: '2026-01-15T16:00:00Z', calendar });
    expect(Object.keys(known).filter((name) => name.includes('Until'))).toEqual([]);
  });

  it('never lets what is known of the world overrule an answer', () => {
    const known = caseFacts({
      fields: [],
      answers: { nama: 'Budi' },
      receivedAt: '2026-01-15T16:00:00Z',
      calendar,
      world: { 'answers.nama': 'Lain', 'openCases.all': 2 },
    });
    expect(known).toMatchObject({ 'answers.nama': 'Budi', 'openCases.all': 2 });
  });
});

describe('facts about files', () => {
  const fields = [aField('file', { key: 'surat', maxFiles: 3 }), aField('image', { key: 'foto' }), aField('text', { key: 'nama' })];
  const files = {
    a: { mime: 'application/pdf', size: 10, pages: 2 },
    b: { mime: 'image/png', size: 30 },
    c: { mime: 'audio/mpeg', size: 20, seconds: 12.5 },
  };

  it.each<[string, unknown, Record<string, unknown>]>([
    ['one PDF', 'a', { count: 1, mime: 'application/pdf', size: 10, pages: 2 }],
    ['a PDF and a picture: pages are known only where all are', ['a', 'b'], { count: 2, mime: 'application/pdf', size: 30 }],
    ['a recording', ['c'], { count: 1, mime: 'audio/mpeg', size: 20, seconds: 12.5 }],
    ['an unknown file', ['x'], { count: 1 }],
    ['a name that every object has', ['constructor'], { count: 1 }],
    ['none', [], { count: 0 }],
    ['no list of ids', 7, { count: 0 }],
  ])('%s', (_what, surat, expected) => {
    const known = fileFacts(fields, { surat, nama: 'a' }, files);
    const own = Object.entries(known).flatMap(([name, value]) => (name.startsWith('files.surat.') ? [[name.slice(12), value]] : []));
    expect(Object.fromEntries(own)).toEqual(expected);
    expect(Object.keys(known).some((name) => name.startsWith('files.nama'))).toBe(false);
  });
});

describe('fees', () => {
  const charge = (over: Partial<Decisions['charges'][number]>) => ({ rule: 'biaya', sentence: 'Biaya.', times: [], ...over });
  const facts = { 'answers.frekuensi': 3, 'answers.hari': 2, 'answers.nama': 'Budi' };

  it.each<[string, Decisions['charges'], number | null, string[]]>([
    ['nothing is charged', [], 0, []],
    ['an amount', [charge({ amount: 5_000 })], 5_000, []],
    ['an amount times answers', [charge({ amount: 5_000, times: ['answers.frekuensi', 'answers.hari'] })], 30_000, []],
    ['a rate of the table', [charge({ rate: 'siar', times: ['answers.frekuensi'] })], 4_500, []],
    ['amounts add up', [charge({ amount: 100 }), charge({ rate: 'siar' })], 1_600, []],
    ['a rate that nobody has set', [charge({ amount: 100 }), charge({ rate: 'lain' })], null, ['lain']],
    ['a rate named like a property of every object', [charge({ rate: 'constructor' })], null, ['constructor']],
    ['a quantity that is no number charges nothing', [charge({ amount: 5_000, times: ['answers.nama'] })], 0, []],
    ['a quantity that is not known charges nothing', [charge({ amount: 5_000, times: ['answers.tidakAda'] })], 0, []],
  ])('%s', (_what, charges, total, missing) => {
    expect(feeOf(charges, facts, { siar: 1_500 })).toMatchObject({ total, missing });
  });
});

describe('what other rules would decide otherwise', () => {
  const rule = (over: Record<string, unknown>) => aRule({ when: always, ...over });
  const decided = (rules: Rule[]) => evaluateRules(rules, {});

  it('is nothing when only names, words and order differ', async () => {
    const toA = { type: 'route', unit: 'u', position: 'a' } as const;
    const before = await decided([rule({ key: 'satu', then: toA }), rule({ key: 'dua', then: { type: 'charge', amount: 5 } })]);
    const after = await decided([
      rule({ key: 'tiga', then: { type: 'charge', amount: 5 }, sentence: 'Kata lain.' }),
      rule({ key: 'empat', then: toA }),
    ]);
    expect(differencesOf(before, after)).toEqual([]);
  });

  it('is told by kind, with both sides', async () => {
    const before = await decided([rule({ key: 'rute', then: { type: 'route', unit: 'u', position: 'a' } })]);
    const after = await decided([
      rule({ key: 'rute', then: { type: 'route', unit: 'u', position: 'b' } }),
      rule({ key: 'tolak', then: { type: 'refuse' } }),
      rule({ key: 'janji', then: { type: 'promise', duration: { amount: 2, unit: 'days' } } }),
    ]);
    expect(differencesOf(before, after)).toEqual([
      { kind: 'eligibility', before: [], after: ['tolak'] },
      { kind: 'route', before: ['u / a'], after: ['u / b'] },
      { kind: 'promise', before: [], after: ['2 days'] },
    ]);
  });

  it('can be told from the record of which rules fired, without running them', async () => {
    const rules = [
      rule({ key: 'satu', then: { type: 'warn' } }),
      aRule({ key: 'dua', then: { type: 'refuse' }, when: { fact: 'x', operator: 'isFilled', value: true } }),
    ];
    const run = await evaluateRules(rules, { x: 1 });
    const fired = new Set(run.fired.map(({ rule: key }) => key));
    expect(decisionsOf(rules, { x: 1 }, ({ key }) => fired.has(key))).toEqual(run);
  });

  it('runs side by side in one engine as it does one after the other', async () => {
    const rules = [
      aRule({ key: 'tua', when: { fact: 'umur', operator: 'atLeast', value: 17 } }),
      aRule({ key: 'muda', when: { fact: 'umur', operator: 'lessThan', value: 17 } }),
    ];
    const ages = Array.from({ length: 50 }, (_, age) => age);
    const all = await Promise.all(ages.map((umur) => evaluateRules(rules, { umur })));
    expect(all.map(({ warnings }) => warnings.map(({ rule: key }) => key))).toEqual(ages.map((age) => [age >= 17 ? 'tua' : 'muda']));
  });
});
