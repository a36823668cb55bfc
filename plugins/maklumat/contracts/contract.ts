import { z } from 'zod';
import type { RefusalKind } from '../core/refusal';

/** One call of the REST contract. Controllers parse with it, OpenAPI is generated from it, and the tests hold every answer against it. */
export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Full path from the root, with `{name}` parameters as OpenAPI writes them. */
  path: string;
  tag: 'public' | 'cases' | 'account' | 'desk';
  /** `required`: only for a registered applicant, by Bearer token. `optional`: such a token says whose it is, and may be left out. */
  session?: 'required' | 'optional';
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  /** A multipart upload with this one part. */
  multipart?: 'file';
  success: { status: 200 | 201 | 202 | 204; schema?: z.ZodType; mediaTypes?: readonly string[] };
  errors: readonly RefusalKind[];
}

export const data = <T extends z.ZodType>(schema: T) => z.object({ data: schema });

export const Pagination = z.object({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }).meta({ id: 'Pagination' });
export const page = <T extends z.ZodType>(schema: T) => z.object({ data: z.array(schema), meta: z.object({ pagination: Pagination }) });

/** Query strings carry numbers as text. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('Halaman, mulai 1'),
  pageSize: z.coerce.number().int().min(1).max(100).default(25).describe('Banyak baris per halaman, paling banyak 100'),
});

/** ISO 8601 with offset of the agency's zone. */
export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'ISO 8601 dengan selisih zona, mis. 2026-01-05T16:00:00+07:00' });

/** An instant that a client gives: any year of this century, so that counting on from it stays within the calendar. */
export const GivenInstant = Instant.refine((instant) => /^20\d\d-/.test(instant), { message: 'Tahun harus antara 2000 dan 2099' });

/** Types that a document of a case may have. */
export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'audio/mpeg'] as const;

export const IdempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .optional()
    .describe('Kunci pilihan klien; pengulangan dengan kunci dan isi yang sama dijawab dengan hasil pertama'),
});
