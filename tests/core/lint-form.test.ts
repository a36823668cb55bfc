import fc from 'fast-check';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { isSafePattern } from '../../plugins/maklumat/core/form/pattern';
import { aField, aForm } from '../../plugins/maklumat/core/testing/builders';
import { alike, asking, choice, found, is, known, sound, withOutcome, withSteps, type Found } from './lintService';

const longText = aField('longText', { key: 'isi', label: 'Isi' });
const text = (over: Partial<Parameters<typeof aField<'text'>>[1]>) => aField('text', { key: 'alamat', label: 'Alamat', ...over });
const section = (key: string, fieldKey: string) => ({ key, title: 'Bagian', fields: [{ ...longText, key: fieldKey }] });

describe('lint of the form', () => {
  it.each<[string, OperableDefinition, Found[]]>([
    ['a key used twice', asking([text({ key: 'nama' })]), [['error', 'form.nama', 'Kunci isian "nama"']]],
    [
      'a key used again inside a list',
      sound({
        form: aForm({
          fields: [longText, aField('group', { key: 'isiDaftar', label: 'Nama anggota', fields: [{ ...longText, key: 'isi' }] })],
        }),
      }),
      [['error', 'form.isi', 'Kunci isian "isi"']],
    ],
    [
      'a section written twice',
      sound({ form: aForm({ sections: [section('satu', 'nama'), section('satu', 'keperluan')] }) }),
      [['error', 'form.satu', 'Kunci bagian "satu"']],
    ],
    ['an option written twice', asking([choice('jenis', 'a', 'a')]), [['error', 'form.jenis', 'dua pilihan dengan nilai "a"']]],
    [
      'limits that no number fits',
      asking([aField('number', { key: 'usia', label: 'Usia', min: 10, max: 5 })]),
      [['error', 'form.usia', 'Tidak ada jawaban']],
    ],
    ['limits that no text fits', asking([text({ minLength: 10, maxLength: 5 })]), [['error', 'form.alamat', 'Tidak ada jawaban']]],
    [
      'limits that no date fits',
      asking([aField('date', { key: 'lahir', label: 'Tanggal lahir', earliest: '2026-01-02', latest: '2026-01-01' })]),
      [['error', 'form.lahir', 'Tidak ada jawaban']],
    ],
    [
      'a pattern that a hostile answer makes slow',
      asking([text({ pattern: { regex: '([a-z]+)*', message: 'Tulis huruf kecil' } })]),
      [['error', 'form.alamat.pattern', 'dapat membuat layanan macet']],
    ],
    [
      'a field that shows itself',
      asking([text({ visibleWhen: { fact: 'answers.alamat', operator: 'isFilled', value: true } })]),
      [['error', 'form.alamat.visibleWhen', 'dirinya sendiri']],
    ],
    [
      'a field that is never shown',
      asking([choice('jenis', 'a', 'b'), text({ visibleWhen: { all: [is('jenis', 'a'), is('jenis', 'b')] } })]),
      [['warning', 'form.alamat.visibleWhen', 'tidak pernah tampil']],
    ],
    [
      'a field shown on an unknown fact',
      asking([text({ visibleWhen: is('umur', 17) })]),
      [['error', 'form.alamat.visibleWhen', '"answers.umur" tidak dikenal']],
    ],
    [
      'a field required on what only rules know',
      asking([text({ requiredWhen: { fact: 'receivedOnWorkingDay', operator: 'is', value: true } })]),
      [['error', 'form.alamat.requiredWhen', '"receivedOnWorkingDay" belum diketahui di sini']],
    ],
    [
      'a section shown on an unknown fact',
      sound({ form: aForm({ sections: [section('satu', 'nama'), { ...section('dua', 'keperluan'), visibleWhen: is('umur', 17) }] }) }),
      [['error', 'form.dua.visibleWhen', '"answers.umur" tidak dikenal']],
    ],
    ['a form field that opens once only', asking([text({ oneTime: true })]), [['error', 'form.alamat', 'hanya dapat dibuka sekali']]],
    ['a secret that is kept from nobody', asking([text({ confidential: true })]), [['warning', 'form.alamat', 'ditandai rahasia']]],
  ])('finds %s', (_what, definition, expected) => {
    expect(found(definition)).toEqual(alike(expected));
  });

  it('takes a field of a list that looks at its neighbour and at the form around', () => {
    const wakil = aField('yesNo', { key: 'wakil', label: 'Wakil' });
    const group = aField('group', {
      key: 'anggota',
      label: 'Nama anggota',
      fields: [wakil, text({ key: 'alamatAnggota', requiredWhen: { all: [is('wakil', true), is('nama', 'Siti')] } })],
    });
    expect(found(sound({ form: aForm({ fields: [text({ key: 'nama', label: 'Nama' }), group] }) }))).toEqual([]);
  });

  it('finds marks inside a list and on decisions that only the form can bear', () => {
    const fields = [text({ key: 'kode', unique: true }), text({ key: 'nomor', documentCode: true }), text({ key: 'sandi', oneTime: true })];
    const listed = sound({
      form: aForm({ fields: [text({ key: 'nama', label: 'Nama' }), aField('group', { key: 'alamat', label: 'Alamat', fields })] }),
    });
    expect(found(listed).map(([severity, where]) => [severity, where])).toEqual([
      ['error', 'form.alamat.kode'],
      ['error', 'form.alamat.nomor'],
      ['error', 'form.alamat.sandi'],
    ]);
    const decided = withOutcome('lengkap', { fields: [...fields, text({ key: 'rahasia', confidential: true })] });
    expect(found(decided).map(([severity, , what]) => [severity, what.slice(0, 33)])).toEqual([
      ['error', 'Isian "Alamat" ditandai tidak bol'],
      ['error', 'Isian "Alamat" ditandai berisi ko'],
      ['warning', 'Isian keputusan "Alamat" ditandai'],
    ]);
  });

  it('finds fields of decisions that cannot be told apart', () => {
    const yesNo = aField('yesNo', { key: 'hasil', label: 'Hasil' });
    const { procedure } = withOutcome('lengkap', { fields: [yesNo, yesNo] });
    const steps = procedure.steps.map((step) =>
      step.key === 'jawab'
        ? { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, fields: [text({ key: 'hasil' })] })) }
        : step,
    );
    expect(found(sound({ procedure: { ...procedure, steps } }))).toEqual(
      alike([
        ['error', 'procedure.periksa.lengkap', 'Kunci isian "hasil"'],
        ['error', 'procedure.jawab.dijawab.hasil', 'Isian keputusan "hasil" berbeda jenis pada dua hasil.'],
      ]),
    );
  });

  it('lets a decision’s field look at its siblings, and at nothing else', () => {
    const asked = (fact: string) =>
      withOutcome('lengkap', {
        fields: [aField('yesNo', { key: 'ada', label: 'Ada' }), text({ visibleWhen: { fact, operator: 'isFilled', value: true } })],
      });
    expect(found(asked('answers.ada'))).toEqual([]);
    expect(found(asked('answers.nama'))).toEqual(alike([['error', 'procedure.periksa.lengkap.alamat.visibleWhen', 'answers.nama']]));
  });
});

describe('lint of letters', () => {
  const letter = (body: string): OperableDefinition => sound({ messages: { ...sound().messages, answered: { subject: 'Dijawab', body } } });
  const issued = (body: string): OperableDefinition =>
    withOutcome(
      'dijawab',
      {
        effects: [
          { type: 'issueDocument', document: 'surat' },
          { type: 'notify', message: 'answered' },
        ],
      },
      { documents: { surat: { title: 'Surat', body } } },
    );

  it.each<[string, OperableDefinition, Found[]]>([
    ['nothing in what is known', letter('Nomor {number} untuk {service}, {answers.nama}.'), []],
    ['a name that nobody knows', letter('Yang terhormat {pemohon}'), [['error', 'messages.answered', '{pemohon} tidak dikenal']]],
    ['a name with blanks', letter('Yang terhormat { number }'), [['error', 'messages.answered', '{ number } tidak dikenal']]],
    [
      'a field that is not there',
      letter('Yang terhormat {answers.umur}'),
      [['error', 'messages.answered', '{answers.umur} menyebut isian yang tidak ada']],
    ],
    ['a reason that is not asked', letter('Karena alasan {reason}'), [['warning', 'messages.answered', 'menyebut {reason}']]],
    ['an amount without a charge', issued('Bayarlah {amount} segera'), [['warning', 'documents.surat', 'menyebut {amount}']]],
    ['a schedule without a slot', issued('Datanglah pada {schedule}'), [['warning', 'documents.surat', 'menyebut {schedule}']]],
    [
      'a document that nothing issues',
      sound({ documents: { surat: { title: 'Surat', body: 'Surat keterangan' } } }),
      [['warning', 'documents.surat', 'tidak pernah diterbitkan']],
    ],
    [
      'a message that nothing sends',
      sound({ messages: { ...sound().messages, lain: { subject: 'Lain', body: 'Pesan lain saja' } } }),
      [['warning', 'messages.lain', 'tidak pernah dikirim']],
    ],
    [
      'an extension of which nobody hears',
      sound({ messages: Object.fromEntries(Object.entries(sound().messages).filter(([key]) => key !== 'extended')) }),
      [['warning', 'messages.extended', 'belum ditulis']],
    ],
  ])('finds %s', (_what, definition, expected) => {
    expect(found(definition)).toEqual(alike(expected));
  });

  it('finds a password in a letter, and a file', () => {
    const fields = [text({ key: 'sandi', oneTime: true }), aField('file', { key: 'lampiran', label: 'Lampiran' })];
    const { procedure } = withOutcome('dijawab', { fields });
    expect(found({ ...letter('Sandi Anda {decisions.sandi}, lampiran {decisions.lampiran}'), procedure })).toEqual(
      alike([
        ['error', 'messages.answered', 'hanya dapat dibuka sekali'],
        ['warning', 'messages.answered', 'berkas atau daftar'],
      ]),
    );
  });

  it('finds a secret in a letter to those who must not see it', () => {
    const blind = withSteps(
      (steps) =>
        steps.map((step) => ({
          ...step,
          outcomes: step.outcomes.map((outcome) =>
            outcome.key === 'dijawab' ? { ...outcome, effects: [{ type: 'notify' as const, message: 'answered', to: 'atasan' }] } : outcome,
          ),
        })),
      { blind: ['atasan'] },
    );
    const { messages } = letter('Pemohon bernama {answers.nama}');
    const form = aForm({ fields: [text({ key: 'nama', label: 'Nama', confidential: true })] });
    expect(found({ ...blind, messages, form }, known())).toEqual(alike([['warning', 'messages.answered', 'jabatan "atasan"']]));
  });
});

describe('patterns', () => {
  it.each([
    ['[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?', 63],
    ['\\d{18}', 18],
    ['[A-Z]{1,2} ?\\d{1,4} ?[A-Z]{0,3}', 12],
    ['[a-z]+(-[a-z]+)*', 100],
    ['\\p{L}[\\p{L} .\\x27]*', 100],
    ['(?:ya|tidak|mungkin)', 10],
    ['(?<kota>[A-Z]+)/\\d+/\\d{4}', 60],
    ['^[^@ ]+@[^@ ]+$', 254],
  ])('takes %s', (regex, length) => {
    expect(isSafePattern(regex, length)).toBe(true);
  });

  it.each([
    ['([a-z]+)*', 100],
    ['(a|a)*', 100],
    ['(a|aa)+', 100],
    ['(\\d+\\s?)+', 100],
    ['([a-z]+-?)*', 100],
    ['.*.*.*.*.*', 100],
    ['\\w+\\d+\\w+', 5_000],
    ['(?=.*\\d).+', 100],
    ['(.)\\1+', 100],
    ['(a{0,19}){0,19}', 100],
  ])('refuses %s', (regex, length) => {
    expect(isSafePattern(regex, length)).toBe(false);
  });

  const atom = fc.constantFrom('a', 'b', '[ab]', '\\w', '.', '-');
  const count = fc.constantFrom('', '', '?', '*', '+', '{0,12}', '{3}');
  const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    pattern: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(atom, count).map(([what, often]) => what + often),
      fc.tuple(tie('pattern'), count).map(([what, often]) => `(?:${what})${often}`),
      fc.tuple(tie('pattern'), tie('pattern'), count).map(([one, other, often]) => `(?:${one}|${other})${often}`),
    ),
  }));

  it('that are taken are matched quickly against hostile texts', () => {
    const hostile = ['a', 'b', 'ab', 'aab', '-', 'a-'].map((piece) => `${piece.repeat(60)}!`);
    const isSlow = (regex: string): boolean => {
      const anchored = new RegExp(`^(?:${regex})$`, 'u');
      const started = performance.now();
      hostile.forEach((each) => anchored.test(each));
      return performance.now() - started > 3_000;
    };
    fc.assert(
      fc.property(pattern, (regex) => {
        fc.pre(isSafePattern(regex, 120));
        expect(isSlow(regex)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
