import { z } from 'zod';
import { data, Instant, type Operation } from './contract';
import { retentionKinds } from '../core/definition/retention';

export const RetentionRun = z
  .object({
    id: z.int(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    failed: z.boolean(),
    report: z.array(
      z.object({
        kind: z.enum(retentionKinds),
        label: z.string(),
        days: z.int(),
        before: Instant.describe('Yang lebih tua dari saat ini dihapus'),
        removed: z.int(),
        failed: z.boolean().describe('Sebagian atau seluruhnya tidak terhapus; dicoba lagi malam berikutnya'),
      }),
    ),
  })
  .meta({ id: 'RetentionRun' });
export type RetentionRun = z.infer<typeof RetentionRun>;

export const listRetentionRuns = {
  id: 'listRetentionRuns',
  method: 'get',
  path: '/maklumat/retention/runs',
  tag: 'desk',
  summary: 'Laporan penghapusan data menurut masa simpan, 90 malam terakhir',
  success: { status: 200, schema: data(z.array(RetentionRun)) },
  errors: ['unauthorized', 'forbidden'],
} as const satisfies Operation;
