import type { Measure } from '../calendar/advance';
import { atZone, zoneLabel } from '../calendar/calendar';
import type { Duration } from '../calendar/duration';
import type { Holiday, Zone } from '../calendar/schema';
import { dayOf, millisecondsPerMinute, weekdayOf } from '../calendar/wall';
import type { Clock } from '../definition/procedure';
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
const weekdayAndDay = (date: string, language: Language): string =>
  `${weekdays[language][weekdayOf(dayOf(date))]} ${Number(date.slice(-2))}`;

/** "Januari 2026" from YYYY-MM, "2026" from YYYY. */
function formatPeriod(period: string, language: Language): string {
  const [, year, month] = /^([+-]?\d+)(?:-(\d\d))?/.exec(period) ?? [];
  return month === undefined ? String(Number(year)) : `${months[language][Number(month) - 1]} ${Number(year)}`;
}

/** "Senin 5 Januari 2026", "Monday 5 January 2026", from YYYY-MM-DD. Throws RangeError when it is not a real date. */
export function formatDate(date: string, language: Language): string {
  return `${weekdayAndDay(date, language)} ${formatPeriod(date.slice(0, -3), language)}`;
}

/** "pukul 16.00", "16:00", the wall clock of the zone at an instant. Throws RangeError when it is not an ISO instant with offset. */
export function formatTime(instant: string, zone: Zone, language: Language): string {
  return formatLocalTime(localWhen(instant, zone).time, language);
}

/** "Selasa 20 Januari 2026 pukul 16.00 WIB", "Tuesday 20 January 2026 at 16:00 WIB". Throws RangeError when it is not an ISO instant with offset. */
export function formatInstant(instant: string, zone: Zone, language: Language): string {
  return formatWhen(localWhen(instant, zone), zone, language);
}

function localWhen(instant: string, zone: Zone): Required<When> {
  const [date = '', time = ''] = atZone(instant, zone).split('T');
  return { date, time: time.slice(0, 5) };
}

const formatLocalTime = (time: string, language: Language): string => (language === 'id' ? `pukul ${time.replace(':', '.')}` : time);

/** "10 hari kerja", "10 working days". */
export function formatDuration({ amount, unit }: Duration, language: Language): string {
  return language === 'id' ? `${amount} ${units.id[unit]}` : plural(amount, units.en[unit]);
}

/** "Sabtu 10 dan Minggu 11 Januari 2026" for the days from `first` to `last`, YYYY-MM-DD; the month is written once when both share it. */
export function formatRun(first: string, last: string, language: Language): string {
  if (first === last) return formatDate(first, language);
  const sameMonth = first.slice(0, -3) === last.slice(0, -3);
  const and = dayOf(last) === dayOf(first) + 1 ? { id: 'dan', en: 'and' } : { id: 'sampai', en: 'to' };
  return `${sameMonth ? weekdayAndDay(first, language) : formatDate(first, language)} ${and[language]} ${formatDate(last, language)}`;
}

/** True when the days from `first` to `last` are a Saturday, a Sunday, or the two of one weekend. */
function isWeekend(first: string, last: string): boolean {
  const weekday = weekdayOf(dayOf(first));
  return weekday >= 5 && dayOf(last) - dayOf(first) <= 6 - weekday;
}

/** A date, YYYY-MM-DD, and the time on it, HH:MM, where that matters. */
export interface When {
  date: string;
  time?: string;
}

function formatWhen({ date, time }: When, zone: Zone, language: Language): string {
  if (time === undefined) return formatDate(date, language);
  return `${formatDate(date, language)} ${language === 'id' ? '' : 'at '}${formatLocalTime(time, language)} ${zoneLabel(zone)}`;
}

type Start = Clock['start'];
type Moment = (when: When, zone: Zone, open: boolean) => string;

interface CalendarText {
  begun: Record<Start, Moment>;
  ifBegun: Record<Exclude<Start, 'receipt'>, Moment>;
  reserved: (when: When, zone: Zone) => string;
  day: (date: string, number: number, unit: 'days' | 'workingDays', halfDay?: Holiday) => string;
  spent: (date: string, minutes: number) => string;
  closed: (first: string, last: string) => string;
  holiday: (holiday: Holiday) => string;
  period: (
    period: string,
    counted: { numbers?: { first: number; last: number; unit: 'days' | 'workingDays' }; minutes: number; closed: number },
  ) => string;
  amount: Record<Measure, (amount: number) => string>;
  paused: (when: When, zone: Zone, used: string) => string;
  resumed: (when: When, zone: Zone, left: string | undefined) => string;
  ifResumed: (when: When, zone: Zone, left: string | undefined) => string;
  extended: (duration: Duration, grantedOn: string | undefined, after: When, zone: Zone) => string;
  due: (when: When, zone: Zone, ending: 'closing' | 'moment' | 'reservation', unusual?: string) => string;
  left: {
    today: (time: string) => string;
    workingDays: (days: number) => string;
    until: (moment: string) => string;
    overdue: (days: number) => string;
    justOverdue: string;
  };
}

const minutesOf = (milliseconds: number): number => Math.round(milliseconds / millisecondsPerMinute);
const hoursAndMinutes = (milliseconds: number): [number, number] => [
  Math.floor(minutesOf(milliseconds) / 60),
  minutesOf(milliseconds) % 60,
];
const withoutKind = (name: string): string => name.replace(/^(cuti bersama|libur) /i, '');

/** Day 0 is said where days are counted, closing where the office was closed. */
const began =
  (language: Language, sentence: (when: string) => string): Moment =>
  (when, zone, open) => {
    const words = { id: { zero: ' (hari ke-0)', closed: ', kantor tutup' }, en: { zero: ' (day 0)', closed: ', office closed' } }[language];
    return `${sentence(formatWhen(when, zone, language))}${when.time === undefined ? words.zero : ''}${open ? '' : words.closed}`;
  };

/** Sentences of the clock: why a date is the date, and how much time is left. */
export const calendarText: Record<Language, CalendarText> = {
  id: {
    begun: {
      receipt: began('id', (when) => `${when}: permohonan diterima`),
      completion: began('id', (when) => `${when}: permohonan dinyatakan lengkap, tenggat mulai berjalan`),
      disposition: began('id', (when) => `${when}: permohonan didisposisikan, tenggat mulai berjalan`),
      forwarding: began('id', (when) => `${when}: permohonan diteruskan, tenggat mulai berjalan`),
      schedule: began('id', (when) => `${when}: waktu yang diminta`),
    },
    ifBegun: {
      completion: began('id', (when) => `Bila dinyatakan lengkap pada ${when}`),
      disposition: began('id', (when) => `Bila didisposisikan pada ${when}`),
      forwarding: began('id', (when) => `Bila diteruskan pada ${when}`),
      schedule: began('id', (when) => `Bila dijadwalkan mulai ${when}`),
    },
    reserved: (when, zone) => `${formatWhen(when, zone, 'id')}: jadwal yang dipesan dimulai`,
    day: (date, number, unit, halfDay) =>
      `${formatDate(date, 'id')}: ${unit === 'days' ? 'hari' : 'hari kerja'} ke-${number}${halfDay ? ` (setengah hari, ${halfDay.name})` : ''}`,
    spent: (date, minutes) => `${formatDate(date, 'id')}: ${minutes} menit kerja`,
    closed: (first, last) => `${formatRun(first, last, 'id')} dilewati: ${isWeekend(first, last) ? 'akhir pekan' : 'kantor tutup'}`,
    holiday: ({ date, name, kind }) =>
      `${formatDate(date, 'id')} dilewati: ${kind === 'jointLeave' ? 'cuti bersama' : 'libur'} ${withoutKind(name)}`,
    period: (period, { numbers, minutes, closed }) => {
      const days = numbers?.unit === 'days' ? 'hari' : 'hari kerja';
      const counted = [
        ...(numbers ? [`${days} ke-${numbers.first}${numbers.last === numbers.first ? '' : ` sampai ke-${numbers.last}`}`] : []),
        ...(minutes > 0 ? [`${minutes} menit kerja`] : []),
        ...(closed > 0 ? [`${closed} hari tutup dilewati`] : []),
      ];
      return `${formatPeriod(period, 'id')}: ${counted.join(', ')}`;
    },
    amount: {
      officeTime: (milliseconds) => `${minutesOf(milliseconds)} menit kerja`,
      wallTime: (milliseconds) => {
        const [hours, minutes] = hoursAndMinutes(milliseconds);
        return minutes === 0 ? `${hours} jam` : `${hours} jam ${minutes} menit`;
      },
      days: (days) => `${days} hari`,
      workingDays: (days) => `${days} hari kerja`,
    },
    paused: (when, zone, used) => `${formatWhen(when, zone, 'id')}: tenggat berhenti sementara, ${used} terpakai`,
    resumed: (when, zone, left) => `${formatWhen(when, zone, 'id')}: tenggat berjalan lagi, sisa ${left ?? 'sampai akhir jam kerja'}`,
    ifResumed: (when, zone, left) => `Bila dilanjutkan pada ${formatWhen(when, zone, 'id')}, sisa ${left ?? 'sampai akhir jam kerja'}`,
    extended: (duration, grantedOn, after, zone) =>
      `${grantedOn ? `Diperpanjang ${formatDuration(duration, 'id')} pada ${formatDate(grantedOn, 'id')}` : `Bila diperpanjang ${formatDuration(duration, 'id')}`}; hitungan berlanjut sesudah ${formatWhen(after, zone, 'id')}`,
    due: (when, zone, ending, unusual) => {
      const endings = {
        closing: `, akhir jam kerja${unusual ? ` pada ${unusual}` : ''}`,
        moment: '',
        reservation: ', akhir jadwal yang dipesan',
      };
      return `${formatWhen(when, zone, 'id')}: tenggat${endings[ending]}`;
    },
    left: {
      today: (time) => `hari ini sampai ${time}`,
      workingDays: (days) => `${days} hari kerja lagi`,
      until: (moment) => `sampai ${moment}`,
      overdue: (days) => `terlambat ${days} hari kerja`,
      justOverdue: 'terlambat kurang dari 1 hari kerja',
    },
  },
  en: {
    begun: {
      receipt: began('en', (when) => `${when}: request received`),
      completion: began('en', (when) => `${when}: request found complete, the clock starts`),
      disposition: began('en', (when) => `${when}: request assigned by disposition, the clock starts`),
      forwarding: began('en', (when) => `${when}: request forwarded, the clock starts`),
      schedule: began('en', (when) => `${when}: the time that was asked for`),
    },
    ifBegun: {
      completion: began('en', (when) => `If found complete on ${when}`),
      disposition: began('en', (when) => `If assigned by disposition on ${when}`),
      forwarding: began('en', (when) => `If forwarded on ${when}`),
      schedule: began('en', (when) => `If scheduled to start on ${when}`),
    },
    reserved: (when, zone) => `${formatWhen(when, zone, 'en')}: the booked time starts`,
    day: (date, number, unit, halfDay) =>
      `${formatDate(date, 'en')}: ${unit === 'days' ? 'day' : 'working day'} ${number}${halfDay ? ` (half-day, ${halfDay.name})` : ''}`,
    spent: (date, minutes) => `${formatDate(date, 'en')}: ${plural(minutes, 'working minute')}`,
    closed: (first, last) => `${formatRun(first, last, 'en')} skipped: ${isWeekend(first, last) ? 'weekend' : 'office closed'}`,
    holiday: ({ date, name, kind }) =>
      `${formatDate(date, 'en')} skipped: ${kind === 'jointLeave' ? 'joint leave' : 'holiday'}, ${withoutKind(name)}`,
    period: (period, { numbers, minutes, closed }) => {
      const days = numbers?.unit === 'days' ? 'day' : 'working day';
      const counted = [
        ...(numbers ? [numbers.last === numbers.first ? `${days} ${numbers.first}` : `${days}s ${numbers.first} to ${numbers.last}`] : []),
        ...(minutes > 0 ? [plural(minutes, 'working minute')] : []),
        ...(closed > 0 ? [`${plural(closed, 'closed day')} skipped`] : []),
      ];
      return `${formatPeriod(period, 'en')}: ${counted.join(', ')}`;
    },
    amount: {
      officeTime: (milliseconds) => plural(minutesOf(milliseconds), 'working minute'),
      wallTime: (milliseconds) => {
        const [hours, minutes] = hoursAndMinutes(milliseconds);
        return minutes === 0 ? plural(hours, 'hour') : `${plural(hours, 'hour')} ${plural(minutes, 'minute')}`;
      },
      days: (days) => plural(days, 'day'),
      workingDays: (days) => plural(days, 'working day'),
    },
    paused: (when, zone, used) => `${formatWhen(when, zone, 'en')}: the clock is paused, ${used} used`,
    resumed: (when, zone, left) => `${formatWhen(when, zone, 'en')}: the clock runs again, ${left ?? 'until the end of office hours'} left`,
    ifResumed: (when, zone, left) => `If resumed on ${formatWhen(when, zone, 'en')}, ${left ?? 'until the end of office hours'} left`,
    extended: (duration, grantedOn, after, zone) =>
      `${grantedOn ? `Extended by ${formatDuration(duration, 'en')} on ${formatDate(grantedOn, 'en')}` : `If extended by ${formatDuration(duration, 'en')}`}; counting goes on after ${formatWhen(after, zone, 'en')}`,
    due: (when, zone, ending, unusual) => {
      const endings = {
        closing: `, end of office hours${unusual ? ` (${unusual})` : ''}`,
        moment: '',
        reservation: ', end of the booked time',
      };
      return `${formatWhen(when, zone, 'en')}: due${endings[ending]}`;
    },
    left: {
      today: (time) => `today until ${time}`,
      workingDays: (days) => `${plural(days, 'working day')} left`,
      until: (moment) => `until ${moment}`,
      overdue: (days) => `${plural(days, 'working day')} overdue`,
      justOverdue: 'less than 1 working day overdue',
    },
  },
};
