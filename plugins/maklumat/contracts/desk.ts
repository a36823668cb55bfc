import { z } from 'zod';
import { CaseStatus } from '../core/case/status';
import { Answers } from '../core/form/schema';
import { Case, CaseDocument, OpenCommand, SubmittedCase } from './cases';
import { data, documentTypes, GivenInstant, IdempotencyHeaders, Instant, page, PageQuery, type Operation } from './contract';

const Share = z.number().min(0).max(1).describe('Bagian waktu janji yang sudah terpakai, 0 sampai 1; hanya selagi tenggat berjalan');

export const DeskRow = z
  .object({
    number: z.string(),
    sequence: z.int().describe('Nomor kejadian terakhir; kirim sebagai expectedSequence'),
    service: z.object({ slug: z.string(), name: z.string() }),
    status: CaseStatus,
    statusLabel: z.string(),
    step: z.string().nullable(),
    position: z.string().nullable().describe('Jabatan yang ditunggu; null bila menunggu pemohon atau sudah berakhir'),
    mine: z.boolean(),
    assignee: z.string().nullable(),
    receivedAt: Instant,
    deadlineAt: Instant.nullable(),
    deadlineState: z.enum(['pending', 'running', 'paused', 'met', 'missed', 'overdue']),
    timeLeft: z.string().describe('Sisa waktu dalam kata, mis. "3 hari kerja lagi" atau "terlambat 2 hari kerja"'),
    share: Share.optional(),
  })
  .meta({ id: 'DeskRow' });
export type DeskRow = z.infer<typeof DeskRow>;

const FileState = z
  .enum(['ready', 'quarantined', 'infected'])
  .describe('quarantined: menunggu pemindaian, belum dapat dibuka; infected: ditolak pemindai, isinya sudah tidak ada');

/** Everything an officer on this case may see; staff names included, contact data decrypted. */
export const DeskCase = Case.extend({
  answerList: z.array(
    z.object({
      section: z.string(),
      label: z.string(),
      key: z.string(),
      type: z.string(),
      value: z.string(),
      files: z.array(z.object({ id: z.string(), name: z.string(), mime: z.string(), size: z.int(), state: FileState })).optional(),
    }),
  ),
  documents: z.array(CaseDocument.extend({ state: FileState.optional().describe('Hanya pada lampiran') })),
  notes: z.array(z.object({ sequence: z.int(), at: Instant, by: z.string(), text: z.string() })),
  commands: z.array(OpenCommand),
  assignee: z.string().nullable(),
  timeLeft: z.string(),
  share: Share.optional(),
}).meta({ id: 'DeskCase' });
export type DeskCase = z.infer<typeof DeskCase>;

const sequence = { expectedSequence: z.int().min(1) };
export const StaffCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('decide'),
    step: z.string(),
    outcome: z.string(),
    reason: z.string().max(5_000).optional(),
    answers: Answers.optional(),
    ...sequence,
  }),
  z.strictObject({
    type: z.literal('schedule'),
    start: GivenInstant,
    minutes: z.int().min(1).max(20_160).optional(),
    reason: z.string().max(5_000).optional(),
    ...sequence,
  }),
  z.strictObject({ type: z.literal('extend'), reason: z.string().max(5_000), ...sequence }),
  z.strictObject({ type: z.literal('assign'), user: z.int().nullable().describe('id pengguna admin; null melepas'), ...sequence }),
  z.strictObject({ type: z.literal('note'), text: z.string().min(3).max(5_000), ...sequence }),
  z.strictObject({
    type: z.literal('attach'),
    attachment: z.uuid(),
    title: z.string().min(3).max(200),
    audience: z.enum(['applicant', 'office']),
    ...sequence,
  }),
  z.strictObject({ type: z.literal('supply'), answers: Answers, ...sequence }),
  z.strictObject({ type: z.literal('withdraw'), reason: z.string().min(3).max(2_000), ...sequence }),
]);
export type StaffCommand = z.infer<typeof StaffCommand>;

const Numbered = z.object({ number: z.string().max(60) });
const commandErrors = [
  'malformed-body',
  'invalid-request',
  'invalid-answers',
  'unauthorized',
  'forbidden',
  'not-found',
  'command-not-open',
  'unknown-outcome',
  'reason-required',
  'extension-too-late',
  'extension-exhausted',
  'slot-taken',
  'rate-missing',
  'stale-sequence',
  'idempotency-conflict',
  'body-too-large',
] as const;

export const listDeskCases = {
  id: 'listDeskCases',
  method: 'get',
  path: '/maklumat/desk/cases',
  tag: 'desk',
  summary: 'Antrean kerja, tenggat terdekat dahulu',
  query: PageQuery.extend({
    queue: z.enum(['mine', 'unit', 'overdue', 'due-soon', 'unassigned', 'all']).default('all'),
    service: z.string().max(80).optional(),
    status: CaseStatus.optional(),
    dueBefore: GivenInstant.optional(),
    q: z.string().max(100).optional().describe('Nomor pendaftaran atau awalannya'),
  }),
  success: { status: 200, schema: page(DeskRow) },
  errors: ['invalid-request', 'unauthorized', 'forbidden'],
} as const satisfies Operation;

export const getDeskCase = {
  id: 'getDeskCase',
  method: 'get',
  path: '/maklumat/desk/cases/{number}',
  tag: 'desk',
  summary: 'Satu perkara lengkap, dengan tindakan yang terbuka bagi orang ini',
  params: Numbered,
  success: { status: 200, schema: data(DeskCase) },
  errors: ['unauthorized', 'forbidden', 'not-found'],
} as const satisfies Operation;

export const registerDeskCase = {
  id: 'registerDeskCase',
  method: 'post',
  path: '/maklumat/desk/cases',
  tag: 'desk',
  summary: 'Daftarkan permohonan yang dibawa ke loket, dengan saat penerimaannya',
  headers: IdempotencyHeaders,
  body: z.strictObject({ service: z.string().max(80), answers: Answers, receivedAt: GivenInstant }),
  success: { status: 201, schema: data(SubmittedCase) },
  errors: [
    'malformed-body',
    'invalid-request',
    'invalid-answers',
    'not-eligible',
    'unauthorized',
    'forbidden',
    'not-found',
    'idempotency-conflict',
    'body-too-large',
  ],
} as const satisfies Operation;

export const commandDeskCase = {
  id: 'commandDeskCase',
  method: 'post',
  path: '/maklumat/desk/cases/{number}/commands',
  tag: 'desk',
  summary: 'Tindakan petugas; expectedSequence wajib',
  params: Numbered,
  headers: IdempotencyHeaders,
  body: StaffCommand,
  success: { status: 200, schema: data(DeskCase) },
  errors: commandErrors,
} as const satisfies Operation;

export const commandManyDeskCases = {
  id: 'commandManyDeskCases',
  method: 'post',
  path: '/maklumat/desk/commands',
  tag: 'desk',
  summary: 'Tindakan yang sama pada banyak perkara; jawaban per perkara',
  headers: IdempotencyHeaders,
  body: z.strictObject({
    cases: z
      .array(z.strictObject({ number: z.string(), expectedSequence: z.int().min(1) }))
      .min(1)
      .max(100),
    command: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('decide'), step: z.string(), outcome: z.string(), reason: z.string().max(5_000).optional() }),
      z.strictObject({ type: z.literal('assign'), user: z.int().nullable() }),
      z.strictObject({ type: z.literal('note'), text: z.string().min(3).max(5_000) }),
    ]),
  }),
  success: {
    status: 200,
    schema: data(
      z.array(
        z.object({
          number: z.string(),
          ok: z.boolean(),
          kind: z.string().optional(),
          message: z.string().optional(),
          sequence: z.int().optional(),
        }),
      ),
    ),
  },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'forbidden', 'body-too-large'],
} as const satisfies Operation;

export const getDeskDocument = {
  id: 'getDeskDocument',
  method: 'get',
  path: '/maklumat/desk/cases/{number}/documents/{id}',
  tag: 'desk',
  summary: 'Berkas pemohon, lampiran, atau tanda bukti (id "receipt")',
  params: Numbered.extend({ id: z.string().max(60) }),
  success: { status: 200, mediaTypes: documentTypes },
  errors: ['unauthorized', 'forbidden', 'not-found', 'file-quarantined', 'unavailable'],
} as const satisfies Operation;

export const DeskColleague = z.object({ id: z.int(), name: z.string(), positions: z.array(z.string()) }).meta({ id: 'DeskColleague' });

/** What the desk shows before a case is chosen: who I am here, whom I may assign, what I may register. */
export const getDesk = {
  id: 'getDesk',
  method: 'get',
  path: '/maklumat/desk',
  tag: 'desk',
  summary: 'Jabatan saya, rekan, layanan yang boleh saya daftarkan di loket, jumlah per antrean',
  success: {
    status: 200,
    schema: data(
      z.object({
        name: z.string(),
        positions: z.array(z.object({ slug: z.string(), name: z.string(), unit: z.string() })),
        colleagues: z.array(DeskColleague),
        services: z.array(z.object({ slug: z.string(), name: z.string(), register: z.boolean() })),
        counts: z.record(z.enum(['mine', 'unit', 'overdue', 'due-soon', 'unassigned', 'all']), z.int()),
        waitingApplicants: z
          .int()
          .nullable()
          .describe(
            'Pendaftar akun yang menunggu pemeriksaan, null bagi yang tidak boleh memeriksa; jumlah saja tidak tercatat sebagai pembacaan',
          ),
      }),
    ),
  },
  errors: ['unauthorized', 'forbidden'],
} as const satisfies Operation;
