import type { Zone } from '$core/calendar/schema';
import { formatSlot } from '$core/language/amount';
import { formatInstant as inWords } from '$core/language/calendar';
import type { Language } from '$core/language/language';

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;
const zones: Record<string, Zone> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };
const offsets: Record<string, string> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' };
const types: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'audio/mpeg': 'MP3',
};

/** "Selasa 20 Januari 2026 pukul 16.00 WIB": an ISO instant on the wall clock of WIB, WITA or WIT, as the server's own sentences write it. */
export function formatInstant(instant: string, zone: string, language: Language): string {
  return inWords(instant, zones[zone] ?? 'Asia/Jakarta', language);
}

/** The label of the zone that an ISO instant is written in; WIB for one that stands in none of Indonesia's. */
export function zoneOf(instant: string): string {
  return offsets[instant.slice(-6)] ?? 'WIB';
}

/** "09.31.50 WIB": the clock, to the second, at an ISO instant; of the zone that it is written in. */
export function formatClock(instant: string, language: Language): string {
  const zone = zoneOf(instant);
  const time = new Intl.DateTimeFormat(locales[language], { timeStyle: 'medium', timeZone: zones[zone] ?? 'Asia/Jakarta' });
  return `${time.format(new Date(instant))} ${zone}`;
}

/** "Selasa 20 Januari 2026 pukul 09.00–12.00 WIB": from one ISO instant to another, on the wall clock of WIB, WITA or WIT. */
export function formatSpan(from: string, to: string, zone: string, language: Language): string {
  return formatSlot(from, to, zones[zone] ?? 'Asia/Jakarta', language);
}

/** "20 Januari 2026" from YYYY-MM-DD. Text that is no date, such as "Mei 2022" on a decree, comes back as it is. */
export function formatDate(date: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** "2,5 MB": 1 MB is 1,048,576 bytes. */
export function formatBytes(bytes: number, language: Language): string {
  const [amount, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [bytes / 1_024, 'KB'];
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** "PDF, JPG, MP3" from MIME types. */
export function formatTypes(mimes: readonly string[]): string {
  return mimes.map((mime) => types[mime] ?? mime).join(', ');
}
