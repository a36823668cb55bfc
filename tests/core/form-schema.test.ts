import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { formJsonSchema } from '../../plugins/maklumat/core/form/jsonSchema';
import { Form, type Answers, type Field, type FieldType } from '../../plugins/maklumat/core/form/schema';
import { validateAnswers } from '../../plugins/maklumat/core/form/validate';
import { aField, aForm } from '../../plugins/maklumat/core/testing/builders';

const areas = [
  { code: '35.74', name: 'Kota Probolinggo' },
  { code: '35.74.01', name: 'Kademangan' },
  { code: '35.74.01.1001', name: 'Ketapang' },
  { code: '35.74.01.1002', name: 'Triwung Lor' },
  { code: '35.75.01.1001', name: 'Kelurahan kota lain' },
];
const context = { today: '2026-01-05', areas: new Set(areas.map(({ code }) => code)) };

function compile(form: Form): (answers: unknown) => boolean {
  const ajv = new Ajv({ strict: true, strictRequired: false, ownProperties: true });
  addFormats(ajv);
  for (const keyword of ['x-field', 'x-accept', 'x-max-bytes', 'x-earliest', 'x-latest']) ajv.addKeyword(keyword);
  const check = ajv.compile(formJsonSchema(form, areas));
  return (answers) => check(answers);
}

describe('formJsonSchema', () => {
  it('is complete enough to show and fill the form', () => {
    const form = aForm({
      fields: [
        aField('text', { key: 'nama', label: 'Nama', hint: 'Sesuai KTP', required: true }),
        aField('choice', { key: 'cara', label: 'Cara', options: [{ value: 'pos', label: 'Lewat pos', hint: 'Gratis' }, { value: 'surel', label: 'Lewat surel' }] }),
        aField('email', { key: 'surel', label: 'Surel', requiredWhen: { fact: 'answers.cara', operator: 'is', value: 'surel' } }),
        aField('text', { key: 'alamat', label: 'Alamat', required: true, minLength: 0, visibleWhen: { fact: 'answers.cara', operator: 'is', value: 'pos' } }),
        aField('file', { key: 'identitas', label: 'KTP', accept: ['application/pdf'], maxBytes: 1_000 }),
        aField('area', { key: 'kelurahan', label: 'Kelurahan' }),
        aField('statement', { key: 'setuju', label: 'Persetujuan', text: 'Data saya benar.' }),
      ],
    });
    expect(formJsonSchema(form, areas)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        nama: { title: 'Nama', description: 'Sesuai KTP', 'x-field': 'text', type: 'string', minLength: 2, maxLength: 100, pattern: expect.any(String) },
        cara: { title: 'Cara', 'x-field': 'choice', type: 'string', oneOf: [{ const: 'pos', title: 'Lewat pos', description: 'Gratis' }, { const: 'surel', title: 'Lewat surel' }] },
        surel: { title: 'Surel', 'x-field': 'email', type: 'string', format: 'email', pattern: expect.any(String), maxLength: 254 },
        alamat: { title: 'Alamat', 'x-field': 'text', type: 'string', minLength: 1, maxLength: 100, pattern: expect.any(String) },
        identitas: { title: 'KTP', 'x-field': 'file', type: 'string', format: 'uuid', 'x-accept': ['application/pdf'], 'x-max-bytes': 1_000 },
        kelurahan: { title: 'Kelurahan', 'x-field': 'area', type: 'string', oneOf: [{ const: '35.74.01.1001', title: 'Ketapang' }, { const: '35.74.01.1002', title: 'Triwung Lor' }] },
        setuju: { title: 'Persetujuan', 'x-field': 'statement', const: true, description: 'Data saya benar.' },
      },
      required: ['nama'],
      allOf: [
        { if: { properties: { cara: { const: 'surel' } }, required: ['cara'] }, then: { required: ['surel'] } },
        { if: { properties: { cara: { const: 'pos' } }, required: ['cara'] }, then: { required: ['alamat'] }, else: { properties: { alamat: false } } },
      ],
      additionalProperties: false,
    });
  });

  it('offers areas by a pattern when it is not told them', () => {
    const { properties } = formJsonSchema(aForm({ fields: [aField('area')] })) as { properties: { area: { pattern: string } } };
    expect(['35.74.01.1001', '35.75.01.1001', '35x74.01.1001', '35.74.01'].map((code) => new RegExp(properties.area.pattern).test(code))).toEqual([true, false, false, false]);
  });
});

/** Answers in normal form for each type: some right, some wrong in a way that JSON Schema can tell. */
const values: Record<Exclude<FieldType, 'group'>, readonly unknown[]> = {
  text: ['ab', 'Budi Santoso', 'a', 'usia < 17', '🙂🙂', '<b>tebal', 'dua\nbaris', 'x'.repeat(101), 'ab\u0000', 5],
  longText: ['panjang sekali', 'dua\nbaris teks', 'pendek', '</textarea> xx', 'balik\u202Earah', false],
  number: [9, 10, 10.5, -3, 1_000, '9'],
  money: [0, 10, 25_000, 1.5, -1, 2 ** 53],
  date: ['2026-01-05', '2024-02-29', '2026-02-30', '05-01-2026', 20_260_105],
  dateTime: ['2026-01-05T09:00:00+07:00', '2026-01-05T02:00:00Z', '2026-01-05T09:00:00', '2026-01-05'],
  choice: ['ya', 'tidak', 'mungkin', true, ['ya']],
  multiChoice: [['ya'], ['tidak', 'ya'], ['ya', 'ya'], ['mungkin'], 'ya'],
  yesNo: [true, false, 'ya', 1],
  nik: ['3574015001900001', '3574015013900001', '357401500190001', '3574015001900000', 3_574_015_001_900_001],
  phone: ['+6281336460000', '+62335427772', '2026-01-05', 'telepon', 81_336_460_000],
  email: ['budi@contoh.id', 'budi@contoh', 'budi', '@contoh.id', 7],
  area: ['35.74.01.1001', '35.74.01.9999', '35.75.01.1001', '35.74.01'],
  file: ['11111111-1111-4111-8111-111111111111', 'berkas.pdf', ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'], 1],
  image: ['11111111-1111-4111-8111-111111111111', 'foto.png'],
  statement: [true, false, 'ya'],
};
const types = Object.keys(values) as (keyof typeof values)[];

const keys = ['a', 'b', 'c', 'd', 'constructor'];
const facts = keys.map((key) => `answers.${key}`);
const comparison = fc.oneof(
  fc.record({ fact: fc.constantFrom(...facts), operator: fc.constantFrom('is' as const, 'isNot' as const, 'includes' as const), value: fc.constantFrom<string | number | boolean>('ya', 'tidak', 'ab', true, false, 9) }),
  fc.record({ fact: fc.constantFrom(...facts), operator: fc.constantFrom('isOneOf' as const, 'isNoneOf' as const), value: fc.subarray<string | number | boolean>(['ya', 'tidak', 'ab', true, 9]) }),
  fc.record({ fact: fc.constantFrom(...facts), operator: fc.constantFrom('isFilled' as const, 'isEmpty' as const), value: fc.constant(true) }),
  fc.record({ fact: fc.constantFrom(...facts), operator: fc.constantFrom('lessThan' as const, 'atMost' as const, 'atLeast' as const, 'moreThan' as const), value: fc.constantFrom(9, 10) }),
);
const { condition } = fc.letrec<{ condition: Field['visibleWhen'] & object }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'xsmall' },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const asked = fc.record({
  type: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: fc.constantFrom('choice' as const, 'yesNo' as const, 'multiChoice' as const, 'number' as const) }),
  required: fc.boolean(),
  requiredWhen: fc.option(condition, { nil: undefined }),
  visibleWhen: fc.option(condition, { nil: undefined }),
  maxFiles: fc.constantFrom(1, 2),
});

/** A form of up to five fields, the last now and then a group that asks the same, with answers to each or none, and now and then an answer too many. */
const formAndAnswers = fc.array(asked, { minLength: 1, maxLength: keys.length }).chain((questions) => {
  const fields = questions.map(({ type, maxFiles, ...over }, index) => aField(type, { ...over, ...(type === 'file' ? { maxFiles } : {}), key: keys[index] }));
  const answersOf = (some: readonly Field[]): fc.Arbitrary<Answers> =>
    fc.record(Object.fromEntries(some.map((field) => [field.key, fc.constantFrom(...values[field.type as keyof typeof values])])), { requiredKeys: [] });
  const group = aField('group', { key: 'kelompok', maxItems: 2, fields: fields.map((field) => ({ ...field, key: `${field.key}Anak` })) as never });
  const form = fc.tuple(fc.boolean(), fc.boolean(), fc.option(condition, { nil: undefined })).map(([grouped, split, visibleWhen]) => {
    const all = grouped ? [...fields, group] : fields;
    const at = split ? Math.ceil(fields.length / 2) : all.length;
    const sections = [
      { key: 'satu', title: 'Satu', fields: all.slice(0, at) },
      { key: 'dua', title: 'Dua', visibleWhen, fields: all.slice(at) },
    ];
    return { grouped, form: Form.parse({ sections: sections.filter((section) => section.fields.length > 0) }) };
  });
  const childAnswers = answersOf(fields).map((answers) => Object.fromEntries(Object.entries(answers).map(([key, value]) => [`${key}Anak`, value])));
  const extra = fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ tidakAda: 'x' }) });
  return fc.tuple(form, answersOf(fields), extra, fc.array(childAnswers, { minLength: 1, maxLength: 3 })).map(([{ form: built, grouped }, answers, more, items]) => ({
    form: built,
    grouped,
    answers: { ...answers, ...more, ...(grouped && items.length > 1 ? { kelompok: items } : {}) },
  }));
});

describe('JSON Schema and validateAnswers', () => {
  it('agree on every form and all answers in normal form', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(formAndAnswers, ({ form, answers, grouped }) => {
        const checked = validateAnswers({ form, answers, ...context });
        // Conditions of a group's fields look at the form outside the item here, which the schema of the item cannot say.
        if (grouped && 'kelompok' in answers) return checked.ok && !compile(form)(answers) ? fail(form, answers) : undefined;
        seen[checked.ok ? 'accepted' : 'refused'] += 1;
        expect(compile(form)(answers)).toBe(checked.ok);
      }),
      { numRuns: 600 },
    );
    expect(seen.accepted).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(50);
  });

  it.each(types)('agree on the values of %s', (type) => {
    const form = aForm({ fields: [aField(type)] });
    const check = compile(form);
    const verdicts = values[type].map((value) => [value, validateAnswers({ form, answers: { [type]: value }, ...context }).ok]);
    expect(values[type].map((value) => [value, check({ [type]: value })])).toEqual(verdicts);
    expect(new Set(verdicts.map(([, verdict]) => verdict)).size).toBe(2);
  });

  it('whatever is accepted is accepted by the schema in its normal form, and again', () => {
    const untidy: [FieldType, unknown][] = [
      ['text', '  Budi\t'],
      ['longText', 'baris satu\r\nbaris dua '],
      ['phone', '0813-3646 0000'],
      ['phone', '(0335) 427772'],
      ['nik', ' 3574015001900001'],
      ['email', 'budi@contoh.id '],
      ['file', ['11111111-1111-4111-8111-11111111AAAA']],
      ['multiChoice', []],
      ['number', null],
    ];
    for (const [type, value] of untidy) {
      const form = aForm({ fields: [aField(type)] });
      const checked = validateAnswers({ form, answers: { [type]: value }, ...context });
      expect(checked.ok).toBe(true);
      if (!checked.ok) continue;
      expect(compile(form)(checked.answers)).toBe(true);
      expect(validateAnswers({ form, answers: checked.answers, ...context })).toEqual(checked);
    }
  });

  it('agree inside a group whose conditions look at its own item', () => {
    const group = aField('group', {
      fields: [aField('choice', { key: 'peran' }), aField('text', { key: 'nama', required: true, visibleWhen: { fact: 'answers.peran', operator: 'is', value: 'ya' } })],
    });
    const form = aForm({ fields: [group] });
    const check = compile(form);
    for (const item of [{}, { peran: 'ya' }, { peran: 'ya', nama: 'Ani' }, { peran: 'tidak', nama: 'Ani' }, { lain: 1 }]) {
      expect(check({ group: [item] })).toBe(validateAnswers({ form, answers: { group: [item] }, ...context }).ok);
    }
  });
});

function fail(form: Form, answers: Answers): never {
  throw new Error(`The schema refuses what validateAnswers accepts: ${JSON.stringify({ form, answers })}`);
}
