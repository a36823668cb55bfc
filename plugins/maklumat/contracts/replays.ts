import { z } from 'zod';
import { differenceKinds } from '../core/rules/replay';
import { data, Instant, type Operation } from './contract';

const Kind = z.enum(differenceKinds);

/** A draft's rules tried on past cases. Numbers of cases and keys of rules only: what a citizen answered is not in it. */
export const Replay = z
  .object({
    id: z.uuid(),
    service: z.string(),
    state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
    total: z.int(),
    done: z.int(),
    unreadable: z.int().describe('Perkara yang isinya sudah dihapus, sehingga tidak dapat diuji ulang'),
    differing: z.int(),
    kinds: z.partialRecord(Kind, z.int()).describe('Banyaknya perkara yang berbeda, per jenis keputusan'),
    differences: z
      .array(
        z.object({
          number: z.string(),
          version: z.int(),
          changes: z.array(z.object({ kind: Kind, before: z.array(z.string()), after: z.array(z.string()) })),
        }),
      )
      .describe('Paling banyak 500 perkara pertama yang berbeda'),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Replay' });
export type Replay = z.infer<typeof Replay>;

const Identified = z.object({ id: z.uuid() });

export const startReplay = {
  id: 'startReplay',
  method: 'post',
  path: '/maklumat/definitions/{slug}/replay',
  tag: 'desk',
  summary: 'Uji aturan konsep atas perkara yang sudah lewat; berjalan di latar belakang',
  params: z.object({ slug: z.string().max(80) }),
  body: z.strictObject({ draft: z.record(z.string(), z.unknown()).optional() }),
  success: { status: 202, schema: data(Replay) },
  errors: ['malformed-body', 'invalid-request', 'unauthorized', 'forbidden', 'not-found', 'publish-refused', 'body-too-large'],
} as const satisfies Operation;

export const getReplay = {
  id: 'getReplay',
  method: 'get',
  path: '/maklumat/replays/{id}',
  tag: 'desk',
  summary: 'Kemajuan dan hasil uji ulang',
  params: Identified,
  success: { status: 200, schema: data(Replay) },
  errors: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
} as const satisfies Operation;

export const cancelReplay = {
  id: 'cancelReplay',
  method: 'post',
  path: '/maklumat/replays/{id}/cancel',
  tag: 'desk',
  summary: 'Hentikan uji ulang; hasil sejauh ini tetap dapat dibaca',
  params: Identified,
  success: { status: 200, schema: data(Replay) },
  errors: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
} as const satisfies Operation;
