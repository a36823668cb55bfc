import type { Language } from '../../../core/language/language';

export type ZoneLabel = 'WIB' | 'WITA' | 'WIT';

/** Indonesia keeps these three offsets all year, so an instant's offset names its zone. */
const zones: Record<string, { label: ZoneLabel; name: string }> = {
  '+07:00': { label: 'WIB', name: 'Asia/Jakarta' },
  '+08:00': { label: 'WITA', name: 'Asia/Makassar' },
  '+09:00': { label: 'WIT', name: 'Asia/Jayapura' },
};
const localeOf: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const offsetOf = (zone: string): string => Object.keys(zones).find((offset) => zones[offset]?.label === zone) ?? '+07:00';

/**
 * Writes an instant of the contract (ISO 8601 with the agency's offset) as the wall clock it carries, e.g.
 * "Selasa, 20 Januari 2026 pukul 16.00 WIB", whatever zone the officer's own computer is in.
 */
export function formatInstant(instant: string, language: Language, style: 'full' | 'short' = 'full'): string {
  const wallClock = new Date(`${instant.slice(0, 16)}:00Z`);
  const zone = zones[instant.slice(-6)]?.label ?? '';
  const written = new Intl.DateTimeFormat(localeOf[language], {
    dateStyle: style === 'full' ? 'full' : 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(wallClock);
  return `${written} ${zone}`.trim();
}

/** The value of a `datetime-local` input (`YYYY-MM-DDTHH:mm`) as an instant of that zone; the contract wants seconds and the offset. */
export function instantIn(zone: string, localDateTime: string): string {
  return `${localDateTime.slice(0, 16)}:00${offsetOf(zone)}`;
}

/** The zone's present date and time as a `datetime-local` input wants it. */
export function localNow(zone: string): string {
  const timeZone = zones[offsetOf(zone)]?.name;
  // Swedish writes dates the ISO way: "2026-01-05 09:00".
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(new Date()).replace(' ', 'T');
}
