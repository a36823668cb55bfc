import { atZone, dateIn, isWorkingDay } from '../calendar/calendar';
import type { Calendar } from '../calendar/schema';
import type { Answers } from '../form/schema';
import { answerFacts, type Facts } from './conditions';

/**
 * What rules may ask about a case when it is received.
 *
 * `answers.<key>` for every answer that is filled · `receivedAt` ISO instant with the zone's offset · `receivedDate` YYYY-MM-DD ·
 * `receivedTime` HH:MM · `receivedOnWorkingDay` true or false · `channel` when it is known. Dates and times are those of the calendar's zone.
 * @throws RangeError when `receivedAt` is not an ISO instant with offset
 */
export function caseFacts(input: { answers: Answers; receivedAt: string; calendar: Calendar; channel?: string }): Facts {
  const { answers, receivedAt, calendar, channel } = input;
  const received = atZone(receivedAt, calendar.zone);
  const receivedDate = dateIn(receivedAt, calendar.zone);
  return {
    ...answerFacts(answers),
    receivedAt: received,
    receivedDate,
    receivedTime: received.slice(11, 16),
    receivedOnWorkingDay: isWorkingDay(calendar, receivedDate).open,
    ...(channel === undefined ? {} : { channel }),
  };
}
