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
        aField('choice', {
          key: 'cara',
          label: 'Cara',
          options: [
            { value: 'pos', label: 'Lewat pos', hint: 'Gratis' },
            { value: 'surel', label: 'Lewat surel' },
          ],
        }),
        aField('email', { key: 'surel', label: 'Surel', requiredWhen: { fact: 'answers.cara', operator: 'is', value: 'surel' } }),
        aField('text', {
          key: 'alamat',
          label: 'Alamat',
          required: true,
          minLength: 0,
          visibleWhen: { fact: 'answers.cara', operator: 'is', value: 'pos' },
        }),
        aField('file', { key: 'identitas', label: 'KTP', accept: ['application/pdf'], maxBytes: 1_000 }),
        aField('area', { key: 'kelurahan', label: 'Kelurahan' }),
        aField('statement', { key: 'setuju', label: 'Persetujuan', text: 'Data saya benar.' }),
      ],
    });
    expect(formJsonSchema(form, areas)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        nama: {
          title: 'Nama',
          description: 'Sesuai KTP',
          'x-field': 'text',
          type: 'string',
          minLength: 2,
          maxLength: 100,
          pattern: expect.any(String),
        },
        cara: {
          title: 'Cara',
          'x-field': 'choice',
          type: 'string',
          oneOf: [
            { const: 'pos', title: 'Lewat pos', description: 'Gratis' },
            { const: 'surel', title: 'Lewat surel' },
          ],
        },
        surel: { title: 'Surel', 'x-field': 'email', type: 'string', format: 'email', pattern: expect.any(String), maxLength: 254 },
        alamat: { title: 'Alamat', 'x-field': 'text', type: 'string', minLength: 1, maxLength: 100, pattern: expect.any(String) },
        identitas: {
          title: 'KTP',
          'x-field': 'file',
          type: 'string',
          format: 'uuid',
          'x-accept': ['application/pdf'],
          'x-max-bytes': 1_000,
        },
        kelurahan: {
          title: 'Kelurahan',
          'x-field': 'area',
          type: 'string',
          oneOf: [
            { const: '35.74.01.1001', title: 'Ketapang' },
            { const: '35.74.01.1002', title: 'Triwung Lor' },
          ],
        },
        setuju: { title: 'Persetujuan', 'x-field': 'statement', const: true, description: 'Data saya benar.' },
      },
      required: ['nama'],
      allOf: [
        { if: { properties: { cara: { const: 'surel' } }, required: ['cara'] }, then: { required: ['surel'] } },
        {
          if: { properties: { cara: { const: 'pos' } }, required: ['cara'] },
          then: { required: ['alamat'] },
          else: { properties: { alamat: false } },
        },
      ],
      additionalProperties: false,
    });
  });

  it('offers areas by a pattern when it is not told them', () => {
    const { properties } = formJsonSchema(aForm({ fields: [aField('area')] })) as { properties: { area: { pattern: string } } };
    expect(
      ['35.74.01.1001', '35.75.01.1001', '35x74.01.1001', '35.74.01'].map((code) => new RegExp(properties.area.pattern).test(code)),
    ).toEqual([true, false, false, false]);
  });
});

/** Answers in normal form to an optional field of each type: right ones, and ones that are wrong in a way that JSON Schema can tell. */
const values: Record<Exclude<FieldType, 'group'>, { right: readonly unknown[]; wrong: readonly unknown[] }> = {
  text: { right: ['ab', 'Budi Santoso', 'usia < 17', '🙂🙂'], wrong: ['a', '<b>tebal', 'dua\nbaris', 'x'.repeat(101), 'ab\u0000', 5] },
  longText: { right: ['panjang sekali', 'dua\nbaris teks'], wrong: ['pendek', '</textarea> xx', 'balik\u202Earah', false] },
  number: { right: [9, 10, 10.5, -3, 1_000], wrong: ['9', true] },
  money: { right: [0, 10, 25_000], wrong: [1.5, -1, 2 ** 53] },
  date: { right: ['2026-01-05', '2024-02-29'], wrong: ['2026-02-30', '05-01-2026', 20_260_105] },
  dateTime: { right: ['2026-01-05T09:00:00+07:00', '2026-01-05T02:00:00Z'], wrong: ['2026-01-05T09:00:00', '2026-01-05'] },
  choice: { right: ['ya', 'tidak'], wrong: ['mungkin', true, ['ya']] },
  multiChoice: { right: [['ya'], ['tidak', 'ya']], wrong: [['ya', 'ya'], ['mungkin'], 'ya'] },
  yesNo: { right: [true, false], wrong: ['ya', 1] },
  nik: { right: ['3574015001900001'], wrong: ['3574015013900001', '357401500190001', '3574015001900000', 3_574_015_001_900_001] },
  phone: { right: ['+6281336460000', '+62335427772'], wrong: ['2026-01-05', 'telepon', 81_336_460_000] },
  email: { right: ['budi@contoh.id'], wrong: ['budi@contoh', 'budi', '@contoh.id', 7] },
  area: { right: ['35.74.01.1001'], wrong: ['35.74.01.9999', '35.75.01.1001', '35.74.01'] },
  file: {
    right: ['11111111-1111-4111-8111-111111111111'],
    wrong: ['berkas.pdf', ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'], 1],
  },
  image: { right: ['11111111-1111-4111-8111-111111111111'], wrong: ['foto.png'] },
  statement: { right: [true], wrong: [false, 'ya'] },
};
const types = Object.keys(values) as (keyof typeof values)[];

/** Two fields that are always asked and steer the others, and the conditions that hang on them or on another. */
const steering = [aField('choice', { key: 'a' }), aField('number', { key: 'b' })];
const keys = ['c', 'd', 'constructor'];
const compared = fc.oneof(
  fc.record({
    fact: fc.constant('answers.a'),
    operator: fc.constantFrom('is' as const, 'isNot' as const),
    value: fc.constantFrom('ya', 'tidak'),
  }),
  fc.record({
    fact: fc.constant('answers.b'),
    operator: fc.constantFrom('lessThan' as const, 'atMost' as const, 'atLeast' as const, 'moreThan' as const),
    value: fc.constantFrom(9, 10),
  }),
  fc.record({
    fact: fc.constantFrom(...['a', 'b', ...keys].map((key) => `answers.${key}`)),
    operator: fc.constantFrom('isFilled' as const, 'isEmpty' as const),
    value: fc.constant(true),
  }),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: compared },
  { weight: 1, arbitrary: fc.record({ not: compared }) },
  { weight: 1, arbitrary: fc.record({ any: fc.tuple(compared, compared) }) },
);
const maybe = { freq: 2, nil: undefined };
const asked = fc.record({
  type: fc.constantFrom(...types),
  required: fc.nat(3).map((chance) => chance === 0),
  requiredWhen: fc.option(condition, maybe),
  visibleWhen: fc.option(condition, maybe),
});

const answersTo = (fields: readonly Field[]): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      fields.map((field) => {
        const { right, wrong } = values[field.type as keyof typeof values];
        return [
          field.key,
          fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) }),
        ];
      }),
    ),
    { requiredKeys: [] },
  );

/** A form of three to five fields in one section or two, and twenty ways to answer it. */
const formAndAnswers = fc
  .tuple(fc.array(asked, { minLength: 1, maxLength: keys.length }), fc.integer({ min: 1, max: 5 }), fc.option(condition, maybe))
  .chain(([questions, split, visibleWhen]) => {
    const fields = [...steering, ...questions.map(({ type, ...over }, index) => aField(type, { ...over, key: keys[index] }))];
    const sections = [
      { key: 'satu', title: 'Satu', fields: fields.slice(0, split) },
      { key: 'dua', title: 'Dua', visibleWhen, fields: fields.slice(split) },
    ];
    const form = Form.parse({ sections: sections.filter((section) => section.fields.length > 0) });
    return fc.record({ form: fc.constant(form), answers: fc.array(answersTo(fields), { minLength: 20, maxLength: 20 }) });
  });

describe('JSON Schema and validateAnswers', () => {
  it('agree on all forms, and all answers in normal form', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(formAndAnswers, ({ form, answers }) => {
        const check = compile(form);
        for (const some of answers) {
          const checked = validateAnswers({ form, answers: some, ...context });
          seen[checked.ok ? 'accepted' : 'refused'] += 1;
          expect({ some, ok: check(some) }).toEqual({ some, ok: checked.ok });
        }
      }),
      { numRuns: 150 },
    );
    expect(seen.accepted).toBeGreaterThan(300);
    expect(seen.refused).toBeGreaterThan(300);
  });

  it.each(types)('agree on the values of %s', (type) => {
    const form = aForm({ fields: [aField(type)] });
    const check = compile(form);
    const both = (value: unknown): boolean[] => [
      check({ [type]: value }),
      validateAnswers({ form, answers: { [type]: value }, ...context }).ok,
    ];
    expect(values[type].right.map(both)).toEqual(values[type].right.map(() => [true, true]));
    expect(values[type].wrong.map(both)).toEqual(values[type].wrong.map(() => [false, false]));
  });

  it('agree on several files and on keys that the form does not have', () => {
    const form = aForm({ fields: [aField('file', { maxFiles: 2 })] });
    const id = (digit: number): string => `${digit}1111111-1111-4111-8111-111111111111`;
    for (const answers of [
      { file: [id(1)] },
      { file: [id(1), id(2)] },
      { file: [id(1), id(2), id(3)] },
      { file: [id(1), id(1)] },
      { tidakAda: 'x' },
    ]) {
      expect(compile(form)(answers)).toBe(validateAnswers({ form, answers, ...context }).ok);
    }
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
      fields: [
        aField('choice', { key: 'peran' }),
        aField('text', { key: 'nama', required: true, visibleWhen: { fact: 'answers.peran', operator: 'is', value: 'ya' } }),
      ],
    });
    const form = aForm({ fields: [group] });
    const check = compile(form);
    for (const item of [{}, { peran: 'ya' }, { peran: 'ya', nama: 'Ani' }, { peran: 'tidak', nama: 'Ani' }, { lain: 1 }]) {
      expect(check({ group: [item] })).toBe(validateAnswers({ form, answers: { group: [item] }, ...context }).ok);
    }
  });

  it('refuses nothing inside a group for a condition that looks outside its item', () => {
    const whenNine = { fact: 'answers.number', operator: 'is', value: 9 } as const;
    const children = [aField('text', { key: 'nama', visibleWhen: whenNine }), aField('text', { key: 'jabatan', requiredWhen: whenNine })];
    const form = aForm({ fields: [aField('number'), aField('group', { fields: children })] });
    const check = compile(form);
    for (const answers of [
      { number: 9, group: [{ nama: 'Ani', jabatan: 'Ketua' }] },
      { number: 10, group: [{}] },
    ]) {
      expect(validateAnswers({ form, answers, ...context }).ok).toBe(true);
      expect(check(answers)).toBe(true);
    }
  });
});
