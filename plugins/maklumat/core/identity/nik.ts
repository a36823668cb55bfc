import { z } from 'zod';

/**
 * Whether a text has the shape of a NIK: six digits of the district of first registration, day (women's plus 40), month and two-digit year of birth,
 * and a serial from 0001. It says nothing of residence or of the person: a NIK has no checksum and is never changed. Source: domain.md §2, NIK.
 */
export function isNik(text: string): boolean {
  const parts = /^[1-9]\d{5}([0-7]\d)(\d{2})(\d{2})(?!0000)\d{4}$/.exec(text);
  if (!parts) return false;
  const [, day = '', month = '', year = ''] = parts;
  const dayOfBirth = Number(day) > 40 ? Number(day) - 40 : Number(day);
  // The century is not written. 19xx and 20xx have the same leap years except 00, of which only 2000 is one.
  return z.iso.date().safeParse(`20${year}-${month}-${String(dayOfBirth).padStart(2, '0')}`).success;
}
