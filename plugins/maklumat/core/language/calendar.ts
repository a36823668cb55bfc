import { Temporal } from 'temporal-polyfill';
import { zoneLabel } from '../calendar/calendar';
import type { Duration } from '../calendar/duration';
import type { Holiday, Zone } from '../calendar/schema';
import type { Language } from './language';

const weekdays = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<Language, readonly string[]>;

const months = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const satisfies Record<Language, readonly string[]>;

const units = {
  id: { minutes: 'menit kerja', hours: 'jam kerja', clockHours: 'jam', days: 'hari', workingDays: 'hari kerja', weeks: 'minggu' },
  en: { minutes: 'working minute', hours: 'working hour', clockHours: 'hour', days: 'day', workingDays: 'working day', weeks: 'week' },
} as const satisfies Record<Language, Record<Duration['unit'], string>>;

const plural = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
const weekdayAndDay = (day: Temporal.PlainDate, language: Language): string => `${weekdays[language][day.dayOfWeek - 1]} ${day.day}`;

/** "Senin 5 Januari 2026", "Monday 5 January 2026", from YYYY-MM-DD. Throws RangeError when it is not a real date. */
export function formatDate(date: string, language: Language): string {
  const day = Temporal.PlainDate.from(date);
  return `${weekdayAndDay(day, language)} ${months[language][day.month - 1]} ${day.year}`;
}

/** "pukul 16.00", "16:00", the wall clock of the zone at an instant. Throws RangeError when it is not an ISO instant with offset. */
export function formatTime(instant: string, zone: Zone, language: Language): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return language === 'id' ? `pukul ${time.replace(':', '.')}` : time;
}

/** "Selasa 20 Januari 2026 pukul 16.00 WIB", "Tuesday 20 January 2026 at 16:00 WIB". Throws RangeError when it is not an ISO instant with offset. */
export function formatInstant(instant: string, zone: Zone, language: Language): string {
  const date = formatDate(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(), language);
  return `${date} ${language === 'id' ? '' : 'at '}${formatTime(instant, zone, language)} ${zoneLabel(zone)}`;
}

/** "10 hari kerja", "10 working days". */
export function formatDuration({ amount, unit }: Duration, language: Language): string {
  return language === 'id' ? `${amount} ${units.id[unit]}` : plural(amount, units.en[unit]);
}

/** "Sabtu 10 dan Minggu 11 Januari 2026" for the days from `first` to `last`, YYYY-MM-DD; the month is written once when both share it. */
export function formatRun(first: string, last: string, language: Language): string {
  const start = Temporal.PlainDate.from(first);
  const end = Temporal.PlainDate.from(last);
  if (start.equals(end)) return formatDate(first, language);
  const sameMonth = start.toPlainYearMonth().equals(end.toPlainYearMonth());
  const and = end.equals(start.add({ days: 1 })) ? { id: 'dan', en: 'and' } : { id: 'sampai', en: 'to' };
  return `${sameMonth ? weekdayAndDay(start, language) : formatDate(first, language)} ${and[language]} ${formatDate(last, language)}`;
}

/** True when the days from `first` to `last` are a Saturday, a Sunday, or the two of one weekend. */
function isWeekend(first: string, last: string): boolean {
  const start = Temporal.PlainDate.from(first);
  return start.dayOfWeek > 5 && start.until(last, { largestUnit: 'day' }).days <= 7 - start.dayOfWeek;
}

interface CalendarText {
  received: (date: string, open: boolean) => string;
  day: (date: string, number: number, unit: 'days' | 'workingDays') => string;
  spent: (date: string, minutes: number) => string;
  closed: (first: string, last: string) => string;
  holiday: (holiday: Holiday) => string;
  extended: (duration: Duration, grantedOn: string | undefined, from: string) => string;
  due: (instant: string, zone: Zone, atClosing: boolean) => string;
  left: {
    today: (time: string) => string;
    workingDays: (days: number) => string;
    until: (moment: string) => string;
    overdue: (days: number) => string;
    justOverdue: string;
  };
}

/** Sentences of the clock: why a date is the date, and how much time is left. */
export const calendarText: Record<Language, CalendarText> = {
  id: {
    received: (date, open) => `${formatDate(date, 'id')}: permohonan diterima (hari ke-0)${open ? '' : ', kantor tutup'}`,
    day: (date, number, unit) => `${formatDate(date, 'id')}: ${unit === 'days' ? 'hari' : 'hari kerja'} ke-${number}`,
    spent: (date, minutes) => `${formatDate(date, 'id')}: ${minutes} menit kerja`,
    closed: (first, last) => `${formatRun(first, last, 'id')} dilewati: ${isWeekend(first, last) ? 'akhir pekan' : 'kantor tutup'}`,
    holiday: ({ date, name, kind }) =>
      `${formatDate(date, 'id')} dilewati: ${kind === 'jointLeave' ? 'cuti bersama' : 'libur'} ${name.replace(/^(cuti bersama|libur) /i, '')}`,
    extended: (duration, grantedOn, from) =>
      `${grantedOn ? `Diperpanjang ${formatDuration(duration, 'id')} pada ${formatDate(grantedOn, 'id')}` : `Bila diperpanjang ${formatDuration(duration, 'id')}`}; hitungan berlanjut sesudah ${from}`,
    due: (instant, zone, atClosing) => `${formatInstant(instant, zone, 'id')}: tenggat${atClosing ? ', akhir jam kerja' : ''}`,
    left: {
      today: (time) => `hari ini sampai ${time}`,
      workingDays: (days) => `${days} hari kerja lagi`,
      until: (moment) => `sampai ${moment}`,
      overdue: (days) => `terlambat ${days} hari kerja`,
      justOverdue: 'terlambat kurang dari 1 hari kerja',
    },
  },
  en: {
    received: (date, open) => `${formatDate(date, 'en')}: request received (day 0)${open ? '' : ', office closed'}`,
    day: (date, number, unit) => `${formatDate(date, 'en')}: ${unit === 'days' ? 'day' : 'working day'} ${number}`,
    spent: (date, minutes) => `${formatDate(date, 'en')}: ${plural(minutes, 'working minute')}`,
    closed: (first, last) => `${formatRun(first, last, 'en')} skipped: ${isWeekend(first, last) ? 'weekend' : 'office closed'}`,
    holiday: ({ date, name, kind }) =>
      `${formatDate(date, 'en')} skipped: ${kind === 'jointLeave' ? 'joint leave' : 'holiday'}, ${name.replace(/^(cuti bersama|libur) /i, '')}`,
    extended: (duration, grantedOn, from) =>
      `${grantedOn ? `Extended by ${formatDuration(duration, 'en')} on ${formatDate(grantedOn, 'en')}` : `If extended by ${formatDuration(duration, 'en')}`}; counting goes on after ${from}`,
    due: (instant, zone, atClosing) => `${formatInstant(instant, zone, 'en')}: due${atClosing ? ', end of office hours' : ''}`,
    left: {
      today: (time) => `today until ${time}`,
      workingDays: (days) => `${plural(days, 'working day')} left`,
      until: (moment) => `until ${moment}`,
      overdue: (days) => `${plural(days, 'working day')} overdue`,
      justOverdue: 'less than 1 working day overdue',
    },
  },
};
