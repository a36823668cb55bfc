import { z } from 'zod';
import { data, type Operation } from './contract';

/** The maklumat pelayanan of an agency: the promise, who signed it, where and when. */
export const Charter = z
  .object({
    agency: z.object({ slug: z.string(), name: z.string() }),
    text: z.string(),
    signatory: z.string(),
    signatoryTitle: z.string(),
    date: z.string(),
    decreeNumber: z.string(),
  })
  .meta({ id: 'Charter' });
export type Charter = z.infer<typeof Charter>;

export const listCharters = {
  id: 'listCharters',
  method: 'get',
  path: '/api/charters',
  tag: 'public',
  summary: 'Maklumat pelayanan yang berlaku, satu per perangkat daerah yang telah menetapkannya',
  success: { status: 200, schema: data(z.array(Charter)) },
  errors: [],
} as const satisfies Operation;
