import { z } from 'zod';
import { refusalKinds, type RefusalKind } from '../core/refusal';

/** The one place that gives a refusal its HTTP status. */
export const httpStatus = {
  'malformed-body': 400,
  'invalid-request': 400,
  'invalid-answers': 400,
  'not-eligible': 422,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'command-not-open': 409,
  'unknown-outcome': 400,
  'reason-required': 400,
  'extension-too-late': 409,
  'extension-exhausted': 409,
  'stale-sequence': 409,
  'idempotency-conflict': 409,
  'file-missing': 400,
  'file-too-large': 413,
  'file-type-refused': 415,
  'body-too-large': 413,
  'publish-refused': 400,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<RefusalKind, number>;

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
        findings: z.array(z.object({ where: z.string(), what: z.string(), mend: z.string() })).optional(),
      }),
    }),
  })
  .meta({ id: 'Error' });
