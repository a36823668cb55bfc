import { calendarText, formatInstant, formatTime } from '../language/calendar';
import type { Language } from '../language/language';
import { dateIn, workingDaysBetween } from './calendar';
import type { Calendar } from './schema';

/**
 * The time left in words, as a queue shows it: "3 hari kerja lagi", "hari ini sampai pukul 16.00", "terlambat 2 hari kerja".
 * Counted in working days of the agency; on the day itself by the clock of its zone. The exact moment of `dueAt` is still in time.
 * @param input.now ISO instant with offset
 * @param input.dueAt ISO instant with offset
 * @throws RangeError when either is not an instant
 */
export function timeLeft(input: { calendar: Calendar; now: string; dueAt: string; language?: Language }): string {
  const { calendar, now, dueAt, language = 'id' } = input;
  const text = calendarText[language].left;
  if (Date.parse(now) > Date.parse(dueAt)) {
    const days = workingDaysBetween(calendar, dueAt, now);
    return days === 0 ? text.justOverdue : text.overdue(days);
  }
  if (dateIn(now, calendar.zone) === dateIn(dueAt, calendar.zone)) return text.today(formatTime(dueAt, calendar.zone, language));
  const days = workingDaysBetween(calendar, now, dueAt);
  return days === 0 ? text.until(formatInstant(dueAt, calendar.zone, language)) : text.workingDays(days);
}
