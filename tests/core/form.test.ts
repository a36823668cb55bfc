import { visibleFields, isRequired } from '../../plugins/maklumat/core/form/visibility';
import { validateAnswers, validateFields, type CheckContext } from '../../plugins/maklumat/core/form/validate';
import { Form, type Answers, type Field, type SimpleField } from '../../plugins/maklumat/core/form/schema';
import { isNik } from '../../plugins/maklumat/core/identity/nik';
import { parsePhone } from '../../plugins/maklumat/core/identity/phone';
import { aField, aForm } from '../../plugins/maklumat/core/testing/builders';

const pdf = '11111111-1111-4111-8111-111111111111';
const png = '22222222-2222-4222-8222-222222222222';
const context: CheckContext = {
  today: '2026-01-05',
  areas: new Set(['35.74.01.1001', '35.74.02.1001']),
  files: { [pdf]: { mime: 'application/pdf', size: 1_000 }, [png]: { mime: 'image/png', size: 6_000 } },
};
const check = (form: Form, answers: Answers) => validateAnswers({ form, answers, ...context });
const checkOne = (field: Field, value: unknown) => check(aForm({ fields: [field] }), { [field.key]: value });

const whenLembaga = { fact: 'answers.jenis', operator: 'is', value: 'lembaga' } as const;
const jenis = aField('choice', {
  key: 'jenis',
  required: true,
  options: [
    { value: 'perorangan', label: 'Perorangan' },
    { value: 'lembaga', label: 'Lembaga' },
  ],
});

describe('visibility', () => {
  const form = Form.parse({
    sections: [
      { key: 'pemohon', title: 'Pemohon', fields: [jenis, aField('yesNo', { key: 'berkuasa', visibleWhen: whenLembaga })] },
      { key: 'lembaga', title: 'Lembaga', visibleWhen: whenLembaga, fields: [aField('text', { key: 'namaLembaga', required: true })] },
      {
        key: 'kuasa',
        title: 'Kuasa',
        fields: [
          aField('file', { key: 'suratKuasa', visibleWhen: { fact: 'answers.berkuasa', operator: 'is', value: true }, required: true }),
          aField('text', { key: 'catatan', requiredWhen: whenLembaga }),
        ],
      },
    ],
  });
  const keys = (answers: Answers): string[] => visibleFields(form, answers).map((field) => field.key);

  it('leaves out hidden fields and the fields of hidden sections', () => {
    expect(keys({})).toEqual(['jenis', 'catatan']);
    expect(keys({ jenis: 'lembaga' })).toEqual(['jenis', 'berkuasa', 'namaLembaga', 'catatan']);
    expect(keys({ jenis: 'lembaga', berkuasa: true })).toEqual(['jenis', 'berkuasa', 'namaLembaga', 'suratKuasa', 'catatan']);
  });

  it('does not let the answer of a hidden field show another', () => {
    expect(keys({ jenis: 'perorangan', berkuasa: true })).toEqual(['jenis', 'catatan']);
  });

  it('demands a field always, or when its condition holds', () => {
    const catatan = aField('text', { requiredWhen: whenLembaga });
    expect(isRequired(jenis, {})).toBe(true);
    expect(isRequired(catatan, { jenis: 'perorangan' })).toBe(false);
    expect(isRequired(catatan, { jenis: 'lembaga' })).toBe(true);
  });

  it('refuses answers to hidden fields, unless they are blank', () => {
    expect(check(form, { jenis: 'perorangan', namaLembaga: 'PT Contoh' })).toEqual({
      ok: false,
      fields: { namaLembaga: ['Isian ini tidak berlaku untuk jawaban Anda yang lain; kosongkan.'] },
    });
    expect(check(form, { jenis: 'perorangan', namaLembaga: ' ', suratKuasa: [] })).toEqual({ ok: true, answers: { jenis: 'perorangan' } });
  });

  it('asks what is missing, in the language of the reader', () => {
    expect(check(form, { jenis: 'lembaga', berkuasa: true })).toEqual({
      ok: false,
      fields: { namaLembaga: ['Isian text wajib diisi.'], suratKuasa: ['Unggah Isian file.'], catatan: ['Isian text wajib diisi.'] },
    });
    expect(validateAnswers({ form, answers: {}, ...context, language: 'en' })).toEqual({
      ok: false,
      fields: { jenis: ['Choose an answer for “Isian choice”.'] },
    });
  });
});

describe('accepted answers come back in normal form', () => {
  it.each<[string, Field, unknown, unknown]>([
    ['text is trimmed', aField('text'), '  Budi  ', 'Budi'],
    ['text is composed', aField('text'), 'Andre\u0301', 'Andr\u00e9'],
    ['angle brackets that are no tag stay', aField('text'), 'usia < 17 dan <3', 'usia < 17 dan <3'],
    ['line ends become one character', aField('longText'), 'baris satu\r\nbaris dua\rbaris tiga', 'baris satu\nbaris dua\nbaris tiga'],
    ['an emoji counts as one character', aField('text', { maxLength: 3 }), '🙂🙂🙂', '🙂🙂🙂'],
    ['joined emojis and Arabic stay', aField('text'), '👩‍👩‍👧 سلام', '👩‍👩‍👧 سلام'],
    ['a number', aField('number', { min: 1, max: 3 }), 2.5, 2.5],
    ['rupiah', aField('money'), 0, 0],
    ['a leap day', aField('date'), '2024-02-29', '2024-02-29'],
    ['today, where today is the earliest', aField('date', { earliest: 'today' }), '2026-01-05', '2026-01-05'],
    ['an instant', aField('dateTime'), '2026-01-05T09:00:00+07:00', '2026-01-05T09:00:00+07:00'],
    ['an option', aField('choice'), 'ya', 'ya'],
    ['several options', aField('multiChoice'), ['tidak', 'ya'], ['tidak', 'ya']],
    ['no', aField('yesNo'), false, false],
    ['a NIK', aField('nik'), ' 3574015001900001', '3574015001900001'],
    ['a mobile number', aField('phone'), '0813-3646-0000', '+6281336460000'],
    ['a fixed line', aField('phone'), '(0335) 427772', '+62335427772'],
    ['an e-mail address', aField('email'), ' budi@contoh.id ', 'budi@contoh.id'],
    ['a kelurahan', aField('area'), '35.74.01.1001', '35.74.01.1001'],
    ['one file', aField('file'), pdf, pdf],
    ['one file in a list', aField('file'), [pdf.toUpperCase()], pdf],
    ['several files', aField('file', { maxFiles: 2 }), [pdf, png], [pdf, png]],
    ['a single file where several are allowed', aField('file', { maxFiles: 2 }), png, [png]],
    ['a picture', aField('image'), png, png],
    ['a statement', aField('statement'), true, true],
    ['a group', aField('group'), [{ isi: ' satu ' }, {}], [{ isi: 'satu' }, {}]],
  ])('%s', (_, field, value, kept) => {
    expect(checkOne(field, value)).toEqual({ ok: true, answers: { [field.key]: kept } });
    expect(checkOne(field, kept)).toEqual({ ok: true, answers: { [field.key]: kept } });
  });

  it.each([[undefined], [null], [''], [' \t\n'], [[]]])('%j is no answer', (value) => {
    expect(checkOne(aField('text'), value)).toEqual({ ok: true, answers: {} });
    expect(checkOne(aField('text', { required: true }), value)).toMatchObject({ ok: false, fields: { text: ['Isian text wajib diisi.'] } });
  });
});

describe('refused answers', () => {
  const wrongTypes: unknown[] = [0, 7, true, 'x', '2026-01-05', {}, [1], [null], [[]], { length: 1 }, ['__proto__'], { toString: null }];
  const types = [
    'text',
    'longText',
    'number',
    'money',
    'date',
    'dateTime',
    'choice',
    'multiChoice',
    'yesNo',
    'nik',
    'phone',
    'email',
    'area',
    'file',
    'image',
    'statement',
    'group',
  ] as const;

  it.each(types)('%s takes no value of another type', (type) => {
    const field = aField(type);
    const taken = wrongTypes.filter((value) => checkOne(field, value).ok);
    const own: Partial<Record<(typeof types)[number], unknown[]>> = {
      text: ['2026-01-05'],
      longText: ['2026-01-05'],
      number: [0, 7],
      money: [0, 7],
      date: ['2026-01-05'],
      yesNo: [true],
      statement: [true],
    };
    expect(taken).toEqual(own[type] ?? []);
  });

  it.each<[string, Field, unknown]>([
    ['a script', aField('text'), '<script>alert(1)</script>'],
    ['a tag without its end', aField('text'), 'foto <img src=x onerror=alert(1)'],
    ['an end tag', aField('longText'), 'selesai sudah </textarea>'],
    ['a comment', aField('longText'), 'sisipan <!-- komentar -->'],
    ['a null character', aField('text'), 'Budi\u0000'],
    ['an escape sequence', aField('text'), 'Budi\u001b[31m'],
    ['a control character of the second set', aField('text'), 'Budi\u0085Santoso'],
    ['text turned around', aField('text'), 'laporan\u202Efdp.exe'],
    ['half a character', aField('text'), 'Budi \ud83d'],
    ['two lines in a one-line field', aField('text'), 'Budi\nSantoso'],
    ['a text too short', aField('text', { minLength: 3 }), ' ab '],
    ['a text too long', aField('text', { maxLength: 3 }), 'abcd'],
    ['a number below', aField('number', { min: 1 }), 0],
    ['a number above', aField('number', { max: 3 }), 3.1],
    ['a number that is none', aField('number'), NaN],
    ['infinity', aField('number'), Infinity],
    ['sen', aField('money'), 1.5],
    ['a negative amount', aField('money'), -1],
    ['an amount that numbers cannot hold', aField('money'), 2 ** 53],
    ['a day that does not exist', aField('date'), '2026-02-30'],
    ['a leap day of a common year', aField('date'), '2026-02-29'],
    ['a date written otherwise', aField('date'), '05-01-2026'],
    ['a date before the earliest', aField('date', { earliest: '2026-01-01' }), '2025-12-31'],
    ['yesterday, where today is the earliest', aField('date', { earliest: 'today' }), '2026-01-04'],
    ['tomorrow, where today is the latest', aField('date', { latest: 'today' }), '2026-01-06'],
    ['an instant without offset', aField('dateTime'), '2026-01-05T09:00:00'],
    ['an option that is not offered', aField('choice'), 'mungkin'],
    ['an option named like a method', aField('choice'), 'constructor'],
    ['an option twice', aField('multiChoice'), ['ya', 'ya']],
    ['a word for yes', aField('yesNo'), 'true'],
    ['a NIK too short', aField('nik'), '357401500190001'],
    ['a NIK born on 30 February', aField('nik'), '3574013002900001'],
    ['a NIK with a serial of zero', aField('nik'), '3574015001900000'],
    ['a NIK in full-width digits', aField('nik'), '３５７４０１５００１９００００１'],
    ['a foreign number', aField('phone'), '+1 415 555 2671'],
    ['an emergency number', aField('phone'), '112'],
    ['an extension', aField('phone'), '0335427772 ext 5'],
    ['words around a number', aField('phone'), 'hubungi 081336460000'],
    ['an e-mail address without domain', aField('email'), 'budi@contoh'],
    ['an e-mail header', aField('email'), 'budi@contoh.id\nBcc: semua@contoh.id'],
    ['two e-mail addresses', aField('email'), 'budi@contoh.id,ani@contoh.id'],
    ['an e-mail address too long', aField('email'), `${'a'.repeat(250)}@contoh.id`],
    ['a district for a kelurahan', aField('area'), '35.74.01'],
    ['a kelurahan that does not exist', aField('area'), '35.74.01.9999'],
    ['a kelurahan of another city', aField('area', { within: '35.75' }), '35.74.01.1001'],
    ['a file that nobody uploaded', aField('file'), '33333333-3333-4333-8333-333333333333'],
    ['a path for a file', aField('file'), '../../etc/passwd'],
    ['a file of another type', aField('image'), pdf],
    ['a file too large', aField('file', { maxBytes: 5_999 }), png],
    ['too many files', aField('file'), [pdf, png]],
    ['a file twice', aField('file', { maxFiles: 3 }), [pdf, pdf.toUpperCase()]],
    ['a statement not agreed to', aField('statement'), false],
    ['too few items', aField('group', { minItems: 2 }), [{}]],
    ['too many items', aField('group', { maxItems: 1 }), [{}, {}]],
    ['a list for an item', aField('group'), [[]]],
  ])('%s', (_, field, value) => {
    const checked = checkOne(field, value);
    expect(checked).toEqual({ ok: false, fields: { [field.key]: [expect.stringMatching(/\S/)] } });
  });

  it('names the limits that were broken', () => {
    const messages = (field: SimpleField, value: unknown): unknown => validateFields([field], { [field.key]: value }, context);
    expect(messages(aField('longText'), 'x'.repeat(5_001))).toEqual({
      ok: false,
      fields: { longText: ['Tulis paling banyak 5.000 karakter; sekarang 5.001.'] },
    });
    expect(messages(aField('image'), pdf)).toEqual({ ok: false, fields: { image: ['Berkas harus berjenis JPG atau PNG.'] } });
    expect(messages(aField('file', { maxBytes: 5_999 }), png)).toEqual({ ok: false, fields: { file: ['Berkas paling besar 5,9 KB.'] } });
    expect(messages(aField('date', { latest: 'today' }), '2026-01-06')).toEqual({
      ok: false,
      fields: { date: ['Tanggal paling akhir Senin 5 Januari 2026.'] },
    });
    expect(messages(aField('money', { max: 1_500_000 }), 2_000_000)).toEqual({
      ok: false,
      fields: { money: ['Isi paling besar 1.500.000.'] },
    });
  });

  it('unknown keys are told by their name, whatever it is', () => {
    const form = aForm({ fields: [aField('text', { key: 'constructor' })] });
    const answers = JSON.parse('{"__proto__": {"admin": true}, "toString": 1, "hasOwnProperty": null, "constructor": "Budi"}') as Answers;
    const checked = check(form, answers);
    expect(checked.ok).toBe(false);
    expect(JSON.parse(JSON.stringify(checked))).toEqual(
      JSON.parse(
        '{"ok": false, "fields": {"__proto__": ["Isian tidak dikenal."], "toString": ["Isian tidak dikenal."], "hasOwnProperty": ["Isian tidak dikenal."]}}',
      ),
    );
    expect(check(form, { constructor: 'Budi' })).toEqual({ ok: true, answers: { constructor: 'Budi' } });
    expect(check(aForm({ fields: [aField('text', { key: 'constructor', required: true })] }), {}).ok).toBe(false);
  });

  it('the places in a group are named by item and field, and its conditions see item and form', () => {
    const group = aField('group', {
      key: 'anggota',
      fields: [
        aField('choice', { key: 'peran' }),
        aField('text', { key: 'nama', requiredWhen: { fact: 'answers.peran', operator: 'is', value: 'ya' } }),
        aField('text', { key: 'jabatan', visibleWhen: whenLembaga }),
      ],
    });
    const form = aForm({ fields: [jenis, group] });
    expect(check(form, { jenis: 'perorangan', anggota: [{ peran: 'ya' }, { peran: 'tidak', jabatan: 'Ketua', lain: 1 }] })).toEqual({
      ok: false,
      fields: {
        'anggota.0.nama': ['Isian text wajib diisi.'],
        'anggota.1.lain': ['Isian tidak dikenal.'],
        'anggota.1.jabatan': ['Isian ini tidak berlaku untuk jawaban Anda yang lain; kosongkan.'],
      },
    });
    expect(check(form, { jenis: 'lembaga', anggota: [{ peran: 'ya', nama: 'Ani', jabatan: 'Ketua' }] })).toMatchObject({ ok: true });
  });

  it('a body full of unknown keys is answered, not choked on', () => {
    const many = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`k${index}`, 1]));
    expect(check(aForm(), many).ok).toBe(false);
    expect(checkOne(aField('group'), [many]).ok).toBe(false);
  });
});

describe('without knowledge of files and areas', () => {
  it('their shape alone is checked', () => {
    const shapes = (field: SimpleField, value: unknown): boolean =>
      validateFields([field], { [field.key]: value }, { today: '2026-01-05' }).ok;
    expect(shapes(aField('file'), '33333333-3333-4333-8333-333333333333')).toBe(true);
    expect(shapes(aField('file'), 'berkas.pdf')).toBe(false);
    expect(shapes(aField('area'), '35.74.09.1009')).toBe(true);
    expect(shapes(aField('area'), '35.75.01.1001')).toBe(false);
  });
});

describe('identity', () => {
  it('knows a NIK by its shape and its day of birth', () => {
    expect(['3574010101900001', '3574014101900001', '3574012902000001', '3574017112990001'].map(isNik)).toEqual([true, true, true, true]);
    expect(
      ['3574012902010001', '3574010001900001', '3574014001900001', '3574017201900001', '3574010113900001', '0574010101900001'].map(isNik),
    ).toEqual([...Array<boolean>(6).fill(false)]);
  });

  it('brings the usual ways to write a number together', () => {
    expect(['081336460000', '6281336460000', '+62 813 3646 0000', ' 0813-3646-0000 '].map(parsePhone)).toEqual([
      ...Array<string>(4).fill('+6281336460000'),
    ]);
    expect(['', '0', '08', 'abc', '+', '0812345678901234'].map(parsePhone)).toEqual([...Array<undefined>(6).fill(undefined)]);
  });
});
