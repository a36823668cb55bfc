import { z } from 'zod';
import { data, Instant, type Operation } from './contract';

/** What the office says about a letter that somebody shows: that it issued it, when, and for which request. Nothing of what stands in it. */
export const VerifiedDocument = z
  .object({
    title: z.string(),
    service: z.string(),
    agency: z.string(),
    number: z.string().describe('Nomor pendaftaran permohonan'),
    issuedAt: Instant,
  })
  .meta({ id: 'VerifiedDocument' });
export type VerifiedDocument = z.infer<typeof VerifiedDocument>;

/** The code travels in the body: addresses are kept in logs and histories. */
export const verifyDocument = {
  id: 'verifyDocument',
  method: 'post',
  path: '/api/documents/verifications',
  tag: 'public',
  summary: 'Periksa keaslian surat dengan kode dokumen yang tercetak padanya',
  body: z.strictObject({ code: z.string().min(10).max(60) }),
  success: { status: 200, schema: data(VerifiedDocument) },
  errors: ['malformed-body', 'invalid-request', 'not-found'],
} as const satisfies Operation;
