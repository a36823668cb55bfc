import { zoneLabel, dateIn } from '../calendar/calendar';
import type { Zone } from '../calendar/schema';
import { formatDate, formatInstant, formatTime } from './calendar';
import type { Language } from './language';

/** "Rp1.250.000", whole rupiah with dots between the thousands, in both languages. */
export function formatRupiah(amount: number): string {
  return `Rp${String(Math.round(amount)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`;
}

/**
 * "Selasa 20 Januari 2026 pukul 09.00–12.00 WIB"; two full moments when the slot runs past midnight.
 * @throws RangeError when one of them is not an ISO instant with offset
 */
export function formatSlot(from: string, to: string, zone: Zone, language: Language): string {
  const day = dateIn(from, zone);
  if (day !== dateIn(to, zone)) return `${formatInstant(from, zone, language)} – ${formatInstant(to, zone, language)}`;
  const [start, end] = [formatTime(from, zone, language), formatTime(to, zone, language).replace('pukul ', '')];
  return `${formatDate(day, language)} ${language === 'id' ? '' : 'at '}${start}–${end} ${zoneLabel(zone)}`;
}
