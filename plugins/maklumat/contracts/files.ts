import { z } from 'zod';
import { data, documentTypes, Instant, type Operation } from './contract';

/** An address that opens one file for a few minutes; it says nothing of the person, and works once it is copied, so it is short-lived. */
export const FileLink = z.object({ url: z.string(), expiresAt: Instant }).meta({ id: 'FileLink' });
export type FileLink = z.infer<typeof FileLink>;

export const openFile = {
  id: 'openFile',
  method: 'get',
  path: '/api/files/{token}',
  tag: 'cases',
  summary: 'Berkas di balik tautan sementara',
  params: z.object({ token: z.string() }),
  success: { status: 200, mediaTypes: documentTypes },
  errors: ['not-found', 'file-quarantined', 'unavailable'],
} as const satisfies Operation;

export const linkAttachment = {
  id: 'linkAttachment',
  method: 'post',
  path: '/api/attachments/{id}/links',
  tag: 'cases',
  session: 'required',
  summary: 'Tautan sementara ke berkas saya sendiri yang belum diajukan, mis. pada draf',
  params: z.object({ id: z.uuid() }),
  success: { status: 201, schema: data(FileLink) },
  errors: ['invalid-request', 'unauthorized', 'not-found', 'file-quarantined'],
} as const satisfies Operation;

export const deleteAttachment = {
  id: 'deleteAttachment',
  method: 'delete',
  path: '/api/attachments/{id}',
  tag: 'cases',
  session: 'required',
  summary: 'Hapus berkas saya sendiri yang belum diajukan',
  params: z.object({ id: z.uuid() }),
  success: { status: 200, schema: data(z.object({ id: z.uuid() })) },
  errors: ['invalid-request', 'unauthorized', 'not-found'],
} as const satisfies Operation;

export const linkCaseDocument = {
  id: 'linkCaseDocument',
  method: 'post',
  path: '/api/cases/{number}/documents/{id}/links',
  tag: 'cases',
  session: 'optional',
  summary: 'Tautan sementara ke dokumen permohonan saya',
  params: z.object({ number: z.string().max(60), id: z.string().max(60) }),
  headers: z.object({ 'x-tracking-token': z.string().max(200).optional() }),
  success: { status: 201, schema: data(FileLink) },
  errors: ['not-found', 'unauthorized', 'file-quarantined'],
} as const satisfies Operation;

export const linkDeskDocument = {
  id: 'linkDeskDocument',
  method: 'post',
  path: '/maklumat/desk/cases/{number}/documents/{id}/links',
  tag: 'desk',
  summary: 'Tautan sementara ke dokumen permohonan, atau ke gambar kecilnya',
  params: z.object({ number: z.string().max(60), id: z.string().max(60) }),
  body: z.strictObject({ thumbnail: z.boolean().default(false) }),
  success: { status: 201, schema: data(FileLink) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'forbidden', 'not-found', 'file-quarantined', 'body-too-large'],
} as const satisfies Operation;
