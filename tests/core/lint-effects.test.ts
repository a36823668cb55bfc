import { lint } from '../../plugins/maklumat/core/definition/lint';
import type { Outcome } from '../../plugins/maklumat/core/definition/procedure';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import type { SimpleField } from '../../plugins/maklumat/core/form/schema';
import { aField, aForm } from '../../plugins/maklumat/core/testing/builders';
import { alike, asking, changing, found, known, sound, withOutcome, withStep, type Found } from './lintService';

const { clock } = sound();
const start = aField('dateTime', { key: 'mulai', label: 'Mulai', required: true });
const reserve = { type: 'reserve', resource: 'ruang', startField: 'mulai', minutes: 60, offer: false } as const;
const clocked = (startOf: 'disposition' | 'completion'): Partial<OperableDefinition> => ({ clock: { ...clock, start: startOf } });

describe('lint of the clock', () => {
  const begun = (over: Partial<OperableDefinition> = {}) =>
    withOutcome('lengkap', { effects: [{ type: 'startClock' }] }, { ...clocked('disposition'), ...over });

  it('finds nothing where a step starts it', () => {
    expect(found(begun())).toEqual([]);
  });

  it.each<[string, OperableDefinition, Found[]]>([
    ['a clock that nothing starts', sound(clocked('disposition')), [['error', 'clock', 'tidak ada langkah yang memulainya']]],
    [
      'a way to the end that never starts it',
      {
        ...withStep('periksa', (step) => ({
          ...step,
          outcomes: [
            ...step.outcomes.map((outcome) =>
              outcome.key === 'lengkap' ? { ...outcome, effects: [{ type: 'startClock' as const }] } : outcome,
            ),
            { key: 'langsung', label: 'Langsung', end: 'completed', reason: 'none', fields: [], effects: [] },
          ],
        })),
        ...clocked('disposition'),
      },
      [['warning', 'clock', 'selesai tanpa pernah didisposisikan']],
    ],
    [
      'a start that a clock from the receipt does not need',
      withOutcome('lengkap', { effects: [{ type: 'startClock' }] }),
      [['warning', 'procedure.periksa.lengkap', '"startClock"']],
    ],
    [
      'a pause that nothing ends',
      withOutcome('belum-lengkap', { effects: [{ type: 'pauseClock' }, { type: 'notify', message: 'returned' }] }),
      [['warning', 'procedure.periksa.belum-lengkap', 'tidak pernah dilanjutkan']],
    ],
    [
      'a resumption of what was never paused',
      withOutcome('lengkap', { effects: [{ type: 'resumeClock' }] }),
      [['warning', 'procedure.periksa.lengkap', '"resumeClock"']],
    ],
    [
      'a schedule that is read from no moment',
      sound({ clock: { ...clock, start: 'schedule', startField: 'nama' } }),
      [['error', 'clock', 'Isian "nama" bukan isian tanggal dan jam']],
    ],
  ])('finds %s', (_what, definition, expected) => {
    expect(found(definition)).toEqual(alike(expected));
  });

  it('finds a stop that comes before every start', () => {
    const stopped = withOutcome('lengkap', { effects: [{ type: 'stopClock' }] }, clocked('completion'));
    const definition = changing(stopped, 'dijawab', ({ effects }) => ({ effects: [{ type: 'startClock' }, ...effects.slice(1)] }));
    expect(found(definition)).toEqual(alike([['error', 'procedure.periksa.lengkap', 'belum pernah berjalan']]));
  });
});

describe('lint of effects', () => {
  const booked = (effects: Outcome['effects'], over: Partial<OperableDefinition> = {}) =>
    withOutcome('lengkap', { effects }, { form: asking([start]).form, ...over });
  const target = (fields: SimpleField[]) => known({ services: new Map([['lanjutan', fields]]) });
  const openCase = (answers: Record<string, string>, service = 'lanjutan') => booked([{ type: 'openCase', service, answers }]);

  it('finds nothing in a slot that is reserved, offered and accepted', () => {
    expect(found(booked([reserve]))).toEqual([]);
    const offered = booked([{ ...reserve, offer: true }]);
    const accepted = changing(offered, 'dijawab', ({ effects }) => ({ effects: [...effects, { type: 'acceptReservation' }] }));
    expect(found(accepted)).toEqual([]);
  });

  it.each<[string, OperableDefinition, Found]>([
    [
      'a message that is not written',
      booked([{ type: 'notify', message: 'checked' }]),
      ['error', 'procedure.periksa.lengkap', 'Pesan "checked"'],
    ],
    [
      'a document that is not written',
      booked([{ type: 'issueDocument', document: 'surat' }]),
      ['error', 'procedure.periksa.lengkap', 'Dokumen "surat"'],
    ],
    [
      'a resource that does not exist',
      booked([{ ...reserve, resource: 'kapal' }]),
      ['error', 'procedure.periksa.lengkap', 'Sumber daya "kapal"'],
    ],
    [
      'a slot that begins at no moment',
      booked([{ ...reserve, startField: 'nama' }]),
      ['error', 'procedure.periksa.lengkap', '"nama" bukan isian tanggal'],
    ],
    [
      'a slot whose beginning may be left out',
      booked([reserve], { form: asking([aField('dateTime', { key: 'mulai' })]).form }),
      ['warning', 'procedure.periksa.lengkap', 'boleh dikosongkan'],
    ],
    [
      'a length that is no number',
      booked([{ ...reserve, minutesField: 'nama' }]),
      ['error', 'procedure.periksa.lengkap', '"nama" bukan angka'],
    ],
    [
      'an acceptance without an offer',
      booked([{ type: 'acceptReservation' }]),
      ['error', 'procedure.periksa.lengkap', 'tidak pernah ditawarkan'],
    ],
    [
      'an offer that nobody can accept',
      booked([{ ...reserve, offer: true }]),
      ['warning', 'procedure.periksa.lengkap', 'tidak dapat diterima'],
    ],
    ['a release of nothing', booked([{ type: 'releaseReservation' }]), ['warning', 'procedure.periksa.lengkap', 'tidak pernah dipesan']],
    ['a linked case of no service', openCase({}, 'entah'), ['error', 'procedure.periksa.lengkap', 'Layanan "entah"']],
    ['a case that opens itself', openCase({}, 'layanan-contoh'), ['error', 'procedure.periksa.lengkap', 'pada dirinya sendiri']],
  ])('finds %s', (_what, definition, [severity, where, what]) => {
    const unused = ({ where: place }: { where: string }) => !place.startsWith('form.');
    const findings = lint(definition, target([])).filter(unused);
    expect(findings).toEqual([expect.objectContaining({ severity, where, what: expect.stringContaining(what) })]);
  });

  it('finds an invoice without document and without charge', () => {
    expect(found(booked([{ type: 'invoice', document: 'tagihan' }])).filter(([, where]) => !where.startsWith('form.'))).toEqual(
      alike([
        ['error', 'procedure.periksa.lengkap', 'Dokumen "tagihan"'],
        ['error', 'procedure.periksa.lengkap', 'tidak memiliki dasar biaya'],
      ]),
    );
  });

  it.each<[string, Record<string, string>, SimpleField[], Found[1] | string[]]>([
    ['nothing, when all that is required is given', { judul: 'answers.nama' }, [aField('text', { key: 'judul', required: true })], []],
    [
      'a required field that is given nothing',
      {},
      [aField('text', { key: 'judul', label: 'Judul', required: true })],
      ['Isian wajib "Judul"'],
    ],
    ['a field that is not there', { judul: 'answers.nama' }, [], ['tidak memiliki isian "judul"']],
    ['an answer that is not there', { judul: 'answers.alamat' }, [aField('text', { key: 'judul' })], ['"answers.alamat" tidak dikenal']],
    ['an answer of another type', { jumlah: 'answers.nama' }, [aField('number', { key: 'jumlah' })], ['tidak sejenis']],
  ])('finds in a linked case %s', (_what, answers, fields, expected) => {
    const findings = lint(openCase(answers), target(fields)).filter(({ where }) => where.startsWith('procedure.'));
    expect(findings.map(({ what }) => what)).toEqual([expected].flat().map((what): unknown => expect.stringContaining(what)));
  });

  it('warns when a required field is given what may be empty', () => {
    const definition = {
      ...openCase({ judul: 'answers.sebutan' }),
      form: aForm({ fields: [aField('text', { key: 'nama', label: 'Nama' }), aField('text', { key: 'sebutan' })] }),
    };
    const findings = lint(definition, target([aField('text', { key: 'judul', required: true })]));
    expect(findings.map(({ severity, what }) => [severity, what])).toEqual([['warning', expect.stringContaining('boleh kosong')]]);
  });
});
