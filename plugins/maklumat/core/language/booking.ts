import { dateIn, zoneLabel } from '../calendar/calendar';
import type { Zone } from '../calendar/schema';
import type { Interval } from '../booking/interval';
import { formatDate, formatInstant, formatTime } from './calendar';
import type { Language } from './language';

interface BookingText {
  slot: (slot: Interval, zone: Zone) => string;
  taken: (resource: string, wanted: string, next: readonly string[]) => string;
  outOfUse: (resource: string) => string;
  badSlot: string;
  resourceNotFound: (slug: string) => string;
}

/** "Senin 5 Januari 2026 pukul 09.00 sampai pukul 12.00 WIB"; both dates are written when it ends on another day. */
function slotIn(language: Language, { from, to }: Interval, zone: Zone): string {
  const until = language === 'id' ? 'sampai' : 'to';
  if (dateIn(from, zone) !== dateIn(to, zone))
    return `${formatInstant(from, zone, language)} ${until} ${formatInstant(to, zone, language)}`;
  const start = `${formatDate(dateIn(from, zone), language)} ${language === 'id' ? '' : 'at '}${formatTime(from, zone, language)}`;
  return `${start} ${until} ${formatTime(to, zone, language)} ${zoneLabel(zone)}`;
}

/** Sentences about slots that are taken. */
export const bookingText: Record<Language, BookingText> = {
  id: {
    slot: (slot, zone) => slotIn('id', slot, zone),
    taken: (resource, wanted, next) =>
      `${resource} sudah terpakai pada ${wanted}. ${
        next.length === 0
          ? 'Belum ada waktu kosong sampai 60 hari sesudahnya; silakan pilih tanggal lain.'
          : `Waktu kosong berikutnya: ${next.join('; ')}.`
      }`,
    outOfUse: (resource) => `${resource} sedang tidak dapat dipesan.`,
    badSlot: 'Waktu selesai harus sesudah waktu mulai, paling lama 14 hari.',
    resourceNotFound: (slug) => `Sumber daya "${slug}" tidak ditemukan.`,
  },
  en: {
    slot: (slot, zone) => slotIn('en', slot, zone),
    taken: (resource, wanted, next) =>
      `${resource} is taken on ${wanted}. ${
        next.length === 0
          ? 'There is no free slot in the 60 days after it; please choose another date.'
          : `The next free slots: ${next.join('; ')}.`
      }`,
    outOfUse: (resource) => `${resource} cannot be booked at present.`,
    badSlot: 'The end must be after the start, at most 14 days later.',
    resourceNotFound: (slug) => `Resource “${slug}” was not found.`,
  },
};
