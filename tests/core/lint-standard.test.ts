import { lint } from '../../plugins/maklumat/core/definition/lint';
import { statedTimes } from '../../plugins/maklumat/core/definition/lint/timeWords';
import type { Clock } from '../../plugins/maklumat/core/definition/procedure';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { aField } from '../../plugins/maklumat/core/testing/builders';
import { alike, always, asking, found, known, route, rule, sound, stating, type Found } from './lintService';

const { clock } = sound();
const counted = (completionTime: string, duration: Clock['duration'], extension?: Clock['duration']): Found[] =>
  found(
    stating(
      { completionTime },
      {
        clock: { ...clock, duration, extension: extension && { duration: extension, limit: 1, position: 'petugas' } },
        messages: extension ? sound().messages : Object.fromEntries(Object.entries(sound().messages).filter(([key]) => key !== 'extended')),
      },
    ),
  );

describe('lint of the promised time', () => {
  it('tells a clerk that the standard says three days and the clock five', () => {
    const definition = stating(
      { completionTime: '3 (tiga) hari setelah permohonan diterima.' },
      { clock: { ...clock, duration: { amount: 5, unit: 'days' }, extension: undefined } },
    );
    expect(lint(definition, known()).filter(({ severity }) => severity === 'error')).toEqual([
      {
        severity: 'error',
        where: 'standard.servicePoint.completionTime',
        what: 'Standar menulis 3 hari, tenggat dihitung 5 hari.',
        why: 'Pemohon membaca janji waktu yang berbeda dengan yang dijalankan.',
        mend: 'Samakan jangka waktu pada standar dengan tenggat.',
      },
    ]);
  });

  it.each<[string, Clock['duration']]>([
    ['10 (sepuluh) hari kerja sejak diterimanya permintaan', { amount: 10, unit: 'workingDays' }],
    ['7 (tujuh) hari setelah permohonan diterima.', { amount: 7, unit: 'days' }],
    ['3 (tiga) hari setelah didisposisi', { amount: 3, unit: 'workingDays' }],
    ['1 (satu) minggu jika ditanggapi secara tertulis', { amount: 7, unit: 'days' }],
    ['satu minggu', { amount: 1, unit: 'weeks' }],
    ['Dua puluh lima hari kerja', { amount: 25, unit: 'workingDays' }],
    ['Proses administrasi selama 45 (empat puluh lima) menit', { amount: 45, unit: 'minutes' }],
    ['selama 3 (tiga) jam per pemohon', { amount: 3, unit: 'clockHours' }],
    ['2 x 24 jam', { amount: 48, unit: 'clockHours' }],
    ['1,5 jam', { amount: 90, unit: 'minutes' }],
    ['Langkah 1 60 menit; langkah 2 60 menit; langkah 3 150 menit; langkah 4 180 menit.', { amount: 450, unit: 'minutes' }],
    [
      'Langkah 2 15 menit; langkah 3 1 jam; langkah 4 1 jam. Seluruhnya 135 menit. Senin s.d. Kamis 08.00 – 16.00',
      { amount: 135, unit: 'minutes' },
    ],
    ['paling lama 1 bulan', { amount: 30, unit: 'days' }],
  ])('agrees that "%s" is %j', (completionTime, duration) => {
    expect(counted(completionTime, duration)).toEqual([]);
  });

  it.each<[string, Clock['duration'], string]>([
    ['10 hari kerja', { amount: 10, unit: 'days' }, 'Standar menulis 10 hari kerja, tenggat dihitung 10 hari.'],
    ['45 menit', { amount: 2, unit: 'hours' }, 'Standar menulis 45 menit, tenggat dihitung 2 jam kerja.'],
    ['2 hari', { amount: 48, unit: 'clockHours' }, 'Standar menulis 2 hari, tenggat dihitung 48 jam.'],
    ['3 hari, atau 1 minggu bila rumit', { amount: 4, unit: 'days' }, 'Standar menulis 3 hari dan 1 minggu, tenggat dihitung 4 hari.'],
  ])('sees that "%s" is not %j', (completionTime, duration, what) => {
    expect(counted(completionTime, duration)).toEqual([['error', 'standard.servicePoint.completionTime', what]]);
  });

  it('sees an extension that the standard does not tell of', () => {
    expect(counted('10 hari kerja', { amount: 10, unit: 'workingDays' }, { amount: 7, unit: 'workingDays' })).toEqual([
      [
        'error',
        'standard.servicePoint.completionTime',
        'Perpanjangan tenggat dihitung 7 hari kerja, tetapi standar hanya menulis 10 hari kerja.',
      ],
    ]);
  });

  it('warns of a standard that states no time, and of a promise that it does not state', () => {
    expect(counted('Sesuai jadwal', { amount: 10, unit: 'workingDays' })).toEqual(
      alike([['warning', 'standard.servicePoint.completionTime', 'tidak menyebut jangka waktu']]),
    );
    const quick = rule('cepat', always, { type: 'promise', duration: { amount: 2, unit: 'workingDays' } });
    expect(found(sound({ rules: [route, quick] }))).toEqual(alike([['warning', 'rules.cepat', '2 hari kerja']]));
  });

  it('reads numbers in words', () => {
    const amounts = ['sebelas hari', 'dua belas hari', 'sepuluh hari', 'tiga puluh satu hari', 'empat puluh menit'].map(
      (words) => statedTimes(words)[0]?.amount,
    );
    expect(amounts).toEqual([11, 12, 10, 31, 40]);
  });
});

describe('lint of the fee', () => {
  const charging = rule('biaya', always, { type: 'charge', amount: 5_000, times: [] });
  const nothing = rule('biaya', always, { type: 'charge', amount: 0, times: [] });
  const where = 'standard.servicePoint.fee';

  it.each<[string, OperableDefinition['rules'], string[]]>([
    ['Tidak dipungut biaya (gratis).', [], []],
    ['', [], []],
    ['Gratis', [nothing], []],
    ['Sesuai tarif dalam Peraturan Wali Kota', [charging], []],
    ['Gratis bagi warga, Rp5.000 bagi badan usaha', [charging], []],
    ['Tidak dipungut biaya (gratis).', [charging], ['Standar menulis layanan ini gratis, tetapi ada aturan biaya.']],
    ['', [charging], ['Standar tidak menyebut biaya, tetapi ada aturan biaya.']],
    ['Biaya sesuai lampiran peraturan', [], ['Standar menulis layanan ini berbayar, tetapi tidak ada aturan biaya.']],
    ['Rp 0', [], []],
    ['Retribusi Rp10.000', [], ['Standar menulis layanan ini berbayar, tetapi tidak ada aturan biaya.']],
  ])('holds "%s" against the rules', (fee, rules, expected) => {
    expect(found(stating({ fee }, { rules: [route, ...rules] }))).toEqual(expected.map((what) => ['error', where, what]));
  });
});

describe('lint of what is asked and required', () => {
  const where = 'standard.servicePoint.requirements';

  it.each<[string, string]>([
    ['Identitas diri (KTP/SIM)', 'Salinan KTP'],
    ['KAK', 'Kerangka Acuan Kerja (KAK)'],
    ['Surat penunjukan pejabat', 'Pejabat yang ditunjuk'],
    ['Alamat obyek pengaduan', 'Objek yang dilaporkan'],
    ['Surat permohonan', 'Surat permohonan'],
    ['Formulir pendaftaran', 'Apa saja'],
  ])('finds "%s" in the field "%s"', (requirement, label) => {
    expect(found({ ...stating({ requirements: [requirement] }), form: asking([aField('longText', { key: 'isi', label })]).form })).toEqual(
      [],
    );
  });

  it('warns of every line that no field collects', () => {
    expect(found(stating({ requirements: ['Nama pemohon', 'Rekomendasi camat:\n1) Denah bangunan'] }))).toEqual([
      ['warning', where, 'Persyaratan "Rekomendasi camat:" tidak diminta oleh formulir.'],
      ['warning', where, 'Persyaratan "1) Denah bangunan" tidak diminta oleh formulir.'],
    ]);
  });

  it('warns of a field that nothing needs, and not of what tells who somebody is', () => {
    const fields = [
      aField('choice', { key: 'warna', label: 'Warna kesukaan' }),
      aField('text', { key: 'pekerjaan', label: 'Pekerjaan' }),
      aField('phone'),
    ];
    expect(found(asking(fields))).toEqual([['warning', 'form.warna', 'Isian "Warna kesukaan" tidak dipakai.']]);
  });

  it.each<[string, Partial<OperableDefinition>]>([
    ['a rule', { rules: [route, rule('awas', { fact: 'answers.warna', operator: 'is', value: 'ya' }, { type: 'warn' })] }],
    ['a message', { messages: { ...sound().messages, answered: { subject: 'Permohonan dijawab', body: 'Warna Anda: {answers.warna}.' } } }],
    ['the standard', stating({ product: ['Kartu dengan warna pilihan'] })],
  ])('counts a field as needed by %s', (_what, over) => {
    const { form } = asking([aField('choice', { key: 'warna', label: 'Warna kesukaan' })]);
    expect(found({ ...sound(over), form })).toEqual([]);
  });
});
