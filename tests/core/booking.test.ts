import fc from 'fast-check';
import { isBookable, minutesWithin, overlaps, spanOf, type Interval } from '../../plugins/maklumat/core/booking/interval';
import { freeUnit, nextFreeSlots, type Demand, type Taken } from '../../plugins/maklumat/core/booking/slots';
import { dayBounds, layOut, weekAround } from '../../plugins/maklumat/core/booking/week';
import { atZone, hoursOn } from '../../plugins/maklumat/core/calendar/calendar';
import { bookingText } from '../../plugins/maklumat/core/language/booking';
import { aCalendar, at } from '../../plugins/maklumat/core/testing/builders';

const calendar = aCalendar();
const minute = 60_000;
const zone = calendar.zone;

/** "2026-01-05T09:00" to "…T12:00", Western Indonesian time. */
const slot = (from: string, to: string): Interval => ({ from: at(`${from}+07:00`), to: at(`${to}+07:00`) });
const taken = (from: string, to: string, unit = 1): Taken => ({ ...slot(from, to), unit });
const aDemand = (over: Partial<Demand> = {}): Demand => ({ resource: 'mobil', capacity: 1, taken: [], ...over });
const startsOf = (slots: readonly Interval[]): string[] => slots.map(({ from }) => from.slice(0, 16));

describe('intervals', () => {
  it.each([
    ['the same', '09:00', '12:00', true],
    ['one minute inside', '11:59', '13:00', true],
    ['around it', '08:00', '13:00', true],
    ['beginning where the other ends', '12:00', '13:00', false],
    ['ending where the other begins', '08:00', '09:00', false],
  ])('%s', (_name, from, to, expected) => {
    const one = spanOf(slot('2026-01-05T09:00', '2026-01-05T12:00'));
    const other = spanOf(slot(`2026-01-05T${from}`, `2026-01-05T${to}`));
    expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected]);
    expect(minutesWithin(one, other) > 0).toBe(expected);
  });
});

describe('isBookable', () => {
  it.each([
    ['a minute', '2026-01-05T09:00:00Z', '2026-01-05T09:01:00Z', true],
    ['14 days', '2026-01-05T09:00:00Z', '2026-01-19T09:00:00Z', true],
    ['a minute more', '2026-01-05T09:00:00Z', '2026-01-19T09:01:00Z', false],
    ['no time at all', '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z', false],
    ['an end before the start', '2026-01-05T09:00:00Z', '2026-01-05T08:00:00Z', false],
    ['another century', '1999-12-31T23:59:00Z', '2000-01-01T01:00:00Z', false],
    ['the end of the calendar', '9999-12-31T23:59:00Z', '+010000-01-01T00:59:00Z', false],
    ['no instant', 'besok', 'lusa', false],
  ])('%s', (_name, from, to, expected) => {
    expect(isBookable({ from, to })).toBe(expected);
  });
});

describe('freeUnit', () => {
  const wanted = slot('2026-01-05T09:00', '2026-01-05T12:00');

  it('gives the lowest unit that is free throughout', () => {
    const demand = aDemand({
      capacity: 3,
      taken: [taken('2026-01-05T08:00', '2026-01-05T09:30', 1), taken('2026-01-05T12:00', '2026-01-05T13:00', 2)],
    });
    expect(freeUnit(demand, wanted)).toBe(2);
  });

  it('gives none when every unit has something within the slot, even at different times', () => {
    const demand = aDemand({
      capacity: 2,
      taken: [taken('2026-01-05T09:00', '2026-01-05T09:30', 1), taken('2026-01-05T11:30', '2026-01-05T12:00', 2)],
    });
    expect(freeUnit(demand, wanted)).toBeUndefined();
  });

  it('counts units that are in use above a capacity that was lowered', () => {
    expect(freeUnit(aDemand({ taken: [taken('2026-01-05T09:00', '2026-01-05T10:00', 2)] }), wanted)).toBeUndefined();
  });

  it('gives none of a resource that is out of use', () => {
    expect(freeUnit(aDemand({ capacity: 0 }), wanted)).toBeUndefined();
  });
});

describe('nextFreeSlots', () => {
  const three = (from: string, minutes: number, ...demands: Demand[]) =>
    startsOf(nextFreeSlots({ calendar, demands: demands.length > 0 ? demands : [aDemand()], from: at(`${from}+07:00`), minutes }));

  it.each([
    ['on the half hour from a crooked minute', '2026-01-05T09:01', 60, ['2026-01-05T09:30', '2026-01-05T10:00', '2026-01-05T10:30']],
    [
      'at the instant itself when it is on the half hour',
      '2026-01-05T09:00',
      60,
      ['2026-01-05T09:00', '2026-01-05T09:30', '2026-01-05T10:00'],
    ],
    ['from opening when asked before it', '2026-01-05T05:00', 60, ['2026-01-05T07:30', '2026-01-05T08:00', '2026-01-05T08:30']],
    ['not in the break', '2026-01-05T11:30', 60, ['2026-01-05T11:30', '2026-01-05T13:00', '2026-01-05T13:30']],
    [
      'ending with the office hours, then past the weekend',
      '2026-01-09T12:30',
      180,
      ['2026-01-09T13:00', '2026-01-12T07:30', '2026-01-12T08:00'],
    ],
    ['past a holiday and the weekend after it', '2026-01-15T15:00', 60, ['2026-01-15T15:00', '2026-01-19T07:30', '2026-01-19T08:00']],
    [
      'of a length beyond a day: by their start alone',
      '2026-01-05T15:00',
      600,
      ['2026-01-05T15:00', '2026-01-05T15:30', '2026-01-06T07:30'],
    ],
  ])('start %s', (_name, from, minutes, expected) => {
    expect(three(from, minutes)).toEqual(expected);
  });

  it('wait for the crew as for the vehicle', () => {
    const driver = aDemand({ resource: 'pengemudi', taken: [taken('2026-01-05T09:00', '2026-01-05T11:00')] });
    const van = aDemand({ taken: [taken('2026-01-05T13:00', '2026-01-05T15:00')] });
    expect(three('2026-01-05T09:00', 60, van, driver)).toEqual(['2026-01-05T11:00', '2026-01-05T11:30', '2026-01-05T15:00']);
  });

  it('are fewer, or none, when 60 days are full or the resource is out of use', () => {
    const full = aDemand({ taken: [taken('2026-01-01T00:00', '2026-06-01T00:00')] });
    expect(three('2026-01-05T09:00', 60, full)).toEqual([]);
    expect(three('2026-01-05T09:00', 60, aDemand({ capacity: 0 }))).toEqual([]);
    const almost = aDemand({ taken: [taken('2026-01-01T00:00', '2026-03-06T15:00')] });
    expect(three('2026-01-05T09:00', 60, almost)).toEqual(['2026-03-06T15:00']);
  });

  it('carry the offset of the zone', () => {
    const [first] = nextFreeSlots({
      calendar: { ...calendar, zone: 'Asia/Makassar' },
      demands: [aDemand()],
      from: '2026-01-05T00:00:00Z',
      minutes: 60,
    });
    expect(first).toEqual({ from: '2026-01-05T08:00:00+08:00', to: '2026-01-05T09:00:00+08:00' });
  });

  const instant = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z') / minute, max: Date.parse('2026-02-20T00:00:00Z') / minute });
  const aTaken = fc
    .record({ from: instant, minutes: fc.integer({ min: 1, max: 4_000 }), unit: fc.integer({ min: 1, max: 2 }) })
    .map(({ from, minutes, unit }) => ({
      unit,
      from: new Date(from * minute).toISOString(),
      to: new Date((from + minutes) * minute).toISOString(),
    }));
  const demands = fc.array(
    fc.record({ capacity: fc.integer({ min: 1, max: 2 }), taken: fc.array(aTaken, { maxLength: 20 }) }).map((over) => aDemand(over)),
    { minLength: 1, maxLength: 3 },
  );

  /** The rule told once more, half hour by half hour, with the wall clock read from the written instant. */
  function fits(start: number, minutes: number, wanted: readonly Demand[]): boolean {
    const length = minutes * minute;
    const local = atZone(new Date(start).toISOString(), zone);
    const hours = hoursOn(calendar, local.slice(0, 10));
    const time = local.slice(11, 16);
    if (!hours || time < hours.opens || time >= hours.closes) return false;
    if (hours.breakFrom != null && hours.breakTo != null && time >= hours.breakFrom && time < hours.breakTo) return false;
    const closes = Date.parse(`${local.slice(0, 10)}T${hours.closes}:00+07:00`);
    const opens = Date.parse(`${local.slice(0, 10)}T${hours.opens}:00+07:00`);
    if (length <= closes - opens && start + length > closes) return false;
    return wanted.every(({ capacity, taken: busy }) => {
      const met = busy.filter(({ from, to }) => Date.parse(from) < start + length && start < Date.parse(to));
      return new Set(met.map(({ unit }) => unit)).size < capacity;
    });
  }

  it('are exactly the first that fit, whatever is taken', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 900 }), demands, (from, minutes, wanted) => {
        const earliest = from * minute;
        const slots = nextFreeSlots({ calendar, demands: wanted, from: new Date(earliest).toISOString(), minutes });
        const expected: number[] = [];
        const step = 30 * minute;
        for (let start = Math.ceil(earliest / step) * step; expected.length < 3 && start < earliest + 60 * 1_440 * minute; start += step)
          if (fits(start, minutes, wanted)) expected.push(start);
        expect(slots.map((one) => Date.parse(one.from))).toEqual(expected);
        for (const one of slots) {
          expect(Date.parse(one.to) - Date.parse(one.from)).toBe(minutes * minute);
          expect(wanted.map((demand) => freeUnit(demand, one) ?? 0)).not.toContain(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('taken by whoever asks first are never offered to the next', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 480 }), demands, (from, minutes, wanted) => {
        const ask = (after: readonly Demand[]) =>
          nextFreeSlots({ calendar, demands: after, from: new Date(from * minute).toISOString(), minutes, count: 1 })[0];
        const first = ask(wanted);
        if (!first) return;
        const booked = wanted.map((demand) => ({ ...demand, taken: [...demand.taken, { ...first, unit: freeUnit(demand, first) ?? 0 }] }));
        for (const demand of booked) {
          const busy = demand.taken.at(-1);
          expect(demand.taken.slice(0, -1).some((one) => one.unit === busy?.unit && overlaps(spanOf(one), spanOf(first)))).toBe(false);
        }
        const second = ask(booked);
        if (second && wanted.some(({ capacity }) => capacity === 1)) expect(overlaps(spanOf(first), spanOf(second))).toBe(false);
      }),
    );
  });
});

describe('a week', () => {
  it('runs from Monday to Sunday', () => {
    expect(weekAround('2026-01-05')).toEqual({ first: '2026-01-05', last: '2026-01-11' });
    expect(weekAround('2026-01-11')).toEqual({ first: '2026-01-05', last: '2026-01-11' });
    expect(weekAround('2025-12-31')).toEqual({ first: '2025-12-29', last: '2026-01-04' });
    expect([weekAround('2026-01-11', -1), weekAround('2026-01-11', 1)].map(({ first }) => first)).toEqual(['2025-12-29', '2026-01-12']);
  });

  it('has days that begin and end at midnight of the zone', () => {
    expect(dayBounds('2026-01-05', 'Asia/Jayapura')).toEqual({ from: '2026-01-05T00:00:00+09:00', to: '2026-01-06T00:00:00+09:00' });
  });

  it('shows a booking past midnight on both days, with its part on each', () => {
    const late = { number: 'A', ...slot('2026-01-05T22:30', '2026-01-06T01:00') };
    const early = { number: 'B', ...slot('2026-01-05T09:00', '2026-01-05T12:00') };
    const days = layOut({ bookings: [early, late], first: '2026-01-05', last: '2026-01-07', zone });
    expect(days.map(({ date, occupiedMinutes, bookings }) => [date, occupiedMinutes, bookings.map(({ number }) => number)])).toEqual([
      ['2026-01-05', 270, ['B', 'A']],
      ['2026-01-06', 60, ['A']],
      ['2026-01-07', 0, []],
    ]);
  });

  it('loses no minute of what it lays out', () => {
    const minutes = fc.integer({ min: 0, max: 7 * 1_440 });
    const booking = fc.tuple(minutes, minutes).map(([one, other]) => {
      const start = Date.parse('2026-01-05T00:00:00+07:00');
      return {
        from: new Date(start + Math.min(one, other) * minute).toISOString(),
        to: new Date(start + Math.max(one, other) * minute).toISOString(),
      };
    });
    fc.assert(
      fc.property(fc.array(booking), (bookings) => {
        const days = layOut({ bookings, first: '2026-01-05', last: '2026-01-11', zone });
        const total = bookings.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / minute, 0);
        expect(days.reduce((sum, day) => sum + day.occupiedMinutes, 0)).toBe(total);
      }),
    );
  });
});

describe('sentences', () => {
  it('write the date once when the slot ends on the same day', () => {
    const day = slot('2026-01-05T09:00', '2026-01-05T12:00');
    expect(bookingText.id.slot(day, zone)).toBe('Senin 5 Januari 2026 pukul 09.00 sampai pukul 12.00 WIB');
    expect(bookingText.en.slot(day, zone)).toBe('Monday 5 January 2026 at 09:00 to 12:00 WIB');
    const night = slot('2026-01-05T22:00', '2026-01-06T01:00');
    expect(bookingText.id.slot(night, zone)).toBe('Senin 5 Januari 2026 pukul 22.00 WIB sampai Selasa 6 Januari 2026 pukul 01.00 WIB');
  });

  it('name what is taken and when it is free again', () => {
    expect(bookingText.id.taken('Mobil', 'Senin', ['Selasa', 'Rabu'])).toBe(
      'Mobil sudah terpakai pada Senin. Waktu kosong berikutnya: Selasa; Rabu.',
    );
    expect(bookingText.id.taken('Mobil', 'Senin', [])).toContain('Belum ada waktu kosong');
  });
});
