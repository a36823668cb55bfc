import { z } from 'zod';
import { refusalKinds, type RefusalKind } from '../core/refusal';

/** The one place that gives a refusal its HTTP status. */
export const httpStatus = {
  'malformed-body': 400,
  'invalid-request': 400,
  'invalid-answers': 400,
  'not-eligible': 422,
  unauthorized: 401,
  'credentials-wrong': 401,
  'otp-invalid': 400,
  'too-many-requests': 429,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'nik-taken': 409,
  'command-not-open': 409,
  'unknown-outcome': 400,
  'reason-required': 400,
  'extension-too-late': 409,
  'extension-exhausted': 409,
  'slot-taken': 409,
  'rate-missing': 409,
  'stale-sequence': 409,
  'idempotency-conflict': 409,
  'file-missing': 400,
  'file-too-large': 413,
  'file-type-refused': 415,
  'file-damaged': 422,
  'file-infected': 422,
  'file-quarantined': 409,
  'body-too-large': 413,
  'publish-refused': 400,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<RefusalKind, number>;

/** What the publish gate says about a place of a definition. Errors stop the publishing, warnings do not. */
export const Finding = z
  .object({
    severity: z.enum(['error', 'warning']),
    where: z.string().describe('Tempatnya, mis. form.nama, procedure.periksa.lengkap, rules.rute, examples.0'),
    what: z.string(),
    why: z.string(),
    mend: z.string(),
  })
  .meta({ id: 'Finding' });

/** Strapi's error envelope, with our closed list of kinds. */
export const ErrorBody = z
  .object({
    data: z.null(),
    error: z.object({
      status: z.int(),
      name: z.string(),
      message: z.string().describe('Kalimat untuk orang; bahasa Indonesia, atau Inggris bila Accept-Language: en'),
      details: z.object({
        kind: z.enum(refusalKinds),
        fields: z.record(z.string(), z.array(z.string())).optional(),
        findings: z.array(Finding).optional(),
        slots: z
          .array(z.object({ from: z.string(), to: z.string() }))
          .optional()
          .describe('Waktu kosong berikutnya, bila slot-taken'),
        retryAfter: z.int().optional().describe('Detik sampai boleh mencoba lagi, bila too-many-requests; sama dengan Retry-After'),
      }),
    }),
  })
  .meta({ id: 'Error' });
