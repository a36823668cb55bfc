import { z } from 'zod';
import { OfficeHours } from '../core/calendar/schema';
import { Charter } from './charters';
import { data, type Operation } from './contract';

export const AgencySummary = z
  .object({
    slug: z.string(),
    name: z.string(),
    shortName: z.string(),
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    zoneLabel: z.enum(['WIB', 'WITA', 'WIT']),
    address: z.string(),
    serviceCount: z.int(),
  })
  .meta({ id: 'AgencySummary' });

export const Agency = AgencySummary.extend({
  phones: z.array(z.string()),
  email: z.string().nullable(),
  website: z.string().nullable(),
  officeHours: z.array(OfficeHours),
  complaintChannels: z.array(z.string()),
  charter: Charter.nullable(),
}).meta({ id: 'Agency' });
export type Agency = z.infer<typeof Agency>;

export const listAgencies = {
  id: 'listAgencies',
  method: 'get',
  path: '/api/agencies',
  tag: 'public',
  summary: 'Perangkat daerah yang melayani',
  success: { status: 200, schema: data(z.array(AgencySummary)) },
  errors: [],
} as const satisfies Operation;

export const getAgency = {
  id: 'getAgency',
  method: 'get',
  path: '/api/agencies/{slug}',
  tag: 'public',
  summary: 'Satu perangkat daerah: zona waktu, jam kerja, saluran pengaduan, maklumat',
  params: z.object({ slug: z.string() }),
  success: { status: 200, schema: data(Agency) },
  errors: ['not-found'],
} as const satisfies Operation;
