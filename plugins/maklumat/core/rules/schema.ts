import { z } from 'zod';
import { Duration } from '../calendar/duration';
import { Slug } from '../definition/slug';

/**
 * The closed list of operators. Each is typed: an operand of another type makes the comparison false, never an exception,
 * because json-rules-engine alone would call "9" greater than "10".
 */
export const Operator = z.enum([
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
  'includes',
  'isFilled',
  'isEmpty',
  'lessThan',
  'atMost',
  'atLeast',
  'moreThan',
  'before',
  'onOrBefore',
  'onOrAfter',
  'after',
]);
export type Operator = z.infer<typeof Operator>;

export const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;

const Comparison = z.strictObject({
  fact: z.string().min(1).describe('Nama fakta, mis. answers.jenisPemohon'),
  operator: Operator,
  value: z.union([Scalar, z.array(Scalar)]).describe('Pembanding; true untuk isFilled dan isEmpty'),
});
export type Comparison = z.infer<typeof Comparison>;

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** A condition in json-rules-engine's own document shape, without paths, params or fact references as values. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Comparison,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);

/** Another case, opened for the same applicant and linked to this one. `answers` fills its form from facts of this case. */
export const OpenCase = z.strictObject({
  type: z.literal('openCase'),
  service: Slug,
  answers: z.record(z.string(), z.string()).describe('Kunci isian layanan tujuan → nama fakta, mis. {"uraian": "answers.pertanyaan"}'),
});
export type OpenCase = z.infer<typeof OpenCase>;

const charge = z
  .strictObject({
    type: z.literal('charge'),
    amount: z.int().min(0).optional().describe('Rupiah'),
    rate: Slug.optional().describe('Kunci tarif pada daftar tarif; jumlahnya diambil dari tarif yang berlaku pada hari permohonan'),
    times: z.array(z.string()).default([]).describe('Nama fakta angka yang mengalikan jumlahnya, mis. answers.frekuensi'),
  })
  .refine(({ amount, rate }) => (amount === undefined) !== (rate === undefined), { message: 'Isi tepat satu dari "amount" dan "rate"' });

/** What a rule decides when its condition holds. */
export const Decision = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('refuse') }),
  z.strictObject({ type: z.literal('require'), field: z.string() }),
  z.strictObject({ type: z.literal('warn') }),
  z.strictObject({ type: z.literal('route'), unit: z.string(), position: z.string() }),
  z.strictObject({ type: z.literal('promise'), duration: Duration }).describe('Menggantikan lama janji pada clock'),
  z
    .strictObject({
      type: z.literal('escalate'),
      after: z.int().min(1).max(500).describe('Persen dari waktu janji yang sudah terpakai, mis. 75 atau 100'),
      position: Slug,
      message: z.string().optional().describe('Kunci pesan pada bagian messages'),
    })
    .describe('Melaporkan perkara yang belum selesai kepada jabatan lain'),
  charge,
  OpenCase,
  z.strictObject({
    type: z.literal('notify'),
    message: z.string(),
    to: Slug.optional().describe('Jabatan penerima; kosong berarti pemohon'),
  }),
]);
export type Decision = z.infer<typeof Decision>;

export const Rule = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  priority: z.int().min(1).max(1000).default(100).describe('Yang lebih besar didahulukan; aturan rute pertama yang cocok yang dipakai'),
  when: Condition,
  then: Decision,
  sentence: z.string().min(5).describe('Alasan yang dibaca warga, bahasa Indonesia'),
});
export type Rule = z.infer<typeof Rule>;
