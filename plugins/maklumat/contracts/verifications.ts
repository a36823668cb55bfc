import { z } from 'zod';
import { data, Instant, page, PageQuery, type Operation } from './contract';

const Revision = z.string().min(1).max(100);

/** A registered applicant whom the population registry could not confirm. */
export const VerificationRow = z
  .object({
    id: z.uuid(),
    registeredAt: Instant,
    name: z.string(),
    nik: z.string(),
    region: z.string().nullable().describe('Wilayah pendaftaran pertama menurut NIK; bukan bukti tempat tinggal'),
    birthDate: z.iso.date(),
    address: z.string(),
    warnings: z.array(z.string()).describe('Yang tidak cocok, mis. tanggal lahir berbeda dengan NIK'),
    because: z.string().describe('Mengapa diperiksa petugas: SIAK mati, belum diatur, atau tidak cocok'),
    revision: Revision.describe('Menandai data seperti yang ditampilkan; kirim bersama keputusan'),
  })
  .meta({ id: 'VerificationRow' });
export type VerificationRow = z.infer<typeof VerificationRow>;

export const listVerifications = {
  id: 'listVerifications',
  method: 'get',
  path: '/maklumat/verifications',
  tag: 'desk',
  summary: 'Pendaftar yang menunggu pemeriksaan data oleh petugas, yang paling lama lebih dulu',
  query: PageQuery,
  success: { status: 200, schema: page(VerificationRow) },
  errors: ['invalid-request', 'unauthorized', 'forbidden'],
} as const satisfies Operation;

export const decideVerification = {
  id: 'decideVerification',
  method: 'post',
  path: '/maklumat/verifications/{id}',
  tag: 'desk',
  summary: 'Pastikan atau tolak data seorang pendaftar; penolakan memerlukan alasan, yang dibaca pendaftar',
  params: z.object({ id: z.uuid() }),
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('verify'), revision: Revision }),
    z.strictObject({ decision: z.literal('refuse'), reason: z.string().min(3).max(2_000), revision: Revision }),
  ]),
  success: { status: 200, schema: data(z.object({ id: z.uuid(), verification: z.enum(['verified', 'refused']) })) },
  errors: [
    'malformed-body',
    'invalid-request',
    'unauthorized',
    'forbidden',
    'not-found',
    'command-not-open',
    'stale-sequence',
    'body-too-large',
  ],
} as const satisfies Operation;
