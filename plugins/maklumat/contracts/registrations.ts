import { z } from 'zod';
import { Allowance } from '../core/definition/procedure';
import { registrationStages } from '../core/identity/registration';
import { Code, Me, Tokens } from './accounts';
import { data, GivenInstant, IdempotencyHeaders, Instant, type Operation } from './contract';

export const Residency = z.enum(['city', 'outside']).describe('city: warga kota, diminta NIK; outside: warga luar kota');

/** As it is typed; `08…`, `62…` and `+62…` are one number. */
export const PhoneText = z.string().min(6).max(30).describe('Nomor ponsel Indonesia, mis. 0812 3456 7890');
export const Password = z.string().min(1).max(200).describe('Kata sandi; paling sedikit 10 karakter dan bukan yang sudah pernah bocor');

const Stage = z.enum(registrationStages);

/** A step of the registration's procedure, with how long it took so far. An allowance is guidance: overrunning it stops nothing. */
export const RegistrationStep = z
  .object({
    stage: Stage.nullable().describe('Layar tempat langkah ini dikerjakan; null bila di luar aplikasi'),
    number: z.int(),
    title: z.string(),
    output: z.string().optional(),
    allowance: Allowance.optional(),
    state: z.enum(['done', 'current', 'ahead', 'skipped']),
    startedAt: Instant.optional(),
    finishedAt: Instant.optional(),
    overrun: z.boolean().optional(),
  })
  .meta({ id: 'RegistrationStep' });
export type RegistrationStep = z.infer<typeof RegistrationStep>;

export const Consent = z
  .object({ version: z.int(), title: z.string(), body: z.string() })
  .describe('Persetujuan pemrosesan data pribadi yang berlaku')
  .meta({ id: 'Consent' });

export const Registration = z
  .object({
    id: z.uuid(),
    stage: z.enum(['otp', 'nik', 'identity', 'done']).describe('Langkah yang ditunggu'),
    steps: z.array(RegistrationStep),
    otp: z
      .object({
        to: z.string().describe('Nomor tujuan yang disamarkan'),
        expiresAt: Instant,
        resendAt: Instant.describe('Kode baru dapat diminta sejak saat ini'),
      })
      .nullable(),
    expiresAt: Instant.describe('Pendaftaran yang belum selesai dihapus sesudah saat ini'),
    warnings: z.array(z.string()).describe('Peringatan yang tidak menghalangi, mis. tanggal lahir berbeda dengan NIK'),
  })
  .meta({ id: 'Registration' });
export type Registration = z.infer<typeof Registration>;

/** A stage that was done on the client before it could tell the server. */
export const ReportedStage = z.strictObject({ stage: Stage, startedAt: GivenInstant, finishedAt: GivenInstant });

const Identified = z.object({ id: z.uuid() });

export const describeRegistration = {
  id: 'describeRegistration',
  method: 'get',
  path: '/api/registrations',
  tag: 'account',
  summary: 'Langkah-langkah pendaftaran akun, waktunya, persetujuan yang diminta, dan masa simpan data',
  success: {
    status: 200,
    schema: data(
      z.object({
        service: z.string().nullable(),
        steps: z.array(RegistrationStep),
        consent: Consent,
        retention: z.array(z.object({ name: z.string(), days: z.int() })).describe('Berapa hari tiap jenis data disimpan'),
      }),
    ),
  },
  errors: ['unavailable'],
} as const satisfies Operation;

export const startRegistration = {
  id: 'startRegistration',
  method: 'post',
  path: '/api/registrations',
  tag: 'account',
  summary: 'Mulai mendaftar; kode OTP dikirim lewat SMS. Jawabannya sama apakah nomor itu sudah terdaftar atau belum',
  headers: IdempotencyHeaders,
  body: z.strictObject({
    residency: Residency,
    phone: PhoneText,
    password: Password,
    consent: z.literal(true).describe('Setuju dengan persetujuan yang berlaku'),
    consentVersion: z.int().optional().describe('Versi persetujuan yang dibaca; bila sudah berganti, ditolak agar dibaca lagi'),
    progress: z.array(ReportedStage).max(10).optional().describe('Langkah yang sudah dikerjakan di aplikasi, untuk waktu per langkah'),
  }),
  success: { status: 201, schema: data(Registration) },
  errors: ['malformed-body', 'invalid-request', 'too-many-requests', 'idempotency-conflict', 'body-too-large', 'unavailable'],
} as const satisfies Operation;

export const resumeRegistration = {
  id: 'resumeRegistration',
  method: 'post',
  path: '/api/registrations/resumptions',
  tag: 'account',
  summary: 'Lanjutkan pendaftaran yang terputus, juga di gawai lain; dibuktikan dengan kode OTP yang baru',
  headers: IdempotencyHeaders,
  body: z.strictObject({ phone: PhoneText }),
  success: { status: 201, schema: data(Registration) },
  errors: ['malformed-body', 'invalid-request', 'too-many-requests', 'idempotency-conflict', 'body-too-large', 'unavailable'],
} as const satisfies Operation;

export const getRegistration = {
  id: 'getRegistration',
  method: 'get',
  path: '/api/registrations/{id}',
  tag: 'account',
  summary: 'Keadaan pendaftaran yang sedang berjalan; tidak memuat data pribadi',
  params: Identified,
  success: { status: 200, schema: data(Registration) },
  errors: ['invalid-request', 'not-found'],
} as const satisfies Operation;

export const proveRegistration = {
  id: 'proveRegistration',
  method: 'post',
  path: '/api/registrations/{id}/otp',
  tag: 'account',
  summary: 'Buktikan nomor ponsel dengan kode OTP',
  params: Identified,
  headers: IdempotencyHeaders,
  body: z.strictObject({ code: Code }),
  success: { status: 200, schema: data(Registration) },
  errors: [
    'malformed-body',
    'invalid-request',
    'not-found',
    'otp-invalid',
    'command-not-open',
    'too-many-requests',
    'idempotency-conflict',
    'body-too-large',
  ],
} as const satisfies Operation;

export const resendRegistrationCode = {
  id: 'resendRegistrationCode',
  method: 'post',
  path: '/api/registrations/{id}/otp/resend',
  tag: 'account',
  summary: 'Kirim kode OTP baru; paling cepat 60 detik sesudah yang sebelumnya',
  params: Identified,
  headers: IdempotencyHeaders,
  success: { status: 200, schema: data(Registration) },
  errors: ['invalid-request', 'not-found', 'command-not-open', 'too-many-requests', 'idempotency-conflict', 'unavailable'],
} as const satisfies Operation;

/** NIK first and the rest later, or all at once: the account is made when nothing is missing. */
export const identifyRegistration = {
  id: 'identifyRegistration',
  method: 'put',
  path: '/api/registrations/{id}/identity',
  tag: 'account',
  summary: 'Isi NIK (warga kota) dan identitas diri; akun jadi ketika semuanya lengkap',
  params: Identified,
  body: z.strictObject({
    nik: z.string().max(30).optional(),
    name: z.string().max(200).optional(),
    birthDate: z.string().max(20).optional().describe('YYYY-MM-DD'),
    address: z.string().max(600).optional(),
    email: z.string().max(200).optional().describe('Boleh kosong; untuk pemberitahuan'),
  }),
  success: {
    status: 200,
    schema: data(
      z.union([
        Tokens.extend({ complete: z.literal(true), applicant: Me, registration: Registration }),
        z.object({ complete: z.literal(false), registration: Registration }),
      ]),
    ),
  },
  errors: ['malformed-body', 'invalid-request', 'not-found', 'nik-taken', 'command-not-open', 'too-many-requests', 'body-too-large'],
} as const satisfies Operation;
