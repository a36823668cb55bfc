import { z } from 'zod';
import { Answers } from '../core/form/schema';
import { data, IdempotencyHeaders, Instant, type Operation } from './contract';

const DraftRow = z.object({
  id: z.uuid(),
  service: z.object({
    slug: z.string(),
    name: z.string(),
    open: z.boolean().describe('false: layanan ini tidak lagi menerima permohonan, jadi draf tidak dapat dilanjutkan'),
  }),
  revision: z.int().describe('Kirim kembali ketika menyimpan, agar simpanan gawai lain tidak tertimpa'),
  createdAt: Instant,
  updatedAt: Instant,
  expiresAt: Instant.describe('Dihapus sesudah saat ini bila tidak disimpan lagi'),
});

export const Draft = DraftRow.extend({
  answers: Answers.describe('Isian apa adanya, juga yang belum benar'),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), mime: z.string(), size: z.int() })),
}).meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

const One = z.object({ id: z.uuid() });

export const listDrafts = {
  id: 'listDrafts',
  method: 'get',
  path: '/api/drafts',
  tag: 'cases',
  session: 'required',
  summary: 'Draf saya, yang terakhir disimpan lebih dulu',
  success: { status: 200, schema: data(z.array(DraftRow.meta({ id: 'DraftRow' }))) },
  errors: ['unauthorized'],
} as const satisfies Operation;

export const createDraft = {
  id: 'createDraft',
  method: 'post',
  path: '/api/drafts',
  tag: 'cases',
  session: 'required',
  summary: 'Simpan isian sebagai draf',
  headers: IdempotencyHeaders,
  body: z.strictObject({ service: z.string().max(80), answers: Answers }),
  success: { status: 201, schema: data(Draft) },
  errors: [
    'malformed-body',
    'invalid-request',
    'unauthorized',
    'not-found',
    'file-missing',
    'too-many-requests',
    'idempotency-conflict',
    'body-too-large',
  ],
} as const satisfies Operation;

export const getDraft = {
  id: 'getDraft',
  method: 'get',
  path: '/api/drafts/{id}',
  tag: 'cases',
  session: 'required',
  summary: 'Satu draf',
  params: One,
  success: { status: 200, schema: data(Draft) },
  errors: ['invalid-request', 'unauthorized', 'not-found'],
} as const satisfies Operation;

export const replaceDraft = {
  id: 'replaceDraft',
  method: 'put',
  path: '/api/drafts/{id}',
  tag: 'cases',
  session: 'required',
  summary: 'Simpan lagi; ditolak bila gawai lain menyimpan lebih dulu',
  params: One,
  body: z.strictObject({ answers: Answers, revision: z.int().min(1) }),
  success: { status: 200, schema: data(Draft) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'not-found', 'file-missing', 'stale-sequence', 'body-too-large'],
} as const satisfies Operation;

export const deleteDraft = {
  id: 'deleteDraft',
  method: 'delete',
  path: '/api/drafts/{id}',
  tag: 'cases',
  session: 'required',
  summary: 'Hapus draf beserta berkasnya',
  params: One,
  success: { status: 200, schema: data(z.object({ id: z.uuid() })) },
  errors: ['invalid-request', 'unauthorized', 'not-found'],
} as const satisfies Operation;
