import { z } from 'zod';

/** What the digits of a NIK say. */
export interface Nik {
  /** Province, city and district of first registration as `pp.kk.cc`, the way the codes of regions are written. Not where the person lives. */
  region: string;
  /** The dates of birth that it allows, ISO, the earlier first: its year has two digits. One alone where the other century lacks the day. */
  birthDates: string[];
  sex: 'female' | 'male';
  serial: string;
}

/** The centuries of the living. */
const centuries = ['19', '20'];
/** Added to a woman's day of birth. */
const womensDays = 40;

/**
 * Reads a NIK: six digits of the district of first registration, day (women's plus 40), month and two-digit year of birth, and a serial from 0001.
 * Undefined for what has not that shape. A NIK of any region is one, and it proves nothing of residence or of the person: it has no checksum and is
 * never changed. Source: domain.md §2, NIK.
 */
export function parseNik(text: string): Nik | undefined {
  const parts = /^([1-9]\d)(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?!0000)(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [, province, city, district, writtenDay, month, year, serial = ''] = parts;
  const sex = Number(writtenDay) > womensDays ? 'female' : 'male';
  const day = String(Number(writtenDay) - (sex === 'female' ? womensDays : 0)).padStart(2, '0');
  const birthDates = centuries.map((century) => `${century}${year}-${month}-${day}`).filter((date) => z.iso.date().safeParse(date).success);
  return birthDates.length === 0 ? undefined : { region: `${province}.${city}.${district}`, birthDates, sex, serial };
}

/** Whether a text has the shape of a NIK. */
export const isNik = (text: string): boolean => parseNik(text) !== undefined;

/**
 * Whether a date of birth (ISO) is another than the NIK says, its century left aside. That is a warning and never a refusal: a NIK that was issued with
 * a wrong date stays as it is. False for a text that is no NIK, which says nothing. Source: domain.md §2, NIK.
 */
export function birthDateDiffers(nik: string, birthDate: string): boolean {
  const parsed = parseNik(nik);
  return parsed !== undefined && !parsed.birthDates.some((date) => date.slice(2) === birthDate.slice(2));
}
