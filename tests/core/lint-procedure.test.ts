import { lint } from '../../plugins/maklumat/core/definition/lint';
import { Procedure } from '../../plugins/maklumat/core/definition/procedure';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { aField } from '../../plugins/maklumat/core/testing/builders';
import { alike, asking, choice, found, is, known, sound, withOutcome, withStep, withSteps, type Found } from './lintService';

const { clock, procedure } = sound();
const decides = { fact: 'decisions.layak', operator: 'is', value: true } as const;

/** Submission is passed on by a step of the system: to an officer when the choice is "a", else to another. */
const gateway = (first: object, second: object): OperableDefinition => ({
  ...asking([choice('jenis', 'a', 'b')]),
  procedure: Procedure.parse({
    intake: 'petugas',
    steps: [
      {
        key: 'ajukan',
        title: 'Ajukan',
        actor: { kind: 'applicant' },
        status: 'returned',
        outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'pilah' }],
      },
      {
        key: 'pilah',
        title: 'Pilah',
        actor: { kind: 'system' },
        status: 'submitted',
        outcomes: [
          { key: 'satu', label: 'Satu', to: 'jawab', ...first },
          { key: 'dua', label: 'Dua', to: 'jawab', ...second },
        ],
      },
      {
        key: 'jawab',
        title: 'Jawab',
        actor: { kind: 'position', position: 'petugas' },
        status: 'processing',
        outcomes: [
          {
            key: 'selesai',
            label: 'Selesai',
            end: 'completed',
            reason: 'required',
            effects: [
              { type: 'notify', message: 'returned' },
              { type: 'notify', message: 'answered' },
            ],
          },
        ],
      },
    ],
  }),
});

describe('lint of steps', () => {
  it('finds nothing in a sound service, nor in a gateway that always leads on', () => {
    expect(found(sound())).toEqual([]);
    expect(found(gateway({ when: is('jenis', 'a') }, {}))).toEqual([]);
  });

  it('tells a clerk what a dead step is and what to do about it', () => {
    const [finding, ...others] = lint(withOutcome('dijawab', { to: 'periksa', end: undefined }), known());
    expect(finding).toEqual({
      severity: 'error',
      where: 'procedure.ajukan',
      what: 'Langkah "Pemohon mengajukan permohonan" adalah jalan buntu.',
      why: 'Dari langkah ini permohonan hanya berputar dan tidak pernah dapat selesai atau ditolak.',
      mend: 'Beri langkah ini, atau salah satu langkah sesudahnya, hasil yang mengakhiri permohonan.',
    });
    expect(others.map(({ where }) => where)).toEqual(['procedure.periksa', 'procedure.jawab']);
  });

  it.each<[string, OperableDefinition, Found[]]>([
    [
      'a step written twice',
      withSteps(([first, check, ...rest]) => (first && check ? [first, check, check, ...rest] : [])),
      [['error', 'procedure.periksa', 'Kunci langkah "periksa"']],
    ],
    [
      'two outcomes of one key',
      withStep('jawab', (step) => ({ ...step, outcomes: [...step.outcomes, ...step.outcomes] })),
      [['error', 'procedure.jawab.dijawab', 'dua hasil dengan kunci "dijawab"']],
    ],
    [
      'a first step that is not the applicant’s',
      withStep('ajukan', (step) => ({ ...step, actor: { kind: 'position', position: 'petugas' } })),
      [['error', 'procedure.ajukan', 'bukan langkah pemohon']],
    ],
    [
      'a first step that ends at once, and all that is then never reached',
      withOutcome('ajukan', { to: undefined, end: 'completed' }),
      [
        ['error', 'procedure.ajukan', 'tidak diteruskan'],
        ['error', 'procedure.periksa', 'tidak pernah dicapai'],
        ['error', 'procedure.jawab', 'tidak pernah dicapai'],
      ],
    ],
    [
      'a first step at which nothing can be supplied',
      withStep('ajukan', (step) => ({ ...step, status: 'submitted' })),
      [['error', 'procedure.ajukan', 'Status "submitted"']],
    ],
    [
      'a step at which nothing can be decided',
      withStep('jawab', (step) => ({ ...step, status: 'completed' })),
      [['error', 'procedure.jawab', 'Status "completed"']],
    ],
    [
      'an outcome to nowhere, and the step that is then never reached',
      withOutcome('lengkap', { to: 'arsip' }),
      [
        ['error', 'procedure.periksa.lengkap', 'menuju langkah "arsip" yang tidak ada'],
        ['error', 'procedure.jawab', 'tidak pernah dicapai'],
      ],
    ],
    [
      'a gateway that may let nobody through',
      gateway({ when: is('jenis', 'a') }, { when: is('jenis', 'b') }),
      [['error', 'procedure.pilah', 'Hasil terakhir langkah otomatis']],
    ],
    ['a gateway that never takes its second way', gateway({}, {}), [['warning', 'procedure.pilah.dua', 'tidak pernah diambil']]],
    [
      'a gateway that leads to itself',
      gateway({ when: is('jenis', 'a'), to: 'pilah' }, {}),
      [['error', 'procedure.pilah', 'Langkah otomatis "Pilah" saling menuju']],
    ],
    [
      'fields and reasons that a gateway would have to ask',
      gateway({ when: is('jenis', 'a'), fields: [aField('text')], reason: 'required' }, {}),
      [
        ['warning', 'procedure.pilah.satu', 'meminta isian'],
        ['warning', 'procedure.pilah.satu', 'meminta alasan'],
      ],
    ],
  ])('finds %s', (_what, definition, expected) => {
    expect(found(definition)).toEqual(alike(expected));
  });
});

describe('lint of who acts', () => {
  it.each<[string, OperableDefinition, string]>([
    ['the counter', withSteps((steps) => steps, { intake: 'loket' }), 'procedure.intake'],
    ['those who must not see', withSteps((steps) => steps, { blind: ['loket'] }), 'procedure.blind'],
    [
      'the addressee of objections',
      withSteps((steps) => steps, { objection: { within: { amount: 30, unit: 'workingDays' }, addressee: 'loket', basis: 'UU 14/2008' } }),
      'procedure.objection',
    ],
    [
      'who extends',
      sound({ clock: { ...clock, extension: { duration: { amount: 7, unit: 'workingDays' }, limit: 1, position: 'loket' } } }),
      'clock.extension',
    ],
    ['an actor', withStep('jawab', (step) => ({ ...step, actor: { kind: 'position', position: 'loket' } })), 'procedure.jawab'],
    [
      'who is notified',
      withOutcome('dijawab', { effects: [{ type: 'notify', message: 'answered', to: 'loket' }] }),
      'procedure.jawab.dijawab',
    ],
  ])('misses the position of %s', (_who, definition, where) => {
    expect(found(definition)).toEqual([['error', where, 'Jabatan "loket" tidak ada.']]);
  });

  it('warns once of a position that nobody holds', () => {
    const vacant = { kind: 'position', position: 'kosong' } as const;
    const definition = withSteps((steps) => steps.map((step, index) => (index === 0 ? step : { ...step, actor: vacant })));
    expect(found(definition)).toEqual([['warning', 'procedure.periksa', 'Jabatan "kosong" belum dipegang siapa pun.']]);
  });

  it('warns of a counter that must not see what it writes down', () => {
    expect(found(withSteps((steps) => steps, { blind: ['petugas'] }))).toEqual(alike([['warning', 'procedure.intake', 'loket']]));
  });
});

describe('lint of outcomes that are not always open', () => {
  const conditional = (when: object, over: Partial<OperableDefinition> = {}): OperableDefinition => ({
    ...asking([choice('jenis', 'a', 'b', 'c')], over),
    procedure: Procedure.parse({
      ...procedure,
      steps: procedure.steps.map((step) =>
        step.key === 'jawab' ? { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, when })) } : step,
      ),
    }),
  });

  it('is an error where answers leave an officer nothing to decide, with such answers', () => {
    const [finding] = lint(conditional({ any: [is('jenis', 'a'), is('jenis', 'b')] }), known());
    expect(finding).toMatchObject({
      severity: 'error',
      where: 'procedure.jawab',
      what: 'Langkah "Petugas menjawab permohonan" dapat kehabisan pilihan.',
    });
    expect(finding?.why).toContain('"Perkara jenis" dijawab "C"');
  });

  it('is nothing where every answer opens one', () => {
    expect(found(conditional({ any: [is('jenis', 'a'), is('jenis', 'b'), is('jenis', 'c')] }))).toEqual([]);
  });

  it('is a warning where it hangs on what was decided before', () => {
    const definition = conditional(decides);
    const [, check] = definition.procedure.steps;
    check?.outcomes[0]?.fields.push(aField('yesNo', { key: 'layak', label: 'Layak' }));
    expect(found(definition)).toEqual(alike([['warning', 'procedure.jawab', 'kehabisan pilihan']]));
  });

  it('is an error where no answer can open it', () => {
    expect(found(conditional({ all: [is('jenis', 'a'), is('jenis', 'b')] }))).toEqual(
      alike([
        ['error', 'procedure.jawab.dijawab', 'Hasil "Dijawab" tidak pernah terbuka.'],
        ['error', 'procedure.jawab', 'kehabisan pilihan'],
      ]),
    );
  });

  it('may not ask what is not recorded with the case', () => {
    expect(found(conditional({ fact: 'receivedDate', operator: 'after', value: '2026-01-01' }))).toEqual([
      ['error', 'procedure.jawab.dijawab', '"receivedDate" belum diketahui di sini.'],
    ]);
  });
});
