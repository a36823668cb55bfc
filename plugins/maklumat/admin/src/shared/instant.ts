import type { Zone } from '../../../core/calendar/schema';
import { formatSlot as slotInWords } from '../../../core/language/amount';
import { formatInstant as inWords } from '../../../core/language/calendar';
import type { Language } from '../../../core/language/language';

/** Indonesia keeps these three offsets all year, so an instant's offset names its zone. */
const zones: Record<string, { label: string; name: Zone }> = {
  '+07:00': { label: 'WIB', name: 'Asia/Jakarta' },
  '+08:00': { label: 'WITA', name: 'Asia/Makassar' },
  '+09:00': { label: 'WIT', name: 'Asia/Jayapura' },
};
const localeOf: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const offsetOf = (zone: string): string => Object.keys(zones).find((offset) => zones[offset]?.label === zone) ?? '+07:00';

/**
 * Writes an instant of the contract (ISO 8601 with the agency's offset) as the wall clock of its own zone, whatever zone the officer's
 * computer is in: "Selasa 20 Januari 2026 pukul 16.00 WIB", or short, "20 Jan 2026, 16.00 WIB".
 */
export function formatInstant(instant: string, language: Language, style: 'full' | 'short' = 'full'): string {
  const zone = zones[instant.slice(-6)] ?? zones['+07:00'];
  if (!zone) return instant;
  if (style === 'full') return inWords(instant, zone.name, language);
  const written = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: zone.name }).format(
    new Date(instant),
  );
  return `${written} ${zone.label}`;
}

/** "Selasa 20 Januari 2026 pukul 09.00–12.00 WIB", on the wall clock of the zone whose offset `from` carries. */
export function formatSlot({ from, to }: { from: string; to: string }, language: Language): string {
  return slotInWords(from, to, zones[from.slice(-6)]?.name ?? 'Asia/Jakarta', language);
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
