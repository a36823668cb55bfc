import { z } from 'zod';
import { data, Instant, type Operation } from './contract';

/** Letters that were kept because no SMTP server is set: how a person on a development machine reads them. */
export const listOutbox = {
  id: 'listOutbox',
  method: 'get',
  path: '/maklumat/outbox',
  tag: 'desk',
  summary: 'Surat keluar yang disimpan karena server surat belum diatur; kosong di produksi',
  success: {
    status: 200,
    schema: data(z.array(z.object({ id: z.int(), to: z.string(), subject: z.string(), text: z.string(), at: Instant }))),
  },
  errors: ['unauthorized', 'forbidden'],
} as const satisfies Operation;
