import { atZone, dateIn, isWorkingDay, workingDaysBetween } from '../calendar/calendar';
import type { Calendar } from '../calendar/schema';
import type { FileFacts } from '../form/checks';
import { asFileIds } from '../form/files';
import type { Answers, Field } from '../form/schema';
import { answerFacts, type Facts } from './conditions';

const millisecondsPerDay = 86_400_000;

/** The date in the calendar's zone that an answer of a date or dateTime field names; undefined when it names none. */
function answeredDate(field: Field, value: unknown, calendar: Calendar): string | undefined {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return undefined;
  if (field.type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  return field.type === 'dateTime' && /T.*(Z|[+-]\d{2}:\d{2})$/.test(value) ? dateIn(value, calendar.zone) : undefined;
}

function dateFacts(fields: readonly Field[], answers: Answers, receivedDate: string, calendar: Calendar): Facts {
  const noon = (date: string): string => `${date}T05:00:00Z`;
  return Object.fromEntries(
    fields.flatMap((field): [string, number | boolean][] => {
      const date = answeredDate(field, answers[field.key], calendar);
      if (date === undefined) return [];
      return [
        [`daysUntil.${field.key}`, Math.round((Date.parse(date) - Date.parse(receivedDate)) / millisecondsPerDay)],
        [`workingDaysUntil.${field.key}`, workingDaysBetween(calendar, noon(receivedDate), noon(date))],
        [`onWorkingDay.${field.key}`, isWorkingDay(calendar, date).open],
      ];
    }),
  );
}

/**
 * What rules may ask about the files of a case, by field: `files.<key>.count`, `.mime` of the first, `.size` in bytes of the largest, `.pages` and `.seconds`
 * summed where they are known. A file that is not known counts, and tells nothing else.
 */
export function fileFacts(fields: readonly Field[], answers: Answers, files: Readonly<Record<string, FileFacts>>): Facts {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.type !== 'file' && field.type !== 'image') return [];
      const ids = asFileIds(answers[field.key]);
      const known = ids.flatMap((id) => (Object.hasOwn(files, id) ? (files[id] ?? []) : []));
      const sum = (values: (number | undefined)[]): number | undefined =>
        values.length > 0 && values.every((value) => value !== undefined) ? values.reduce((total, value) => total + value, 0) : undefined;
      const facts: Facts = {
        count: ids.length,
        mime: known[0]?.mime,
        size: known.length > 0 ? Math.max(...known.map((file) => file.size)) : undefined,
        pages: sum(known.map((file) => file.pages)),
        seconds: sum(known.map((file) => file.seconds)),
      };
      return Object.entries(facts).flatMap(([name, value]): [string, unknown][] =>
        value === undefined ? [] : [[`files.${field.key}.${name}`, value]],
      );
    }),
  );
}

/**
 * What rules may ask about a case when it is received.
 *
 * `answers.<key>` for every answer that is filled · `receivedAt` ISO instant with the zone's offset · `receivedDate` YYYY-MM-DD ·
 * `receivedTime` HH:MM · `receivedOnWorkingDay` · `channel` when it is known · `daysUntil.<key>`, `workingDaysUntil.<key>` and `onWorkingDay.<key>` of every
 * answered date, counted from the date of receipt · and `world`: what lies outside the answers, such as `openCases.all`.
 * Dates and times are those of the calendar's zone.
 * @throws RangeError when `receivedAt` is not an ISO instant with offset
 */
export function caseFacts(input: {
  fields: readonly Field[];
  answers: Answers;
  receivedAt: string;
  calendar: Calendar;
  channel?: string;
  world?: Facts;
}): Facts {
  const { fields, answers, receivedAt, calendar, channel, world = {} } = input;
  const received = atZone(receivedAt, calendar.zone);
  const receivedDate = received.slice(0, 10);
  return {
    ...world,
    ...dateFacts(fields, answers, receivedDate, calendar),
    ...answerFacts(answers),
    receivedAt: received,
    receivedDate,
    receivedTime: received.slice(11, 16),
    receivedOnWorkingDay: isWorkingDay(calendar, receivedDate).open,
    ...(channel === undefined ? {} : { channel }),
  };
}
