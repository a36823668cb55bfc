import { z } from 'zod';
import { ServiceDefinition } from '../core/definition/schema';
import { Answers } from '../core/form/schema';
import { data, GivenInstant, IdempotencyHeaders, Instant, type Operation } from './contract';
import { Finding } from './errors';
import { Assessment } from './services';

/** One difference between two versions, at a place named by keys and not by positions. */
export const Change = z
  .object({
    where: z.string().describe('Tempatnya, mis. form.nama.label, procedure.periksa.lengkap.reason, rules.rute.when'),
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    before: z.unknown().optional().describe('Isi sebelumnya; untuk yang dipindah, tempatnya sebelum itu'),
    after: z.unknown().optional(),
    label: z.string().describe('Nama tempat itu untuk dibaca orang'),
  })
  .meta({ id: 'DefinitionChange' });

export const DefinitionVersion = z
  .object({ number: z.int(), effectiveFrom: z.iso.date(), publishedAt: Instant, inForce: z.boolean() })
  .meta({ id: 'DefinitionVersion' });

export const DefinitionSummary = z
  .object({
    slug: z.string(),
    name: z.string(),
    agency: z.object({ slug: z.string(), name: z.string() }).nullable().describe('null bila konsep belum memilih perangkat daerah'),
    documentId: z.string().nullable().describe('Dokumen konsep pada CMS; null bila konsepnya sudah dihapus'),
    versions: z.array(DefinitionVersion).describe('Terbaru dahulu'),
    draftDiffers: z.boolean().describe('true bila konsep berbeda dari versi terbaru atau belum pernah terbit'),
  })
  .meta({ id: 'DefinitionSummary' });
export type DefinitionSummary = z.infer<typeof DefinitionSummary>;

/** Parts of a definition that take the place of those of the stored draft; whatever shape they have, a finding answers. */
const Draft = z
  .record(z.string(), z.unknown())
  .describe('Bagian yang belum disimpan, mis. {"rules": […]}; menggantikan bagian itu pada konsep tersimpan');

export const Simulation = Assessment.extend({
  fired: z
    .array(z.object({ rule: z.string(), facts: z.record(z.string(), z.unknown()).describe('Nilai fakta yang ditanyakan aturan itu') }))
    .describe('Aturan yang berlaku, menurut urutan penilaiannya'),
}).meta({ id: 'Simulation' });
export type Simulation = z.infer<typeof Simulation>;

export const Imported = z
  .object({
    slug: z.string(),
    accepted: z.boolean().describe('false bila temuan menghalangi penyimpanan; hanya pada dryRun, selain itu permintaan ditolak'),
    action: z.enum(['create', 'update', 'none']).describe('none bila tidak ada yang berubah'),
    changes: z.array(Change),
    findings: z.array(Finding),
  })
  .meta({ id: 'ImportedDefinition' });
export type Imported = z.infer<typeof Imported>;

export const Published = z
  .object({
    version: z.int(),
    effectiveFrom: z.iso.date(),
    created: z.boolean().describe('false bila konsep sama dengan versi terbaru, sehingga tidak ada versi baru'),
    findings: z.array(Finding).describe('Peringatan; kesalahan akan menolak penerbitan'),
  })
  .meta({ id: 'PublishedDefinition' });
export type Published = z.infer<typeof Published>;

export const Comparison = z.object({ from: z.string(), to: z.string(), changes: z.array(Change) }).meta({ id: 'DefinitionComparison' });
export type Comparison = z.infer<typeof Comparison>;

const Slugged = z.object({ slug: z.string().max(80) });
const VersionOrDraft = z.string().regex(/^(draft|[1-9]\d{0,5})$/, 'Isi nomor versi atau "draft"');

export const listDefinitions = {
  id: 'listDefinitions',
  method: 'get',
  path: '/maklumat/definitions',
  tag: 'desk',
  summary: 'Definisi layanan dengan versinya, dan apakah konsepnya sudah berubah',
  success: { status: 200, schema: data(z.array(DefinitionSummary)) },
  errors: ['unauthorized', 'forbidden'],
} as const satisfies Operation;

export const lintDefinition = {
  id: 'lintDefinition',
  method: 'post',
  path: '/maklumat/definitions/{slug}/lint',
  tag: 'desk',
  summary: 'Gerbang penerbitan: temuan atas konsep, juga atas bagian yang belum disimpan',
  params: Slugged,
  body: z.strictObject({ draft: Draft.optional() }),
  success: { status: 200, schema: data(z.object({ findings: z.array(Finding) })) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'forbidden', 'not-found', 'body-too-large'],
} as const satisfies Operation;

export const simulateDefinition = {
  id: 'simulateDefinition',
  method: 'post',
  path: '/maklumat/definitions/{slug}/simulate',
  tag: 'desk',
  summary: 'Andaikan: apa yang diputuskan konsep atas jawaban ini; tidak ada yang tersimpan',
  params: Slugged,
  body: z.strictObject({
    answers: Answers,
    at: GivenInstant.optional().describe('Saat diterima; sekarang bila kosong'),
    applicant: z.record(z.string(), z.unknown()).optional(),
    facts: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Fakta di luar jawaban yang dimisalkan, mis. {"openCases.sameService": 1}'),
    draft: Draft.optional(),
  }),
  success: { status: 200, schema: data(Simulation) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'forbidden', 'not-found', 'publish-refused', 'body-too-large'],
} as const satisfies Operation;

export const publishDefinition = {
  id: 'publishDefinition',
  method: 'post',
  path: '/maklumat/definitions/{slug}/publish',
  tag: 'desk',
  summary: 'Terbitkan konsep sebagai versi baru; ditolak dengan temuan bila masih ada kesalahan',
  params: Slugged,
  headers: IdempotencyHeaders,
  body: z.strictObject({
    effectiveFrom: z.iso.date().optional().describe('Mulai berlaku; boleh di depan. Kosong: tanggal pada konsep'),
  }),
  success: { status: 200, schema: data(Published) },
  errors: [
    'malformed-body',
    'invalid-request',
    'unauthorized',
    'forbidden',
    'not-found',
    'publish-refused',
    'idempotency-conflict',
    'body-too-large',
  ],
} as const satisfies Operation;

export const exportDefinition = {
  id: 'exportDefinition',
  method: 'get',
  path: '/maklumat/definitions/{slug}/bundle',
  tag: 'desk',
  summary: 'Satu layanan sebagai satu berkas JSON: konsep, atau versi n',
  params: Slugged,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  success: { status: 200, schema: data(ServiceDefinition) },
  errors: ['invalid-request', 'unauthorized', 'forbidden', 'not-found', 'publish-refused'],
} as const satisfies Operation;

export const importDefinition = {
  id: 'importDefinition',
  method: 'post',
  path: '/maklumat/definitions/bundle',
  tag: 'desk',
  summary: 'Simpan satu berkas layanan sebagai konsep, seluruhnya atau tidak sama sekali; tidak menerbitkan',
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false').describe('true: hanya sebutkan apa yang akan berubah'),
  }),
  headers: IdempotencyHeaders,
  body: z
    .record(z.string(), z.unknown())
    .describe('Berkasnya (skema: docs/service-definition.schema.json), atau jawaban pengunduhan sebagaimana adanya'),
  success: { status: 200, schema: data(Imported) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'forbidden', 'idempotency-conflict', 'body-too-large'],
} as const satisfies Operation;

export const compareDefinition = {
  id: 'compareDefinition',
  method: 'get',
  path: '/maklumat/definitions/{slug}/compare',
  tag: 'desk',
  summary: 'Beda dua versi, isian demi isian dan aturan demi aturan',
  params: Slugged,
  query: z.object({ from: VersionOrDraft, to: VersionOrDraft.default('draft') }),
  success: { status: 200, schema: data(Comparison) },
  errors: ['invalid-request', 'unauthorized', 'forbidden', 'not-found', 'publish-refused'],
} as const satisfies Operation;
