import { z } from 'zod';
import { Form } from '../form/schema';
import { Rule } from '../rules/schema';
import { Clock, Procedure } from './procedure';
import { Slug } from './slug';

/** Who may file at the site: anybody, or only a person with an account. Frozen versions from before the question was asked are for anybody. */
const applicantKinds = ['anyone', 'registered'] as const;

const Line = z.string().min(1).max(5_000);
const Lines = z.array(Line);

/**
 * The 14 components of a service standard (Permenpan 15/2014): six of the service point, eight of manufacturing.
 * An empty list or text means that the office has not set the component.
 */
export const Standard = z
  .strictObject({
    servicePoint: z.strictObject({
      requirements: Lines,
      procedure: Lines,
      completionTime: z.string(),
      fee: z.string(),
      product: Lines,
      complaints: Lines,
    }),
    manufacturing: z.strictObject({
      legalBasis: Lines,
      facilities: Lines,
      competence: Lines,
      supervision: Lines,
      staffing: z.string(),
      guarantee: Lines,
      safety: Lines,
      evaluation: Lines,
    }),
  })
  .meta({ id: 'Standard' });
export type Standard = z.infer<typeof Standard>;

export const Decree = z
  .strictObject({ number: z.string(), title: z.string(), date: z.string(), signatory: z.string() })
  .meta({ id: 'Decree' });
export type Decree = z.infer<typeof Decree>;

/** A scanning or typing glitch of the source that the bundle mends; `raw` is what the document prints. */
export const Correction = z.strictObject({ component: z.string(), raw: z.string(), corrected: z.string(), reason: z.string().optional() });
export type Correction = z.infer<typeof Correction>;

/** A letter by mail. Text may name values in braces, such as {number} or {answers.nama}; `core/definition/placeholders.ts` has the list. */
export const Message = z.strictObject({ subject: z.string().min(3), body: z.string().min(10) });
export type Message = z.infer<typeof Message>;

/** A document that the office issues: a letter, a proof, an invoice. It is printed from the record of the case, with a code by which it is found again. */
export const DocumentTemplate = z.strictObject({
  title: z.string().min(3).max(200),
  body: z.string().min(10).max(20_000).describe('Isi surat; baris kosong memisahkan paragraf, {placeholder} diganti nilainya'),
  signatory: Slug.optional().describe('Jabatan yang menandatangani'),
});
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;

export const Example = z.strictObject({
  name: z.string().min(3),
  at: z.iso.datetime({ offset: true }).describe('Saat permohonan diterima'),
  answers: z.record(z.string(), z.unknown()),
  facts: z.record(z.string(), z.unknown()).default({}).describe('Fakta di luar jawaban yang dimisalkan, mis. {"openCases.sameService": 1}'),
  expect: z.strictObject({
    eligible: z.boolean(),
    invalid: z.array(z.string()).optional().describe('Kunci isian yang harus ditolak'),
    refusals: z.array(z.string()).optional().describe('Kunci aturan yang harus menolak'),
    warnings: z.array(z.string()).optional().describe('Kunci aturan yang harus memperingatkan'),
    requires: z.array(z.string()).optional().describe('Kunci isian yang harus diminta oleh aturan'),
    position: z.string().optional(),
    unit: z.string().optional(),
    fee: z.int().min(0).nullable().optional().describe('Biaya dalam rupiah; null bila tarif belum ditetapkan'),
    step: z.string().optional().describe('Langkah tempat permohonan menunggu setelah diterima'),
    deadline: z.iso.datetime({ offset: true }).optional(),
  }),
});
export type Example = z.infer<typeof Example>;

/**
 * One service as data. Without form, procedure and clock it is a published standard only, and takes no cases yet.
 * This is the shape of a bundle in `database/seeds/services` and of a frozen version.
 */
export const ServiceDefinition = z.strictObject({
  format: z.literal(1).describe('Versi bentuk bundel'),
  slug: Slug,
  name: z.string().min(3).max(200),
  summary: z.string().min(10).max(500),
  agency: Slug,
  decree: Decree,
  effectiveFrom: z.iso.date(),
  listed: z
    .boolean()
    .default(true)
    .describe('Tidak terdaftar berarti prosedur milik platform sendiri: tidak tampil dan tidak menerima permohonan'),
  applicants: z
    .enum(applicantKinds)
    .default('anyone')
    .describe('Siapa yang dapat mengajukan sendiri: anyone siapa pun, registered hanya yang masuk dengan akun; loket tetap melayani semua'),
  standard: Standard,
  corrections: z.array(Correction).default([]),
  numberPrefix: z
    .string()
    .regex(/^[A-Z]{2,6}$/)
    .describe('Awalan nomor pendaftaran, mis. PI'),
  form: Form.nullish(),
  procedure: Procedure.nullish(),
  clock: Clock.nullish(),
  rules: z.array(Rule).default([]),
  messages: z.record(z.string(), Message).default({}),
  documents: z.record(z.string(), DocumentTemplate).default({}),
  examples: z.array(Example).default([]),
});
export type ServiceDefinition = z.infer<typeof ServiceDefinition>;

/** A service that takes cases: form, procedure and clock are there. */
export type OperableDefinition = ServiceDefinition & { form: Form; procedure: Procedure; clock: Clock };

/** True when citizens can apply, false when only the standard is published. */
export function isOperable(definition: ServiceDefinition): definition is OperableDefinition {
  return definition.form != null && definition.procedure != null && definition.clock != null;
}
