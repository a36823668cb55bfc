import fc from 'fast-check';
import { atZone, closesAt, dateIn, hoursOn, isWorkingDay, workingDaysBetween } from '../../plugins/maklumat/core/calendar/calendar';
import { deadline, type ClockHistory } from '../../plugins/maklumat/core/calendar/deadline';
import type { Duration } from '../../plugins/maklumat/core/calendar/duration';
import { Calendar, type Holiday, type OfficeHours, type Zone } from '../../plugins/maklumat/core/calendar/schema';
import { Clock } from '../../plugins/maklumat/core/definition/procedure';
import { seededCalendar } from './seededCalendars';

const dayInMilliseconds = 86_400_000;
const minuteInMilliseconds = 60_000;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10);

const instantBetween = (from: string, to: string) =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const instant = instantBetween('2025-06-01', '2027-06-01');
const dateOfTheYears = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays('2025-03-01', days));

const someHours = fc.constantFrom<Omit<OfficeHours, 'day'>>(
  { opens: '07:30', closes: '16:00', breakFrom: '12:00', breakTo: '13:00' },
  { opens: '08:00', closes: '16:30' },
  { opens: '08:00', closes: '15:00', breakFrom: '12:00', breakTo: '12:30' },
  { opens: '00:00', closes: '23:59' },
  { opens: '13:00', closes: '13:01' },
);
const someWeek = fc
  .uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 })
  .chain((days) => fc.tuple(...days.map((day) => someHours.map((hours): OfficeHours => ({ day, ...hours })))));
const someSeason = fc
  .tuple(dateOfTheYears, fc.integer({ min: 0, max: 60 }), someWeek)
  .map(([from, days, officeHours]) => ({ name: 'Musim', from, to: addDays(from, days), officeHours }));
const someHoliday = fc
  .tuple(dateOfTheYears, fc.constantFrom(undefined, '09:00', '12:00', '12:15', '14:00'))
  .map(([date, closes]): Holiday => ({ date, name: 'Libur', kind: 'local', calendars: [], ...(closes ? { closes } : {}) }));
const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** Offices as odd as the schema allows: any weekdays, seasons that overlap, half-days in breaks; and the two that are seeded. */
const someCalendar = fc.oneof(
  fc.constantFrom(seededCalendar('kota-probolinggo'), seededCalendar('provinsi-kalimantan-utara')),
  fc
    .record({
      zone: fc.constantFrom(...zones),
      officeHours: someWeek,
      seasons: fc.array(someSeason, { maxLength: 4 }),
      holidays: fc.array(someHoliday, { maxLength: 60 }),
    })
    .map((parts) => Calendar.parse({ slug: 'kantor', name: 'Kantor', ...parts })),
);
const someDuration = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 3_000 }), unit: fc.constant('minutes' as const) }),
  fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom<Duration['unit'][]>('hours', 'clockHours', 'days', 'workingDays', 'weeks'),
  }),
);
/** A start with pauses after it, in order. */
const someStart = fc
  .tuple(instant, fc.array(fc.tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 9_000 })), { maxLength: 3 }))
  .map(([receivedAt, gaps]) => {
    let moment = Date.parse(receivedAt);
    const after = (minutes: number): string => new Date((moment += minutes * minuteInMilliseconds)).toISOString();
    return { receivedAt, pauses: gaps.map(([running, standing]) => ({ from: after(running), to: after(standing) })) };
  });

const clockOf = (duration: Duration, extension?: Duration): Clock =>
  Clock.parse({
    start: 'receipt',
    duration,
    basis: 'uji',
    ...(extension ? { extension: { duration: extension, limit: 1, position: 'petugas' } } : {}),
  });
const history = (pauses: ClockHistory['pauses'], extensions: ClockHistory['extensions'] = []): ClockHistory => ({
  startedAt: null,
  pauses,
  extensions,
});
const dueAt = (calendar: Calendar, duration: Duration, receivedAt: string, pauses: ClockHistory['pauses'] = []): string =>
  deadline({ calendar, clock: clockOf(duration), receivedAt, history: history(pauses) }).at;
const time = (at: string): number => Date.parse(at);

/** Office minutes between two instants, day by day from what the office says of each. */
function officeMinutes(calendar: Calendar, from: string, to: string): number {
  let milliseconds = 0;
  const last = dateIn(to, calendar.zone);
  for (let date = dateIn(from, calendar.zone); date <= last; date = addDays(date, 1)) {
    const hours = hoursOn(calendar, date);
    if (!hours) continue;
    const offset = atZone(from, calendar.zone).slice(-6);
    const between = (start: string, end: string): number =>
      Math.max(0, Math.min(time(to), time(`${date}T${end}:00${offset}`)) - Math.max(time(from), time(`${date}T${start}:00${offset}`)));
    milliseconds += between(hours.opens, hours.closes);
    if (hours.breakFrom && hours.breakTo) milliseconds -= between(hours.breakFrom, hours.breakTo);
  }
  return milliseconds / minuteInMilliseconds;
}
const nextOpen = (calendar: Calendar, date: string): string =>
  isWorkingDay(calendar, date).open ? date : nextOpen(calendar, addDays(date, 1));

describe('a deadline', () => {
  it('never lies before its start, and gets no earlier with a later receipt', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, instant, instant, (calendar, duration, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(time(dueAt(calendar, duration, earlier))).toBeGreaterThanOrEqual(time(earlier));
        expect(time(dueAt(calendar, duration, earlier))).toBeLessThanOrEqual(time(dueAt(calendar, duration, later)));
      }),
    );
  });

  it('gets no earlier with a longer duration, with and without pauses', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someDuration,
        fc.integer({ min: 1, max: 50 }),
        someStart,
        (calendar, duration, more, { receivedAt, pauses }) => {
          const longer = { ...duration, amount: duration.amount + more };
          for (const stood of [[], pauses]) {
            expect(time(dueAt(calendar, duration, receivedAt, stood))).toBeLessThanOrEqual(
              time(dueAt(calendar, longer, receivedAt, stood)),
            );
          }
        },
      ),
    );
  });

  it('counts exactly what its unit says, whatever the office', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, instant, (calendar, duration, receivedAt) => {
        const { amount, unit } = duration;
        const at = dueAt(calendar, duration, receivedAt);
        const date = dateIn(at, calendar.zone);
        if (unit === 'minutes' || unit === 'hours') {
          expect(officeMinutes(calendar, receivedAt, at)).toBe(unit === 'hours' ? amount * 60 : amount);
        } else if (unit === 'clockHours') {
          expect(time(at) - time(receivedAt)).toBe(amount * 60 * minuteInMilliseconds);
        } else {
          expect(closesAt(calendar, date)).toBe(at);
          if (unit === 'workingDays') expect(workingDaysBetween(calendar, receivedAt, at)).toBe(amount);
          else expect(date).toBe(nextOpen(calendar, addDays(dateIn(receivedAt, calendar.zone), unit === 'weeks' ? amount * 7 : amount)));
        }
      }),
    );
  });

  it('is the same from a duration as from its two parts, one after the other', () => {
    const parts = fc.record({
      unit: fc.constantFrom<Duration['unit'][]>('minutes', 'hours', 'clockHours', 'workingDays'),
      first: fc.integer({ min: 1, max: 60 }),
      second: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(someCalendar, parts, instant, (calendar, { unit, first, second }, receivedAt) => {
        const half = dueAt(calendar, { amount: first, unit }, receivedAt);
        expect(dueAt(calendar, { amount: second, unit }, half)).toBe(dueAt(calendar, { amount: first + second, unit }, receivedAt));
      }),
    );
  });

  it('falls on the same time of the wall in every zone', () => {
    const offsets = { 'Asia/Jakarta': '+07:00', 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' };
    const onWall = (instantOfZone: string): string => instantOfZone.slice(0, 19);
    fc.assert(
      fc.property(someCalendar, someDuration, someStart, (calendar, duration, { receivedAt, pauses }) => {
        const dues = zones.map((zone) => {
          const there = (utc: string): string => `${onWall(utc)}${offsets[zone]}`;
          const stood = pauses.map(({ from, to }) => ({ from: there(from), to: there(to) }));
          return onWall(dueAt({ ...calendar, zone }, duration, there(receivedAt), stood));
        });
        expect(new Set(dues).size).toBe(1);
      }),
    );
  });

  it('is computed again as at first, from the same content in another object and another order', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, someStart, (calendar, duration, { receivedAt, pauses }) => {
        const compute = (from: Calendar) =>
          deadline({ calendar: from, clock: clockOf(duration, duration), receivedAt, history: history(pauses) });
        const first = compute(calendar);
        expect(compute(calendar)).toEqual(first);
        expect(compute({ ...structuredClone(calendar), holidays: [...calendar.holidays].reverse() }).at).toBe(first.at);
      }),
    );
  });

  it('moves back to where it was when a holiday is declared and taken back, and never earlier while it stands', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, instant, dateOfTheYears, (calendar, duration, receivedAt, date) => {
        const holiday: Holiday = { date, name: 'Libur mendadak', kind: 'national', calendars: [] };
        const before = dueAt(calendar, duration, receivedAt);
        const declared = { ...calendar, holidays: [...calendar.holidays, holiday] };
        expect(time(dueAt(declared, duration, receivedAt))).toBeGreaterThanOrEqual(time(before));
        expect(dueAt({ ...declared, holidays: calendar.holidays }, duration, receivedAt)).toBe(before);
      }),
    );
  });
});

describe('a pause and its resumption', () => {
  /** A pause that begins while the clock still runs. */
  const stoodIn = (receivedAt: string, due: string, part: number, minutes: number) => {
    const from = time(receivedAt) + Math.floor((part * (time(due) - time(receivedAt) - 1_000)) / 1_000_000) * 1_000;
    return { from: new Date(from).toISOString(), to: new Date(from + minutes * minuteInMilliseconds).toISOString() };
  };
  const somePart = fc.integer({ min: 0, max: 999 });
  const someMinutes = fc.integer({ min: 0, max: 20_000 });

  it('shift hours of the clock by the time between', () => {
    fc.assert(
      fc.property(
        someCalendar,
        fc.integer({ min: 1, max: 500 }),
        instant,
        somePart,
        someMinutes,
        (calendar, amount, receivedAt, part, minutes) => {
          const duration = { amount, unit: 'clockHours' as const };
          const due = dueAt(calendar, duration, receivedAt);
          const stood = stoodIn(receivedAt, due, part, minutes);
          expect(time(dueAt(calendar, duration, receivedAt, [stood]))).toBe(time(due) + time(stood.to) - time(stood.from));
        },
      ),
    );
  });

  it('shift office minutes by the office minutes between, and working days by the working days', () => {
    fc.assert(
      fc.property(
        someCalendar,
        fc.integer({ min: 1, max: 900 }),
        instant,
        somePart,
        someMinutes,
        (calendar, amount, receivedAt, part, minutes) => {
          const duration = { amount, unit: 'minutes' as const };
          const stood = stoodIn(receivedAt, dueAt(calendar, duration, receivedAt), part, minutes);
          const at = dueAt(calendar, duration, receivedAt, [stood]);
          const between = officeMinutes(calendar, receivedAt, at) - officeMinutes(calendar, stood.from, stood.to);
          expect(Math.abs(between - amount)).toBeLessThan(1 / 30);
        },
      ),
    );
    fc.assert(
      fc.property(
        someCalendar,
        fc.integer({ min: 1, max: 40 }),
        instant,
        somePart,
        someMinutes,
        (calendar, amount, receivedAt, part, minutes) => {
          const duration = { amount, unit: 'workingDays' as const };
          const stood = stoodIn(receivedAt, dueAt(calendar, duration, receivedAt), part, minutes);
          const at = dueAt(calendar, duration, receivedAt, [stood]);
          const used = workingDaysBetween(calendar, receivedAt, stood.from);
          if (used < amount) {
            expect(workingDaysBetween(calendar, receivedAt, at)).toBe(amount + workingDaysBetween(calendar, stood.from, stood.to));
          } else {
            expect(time(at)).toBeGreaterThanOrEqual(time(stood.to));
            expect(closesAt(calendar, dateIn(at, calendar.zone))).toBe(at);
          }
        },
      ),
    );
  });

  it('shift calendar days by the days between, and the closed day at the end is left only then', () => {
    fc.assert(
      fc.property(
        someCalendar,
        fc.integer({ min: 1, max: 60 }),
        instant,
        somePart,
        someMinutes,
        (calendar, amount, receivedAt, part, minutes) => {
          const duration = { amount, unit: 'days' as const };
          const stood = stoodIn(receivedAt, dueAt(calendar, duration, receivedAt), part, minutes);
          const [start, from, to] = [receivedAt, stood.from, stood.to].map((at) => dateIn(at, calendar.zone));
          const days = (one = '', other = ''): number => (Date.parse(other) - Date.parse(one)) / dayInMilliseconds;
          const left = amount - days(start, from);
          const at = dueAt(calendar, duration, receivedAt, [stood]);
          if (left > 0) expect(dateIn(at, calendar.zone)).toBe(nextOpen(calendar, addDays(to ?? '', left)));
          else expect(time(at)).toBeGreaterThanOrEqual(time(stood.to));
        },
      ),
    );
  });

  it('that come when the clock has run out move nothing', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, instant, someMinutes, someMinutes, (calendar, duration, receivedAt, later, minutes) => {
        const due = dueAt(calendar, duration, receivedAt);
        const from = time(due) + later * minuteInMilliseconds;
        const stood = { from: new Date(from).toISOString(), to: new Date(from + minutes * minuteInMilliseconds).toISOString() };
        expect(dueAt(calendar, duration, receivedAt, [stood])).toBe(due);
      }),
    );
  });

  it('split into two at any moment between are one', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someDuration,
        instant,
        somePart,
        someMinutes,
        someMinutes,
        (calendar, duration, receivedAt, part, one, two) => {
          const first = stoodIn(receivedAt, dueAt(calendar, duration, receivedAt), part, one);
          const second = { from: first.to, to: new Date(time(first.to) + two * minuteInMilliseconds).toISOString() };
          expect(dueAt(calendar, duration, receivedAt, [first, second])).toBe(
            dueAt(calendar, duration, receivedAt, [{ ...first, to: second.to }]),
          );
        },
      ),
    );
  });

  it('leave an open pause where one that ends now would leave the clock', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, instant, somePart, someMinutes, (calendar, duration, receivedAt, part, minutes) => {
        const stood = stoodIn(receivedAt, dueAt(calendar, duration, receivedAt), part, minutes);
        const open = deadline({
          calendar,
          clock: clockOf(duration),
          receivedAt,
          now: stood.to,
          history: history([{ ...stood, to: null }]),
        });
        expect(open).toMatchObject({ at: dueAt(calendar, duration, receivedAt, [stood]), begun: true, paused: true });
      }),
    );
  });
});

describe('an extension', () => {
  it('of time is the same as a longer duration, through all pauses', () => {
    fc.assert(
      fc.property(
        someCalendar,
        fc.constantFrom('minutes' as const, 'clockHours' as const),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        someStart,
        (calendar, unit, amount, more, { receivedAt, pauses }) => {
          const clock = clockOf({ amount, unit }, { amount: more, unit });
          const granted = deadline({ calendar, clock, receivedAt, history: history(pauses, [{ at: receivedAt }]) });
          expect(granted.at).toBe(dueAt(calendar, { amount: amount + more, unit }, receivedAt, pauses));
          expect(granted.extension).toBeNull();
        },
      ),
    );
  });

  it('that is granted ends where it was offered, unless a pause comes between, and never before what it extends', () => {
    fc.assert(
      fc.property(someCalendar, someDuration, someDuration, someStart, (calendar, duration, more, { receivedAt, pauses }) => {
        const clock = clockOf(duration, more);
        const offered = deadline({ calendar, clock, receivedAt, history: history(pauses) });
        const granted = deadline({ calendar, clock, receivedAt, history: history(pauses, [{ at: receivedAt }]) });
        expect(granted.at).toBe(offered.extension?.at);
        expect(time(granted.at)).toBeGreaterThanOrEqual(time(offered.at));
      }),
    );
  });
});

describe('the explanation', () => {
  it('begins with the start, ends with the deadline, and numbers the days without a gap', () => {
    fc.assert(
      fc.property(someCalendar, fc.integer({ min: 1, max: 25 }), someStart, (calendar, amount, { receivedAt, pauses }) => {
        const { at, steps } = deadline({ calendar, clock: clockOf({ amount, unit: 'workingDays' }), receivedAt, history: history(pauses) });
        expect([steps.at(0)?.kind, steps.at(-1)?.kind]).toEqual(['received', 'due']);
        expect(steps.at(-1)?.date).toBe(dateIn(at, calendar.zone));
        const numbers = steps.flatMap(({ sentence }) => [...sentence.matchAll(/hari kerja ke-(\d+)/g)].map(([, number]) => Number(number)));
        if (steps.some(({ sentence }) => sentence.includes('sampai ke-'))) return;
        expect(numbers).toEqual(Array.from({ length: amount }, (_, index) => index + 1));
      }),
    );
  });
});

describe('counting working days', () => {
  it('finds what a walk finds, through seasons that open and close weekdays', () => {
    fc.assert(
      fc.property(someCalendar, instant, fc.integer({ min: 0, max: 500 }), (calendar, from, days) => {
        const to = new Date(time(from) + days * dayInMilliseconds).toISOString();
        const start = dateIn(from, calendar.zone);
        const walked = Array.from({ length: days }, (_, index) => addDays(start, index + 1)).filter(
          (date) => isWorkingDay(calendar, date).open,
        );
        expect(workingDaysBetween(calendar, from, to)).toBe(walked.length);
        expect(workingDaysBetween(calendar, to, from)).toBe(0 - walked.length);
      }),
    );
  });
});
