import type { Calendar, Holiday, OfficeHours, Season, Weekday } from './schema';
import { dayOf, sinceMidnight, startOf, weekdayOf, type Day, type Wall } from './wall';

/** Working time of one day: opening and closing as the office says them, and what makes the day unlike others. */
export interface DayHours extends Pick<OfficeHours, 'opens' | 'closes' | 'breakFrom' | 'breakTo'> {
  /** Name of the season whose hours hold on this day. */
  season?: string;
  /** The half-day on which the office closes early. */
  halfDay?: Holiday;
}

/** An open day ready for counting: its working time around the break, in milliseconds from midnight. */
export interface OpenHours {
  hours: DayHours;
  spans: readonly (readonly [number, number])[];
  closes: number;
}

type Week = readonly (OpenHours | undefined)[];
interface Piece {
  from: Day;
  to: Day;
  week: Week;
}
/** What a holiday leaves of its day; nothing, when it closes the office. */
interface Special {
  holiday: Holiday;
  open: OpenHours | undefined;
}
interface Index {
  week: Week;
  pieces: readonly Piece[];
  specials: ReadonlyMap<Day, Special>;
  /** Days on which a holiday closes an office that its weekday would have opened, ascending. */
  lost: readonly Day[];
}

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** A calendar is read thousands of times between two edits, and an edited one is a new object. */
const indexes = new WeakMap<Calendar, Index>();

/** The hours of a day, and the holiday that falls on it; no hours when the office is closed. */
export function lookUp(calendar: Calendar, day: Day): { open: OpenHours | undefined; holiday?: Holiday } {
  const index = indexOf(calendar);
  return index.specials.get(day) ?? { open: weekOn(index, day)[weekdayOf(day)] };
}

/** Open days after `after`, up to and including `until`, which is not before it. Whole weeks are multiplied, so the cost does not grow with the distance. */
export function countOpenDays(calendar: Calendar, after: Day, until: Day): number {
  const { week, pieces, lost } = indexOf(calendar);
  let days = openUpTo(week, until) - openUpTo(week, after);
  for (const piece of pieces) {
    const first = Math.max(after, piece.from - 1);
    const last = Math.min(until, piece.to);
    if (first < last) days += openUpTo(piece.week, last) - openUpTo(piece.week, first) - openUpTo(week, last) + openUpTo(week, first);
  }
  return days - (atMost(lost, until) - atMost(lost, after));
}

/** Working milliseconds between two moments, `to` not before `from`. */
export function workingTime(calendar: Calendar, day: Day, from: Wall, to: Wall): number {
  const start = startOf(day);
  const spans = lookUp(calendar, day).open?.spans ?? [];
  return spans.reduce((sum, [opens, closes]) => sum + Math.max(0, Math.min(to, start + closes) - Math.max(from, start + opens)), 0);
}

function indexOf(calendar: Calendar): Index {
  let index = indexes.get(calendar);
  if (!index) {
    index = createIndex(calendar);
    indexes.set(calendar, index);
  }
  return index;
}

function createIndex(calendar: Calendar): Index {
  const week = weekOf(calendar.officeHours);
  const pieces = piecesOf(calendar.seasons);
  const specials = new Map<Day, Special>();
  const lost: Day[] = [];
  for (const holiday of calendar.holidays) {
    if (holiday.calendars.length > 0 && !holiday.calendars.includes(calendar.slug)) continue;
    const day = dayOf(holiday.date);
    const usual = weekOn({ week, pieces }, day)[weekdayOf(day)];
    if (!usual && holiday.closes != null) continue;
    const special = { holiday, open: usual && shorten(usual.hours, holiday) };
    const other = specials.get(day);
    if (!other || closing(special) < closing(other)) specials.set(day, special);
  }
  for (const [day, special] of specials) if (!special.open && weekOn({ week, pieces }, day)[weekdayOf(day)]) lost.push(day);
  return { week, pieces, specials, lost: lost.sort((one, other) => one - other) };
}

/** Of two holidays on one day the one that closes earlier counts. */
const closing = ({ open }: Special): number => open?.closes ?? 0;

function weekOf(officeHours: readonly OfficeHours[], season?: string): Week {
  return weekdays.map((weekday) => {
    const found = officeHours.find(({ day }) => day === weekday);
    if (!found) return undefined;
    const { opens, closes, breakFrom, breakTo } = found;
    return openHours({
      opens,
      closes,
      ...(breakFrom && breakTo ? { breakFrom, breakTo } : {}),
      ...(season === undefined ? {} : { season }),
    });
  });
}

/** Seasons without overlap, so that each day belongs to one at most: to the first that covers it. */
function piecesOf(seasons: readonly Season[]): Piece[] {
  const spans = seasons.map(({ name, from, to, officeHours }) => ({ from: dayOf(from), to: dayOf(to), week: weekOf(officeHours, name) }));
  const cuts = [...new Set(spans.flatMap(({ from, to }) => [from, to + 1]))].sort((one, other) => one - other);
  return cuts.flatMap((from, index) => {
    const season = spans.find((span) => span.from <= from && from <= span.to);
    return season ? [{ from, to: (cuts[index + 1] ?? from) - 1, week: season.week }] : [];
  });
}

/** A half-day: the break after closing falls away, one that goes on past it is cut. Nothing is left when the office would close before it opens. */
function shorten(usual: DayHours, holiday: Holiday): OpenHours | undefined {
  const { closes } = holiday;
  if (closes == null) return undefined;
  if (closes >= usual.closes) return openHours(usual);
  const { breakFrom, breakTo, ...rest } = usual;
  const pause = breakFrom && breakTo && breakFrom < closes ? { breakFrom, breakTo: breakTo < closes ? breakTo : closes } : {};
  return openHours({ ...rest, closes, ...pause, halfDay: holiday });
}

/** Undefined when no working minute is in them: such a day is closed, whatever it says. */
function openHours(hours: DayHours): OpenHours | undefined {
  const { opens, closes, breakFrom, breakTo } = hours;
  const ends = breakFrom && breakTo ? [opens, breakFrom, breakTo, closes] : [opens, closes];
  const spans = [ends.slice(0, 2), ends.slice(2)].flatMap(([from, to]) =>
    from !== undefined && to !== undefined && from < to ? [[sinceMidnight(from), sinceMidnight(to)] as const] : [],
  );
  return spans.length > 0 ? { hours, spans, closes: sinceMidnight(closes) } : undefined;
}

function weekOn({ week, pieces }: Pick<Index, 'week' | 'pieces'>, day: Day): Week {
  return pieces.find(({ from, to }) => from <= day && day <= to)?.week ?? week;
}

/** Open days of a week's pattern from the Monday before day 0 up to and including `day`; negative for days before it. */
function openUpTo(week: Week, day: Day): number {
  const days = day + 4;
  const weeks = Math.floor(days / 7);
  const open = (first: number): number => week.slice(0, first).filter((hours) => hours !== undefined).length;
  return weeks * open(7) + open(days - weeks * 7);
}

/** How many of the ascending days are `day` or before it. */
function atMost(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
