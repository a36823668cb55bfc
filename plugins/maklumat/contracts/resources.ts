import { z } from 'zod';
import { data, GivenInstant, Instant, type Operation } from './contract';

const Named = z.object({ slug: z.string(), name: z.string() });
const Slugged = z.object({ slug: z.string().max(80) });
const Slot = z.object({ from: Instant, to: Instant });

/** Days that one answer may span, both ends included. */
export const longestSchedule = 62;

/** A date that a client gives: any year of this century, so that the day after it can be written, too. */
const GivenDate = z.iso.date().refine((date) => date.startsWith('20'), { message: 'Tahun harus antara 2000 dan 2099' });

export const Resource = z
  .object({
    slug: z.string(),
    name: z.string(),
    agency: Named,
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    capacity: z.int().describe('Banyak unit yang dapat dipesan bersamaan'),
    active: z.boolean(),
    crew: z.array(Named).describe('Ikut dipesan, masing-masing satu unit'),
  })
  .meta({ id: 'Resource' });
export type Resource = z.infer<typeof Resource>;

export const ScheduledBooking = z
  .object({
    from: Instant,
    to: Instant.describe('Saat berakhir, tidak termasuk'),
    unit: z.int(),
    offered: z.boolean().describe('Masih tawaran: menunggu persetujuan pemohon'),
    case: z.object({ number: z.string(), service: z.string().describe('Nama layanan') }),
    reservedFor: z.string().nullable().describe('Sumber daya yang dipesan, bila yang ini ikut sebagai kru'),
  })
  .meta({ id: 'ScheduledBooking' });

export const ScheduleDay = z
  .object({
    date: z.iso.date(),
    opens: z.string().nullable().describe('Jam buka kantor JJ:MM; null bila tutup'),
    closes: z.string().nullable(),
    holiday: z.string().nullable(),
    occupiedMinutes: z.int().describe('Menit terpakai pada hari ini, dijumlahkan atas semua unit'),
    bookings: z
      .array(ScheduledBooking)
      .describe('Pemesanan yang menyentuh hari ini; yang melewati tengah malam tampil pada setiap harinya'),
  })
  .meta({ id: 'ScheduleDay' });
export type ScheduleDay = z.infer<typeof ScheduleDay>;

export const listResources = {
  id: 'listResources',
  method: 'get',
  path: '/maklumat/resources',
  tag: 'desk',
  summary: 'Sumber daya perangkat daerah saya: kendaraan, ruang, alat, petugas yang dipesan menurut jadwal',
  success: { status: 200, schema: data(z.array(Resource)) },
  errors: ['unauthorized', 'forbidden'],
} as const satisfies Operation;

export const listResourceBookings = {
  id: 'listResourceBookings',
  method: 'get',
  path: '/maklumat/resources/{slug}/bookings',
  tag: 'desk',
  summary: 'Jadwal satu sumber daya, hari demi hari menurut zona perangkat daerahnya',
  params: Slugged,
  query: z
    .object({ from: GivenDate.describe('Hari pertama'), to: GivenDate.describe(`Hari terakhir, paling banyak ${longestSchedule} hari`) })
    .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < longestSchedule * 86_400_000, {
      message: `Hari terakhir harus sesudah hari pertama, paling banyak ${longestSchedule} hari`,
      path: ['to'],
    }),
  success: { status: 200, schema: data(z.object({ resource: Resource, days: z.array(ScheduleDay) })) },
  errors: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
} as const satisfies Operation;

export const listResourceSlots = {
  id: 'listResourceSlots',
  method: 'get',
  path: '/maklumat/resources/{slug}/slots',
  tag: 'desk',
  summary: 'Tiga waktu kosong berikutnya pada jam kerja, sumber daya beserta krunya',
  params: Slugged,
  query: z.object({
    from: GivenInstant.describe('Paling awal; saat yang sudah lewat dibaca sebagai sekarang'),
    minutes: z.coerce.number().int().min(1).max(20_160).describe('Lama pemakaian dalam menit'),
  }),
  success: { status: 200, schema: data(z.array(Slot)) },
  errors: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
} as const satisfies Operation;
