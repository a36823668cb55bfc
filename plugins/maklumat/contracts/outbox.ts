import { z } from 'zod';
import { data, Instant, type Operation } from './contract';

/** Letters and SMS that were kept because no server is set: how a person on a development machine reads them, codes included. */
export const listOutbox = {
  id: 'listOutbox',
  method: 'get',
  path: '/maklumat/outbox',
  tag: 'desk',
  summary: 'Surat dan SMS yang disimpan karena server surat atau gerbang SMS belum diatur; tidak ada di produksi',
  success: {
    status: 200,
    schema: data(
      z.array(
        z.object({ id: z.uuid(), channel: z.enum(['mail', 'sms']), to: z.string(), subject: z.string(), text: z.string(), at: Instant }),
      ),
    ),
  },
  errors: ['unauthorized', 'forbidden', 'not-found'],
} as const satisfies Operation;
