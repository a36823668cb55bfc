import { z } from 'zod';
import { CaseStatus } from '../core/case/status';
import { Allowance } from '../core/definition/procedure';
import { Answers } from '../core/form/schema';
import { data, documentTypes, IdempotencyHeaders, Instant, page, PageQuery, type Operation } from './contract';
import { Access } from './accounts';
import { Deadline, Route } from './services';

const CaseHeaders = z.object({ 'x-tracking-token': z.string().max(200).optional().describe('Kode lacak dari tanda bukti') });

/** A paper of the case. The receipt is made when it is asked for; other documents are what the office attached. */
export const CaseDocument = z
  .object({
    id: z.string(),
    kind: z.enum(['receipt', 'attachment', 'issued']).describe('issued: surat yang terbit dari perkara ini'),
    title: z.string(),
    mime: z.string(),
    at: Instant,
    size: z.int().optional(),
  })
  .meta({ id: 'CaseDocument' });

export const TimelineEntry = z
  .object({
    sequence: z.int(),
    at: Instant,
    by: z.string().describe('Pemohon, jabatan, atau Sistem; nama petugas tidak ditampilkan kepada umum'),
    sentence: z.string(),
    reason: z.string().optional(),
    details: z
      .array(z.object({ label: z.string(), value: z.string() }))
      .optional()
      .describe('Isian keputusan yang boleh dibaca pemohon, mis. pasal pengecualian'),
    documents: z.array(z.string()).optional().describe('id pada documents'),
  })
  .meta({ id: 'TimelineEntry' });

/** A command that is open now, with what it needs; clients need to know nothing else to offer it. */
export const OpenCommand = z
  .object({
    type: z.enum([
      'supply',
      'withdraw',
      'object',
      'message',
      'decide',
      'schedule',
      'accept-schedule',
      'extend',
      'note',
      'attach',
      'assign',
    ]),
    label: z.string(),
    step: z.string().optional(),
    outcome: z.string().optional(),
    reason: z.enum(['none', 'optional', 'required']),
    fields: z.array(z.record(z.string(), z.unknown())).optional().describe('Isian keputusan, bentuknya sama dengan isian formulir'),
    hint: z.string().optional(),
  })
  .meta({ id: 'OpenCommand' });
export type OpenCommand = z.infer<typeof OpenCommand>;

export const CaseProgress = z
  .object({
    key: z.string(),
    number: z.int(),
    title: z.string(),
    actor: z.string(),
    state: z.enum(['done', 'current', 'ahead']),
    output: z.string().optional(),
    allowance: Allowance.optional(),
    enteredAt: Instant.optional(),
    leftAt: Instant.optional(),
    allowedUntil: Instant.optional().describe('Waktu untuk langkah ini habis pada saat ini; melewatinya tidak menghalangi apa pun'),
    overrun: z.boolean().optional(),
  })
  .meta({ id: 'CaseProgress' });

export const Case = z
  .object({
    number: z.string(),
    service: z.object({ slug: z.string(), name: z.string(), agency: z.string(), agencyName: z.string(), zoneLabel: z.string() }),
    version: z.int(),
    status: CaseStatus,
    statusLabel: z.string(),
    step: z.object({ key: z.string(), title: z.string(), actor: z.string() }).nullable(),
    result: z.string().nullable().describe('Hasil, mis. Dikabulkan seluruhnya'),
    erased: z
      .boolean()
      .describe('Data pribadi pada permohonan ini sudah dihapus; nomor, tanggal, langkah, dan hasil tetap sebagai register'),
    receivedAt: Instant,
    channel: z.enum(['web', 'counter', 'app']),
    sequence: z.int().describe('Nomor kejadian terakhir; kirim sebagai expectedSequence'),
    deadline: Deadline.extend({ state: z.enum(['pending', 'running', 'paused', 'met', 'missed', 'overdue']), extended: z.boolean() }),
    progress: z.array(CaseProgress),
    timeline: z.array(TimelineEntry),
    documents: z.array(CaseDocument),
    commands: z.array(OpenCommand),
    reservations: z.array(
      z.object({ resource: z.string(), name: z.string(), from: Instant, to: Instant, offered: z.boolean(), sentence: z.string() }),
    ),
    secrets: z
      .array(z.object({ id: z.string(), label: z.string(), opened: z.boolean() }))
      .describe('Nilai yang dapat dibuka satu kali oleh pemohon, mis. kata sandi awal'),
    links: z
      .array(z.object({ number: z.string(), service: z.string(), name: z.string() }))
      .describe('Permohonan yang dibuka dari atau oleh yang ini'),
    answers: Answers.describe('Jawaban pemohon sendiri; berkas sebagai {id, name, size}'),
    objection: z
      .object({ until: z.iso.date(), sentence: z.string() })
      .nullable()
      .describe('Cara mengajukan keberatan, bila perkara sudah dijawab atau terlambat'),
  })
  .meta({ id: 'Case' });
export type Case = z.infer<typeof Case>;

export const SubmittedCase = z
  .object({
    number: z.string(),
    trackingToken: z.string().describe('Kode lacak; hanya diberikan sekali, simpan baik-baik'),
    status: CaseStatus,
    version: z.int(),
    receivedAt: Instant,
    deadline: Deadline,
    route: Route,
    explanation: z.array(z.string()),
    links: z
      .array(z.object({ number: z.string(), service: z.string(), name: z.string() }))
      .describe('Permohonan lain yang dibuka sekaligus; kode lacaknya sama'),
    sequence: z.int(),
  })
  .meta({ id: 'SubmittedCase' });
export type SubmittedCase = z.infer<typeof SubmittedCase>;

const sequence = { expectedSequence: z.int().min(1).optional() };
export const ApplicantCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('supply'),
    answers: Answers.describe('Jawaban yang diubah atau ditambah; yang lain tetap'),
    ...sequence,
  }),
  z.strictObject({ type: z.literal('withdraw'), reason: z.string().min(3).max(2_000).optional(), ...sequence }),
  z.strictObject({ type: z.literal('accept-schedule'), ...sequence }),
  z.strictObject({ type: z.literal('message'), text: z.string().min(3).max(2_000), ...sequence }),
  z.strictObject({
    type: z.literal('decide'),
    step: z.string(),
    outcome: z.string(),
    reason: z.string().max(5_000).optional(),
    answers: Answers.optional(),
    ...sequence,
  }),
]);
export type ApplicantCommand = z.infer<typeof ApplicantCommand>;

const Numbered = z.object({ number: z.string().max(60) });

export const submitCase = {
  id: 'submitCase',
  method: 'post',
  path: '/api/cases',
  tag: 'cases',
  session: 'optional',
  summary: 'Ajukan permohonan; jawabannya memuat nomor pendaftaran, kode lacak, dan tenggat',
  headers: IdempotencyHeaders,
  body: z.strictObject({
    service: z.string().max(80),
    answers: Answers,
    channel: z.enum(['web', 'app']).optional(),
    draft: z.uuid().optional().describe('Draf yang menjadi permohonan ini; dihapus bila diterima'),
  }),
  success: { status: 201, schema: data(SubmittedCase) },
  errors: [
    'malformed-body',
    'invalid-request',
    'invalid-answers',
    'unauthorized',
    'not-eligible',
    'not-found',
    'too-many-requests',
    'idempotency-conflict',
    'body-too-large',
  ],
} as const satisfies Operation;

export const OwnCase = z
  .object({
    number: z.string(),
    service: z.object({ slug: z.string(), name: z.string() }),
    status: CaseStatus,
    statusLabel: z.string(),
    result: z.string().nullable(),
    receivedAt: Instant,
    deadlineAt: Instant.nullable(),
    waitsForMe: z.boolean().describe('Menunggu tindakan pemohon'),
  })
  .meta({ id: 'OwnCase' });

export const listCases = {
  id: 'listCases',
  method: 'get',
  path: '/api/cases',
  tag: 'cases',
  session: 'required',
  summary: 'Permohonan saya, yang terbaru lebih dulu',
  query: PageQuery,
  success: { status: 200, schema: page(OwnCase) },
  errors: ['invalid-request', 'unauthorized'],
} as const satisfies Operation;

export const listCaseAccesses = {
  id: 'listCaseAccesses',
  method: 'get',
  path: '/api/cases/{number}/accesses',
  tag: 'cases',
  session: 'optional',
  summary: 'Siapa dari kantor yang membaca data pada permohonan ini, dan kapan',
  params: Numbered,
  headers: CaseHeaders,
  success: { status: 200, schema: data(z.array(Access)) },
  errors: ['unauthorized', 'not-found'],
} as const satisfies Operation;

export const getCase = {
  id: 'getCase',
  method: 'get',
  path: '/api/cases/{number}',
  tag: 'cases',
  session: 'optional',
  summary: 'Keadaan, garis waktu, tenggat beserta sebabnya, tindakan yang terbuka, dokumen',
  params: Numbered,
  headers: CaseHeaders,
  success: { status: 200, schema: data(Case) },
  errors: ['unauthorized', 'not-found'],
} as const satisfies Operation;

export const commandCase = {
  id: 'commandCase',
  method: 'post',
  path: '/api/cases/{number}/commands',
  tag: 'cases',
  session: 'optional',
  summary: 'Tindakan pemohon',
  params: Numbered,
  headers: CaseHeaders.extend(IdempotencyHeaders.shape),
  body: ApplicantCommand,
  success: { status: 200, schema: data(Case) },
  errors: [
    'malformed-body',
    'invalid-request',
    'invalid-answers',
    'unauthorized',
    'not-found',
    'command-not-open',
    'unknown-outcome',
    'reason-required',
    'slot-taken',
    'rate-missing',
    'stale-sequence',
    'idempotency-conflict',
    'body-too-large',
  ],
} as const satisfies Operation;

export const getCaseDocument = {
  id: 'getCaseDocument',
  method: 'get',
  path: '/api/cases/{number}/documents/{id}',
  tag: 'cases',
  session: 'optional',
  summary: 'Tanda bukti (id "receipt") atau dokumen lain',
  params: Numbered.extend({ id: z.string().max(60) }),
  headers: CaseHeaders,
  success: { status: 200, mediaTypes: documentTypes },
  errors: ['unauthorized', 'not-found', 'file-quarantined', 'unavailable'],
} as const satisfies Operation;

export const openSecret = {
  id: 'openSecret',
  method: 'post',
  path: '/api/cases/{number}/secrets/{id}',
  tag: 'cases',
  session: 'optional',
  summary: 'Buka nilai sekali pakai, mis. kata sandi awal; sesudah ini nilainya dihapus',
  params: Numbered.extend({ id: z.string().max(60) }),
  headers: CaseHeaders,
  success: { status: 200, schema: data(z.object({ label: z.string(), value: z.string() })) },
  errors: ['unauthorized', 'not-found', 'command-not-open'],
} as const satisfies Operation;
