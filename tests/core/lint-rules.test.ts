import { lint } from '../../plugins/maklumat/core/definition/lint';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import type { Condition, Operator, Scalar } from '../../plugins/maklumat/core/rules/schema';
import { aField } from '../../plugins/maklumat/core/testing/builders';
import { alike, always, asking, choice, found, is, known, route, rule, sound, stating, to, withOutcome, type Found } from './lintService';

const jenis = choice('jenis', 'a', 'b', 'c');
const usia = aField('number', { key: 'usia', label: 'Usia', min: 0, max: 120 });
const ruled = (...rules: OperableDefinition['rules']) => asking([jenis, usia], { rules });
/** The rules of a service whose fields are all used, so that only the rules are found fault with. */
const faults = (...rules: OperableDefinition['rules']): Found[] => found(ruled(...rules)).filter(([, where]) => where.startsWith('rules'));
const atLeast = (value: number): Condition => ({ fact: 'answers.usia', operator: 'atLeast', value });
const atMost = (value: number): Condition => ({ fact: 'answers.usia', operator: 'atMost', value });

describe('lint of contradictory rules', () => {
  it('tells a clerk which two, on which answers, and how to mend it', () => {
    const definition = ruled(
      route,
      rule('khusus-a', is('jenis', 'a'), to('arsip', 'arsiparis'), 200),
      rule('lansia', atLeast(60), to('layanan', 'atasan'), 200),
    );
    expect(lint(definition, known())).toEqual([
      {
        severity: 'error',
        where: 'rules.lansia',
        what: 'Aturan "khusus-a" dan "lansia" bertentangan.',
        why:
          'Keduanya berlaku sekaligus bila "Perkara jenis" dijawab "A", dan "Usia" dijawab "60"; yang satu mengirim permohonan ke jabatan "arsiparis" di bidang "arsip", ' +
          'yang lain mengirim permohonan ke jabatan "atasan" di bidang "layanan", dan priority keduanya sama (200).',
        mend: 'Persempit syarat salah satunya, atau beri aturan yang harus menang angka priority yang lebih besar.',
      },
    ]);
  });

  it.each<[string, OperableDefinition['rules'], string[]]>([
    [
      'routes that never hold together',
      [rule('a', is('jenis', 'a'), to('arsip')), rule('b', { not: is('jenis', 'a') }, to('layanan'))],
      [],
    ],
    ['routes of different priority', [route, rule('a', is('jenis', 'a'), to('arsip'), 200)], []],
    [
      'routes that clash only where a third decides before them',
      [
        rule('tua', atLeast(60), to('layanan', 'atasan'), 300),
        rule('a', { all: [is('jenis', 'a'), atLeast(60)] }, to('arsip'), 200),
        rule('b', { all: [is('jenis', 'a'), atLeast(70)] }, to('layanan'), 200),
        route,
      ],
      ['shadowed a', 'shadowed b'],
    ],
    [
      'a promise against a promise',
      [route, rule('cepat', is('jenis', 'a'), days(3)), rule('lambat', atLeast(60), days(5))],
      ['conflict lambat'],
    ],
    ['promises of one length', [route, rule('cepat', is('jenis', 'a'), days(3)), rule('sama', atLeast(60), days(3))], []],
    [
      'a refusal beside a warning',
      [route, rule('tolak', atLeast(60), { type: 'refuse' }), rule('awas', atLeast(60), { type: 'warn' })],
      [],
    ],
    [
      'routes that clash only where the request is refused',
      [rule('tolak', is('jenis', 'a'), { type: 'refuse' }), rule('semua', always, to('layanan')), rule('a', is('jenis', 'a'), to('arsip'))],
      [],
    ],
  ])('weighs %s', (_what, rules, expected) => {
    const short = (what: string) => (what.includes('bertentangan') ? 'conflict' : what.includes('didahului') ? 'shadowed' : what);
    const seen = faults(...rules).filter(([, , what]) => !what.includes('menjanjikan'));
    expect(seen.map(([, where, what]) => `${short(what)} ${where.replace('rules.', '')}`)).toEqual(expected);
  });
});

function days(amount: number) {
  return { type: 'promise', duration: { amount, unit: 'workingDays' } } as const;
}

describe('lint of rules that nobody meets', () => {
  it.each<[string, Condition]>([
    ['two choices at once', { all: [is('jenis', 'a'), is('jenis', 'b')] }],
    ['an age that is both', { all: [atLeast(60), atMost(59)] }],
    ['an age beyond the field’s limits', atLeast(121)],
    ['what is and is not', { all: [is('jenis', 'a'), { not: is('jenis', 'a') }] }],
    ['a required answer left out', { fact: 'answers.jenis', operator: 'isEmpty', value: true }],
    [
      'working days that outnumber the days',
      {
        all: [
          { fact: 'daysUntil.acara', operator: 'is', value: 3 },
          { fact: 'workingDaysUntil.acara', operator: 'is', value: 4 },
        ],
      },
    ],
  ])('finds %s', (_what, when) => {
    const definition = asking([jenis, usia, aField('date', { key: 'acara', label: 'Tanggal acara' })], {
      rules: [route, rule('mati', when, { type: 'warn' })],
    });
    expect(found(definition).filter(([, where]) => where.startsWith('rules'))).toEqual([
      ['error', 'rules.mati', 'Aturan "mati" tidak pernah berlaku.'],
    ]);
  });

  it('knows that a hidden field is never answered', () => {
    const hidden = aField('yesNo', { key: 'wakil', label: 'Wakil', visibleWhen: is('jenis', 'a') });
    const when: Condition = { all: [is('wakil', true), is('jenis', 'b')] };
    expect(found(asking([jenis, hidden], { rules: [route, rule('mati', when, { type: 'warn' })] }))).toEqual(
      alike([['error', 'rules.mati', 'tidak pernah berlaku']]),
    );
  });

  it('warns of a route that another always decides before', () => {
    expect(faults(rule('umum', always, to('layanan'), 200), rule('a', is('jenis', 'a'), to('arsip')))).toEqual([
      ['warning', 'rules.a', 'Aturan "a" selalu didahului aturan lain.'],
    ]);
  });
});

describe('lint of routes', () => {
  it('finds answers that none covers, and says which', () => {
    const [finding] = lint(ruled(rule('a', is('jenis', 'a'), to('layanan')), rule('b', is('jenis', 'b'), to('arsip'))), known()).filter(
      ({ where }) => where === 'rules',
    );
    expect(finding).toMatchObject({ severity: 'error', what: 'Ada permohonan yang tidak punya tujuan.' });
    expect(finding?.why).toBe('Tidak ada aturan rute yang berlaku bila "Perkara jenis" dijawab "C".');
  });

  it('misses none where what is left is refused', () => {
    expect(
      faults(
        rule('ab', { fact: 'answers.jenis', operator: 'isOneOf', value: ['a', 'b'] }, to('layanan')),
        rule('c', is('jenis', 'c'), { type: 'refuse' }),
      ),
    ).toEqual([]);
  });

  it('finds a service without any', () => {
    expect(faults()).toEqual([['error', 'rules', 'Tidak ada aturan rute.']]);
  });

  it.each<[string, ReturnType<typeof to>, Found[]]>([
    [
      'a position and a unit that do not exist, both',
      to('gudang', 'loket'),
      [
        ['error', 'rules.rute', 'Jabatan "loket" tidak ada.'],
        ['error', 'rules.rute', 'Bidang "gudang" tidak ada.'],
      ],
    ],
    ['a unit of another agency', to('lain'), [['warning', 'rules.rute', 'Bidang "lain" milik perangkat daerah lain.']]],
    [
      'a position of another agency',
      to('layanan', 'tetangga'),
      [['warning', 'rules.rute', 'Jabatan "tetangga" milik perangkat daerah lain.']],
    ],
  ])('finds %s', (_what, then, expected) => {
    expect(found(sound({ rules: [rule('rute', always, then)] }))).toEqual(expected);
  });
});

describe('lint of single rules', () => {
  it.each<[string, OperableDefinition['rules'][number], Found]>([
    [
      'a key written twice',
      rule('rute', is('jenis', 'a'), { type: 'warn' }),
      ['error', 'rules.rute', 'Kunci aturan "rute" dipakai lebih dari sekali.'],
    ],
    [
      'a required field that is not there',
      rule('minta', always, { type: 'require', field: 'akta' }),
      ['error', 'rules.minta', 'Isian "akta" tidak ada pada formulir.'],
    ],
    [
      'an escalation to nobody',
      rule('lapor', always, { type: 'escalate', after: 75, position: 'loket' }),
      ['error', 'rules.lapor', 'Jabatan "loket" tidak ada.'],
    ],
    [
      'an escalation without its message',
      rule('lapor', always, { type: 'escalate', after: 75, position: 'atasan', message: 'lambat' }),
      ['error', 'rules.lapor', 'Pesan "lambat" belum ditulis.'],
    ],
    [
      'a notice that is not written',
      rule('kabar', always, { type: 'notify', message: 'kabar' }),
      ['error', 'rules.kabar', 'Pesan "kabar" belum ditulis.'],
    ],
  ])('finds %s', (_what, one, expected) => {
    expect(faults(route, one)).toEqual([expected]);
  });

  it('finds a rule that requires what is then hidden', () => {
    const akta = aField('file', { key: 'akta', label: 'Akta perkara', visibleWhen: is('jenis', 'a') });
    const definition = asking([jenis, usia, akta], { rules: [route, rule('minta-akta', atLeast(60), { type: 'require', field: 'akta' })] });
    const [finding, ...others] = lint(definition, known());
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      where: 'rules.minta-akta',
      what: 'Aturan "minta-akta" meminta isian "akta" yang sedang tersembunyi.',
    });
    expect(finding?.why).toContain('"Usia" dijawab "60"');
  });

  it('finds a fee multiplied by what is no number, and a rate that is not set', () => {
    const charge = rule('biaya', always, { type: 'charge', rate: 'per-siar', times: ['answers.nama'] });
    expect(found(stating({ fee: 'Sesuai tarif' }, { rules: [route, charge] }))).toEqual([
      ['error', 'rules.biaya', '"answers.nama" bukan angka.'],
      ['warning', 'rules.biaya', 'Tarif "per-siar" belum ditetapkan.'],
    ]);
  });

  it('lets a fee ask for what an officer decided, and no other rule', () => {
    const decided: Condition = { fact: 'decisions.lembar', operator: 'atLeast', value: 1 };
    const copies = aField('number', { key: 'lembar', label: 'Lembar' });
    const charged = stating(
      { fee: 'Sesuai tarif' },
      { rules: [route, rule('biaya', decided, { type: 'charge', rate: 'per-lembar', times: ['decisions.lembar'] })] },
    );
    const warned = sound({ rules: [route, rule('awas', decided, { type: 'warn' })] });
    const { procedure } = withOutcome('lengkap', { fields: [copies] });
    expect(found({ ...charged, procedure })).toEqual([]);
    expect(found({ ...warned, procedure })).toEqual([['error', 'rules.awas', '"decisions.lembar" belum diketahui di sini.']]);
  });
});

describe('lint of what rules ask', () => {
  const form = [
    jenis,
    usia,
    aField('multiChoice', {
      key: 'minat',
      label: 'Minat',
      options: [
        { value: 'x', label: 'X' },
        { value: 'y', label: 'Y' },
      ],
    }),
    aField('date', { key: 'acara', label: 'Tanggal acara' }),
    aField('dateTime', { key: 'mulai', label: 'Mulai' }),
    aField('yesNo', { key: 'wakil', label: 'Wakil' }),
    aField('file', { key: 'berkas', label: 'Berkas perkara' }),
  ];
  const asked = (fact: string, operator: Operator, value: Scalar | Scalar[]) =>
    found(asking(form, { rules: [route, rule('uji', { fact, operator, value }, { type: 'warn' })] })).filter(
      ([, where]) => where === 'rules.uji',
    );

  it.each<[string, Operator, Scalar | Scalar[]]>([
    ['answers.nama', 'is', 'Siti'],
    ['answers.jenis', 'isOneOf', ['a', 'b']],
    ['answers.minat', 'includes', 'x'],
    ['answers.usia', 'lessThan', 17],
    ['answers.acara', 'before', '2026-12-31'],
    ['answers.mulai', 'after', '2026-01-01T08:00:00+07:00'],
    ['answers.wakil', 'is', true],
    ['answers.berkas', 'isFilled', true],
    ['receivedTime', 'onOrAfter', '12:00'],
    ['channel', 'is', 'counter'],
    ['daysUntil.acara', 'lessThan', 3],
    ['workingDaysUntil.mulai', 'atLeast', 3],
    ['onWorkingDay.acara', 'is', false],
    ['files.berkas.mime', 'is', 'image/png'],
    ['files.berkas.size', 'moreThan', 1_000_000],
    ['applicant.residency', 'is', 'outside'],
    ['openCases.sameService', 'atLeast', 1],
  ])('takes %s %s %j', (fact, operator, value) => {
    expect(asked(fact, operator, value)).toEqual([]);
  });

  it.each<[string, Operator, Scalar | Scalar[], string]>([
    ['answers.umur', 'atLeast', 17, '"answers.umur" tidak dikenal.'],
    ['answers.nama', 'lessThan', 17, '"Nama" berupa teks, sehingga tidak dapat dibandingkan dengan "lessThan".'],
    ['answers.usia', 'before', '2026-01-01', '"Usia" berupa angka, sehingga tidak dapat dibandingkan dengan "before".'],
    ['answers.usia', 'atLeast', '17', '"Usia" berupa angka, tetapi dibandingkan dengan "17".'],
    ['answers.jenis', 'is', 'd', '"d" bukan pilihan pada "Perkara jenis".'],
    ['answers.jenis', 'isOneOf', 'a', '"Perkara jenis" berupa pilihan, tetapi dibandingkan dengan satu nilai, bukan daftar.'],
    ['answers.jenis', 'isOneOf', [], 'Pembanding kosong pada "Perkara jenis".'],
    ['answers.jenis', 'includes', 'a', '"Perkara jenis" berupa pilihan, sehingga tidak dapat dibandingkan dengan "includes".'],
    ['answers.minat', 'includes', 'z', '"z" bukan pilihan pada "Minat".'],
    ['answers.minat', 'is', 'x', '"Minat" berupa beberapa pilihan, sehingga tidak dapat dibandingkan dengan "is".'],
    ['answers.acara', 'before', '31-12-2026', '"Tanggal acara" berupa tanggal, tetapi dibandingkan dengan "31-12-2026".'],
    ['answers.mulai', 'after', '2026-01-01', '"Mulai" berupa tanggal dan jam, tetapi dibandingkan dengan "2026-01-01".'],
    ['answers.wakil', 'is', 'ya', '"Wakil" berupa ya atau tidak, tetapi dibandingkan dengan "ya".'],
    ['answers.berkas', 'is', 'ktp.pdf', '"Berkas perkara" berupa berkas, sehingga tidak dapat dibandingkan dengan "is".'],
    ['answers.nama', 'isFilled', false, 'Pembanding kosong pada "Nama".'],
  ])('refuses %s %s %j', (fact, operator, value, what) => {
    expect(asked(fact, operator, value)).toEqual([['error', 'rules.uji', what]]);
  });

  it('guesses what was meant', () => {
    const definition = sound({ rules: [route, rule('uji', is('nmaa', 'Siti'), { type: 'warn' })] });
    expect(lint(definition, known())[0]?.mend).toBe('Mungkin yang dimaksud "answers.nama".');
  });

  it('finds an unknown fact however deep, and then judges that rule no further', () => {
    const deep: Condition = { all: [always, { any: [{ not: is('umur', 17) }] }] };
    expect(found(sound({ rules: [route, rule('uji', deep, to('arsip'))] }))).toEqual([
      ['error', 'rules.uji', '"answers.umur" tidak dikenal.'],
    ]);
  });
});
