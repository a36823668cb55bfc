import { z } from 'zod';

const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('Jam setempat, JJ:MM');

export const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export type Weekday = z.infer<typeof Weekday>;

/**
 * Office hours of one weekday, local to the calendar's zone; a break, when there is one, is not working time.
 * Refused: closing that is not after opening, half a break, a break that is outside the hours or fills them.
 */
export const OfficeHours = z
  .strictObject({
    day: Weekday,
    opens: LocalTime,
    closes: LocalTime,
    breakFrom: LocalTime.nullish(),
    breakTo: LocalTime.nullish(),
  })
  .refine((hours) => hours.opens < hours.closes, { message: 'Jam tutup harus sesudah jam buka', path: ['closes'] })
  .refine(({ breakFrom, breakTo }) => (breakFrom == null) === (breakTo == null), {
    message: 'Isi awal dan akhir istirahat, atau kosongkan keduanya',
    path: ['breakTo'],
  })
  .refine(
    ({ opens, closes, breakFrom, breakTo }) =>
      breakFrom == null ||
      breakTo == null ||
      (opens <= breakFrom && breakFrom < breakTo && breakTo <= closes && (opens < breakFrom || breakTo < closes)),
    { message: 'Istirahat harus berada di dalam jam kerja', path: ['breakTo'] },
  );
export type OfficeHours = z.infer<typeof OfficeHours>;

export const Holiday = z.strictObject({
  date: z.iso.date(),
  name: z.string().min(1),
  kind: z.enum(['national', 'jointLeave', 'local']).describe('national libur nasional, jointLeave cuti bersama, local libur setempat'),
  closes: LocalTime.nullish().describe('Kantor tutup lebih awal pada jam ini; kosong berarti tutup sehari penuh'),
  calendars: z.array(z.string()).default([]).describe('Kalender yang terkena; kosong berarti semua'),
});
export type Holiday = z.infer<typeof Holiday>;

/** Office hours that replace the usual ones from a date to a date, both included, such as those of Ramadan; a weekday without hours is closed. */
export const Season = z
  .strictObject({ name: z.string().min(1), from: z.iso.date(), to: z.iso.date(), officeHours: z.array(OfficeHours).min(1) })
  .refine(({ from, to }) => from <= to, { message: 'Tanggal akhir harus sama dengan atau sesudah tanggal awal', path: ['to'] });
export type Season = z.infer<typeof Season>;

/** When an agency is open. Everything the clock needs and nothing else; a weekday without office hours is closed. */
export const Calendar = z.strictObject({
  slug: z.string(),
  name: z.string(),
  zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']).describe('WIB, WITA, WIT'),
  officeHours: z.array(OfficeHours).min(1),
  seasons: z.array(Season).default([]).describe('Jam kerja musiman; bila bertumpang tindih yang pertama berlaku'),
  holidays: z.array(Holiday),
});
export type Calendar = z.infer<typeof Calendar>;
export type Zone = Calendar['zone'];
