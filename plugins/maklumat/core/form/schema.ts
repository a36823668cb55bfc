import { z } from 'zod';
import { Condition } from '../rules/schema';

export const FieldKey = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,59}$/)
  .describe('Kunci jawaban, unik di seluruh formulir');

function compiles(regex: string): boolean {
  try {
    return new RegExp(`^(?:${regex})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const base = {
  key: FieldKey,
  label: z.string().min(1).max(200),
  hint: z.string().max(500).optional(),
  required: z.boolean().default(false),
  requiredWhen: Condition.optional().describe('Wajib diisi bila syarat ini terpenuhi'),
  visibleWhen: Condition.optional().describe('Hanya tampil bila syarat ini terpenuhi; jawaban isian yang tersembunyi ditolak'),
  confidential: z.boolean().default(false).describe('Rahasia: tidak terlihat oleh jabatan pada procedure.blind'),
  audience: z.enum(['applicant', 'office']).default('office').describe('Untuk isian keputusan: siapa yang boleh membaca nilainya'),
};
const DateLimit = z.union([z.iso.date(), z.literal('today')]).describe('Tanggal, atau "today": hari pengisian di zona perangkat daerah');
const text = { ...base, minLength: z.int().min(0).default(2), maxLength: z.int().min(1).max(5_000).default(100) };
const options = {
  options: z.array(z.strictObject({ value: z.string().min(1), label: z.string().min(1), hint: z.string().optional() })).min(2),
};
const upload = {
  accept: z
    .array(z.enum(['application/pdf', 'image/jpeg', 'image/png', 'audio/mpeg']))
    .min(1)
    .default(['application/pdf', 'image/jpeg', 'image/png']),
  maxBytes: z.int().min(1).max(5_242_880).default(5_242_880),
  maxFiles: z.int().min(1).max(10).default(1),
};

const simpleFields = [
  z.strictObject({
    ...text,
    type: z.literal('text'),
    autocomplete: z.enum(['name', 'organization', 'organization-title', 'address-line1']).optional(),
    pattern: z
      .strictObject({ regex: z.string().max(200), message: z.string().min(5) })
      .refine(({ regex }) => compiles(regex), { message: 'Pola ini bukan ekspresi reguler yang sah', path: ['regex'] })
      .optional()
      .describe('Bentuk yang harus dipenuhi seluruh teks, dan pesan bila tidak'),
    suffix: z.string().max(60).optional().describe('Akhiran yang dicetak sesudah isian, mis. ".probolinggokota.go.id"'),
    unique: z.boolean().default(false).describe('Tidak boleh sama dengan jawaban perkara lain layanan ini yang belum ditolak atau ditarik'),
    documentCode: z
      .boolean()
      .default(false)
      .describe('Kode dokumen yang terbit dari perkara lain; aturan melihatnya sebagai linked.<kunci>.*'),
    oneTime: z.boolean().default(false).describe('Isian keputusan yang hanya dapat dibuka sekali oleh pemohon, mis. kata sandi awal'),
  }),
  z.strictObject({
    ...text,
    type: z.literal('longText'),
    minLength: z.int().min(0).default(10),
    maxLength: z.int().min(1).max(5_000).default(5_000),
  }),
  z.strictObject({ ...base, type: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ ...base, type: z.literal('money'), min: z.int().min(0).default(0), max: z.int().optional() }),
  z.strictObject({ ...base, type: z.literal('date'), earliest: DateLimit.optional(), latest: DateLimit.optional() }),
  z.strictObject({ ...base, type: z.literal('dateTime') }),
  z.strictObject({ ...base, ...options, type: z.literal('choice') }),
  z.strictObject({ ...base, ...options, type: z.literal('multiChoice') }),
  z.strictObject({ ...base, type: z.literal('yesNo') }),
  z.strictObject({ ...base, type: z.literal('nik') }),
  z.strictObject({ ...base, type: z.literal('phone') }),
  z.strictObject({ ...base, type: z.literal('email') }),
  z.strictObject({
    ...base,
    type: z.literal('area'),
    within: z.string().default('35.74').describe('Kode wilayah induk; jawabannya kode kelurahan'),
  }),
  z.strictObject({ ...base, ...upload, type: z.literal('file') }),
  z.strictObject({
    ...base,
    ...upload,
    type: z.literal('image'),
    accept: z
      .array(z.enum(['image/jpeg', 'image/png']))
      .min(1)
      .default(['image/jpeg', 'image/png']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('statement'),
    text: z.string().min(10).describe('Pernyataan yang harus disetujui; jawabannya true'),
  }),
] as const;

export const SimpleField = z.discriminatedUnion('type', [...simpleFields]);
export type SimpleField = z.infer<typeof SimpleField>;

const Group = z.strictObject({
  ...base,
  type: z.literal('group'),
  minItems: z.int().min(0).default(0),
  maxItems: z.int().min(1).max(50).default(10),
  fields: z.array(SimpleField).min(1),
});

/** One question of a form. Limits without a source are defaults of the product: names 2–100 characters, free text 10–5,000, files up to 5 MB. */
export const Field = z.discriminatedUnion('type', [...simpleFields, Group]);
export type Field = z.infer<typeof Field>;
export type FieldType = Field['type'];

export const Section = z.strictObject({
  key: FieldKey,
  title: z.string().min(1),
  description: z.string().optional(),
  visibleWhen: Condition.optional(),
  fields: z.array(Field).min(1),
});
export type Section = z.infer<typeof Section>;

export const Form = z.strictObject({ sections: z.array(Section).min(1) }).meta({ id: 'FormDefinition' });
export type Form = z.infer<typeof Form>;

/** Answers by field key, as JSON; which type belongs under which key only the form knows. */
export const Answers = z.record(z.string(), z.unknown());
export type Answers = z.infer<typeof Answers>;
