import { z } from 'zod';
import { CaseStatus } from '../core/case/status';
import { Allowance, Clock } from '../core/definition/procedure';
import { Correction, Decree, Standard } from '../core/definition/schema';
import { Answers, Form } from '../core/form/schema';
import { Charter } from './charters';
import { data, GivenInstant, Instant, type Operation } from './contract';

const AgencyName = z.object({ slug: z.string(), name: z.string(), zoneLabel: z.enum(['WIB', 'WITA', 'WIT']) });

export const ServiceSummary = z
  .object({
    slug: z.string(),
    name: z.string(),
    summary: z.string(),
    agency: AgencyName,
    completionTime: z.string(),
    fee: z.string(),
    operable: z.boolean().describe('true bila permohonan dapat diajukan lewat platform ini'),
  })
  .meta({ id: 'ServiceSummary' });
export type ServiceSummary = z.infer<typeof ServiceSummary>;

/** A step as the public reads it: who acts, for how long, and what it yields. */
export const PublicStep = z
  .object({
    key: z.string(),
    number: z.int(),
    title: z.string(),
    actor: z.object({ kind: z.enum(['applicant', 'position', 'system']), label: z.string() }),
    status: CaseStatus,
    allowance: Allowance.optional(),
    output: z.string().optional(),
    outcomes: z.array(z.object({ key: z.string(), label: z.string(), to: z.string().optional(), end: z.string().optional() })),
  })
  .meta({ id: 'ProcedureStep' });

export const Service = ServiceSummary.extend({
  version: z.int(),
  effectiveFrom: z.iso.date(),
  applicants: z.enum(['anyone', 'registered']).describe('registered: permohonan hanya dapat diajukan sesudah masuk dengan akun'),
  standard: Standard.extend({
    decree: Decree,
    unset: z.array(z.string()).describe('Komponen yang belum ditetapkan dalam dokumen sumber, mis. servicePoint.fee'),
    corrections: z.array(Correction),
  }),
  form: z.object({ definition: Form, schema: z.record(z.string(), z.unknown()) }).nullable(),
  procedure: z.object({ steps: z.array(PublicStep) }).nullable(),
  clock: Clock.nullable(),
  charter: Charter.nullable(),
}).meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;

export const ServiceVersion = z
  .object({ version: z.int(), effectiveFrom: z.iso.date(), publishedAt: Instant, inForce: z.boolean() })
  .meta({ id: 'ServiceVersion' });

/** A date with the steps that led to it, each a sentence with the day it is about. */
export const Deadline = z
  .object({
    at: Instant,
    begun: z.boolean().describe('false: tenggat belum mulai berjalan, "at" adalah perkiraan bila dimulai sekarang'),
    paused: z.boolean().describe('true: tenggat berhenti sementara, "at" adalah perkiraan bila dilanjutkan sekarang'),
    steps: z.array(z.object({ date: z.iso.date(), kind: z.string(), sentence: z.string() })),
    extension: z
      .object({ at: Instant, steps: z.array(z.object({ date: z.iso.date(), kind: z.string(), sentence: z.string() })) })
      .nullable()
      .describe('Tenggat bila diperpanjang; null bila layanan tidak mengenalnya, jatahnya habis, atau permohonan sudah dijawab'),
  })
  .meta({ id: 'Deadline' });
export type Deadline = z.infer<typeof Deadline>;

const Because = z.object({ rule: z.string(), sentence: z.string() });
export const Route = z
  .object({ unit: z.string(), position: z.string(), unitName: z.string(), positionName: z.string() })
  .meta({ id: 'Route' });

export const Assessment = z
  .object({
    eligible: z.boolean(),
    refusals: z.array(Because),
    requires: z.array(Because.extend({ field: z.string() })),
    warnings: z.array(Because),
    route: Route.extend(Because.shape).nullable(),
    deadline: Deadline.nullable(),
    fee: z.object({
      amount: z.int().nullable().describe('Rupiah; null bila tarifnya belum ditetapkan'),
      sentence: z.string(),
      lines: z.array(Because.extend({ amount: z.int().nullable(), quantity: z.number(), total: z.int().nullable() })),
    }),
    step: z.object({ key: z.string(), title: z.string() }).nullable().describe('Langkah tempat permohonan menunggu setelah diterima'),
    invalid: z.record(z.string(), z.array(z.string())).describe('Isian yang belum benar, per kunci; kosong bila lengkap'),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;

const Slugged = z.object({ slug: z.string() });

export const listServices = {
  id: 'listServices',
  method: 'get',
  path: '/api/services',
  tag: 'public',
  summary: 'Layanan yang standarnya berlaku; disaring menurut perangkat daerah dan kata',
  query: z.object({ agency: z.string().max(80).optional(), q: z.string().max(200).optional() }),
  success: { status: 200, schema: data(z.array(ServiceSummary)) },
  errors: ['invalid-request'],
} as const satisfies Operation;

export const getService = {
  id: 'getService',
  method: 'get',
  path: '/api/services/{slug}',
  tag: 'public',
  summary: 'Versi yang berlaku (atau versi n): standar, formulir, prosedur, maklumat',
  params: Slugged,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  success: { status: 200, schema: data(Service) },
  errors: ['invalid-request', 'not-found'],
} as const satisfies Operation;

export const listServiceVersions = {
  id: 'listServiceVersions',
  method: 'get',
  path: '/api/services/{slug}/versions',
  tag: 'public',
  summary: 'Riwayat versi, terbaru dahulu',
  params: Slugged,
  success: { status: 200, schema: data(z.array(ServiceVersion)) },
  errors: ['not-found'],
} as const satisfies Operation;

export const assess = {
  id: 'assess',
  method: 'post',
  path: '/api/services/{slug}/assessments',
  tag: 'public',
  session: 'optional',
  summary: 'Uji tanpa menyimpan: kelayakan, rute, tenggat, biaya, masing-masing dengan alasannya; bagi yang masuk, sebagai dirinya',
  params: Slugged,
  body: z.strictObject({ answers: Answers, applicant: z.record(z.string(), z.unknown()).optional(), at: GivenInstant.optional() }),
  success: { status: 200, schema: data(Assessment) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'not-found', 'body-too-large'],
} as const satisfies Operation;
