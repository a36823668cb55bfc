import { z } from 'zod';
import { data, IdempotencyHeaders, type Operation } from './contract';

export const Attachment = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mime: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'audio/mpeg']),
    size: z.int().describe('Bita'),
    pages: z.int().optional().describe('Banyak halaman PDF, bila terbaca'),
    seconds: z.number().optional().describe('Lama rekaman dalam detik, bila terbaca'),
    state: z.enum(['ready', 'quarantined']).describe('quarantined: menunggu pemindaian; dapat diajukan, belum dapat dibuka'),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

export const createAttachment = {
  id: 'createAttachment',
  method: 'post',
  path: '/api/attachments',
  tag: 'cases',
  session: 'optional',
  summary: 'Unggah berkas pribadi (PDF, JPG, PNG, MP3; paling besar 5 MB). Jenis ditentukan dari isinya',
  headers: IdempotencyHeaders,
  multipart: 'file',
  success: { status: 201, schema: data(Attachment) },
  errors: [
    'malformed-body',
    'invalid-request',
    'unauthorized',
    'file-missing',
    'file-too-large',
    'file-type-refused',
    'file-damaged',
    'file-infected',
    'body-too-large',
    'idempotency-conflict',
    'too-many-requests',
    'unavailable',
  ],
} as const satisfies Operation;
