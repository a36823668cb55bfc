import { z } from 'zod';
import { data, IdempotencyHeaders, Instant, type Operation } from './contract';

/** `verified` agreed with the population registry or was checked by an officer; `waiting` is left to an officer; `not-needed` for outsiders. */
export const Verification = z.enum(['verified', 'waiting', 'refused', 'not-needed']);

export const Me = z
  .object({
    id: z.uuid(),
    residency: z.enum(['city', 'outside']),
    phone: z.string().describe('E.164'),
    nik: z.string().nullable(),
    name: z.string(),
    birthDate: z.iso.date(),
    address: z.string(),
    email: z.string().nullable(),
    verification: Verification,
    verificationNote: z.string().nullable().describe('Alasan petugas, bila data belum dapat dipastikan'),
    warnings: z.array(z.string()),
    consent: z.object({ version: z.int(), givenAt: Instant, current: z.boolean().describe('Masih versi yang berlaku') }).nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const Tokens = z.object({
  jwt: z.string().describe('Token akses berumur pendek, untuk Authorization: Bearer'),
  refreshToken: z.string().describe('Ditukar dengan token baru di /api/auth/refresh; sekali pakai'),
});
export type Tokens = z.infer<typeof Tokens>;

const PhoneText = z.string().min(1).max(100);
const Password = z.string().min(1).max(200);
export const Code = z
  .string()
  .max(20)
  .transform((code) => code.replace(/\D/g, ''))
  .describe('Enam angka dari SMS');

/** Answers of `/api/auth` have the shape of users-permissions, without `data`. */
export const logIn = {
  id: 'logIn',
  method: 'post',
  path: '/api/auth/local',
  tag: 'account',
  summary: 'Masuk dengan nomor ponsel dan kata sandi (users-permissions)',
  body: z.strictObject({ identifier: PhoneText.describe('Nomor ponsel'), password: Password }),
  success: { status: 200, schema: Tokens.extend({ user: z.object({ id: z.uuid() }) }) },
  errors: ['malformed-body', 'invalid-request', 'credentials-wrong', 'too-many-requests', 'body-too-large'],
} as const satisfies Operation;

export const refreshSession = {
  id: 'refreshSession',
  method: 'post',
  path: '/api/auth/refresh',
  tag: 'account',
  summary: 'Tukar token penyegar dengan token akses dan token penyegar baru',
  body: z.strictObject({ refreshToken: z.string().max(4_000) }),
  success: { status: 200, schema: Tokens },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'body-too-large'],
} as const satisfies Operation;

export const logOut = {
  id: 'logOut',
  method: 'post',
  path: '/api/auth/logout',
  tag: 'account',
  session: 'required',
  summary: 'Keluar di gawai ini, atau di semua gawai',
  body: z.strictObject({ everywhere: z.boolean().default(false) }),
  success: { status: 200, schema: z.object({ ok: z.literal(true) }) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'body-too-large'],
} as const satisfies Operation;

export const forgotPassword = {
  id: 'forgotPassword',
  method: 'post',
  path: '/api/auth/forgot-password',
  tag: 'account',
  summary: 'Lupa kata sandi: kode OTP dikirim ke nomor itu. Jawabannya sama apakah nomor itu terdaftar atau tidak',
  headers: IdempotencyHeaders,
  body: z.strictObject({ phone: PhoneText }),
  success: { status: 200, schema: data(z.object({ id: z.uuid(), expiresAt: Instant, resendAt: Instant })) },
  errors: ['malformed-body', 'invalid-request', 'too-many-requests', 'idempotency-conflict', 'body-too-large', 'unavailable'],
} as const satisfies Operation;

export const resetPassword = {
  id: 'resetPassword',
  method: 'post',
  path: '/api/auth/reset-password',
  tag: 'account',
  summary: 'Kata sandi baru dengan kode OTP; semua sesi lama diakhiri',
  body: z.strictObject({ id: z.uuid(), code: Code, password: Password }),
  success: { status: 200, schema: Tokens.extend({ user: z.object({ id: z.uuid() }) }) },
  errors: ['malformed-body', 'invalid-request', 'otp-invalid', 'too-many-requests', 'body-too-large'],
} as const satisfies Operation;

export const changePassword = {
  id: 'changePassword',
  method: 'post',
  path: '/api/auth/change-password',
  tag: 'account',
  session: 'required',
  summary: 'Ganti kata sandi; sesi lain diakhiri',
  body: z.strictObject({ currentPassword: Password, password: Password }),
  success: { status: 200, schema: Tokens.extend({ user: z.object({ id: z.uuid() }) }) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'credentials-wrong', 'too-many-requests', 'body-too-large'],
} as const satisfies Operation;

export const getMe = {
  id: 'getMe',
  method: 'get',
  path: '/api/me',
  tag: 'account',
  session: 'required',
  summary: 'Data saya',
  success: { status: 200, schema: data(Me) },
  errors: ['unauthorized'],
} as const satisfies Operation;

export const changeMe = {
  id: 'changeMe',
  method: 'patch',
  path: '/api/me',
  tag: 'account',
  session: 'required',
  summary: 'Perbaiki data saya, atau setujui versi persetujuan yang baru. Perubahan NIK, nama, atau tanggal lahir diperiksa lagi',
  body: z.strictObject({
    nik: z.string().max(30).optional(),
    name: z.string().max(200).optional(),
    birthDate: z.string().max(20).optional(),
    address: z.string().max(600).optional(),
    email: z.string().max(200).nullable().optional(),
    consentVersion: z.int().optional(),
  }),
  success: { status: 200, schema: data(Me) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'nik-taken', 'too-many-requests', 'body-too-large'],
} as const satisfies Operation;

export const exportMe = {
  id: 'exportMe',
  method: 'get',
  path: '/api/me/export',
  tag: 'account',
  session: 'required',
  summary: 'Semua yang disimpan tentang saya: data.json dan berkas, dalam satu zip',
  success: { status: 200, mediaTypes: ['application/zip'] },
  errors: ['unauthorized', 'too-many-requests'],
} as const satisfies Operation;

/** What erasure did, in sentences: what is gone, and what the law keeps. */
export const Erasure = z
  .object({
    erasedAt: Instant,
    erased: z.array(z.object({ what: z.string(), count: z.int() })),
    kept: z.array(z.object({ what: z.string(), why: z.string(), count: z.int() })),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof Erasure>;

export const eraseMe = {
  id: 'eraseMe',
  method: 'delete',
  path: '/api/me',
  tag: 'account',
  session: 'required',
  summary: 'Hapus data pribadi saya; yang wajib disimpan menurut hukum disebutkan. Permohonan yang masih berjalan dibatalkan',
  success: { status: 200, schema: data(Erasure) },
  errors: ['unauthorized'],
} as const satisfies Operation;

export const changePhone = {
  id: 'changePhone',
  method: 'post',
  path: '/api/me/phone',
  tag: 'account',
  session: 'required',
  summary: 'Ganti nomor ponsel: kode dikirim ke nomor lama dan nomor baru',
  headers: IdempotencyHeaders,
  body: z.strictObject({ phone: PhoneText, password: Password }),
  success: { status: 201, schema: data(z.object({ id: z.uuid(), expiresAt: Instant })) },
  errors: [
    'malformed-body',
    'invalid-request',
    'unauthorized',
    'credentials-wrong',
    'too-many-requests',
    'idempotency-conflict',
    'body-too-large',
    'unavailable',
  ],
} as const satisfies Operation;

export const provePhone = {
  id: 'provePhone',
  method: 'post',
  path: '/api/me/phone/{id}/otp',
  tag: 'account',
  session: 'required',
  summary: 'Selesaikan penggantian nomor dengan kedua kode',
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({ oldCode: Code, newCode: Code }),
  success: { status: 200, schema: data(Me) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'not-found', 'otp-invalid', 'too-many-requests', 'body-too-large'],
} as const satisfies Operation;

export const Access = z
  .object({
    at: Instant,
    by: z.string().describe('Jabatan, atau nama petugas bila tidak memegang jabatan'),
    what: z.enum(['case', 'document', 'identity']),
    sentence: z.string(),
    case: z.string().nullable(),
  })
  .meta({ id: 'Access' });

export const listAccesses = {
  id: 'listAccesses',
  method: 'get',
  path: '/api/me/accesses',
  tag: 'account',
  session: 'required',
  summary: 'Siapa dari kantor yang membaca data saya, dan kapan; paling baru lebih dulu, paling banyak 200',
  success: { status: 200, schema: data(z.array(Access)) },
  errors: ['unauthorized'],
} as const satisfies Operation;
