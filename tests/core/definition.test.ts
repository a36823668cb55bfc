import { runExamples } from '../../plugins/maklumat/core/definition/examples';
import { lint } from '../../plugins/maklumat/core/definition/lint';
import type { Outcome, Procedure, Step } from '../../plugins/maklumat/core/definition/procedure';
import { Example, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import type { Form } from '../../plugins/maklumat/core/form/schema';
import { Rule, type Condition } from '../../plugins/maklumat/core/rules/schema';
import { aCalendar, aField, aForm, aService } from '../../plugins/maklumat/core/testing/builders';

const known = { positions: new Set(['petugas']), units: new Set(['layanan']), agencies: new Set(['dinas-contoh']) };
const always: Condition = { fact: 'receivedOnWorkingDay', operator: 'isOneOf', value: [true, false] };
const unknownFact: Condition = { fact: 'answers.umur', operator: 'atLeast', value: 17 };
const route = Rule.parse({
  key: 'rute',
  when: always,
  then: { type: 'route', unit: 'layanan', position: 'petugas' },
  sentence: 'Semua permohonan ditangani petugas.',
});
const withRule = (over: Partial<Rule>): OperableDefinition => aService({ rules: [route, Rule.parse({ ...route, key: 'lain', ...over })] });

/** `aService` with one of its steps changed. */
function withStep(key: string, change: (step: Step) => Step): OperableDefinition {
  const { procedure } = aService();
  return aService({
    rules: [route],
    procedure: { ...procedure, steps: procedure.steps.map((step) => (step.key === key ? change(step) : step)) },
  });
}
const withOutcome = (over: Partial<Outcome>): OperableDefinition =>
  withStep('periksa', (step) => ({
    ...step,
    outcomes: step.outcomes.map((outcome) => (outcome.key === 'lengkap' ? { ...outcome, ...over } : outcome)),
  }));
const withForm = (form: Form): OperableDefinition => aService({ rules: [route], form });
const { procedure: sound, clock } = aService();
const withProcedure = (over: Partial<Procedure>): OperableDefinition => aService({ rules: [route], procedure: { ...sound, ...over } });
const [, check] = sound.steps;

describe('lint', () => {
  it('finds nothing in a sound service', () => {
    expect(lint(aService({ rules: [route] }), known)).toEqual([]);
  });

  it('finds nothing in a standard that takes no cases', () => {
    expect(lint({ ...aService(), form: null, procedure: null, clock: null }, known)).toEqual([]);
  });

  it('says how to mend what it finds', () => {
    expect(lint(aService(), known)).toEqual([
      {
        where: 'rules',
        what: 'Tidak ada aturan rute, sehingga permohonan tidak punya tujuan.',
        mend: 'Tambahkan aturan dengan hasil "route".',
      },
    ]);
  });

  it.each<[string, OperableDefinition, [where: string, what: string][]]>([
    ['an agency that does not exist', aService({ rules: [route], agency: 'dinas-lain' }), [['agency', 'Perangkat daerah']]],
    [
      'a field key used twice',
      withForm(aForm({ fields: [aField('text', { key: 'nama' }), aField('number', { key: 'nama' })] })),
      [['form.nama', '"nama" dipakai lebih dari sekali']],
    ],
    [
      'a step written twice',
      withProcedure({ steps: [...sound.steps, ...(check ? [check] : [])] }),
      [['procedure.periksa', 'Langkah "periksa" ditulis lebih dari sekali']],
    ],
    [
      'a first step that is not the applicant’s',
      withStep('ajukan', (step) => ({ ...step, actor: { kind: 'position', position: 'petugas' } })),
      [['procedure.ajukan', 'Langkah pertama']],
    ],
    [
      'a first step at which nothing can be supplied',
      withStep('ajukan', (step) => ({ ...step, status: 'submitted' })),
      [['procedure.ajukan', 'Status "submitted"']],
    ],
    [
      'a step at which nothing can be decided',
      withStep('jawab', (step) => ({ ...step, status: 'completed' })),
      [['procedure.jawab', 'Status "completed"']],
    ],
    ['an intake position that does not exist', withProcedure({ intake: 'loket' }), [['procedure.intake', 'Jabatan "loket"']]],
    [
      'an addressee of objections who does not exist',
      withProcedure({ objection: { within: { amount: 30, unit: 'workingDays' }, addressee: 'atasan', basis: 'UU 14/2008' } }),
      [['procedure.objection', 'Jabatan "atasan"']],
    ],
    [
      'a position for extensions that does not exist',
      aService({
        rules: [route],
        clock: { ...clock, extension: { duration: { amount: 7, unit: 'workingDays' }, limit: 1, position: 'atasan' } },
      }),
      [['clock.extension', 'Jabatan "atasan"']],
    ],
    [
      'an actor that does not exist',
      withStep('jawab', (step) => ({ ...step, actor: { kind: 'position', position: 'ppid' } })),
      [['procedure.jawab', 'Jabatan "ppid"']],
    ],
    [
      'an outcome to nowhere, and the step that is then never reached',
      withOutcome({ to: 'arsip' }),
      [
        ['procedure.periksa.lengkap', 'langkah "arsip" yang tidak ada'],
        ['procedure.jawab', 'tidak pernah dicapai'],
      ],
    ],
    [
      'a message that is not written',
      withOutcome({ effects: [{ type: 'notify', message: 'checked' }] }),
      [['procedure.periksa.lengkap', 'Pesan "checked"']],
    ],
    ['a step that nothing leads to', withOutcome({ to: 'periksa' }), [['procedure.jawab', 'tidak pernah dicapai']]],
    ['a rule written twice', withRule({ key: 'rute' }), [['rules.rute', 'Aturan "rute" ditulis lebih dari sekali']]],
    [
      'a route to a position that does not exist',
      withRule({ then: { type: 'route', unit: 'layanan', position: 'ppid' } }),
      [['rules.lain', 'Jabatan "ppid"']],
    ],
    [
      'a route to a unit that does not exist',
      withRule({ then: { type: 'route', unit: 'arsip', position: 'petugas' } }),
      [['rules.lain', 'Bidang "arsip"']],
    ],
    [
      'a rule that requires a field that does not exist',
      withRule({ then: { type: 'require', field: 'akta' } }),
      [['rules.lain', 'Isian "akta"']],
    ],
    [
      'a rule on an unknown fact, however deep',
      withRule({ when: { all: [always, { any: [{ not: unknownFact }] }] } }),
      [['rules.lain', 'Fakta "answers.umur"']],
    ],
    [
      'a field shown on an unknown fact',
      withForm(aForm({ fields: [aField('text', { key: 'nama', visibleWhen: unknownFact })] })),
      [['form.nama.visibleWhen', 'Fakta "answers.umur"']],
    ],
    [
      'a field required on a fact that only rules know',
      withForm(aForm({ fields: [aField('text', { key: 'nama', requiredWhen: always })] })),
      [['form.nama.requiredWhen', 'Fakta "receivedOnWorkingDay"']],
    ],
    [
      'a section shown on an unknown fact',
      withForm(aForm({ sections: [{ key: 'wakil', title: 'Wakil', visibleWhen: unknownFact, fields: [aField('text')] }] })),
      [['form.wakil.visibleWhen', 'Fakta "answers.umur"']],
    ],
  ])('finds %s', (_what, definition, expected) => {
    const findings = lint(definition, known);
    expect(findings.map((finding) => finding.where)).toEqual(expected.map(([where]) => where));
    expected.forEach(([, what], index) => expect(findings[index]?.what).toContain(what));
  });

  it('finds a form without procedure and clock, and stops there', () => {
    const findings = lint({ ...aService(), procedure: null, clock: null }, known);
    expect(findings).toEqual([
      expect.objectContaining({ where: 'form', what: 'Formulir, prosedur, dan tenggat harus ada ketiganya, atau tidak sama sekali.' }),
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
  const form = aForm({ fields: [aField('text', { key: 'nama', required: true }), aField('number', { key: 'umur' })] });
  const right: Example = {
    name: 'Pemohon dewasa',
    at: '2026-01-05T09:00:00+07:00',
    answers: { nama: 'Siti Aminah', umur: 30 },
    expect: { eligible: true, invalid: [], refusals: [], position: 'petugas', deadline: '2026-01-20T16:00:00+07:00' },
  };
  const run = (...examples: Example[]) =>
    runExamples(
      aService({ form, rules: [route, tooYoung], examples: examples.map((example) => Example.parse(example)) }),
      aCalendar(),
      new Set(),
    );

  it('that come out as expected are no finding', async () => {
    const young = { ...right, answers: { ...right.answers, umur: 16 }, expect: { eligible: false, refusals: ['belum-cukup-umur'] } };
    const nameless = { ...right, answers: { umur: 30 }, expect: { eligible: true, invalid: ['nama'] } };
    const otherZone = { ...right, at: '2026-01-05T02:00:00Z', expect: { eligible: true, deadline: '2026-01-20T09:00:00Z' } };
    expect(await run(right, young, nameless, otherZone)).toEqual([]);
  });

  it.each<[string, Partial<Example['expect']>, string]>([
    ['eligibility', { eligible: false }, 'seharusnya tidak memenuhi syarat, ternyata memenuhi'],
    ['the invalid fields', { invalid: ['nama'] }, 'isian yang ditolak: tidak ada'],
    ['the rules that refuse', { refusals: ['belum-cukup-umur'] }, 'aturan yang menolak: tidak ada'],
    ['the position', { position: 'ppid' }, 'tujuannya petugas, bukan ppid'],
    ['the deadline', { deadline: '2026-01-21T16:00:00+07:00' }, 'tenggatnya 2026-01-20T16:00:00+07:00, bukan 2026-01-21T16:00:00+07:00'],
  ])('that expect %s wrongly are a finding that says so', async (_what, wrong, sentence) => {
    const findings = await run(right, { ...right, name: 'Contoh keliru', expect: { ...right.expect, ...wrong } });
    expect(findings).toEqual([
      {
        where: 'examples.1',
        what: `Contoh "Contoh keliru": ${sentence}.`,
        mend: 'Perbaiki aturan atau formulirnya, atau hasil yang diharapkan pada contoh.',
      },
    ]);
  });

  it('of a standard that takes no cases are not run', async () => {
    expect(await runExamples({ ...aService({ examples: [right] }), form: null }, aCalendar(), new Set())).toEqual([]);
  });
});
