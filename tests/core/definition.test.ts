import { runExamples } from '../../plugins/maklumat/core/definition/examples';
import { gate, isPublishable, lint } from '../../plugins/maklumat/core/definition/lint';
import { Example, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { Rule } from '../../plugins/maklumat/core/rules/schema';
import { aCalendar, aField, aForm, aService } from '../../plugins/maklumat/core/testing/builders';
import { always, choice, found, is, known, route, rule, sound, to } from './lintService';

const calendar = aCalendar();
const areas: ReadonlySet<string> = new Set();

describe('lint of a whole definition', () => {
  it('finds nothing in a standard that takes no cases, but an agency that does not exist', () => {
    const standard = { ...sound(), form: null, procedure: null, clock: null };
    expect(lint(standard, known())).toEqual([]);
    expect(lint({ ...standard, agency: 'dinas-lain' }, known())).toEqual([
      {
        severity: 'error',
        where: 'agency',
        what: 'Perangkat daerah belum dipilih.',
        why: 'Layanan harus dimiliki sebuah perangkat daerah.',
        mend: 'Pilih perangkat daerah layanan ini.',
      },
    ]);
  });

  it('finds a form without procedure and clock, and stops there', () => {
    expect(lint({ ...aService(), procedure: null, clock: null }, known())).toEqual([
      expect.objectContaining({ severity: 'error', where: 'form', what: expect.stringContaining('harus ada ketiganya') }),
    ]);
  });

  it('asks for examples of every way in which a case can begin', () => {
    const refusing = rule('tolak', is('nama', 'Siti'), { type: 'refuse' });
    const four = (over: object) =>
      Array.from({ length: 4 }, () => Example.parse({ name: 'Contoh', at: '2026-01-05T09:00:00+07:00', answers: {}, ...over }));
    const places = (definition: OperableDefinition) => found(definition).map(([severity, where, what]) => `${severity} ${where} ${what}`);
    expect(places(sound({ examples: [] }))).toEqual(['warning examples Layanan ini belum memiliki contoh.']);
    expect(places(sound({ rules: [route, refusing], examples: four({ expect: { eligible: true } }) }))).toEqual([
      'warning examples Tidak ada contoh permohonan yang ditolak, padahal ada aturan yang menolak.',
      'warning examples Tidak ada contoh permohonan yang isiannya belum benar.',
    ]);
    expect(places(sound({ examples: four({ expect: { eligible: true, invalid: ['nama'] } }) }))).toEqual([
      'warning examples Tidak ada contoh permohonan yang memenuhi syarat.',
    ]);
    const supposing = sound().examples.map((each) => ({ ...each, facts: { 'openCases.semua': 1 } }));
    expect(places(sound({ examples: supposing.slice(0, 1) }))).toEqual([
      'error examples.0 Contoh "Contoh" memisalkan "openCases.semua" yang tidak dikenal.',
      'warning examples Layanan ini baru memiliki 1 contoh.',
    ]);
  });
});

describe('the gate', () => {
  const world = { known: known(), calendar, areas };
  const filled = sound().examples.map((each) => ({
    ...each,
    answers: each.expect.invalid ? { keperluan: 'Penelitian untuk skripsi' } : { nama: 'Siti', keperluan: 'Penelitian untuk skripsi' },
  }));

  it('opens for a sound service, and with warnings too', async () => {
    expect(await gate(sound({ examples: filled }), world)).toEqual([]);
    const warned = await gate(sound({ examples: filled.slice(0, 2) }), world);
    expect(warned.map(({ severity }) => severity)).toEqual(['warning']);
    expect(isPublishable(warned)).toBe(true);
  });

  it('stays shut on an error, and then tries no example', async () => {
    const findings = await gate(sound({ rules: [] }), world);
    expect(findings.map(({ severity, where }) => [severity, where])).toEqual([['error', 'rules']]);
    expect(isPublishable(findings)).toBe(false);
  });

  it('stays shut on an example that comes out otherwise', async () => {
    const findings = await gate(
      sound({ examples: filled.map((each) => ({ ...each, expect: { ...each.expect, eligible: false } })) }),
      world,
    );
    expect(findings.filter(({ severity }) => severity === 'error').map(({ where }) => where)).toEqual([
      'examples.0',
      'examples.1',
      'examples.2',
      'examples.3',
    ]);
  });
});

describe('examples', () => {
  const tooYoung = Rule.parse({
    key: 'belum-cukup-umur',
    when: { fact: 'answers.umur', operator: 'lessThan', value: 17 },
    then: { type: 'refuse' },
    sentence: 'Pemohon harus berumur paling sedikit 17 tahun.',
  });
  const others = [
    rule('sibuk', { fact: 'openCases.sameService', operator: 'atLeast', value: 1 }, { type: 'warn' }),
    rule('wali', { fact: 'answers.umur', operator: 'atMost', value: 18 }, { type: 'require', field: 'wali' }),
    rule(
      'cepat',
      { fact: 'answers.umur', operator: 'atLeast', value: 60 },
      { type: 'promise', duration: { amount: 3, unit: 'workingDays' } },
    ),
    rule('biaya', { fact: 'answers.umur', operator: 'is', value: 40 }, { type: 'charge', amount: 5_000, times: ['answers.lembar'] }),
    rule('tarif', { fact: 'answers.umur', operator: 'is', value: 41 }, { type: 'charge', rate: 'per-lembar', times: [] }),
  ];
  const form = aForm({
    fields: [
      aField('text', { key: 'nama', required: true }),
      aField('number', { key: 'umur' }),
      aField('number', { key: 'lembar' }),
      aField('text', { key: 'wali' }),
    ],
  });
  const right: Example = {
    name: 'Pemohon dewasa',
    at: '2026-01-05T09:00:00+07:00',
    answers: { nama: 'Siti Aminah', umur: 30 },
    facts: {},
    expect: {
      eligible: true,
      invalid: [],
      refusals: [],
      warnings: [],
      requires: [],
      unit: 'layanan',
      position: 'petugas',
      fee: 0,
      step: 'periksa',
      deadline: '2026-01-20T16:00:00+07:00',
    },
  };
  const service = (examples: readonly object[], over: Partial<OperableDefinition> = {}) =>
    aService({ form, rules: [route, tooYoung, ...others], examples: examples.map((example) => Example.parse(example)), ...over });
  const run = (...examples: object[]) => runExamples(service(examples), calendar, areas);
  const aged = (umur: number, expected: object, over: object = {}) => ({
    ...right,
    answers: { ...right.answers, umur },
    expect: { eligible: true, ...expected },
    ...over,
  });

  it('that come out as expected are no finding', async () => {
    expect(
      await run(
        right,
        aged(16, { eligible: false, refusals: ['belum-cukup-umur'] }),
        { ...right, answers: { umur: 30 }, expect: { eligible: true, invalid: ['nama'] } },
        { ...right, at: '2026-01-05T02:00:00Z', expect: { eligible: true, deadline: '2026-01-20T09:00:00Z' } },
        aged(30, { warnings: ['sibuk'] }, { facts: { 'openCases.sameService': 2 } }),
        aged(17, { requires: ['wali'], warnings: [] }),
        aged(60, { deadline: '2026-01-08T16:00:00+07:00' }),
        { ...aged(40, { fee: 15_000 }), answers: { nama: 'Siti Aminah', umur: 40, lembar: 3 } },
        aged(41, { fee: null }),
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<Example['expect']>, string]>([
    ['eligibility', { eligible: false }, 'seharusnya tidak memenuhi syarat, ternyata memenuhi'],
    ['the invalid fields', { invalid: ['nama'] }, 'isian yang ditolak: tidak ada, seharusnya nama'],
    ['the rules that refuse', { refusals: ['belum-cukup-umur'] }, 'aturan yang menolak: tidak ada, seharusnya belum-cukup-umur'],
    ['the rules that warn', { warnings: ['sibuk'] }, 'aturan yang memperingatkan: tidak ada, seharusnya sibuk'],
    ['the fields that rules require', { requires: ['wali'] }, 'isian yang diminta aturan: tidak ada, seharusnya wali'],
    ['the position', { position: 'ppid' }, 'jabatan tujuan petugas, seharusnya ppid'],
    ['the unit', { unit: 'arsip' }, 'bidang tujuan layanan, seharusnya arsip'],
    ['the step', { step: 'jawab' }, 'langkah periksa, seharusnya jawab'],
    ['the fee', { fee: null }, 'biaya Rp0, seharusnya belum ditetapkan'],
    ['the deadline', { deadline: '2026-01-21T16:00:00+07:00' }, 'tenggat 2026-01-20T16:00:00+07:00, seharusnya 2026-01-21T16:00:00+07:00'],
  ])('that expect %s wrongly are a finding that says so', async (_what, wrong, sentence) => {
    const findings = await run(right, { ...right, name: 'Contoh keliru', expect: { ...right.expect, ...wrong } });
    expect(findings).toEqual([
      {
        severity: 'error',
        where: 'examples.1',
        what: `Contoh "Contoh keliru" tidak keluar seperti yang diharapkan: ${sentence}.`,
        why: 'Contoh menyatakan apa yang dijanjikan layanan ini; hasilnya sekarang berbeda.',
        mend: 'Perbaiki aturan atau formulirnya, atau hasil yang diharapkan pada contoh.',
      },
    ]);
  });

  it('whose answers the form refuses must say so', async () => {
    const [finding] = await run({ ...right, answers: { umur: 30 }, expect: { eligible: true } });
    expect(finding?.what).toContain('isian yang ditolak: nama, seharusnya tidak ada');
  });

  it('of a service whose clock begins later get the provisional deadline', async () => {
    const { clock } = aService();
    const examples = [{ ...right, expect: { eligible: true, deadline: '2026-01-20T16:00:00+07:00' } }];
    expect(await runExamples(service(examples, { clock: { ...clock, start: 'disposition' } }), calendar, areas)).toEqual([]);
  });

  it('for which the first step leads nowhere are a finding and not an exception', async () => {
    const { procedure } = aService();
    const steps = procedure.steps.map((step, index) =>
      index === 0 ? { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, when: is('nama', 'Budi') })) } : step,
    );
    const findings = await runExamples(service([right], { procedure: { ...procedure, steps } }), calendar, areas);
    expect(findings.map(({ severity, what }) => [severity, what])).toEqual([['error', 'Contoh "Pemohon dewasa" tidak dapat dijalankan.']]);
  });

  it('suppose every slot to be free, unless they say otherwise', async () => {
    const start = aField('dateTime', { key: 'mulai' });
    const { procedure } = aService();
    const booked = {
      ...procedure,
      steps: procedure.steps.map((step) => ({
        ...step,
        outcomes: step.outcomes.map((outcome) =>
          outcome.key === 'lengkap'
            ? { ...outcome, effects: [{ type: 'reserve' as const, resource: 'ruang', startField: 'mulai', minutes: 60, offer: false }] }
            : outcome,
        ),
      })),
    };
    const free = (value: boolean) => ({ fact: 'bookings.ruang.free', operator: 'is', value }) as const;
    const rules = [rule('kosong', free(true), to('layanan')), rule('penuh', free(false), to('arsip'))];
    const asked = { ...right, answers: { mulai: '2026-01-12T09:00:00+07:00' } };
    const examples = [
      { ...asked, expect: { eligible: true, unit: 'layanan' } },
      { ...asked, facts: { 'bookings.ruang.free': false }, expect: { eligible: true, unit: 'arsip' } },
    ];
    expect(await runExamples(service(examples, { form: aForm({ fields: [start] }), procedure: booked, rules }), calendar, areas)).toEqual(
      [],
    );
  });

  it('of a standard that takes no cases are not run', async () => {
    expect(await runExamples({ ...service([right]), form: null }, calendar, areas)).toEqual([]);
  });
});

describe('lint of many rules', () => {
  it('finds each pair that contradicts another once', () => {
    const keys = Array.from({ length: 12 }, (_, index) => `jenis${index}`);
    const fields = keys.map((key) => choice(key, 'a', 'b', 'c', 'd'));
    const rules = keys.flatMap((key) => [
      rule(`${key}-a`, { all: [is(key, 'a'), always] }, to('layanan')),
      rule(`${key}-b`, is(key, 'b'), to('arsip')),
    ]);
    const findings = lint(
      sound({ form: aForm({ fields }), rules: rules.map((each) => ({ ...each, key: each.key.toLowerCase() })) }),
      known(),
    );
    expect(findings.filter(({ what }) => what.includes('bertentangan'))).toHaveLength(132);
  });
});
