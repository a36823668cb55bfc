import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Calendar } from '../../plugins/maklumat/core/calendar/schema';
import { CalendarSeed, HolidaySeed } from '../../plugins/maklumat/core/definition/seeds';

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, '../../database/seeds', `${name}.json`), 'utf8'));

/** Libur nasional and cuti bersama of 2025, 2026 and 2027, as a fresh installation has them. */
export const seededHolidays = z.array(HolidaySeed).parse(read('holidays'));
const seeds = z.array(CalendarSeed).parse(read('calendars'));

/** A calendar as a fresh installation has it, with Ramadan hours and holidays. */
export function seededCalendar(slug: 'kota-probolinggo' | 'provinsi-kalimantan-utara'): Calendar {
  const seed = seeds.find((candidate) => candidate.slug === slug);
  return Calendar.parse({ ...seed, holidays: seededHolidays });
}
