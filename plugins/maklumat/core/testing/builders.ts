import type { z } from 'zod';
import { Calendar } from '../calendar/schema';
import { Clock, Procedure } from '../definition/procedure';
import { ServiceDefinition, type OperableDefinition } from '../definition/schema';
import { Field, Form, type FieldType } from '../form/schema';

/** An ISO instant with seconds: `2026-01-05T09:00+07:00` gives `2026-01-05T09:00:00+07:00`. */
export function at(instant: string): string {
  return instant.replace(/T(\d{2}:\d{2})(?=[+\-Z])/, 'T$1:00');
}

/** An office of Western Indonesia, Monday to Thursday 07:30–16:00, Friday 07:00–16:00, with breaks and one holiday, Friday 16 January 2026. */
export function aCalendar(over: Partial<z.input<typeof Calendar>> = {}): Calendar {
  const day = (name: string) => ({ day: name, opens: '07:30', closes: '16:00', breakFrom: '12:00', breakTo: '13:00' });
  return Calendar.parse({
    slug: 'kota-contoh',
    name: 'Jam kerja Kota Contoh',
    zone: 'Asia/Jakarta',
    officeHours: [
      ...['monday', 'tuesday', 'wednesday', 'thursday'].map(day),
      { day: 'friday', opens: '07:00', closes: '16:00', breakFrom: '11:30', breakTo: '13:00' },
    ],
    holidays: [{ date: '2026-01-16', name: 'Isra Mikraj Nabi Muhammad', kind: 'national' }],
    ...over,
  });
}

type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
type FieldInput<T extends FieldType> = Extract<z.input<typeof Field>, { type: T }>;

const twoOptions = [
  { value: 'ya', label: 'Ya' },
  { value: 'tidak', label: 'Tidak' },
];
const needed: { [T in FieldType]?: Partial<FieldInput<T>> } = {
  choice: { options: twoOptions },
  multiChoice: { options: twoOptions },
  statement: { text: 'Saya menyatakan bahwa data ini benar.' },
  group: { fields: [{ type: 'text', key: 'isi', label: 'Isi' }] },
};

/** A field of a type with that type as its key, optional, with the limits that the schema gives by itself. */
export function aField<T extends FieldType>(type: T, over: Partial<FieldInput<T>> = {}): FieldOf<T> {
  return Field.parse({ type, key: type, label: `Isian ${type}`, ...needed[type], ...over }) as FieldOf<T>;
}

/** A form of one section; by default it asks a name and what is wanted, both required. */
export function aForm(over: Partial<z.input<typeof Form>> | { fields: readonly Field[] } = {}): Form {
  const fields =
    'fields' in over
      ? over.fields
      : [
          aField('text', { key: 'nama', label: 'Nama', required: true }),
          aField('longText', { key: 'keperluan', label: 'Keperluan', required: true }),
        ];
  const sections = 'sections' in over && over.sections ? over.sections : [{ key: 'permohonan', title: 'Permohonan', fields: [...fields] }];
  return Form.parse({ sections });
}

const aProcedure = (): Procedure =>
  Procedure.parse({
    intake: 'petugas',
    steps: [
      {
        key: 'ajukan',
        title: 'Pemohon mengajukan permohonan',
        actor: { kind: 'applicant' },
        status: 'returned',
        outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'periksa' }],
      },
      {
        key: 'periksa',
        title: 'Petugas memeriksa permohonan',
        actor: { kind: 'position', position: 'petugas' },
        status: 'submitted',
        outcomes: [
          { key: 'lengkap', label: 'Lengkap', to: 'jawab' },
          {
            key: 'belum-lengkap',
            label: 'Belum lengkap',
            to: 'ajukan',
            reason: 'required',
            effects: [{ type: 'notify', message: 'returned' }],
          },
        ],
      },
      {
        key: 'jawab',
        title: 'Petugas menjawab permohonan',
        actor: { kind: 'position', position: 'petugas' },
        status: 'processing',
        outcomes: [
          {
            key: 'dijawab',
            label: 'Dijawab',
            end: 'completed',
            result: 'Dijawab',
            effects: [{ type: 'stopClock' }, { type: 'notify', message: 'answered' }],
          },
        ],
      },
    ],
  });

const aClock = (): Clock =>
  Clock.parse({
    start: 'receipt',
    duration: { amount: 10, unit: 'workingDays' },
    extension: { duration: { amount: 7, unit: 'workingDays' }, limit: 1, position: 'petugas' },
    basis: 'Keputusan Nomor 1 Tahun 2026',
  });

const message = (subject: string) => ({ subject, body: `${subject}: permohonan {number} untuk {service}.` });

/** A small service that takes cases: the applicant files, an officer checks (complete or not), an officer answers, the case ends. Ten working days, one extension of seven. */
export function aService(over: Partial<OperableDefinition> = {}): OperableDefinition {
  const form = over.form ?? aForm();
  const procedure = over.procedure ?? aProcedure();
  const clock = over.clock ?? aClock();
  const definition = ServiceDefinition.parse({
    format: 1,
    slug: 'layanan-contoh',
    name: 'Layanan Contoh',
    summary: 'Layanan kecil untuk mencoba mesin perkara.',
    agency: 'dinas-contoh',
    decree: { number: '1 Tahun 2026', title: 'Standar Pelayanan', date: '2026-01-01', signatory: 'Kepala Dinas' },
    effectiveFrom: '2026-01-01',
    standard: {
      servicePoint: {
        requirements: ['KTP'],
        procedure: ['Ajukan'],
        completionTime: '10 hari kerja',
        fee: 'Gratis',
        product: ['Jawaban'],
        complaints: ['Loket'],
      },
      manufacturing: {
        legalBasis: ['UU 25/2009'],
        facilities: ['Loket'],
        competence: ['Memahami layanan'],
        supervision: ['Kepala Dinas'],
        staffing: '2 orang',
        guarantee: ['Sesuai standar'],
        safety: ['Data dijaga'],
        evaluation: ['Setiap permohonan'],
      },
    },
    numberPrefix: 'LC',
    messages: {
      submitted: message('Permohonan diterima'),
      returned: message('Permohonan perlu dilengkapi'),
      extended: message('Waktu diperpanjang'),
      answered: message('Permohonan dijawab'),
    },
    ...over,
  });
  return { ...definition, form, procedure, clock };
}
