import fc from 'fast-check';
import { closesAt, dateIn, isWorkingDay, workingDaysBetween } from '../../plugins/maklumat/core/calendar/calendar';
import { addWorkingDays, deadline, type ClockHistory } from '../../plugins/maklumat/core/calendar/deadline';
import { Calendar } from '../../plugins/maklumat/core/calendar/schema';
import { Clock } from '../../plugins/maklumat/core/definition/procedure';
import { aCalendar } from '../../plugins/maklumat/core/testing/builders';
import { seededCalendar, seededHolidays } from './seededCalendars';

const wib = aCalendar({ holidays: seededHolidays });
const wita = seededCalendar('provinsi-kalimantan-utara');

const tenAndSeven = Clock.parse({
  start: 'receipt',
  duration: { amount: 10, unit: 'workingDays' },
  extension: { duration: { amount: 7, unit: 'workingDays' }, limit: 1, position: 'ppid' },
  basis: 'Keputusan 100.3.6/86/KEP/425.113/2023, layanan 1, komponen 3',
});
const clockOf = (amount: number, unit: Clock['duration']['unit']): Clock =>
  Clock.parse({ start: 'receipt', duration: { amount, unit }, basis: 'uji' });

const extendedAt = (at: string): ClockHistory => ({ startedAt: null, pauses: [], extensions: [{ at }] });

describe('ten working days and an extension of seven, counted by hand', () => {
  it.each([
    ['no holiday nearby', '2026-07-06T09:00:00+07:00', '2026-07-20T16:00:00+07:00', '2026-07-29T16:00:00+07:00'],
    ['Isra Mikraj 2026', '2026-01-05T09:00:00+07:00', '2026-01-20T16:00:00+07:00', '2026-01-29T16:00:00+07:00'],
    ['Idul Fitri 2025', '2025-03-24T09:00:00+07:00', '2025-04-16T16:00:00+07:00', '2025-04-28T16:00:00+07:00'],
    [
      'Idul Fitri 2026, a holiday more in the extension',
      '2026-03-09T09:00:00+07:00',
      '2026-03-30T16:00:00+07:00',
      '2026-04-09T16:00:00+07:00',
    ],
    ['Idul Fitri 2027, Easter in the extension', '2027-03-01T09:00:00+07:00', '2027-03-23T16:00:00+07:00', '2027-04-05T16:00:00+07:00'],
    ['a joint leave decided late, 18 August 2025', '2025-08-14T09:00:00+07:00', '2025-08-29T16:00:00+07:00', '2025-09-10T16:00:00+07:00'],
    ['Ascension and Idul Adha 2026', '2026-05-11T09:00:00+07:00', '2026-05-29T16:00:00+07:00', '2026-06-10T16:00:00+07:00'],
    ["year's end 2025", '2025-12-19T09:00:00+07:00', '2026-01-07T16:00:00+07:00', '2026-01-19T16:00:00+07:00'],
    ["year's end 2026", '2026-12-21T09:00:00+07:00', '2027-01-08T16:00:00+07:00', '2027-01-19T16:00:00+07:00'],
    ['received on a Friday', '2026-01-09T09:00:00+07:00', '2026-01-26T16:00:00+07:00', '2026-02-04T16:00:00+07:00'],
    ['on the Saturday after, which counts like it', '2026-01-10T09:00:00+07:00', '2026-01-26T16:00:00+07:00', '2026-02-04T16:00:00+07:00'],
    ['on the Sunday after, too', '2026-01-11T23:59:59+07:00', '2026-01-26T16:00:00+07:00', '2026-02-04T16:00:00+07:00'],
    ['received on a Thursday', '2026-01-15T09:00:00+07:00', '2026-01-30T16:00:00+07:00', '2026-02-10T16:00:00+07:00'],
    ['on the holiday after, which counts like it', '2026-01-16T09:00:00+07:00', '2026-01-30T16:00:00+07:00', '2026-02-10T16:00:00+07:00'],
    ['before the office opens', '2026-01-05T00:00:00+07:00', '2026-01-20T16:00:00+07:00', '2026-01-29T16:00:00+07:00'],
    ['a second before midnight', '2026-01-05T23:59:59+07:00', '2026-01-20T16:00:00+07:00', '2026-01-29T16:00:00+07:00'],
    ['an instant written in UTC', '2026-01-05T02:00:00Z', '2026-01-20T16:00:00+07:00', '2026-01-29T16:00:00+07:00'],
  ])('%s', (_, receivedAt, due, extended) => {
    const counted = deadline({ calendar: wib, clock: tenAndSeven, receivedAt });
    expect(counted.at).toBe(due);
    expect(counted.extension?.at).toBe(extended);
    const granted = deadline({ calendar: wib, clock: tenAndSeven, receivedAt, history: extendedAt(receivedAt) });
    expect(granted.at).toBe(extended);
    expect(granted.extension).toBeNull();
  });

  it('takes the day of receipt from the zone of the office', () => {
    const receivedAt = '2026-01-05T23:30:00+07:00';
    expect(deadline({ calendar: wib, clock: tenAndSeven, receivedAt }).at).toBe('2026-01-20T16:00:00+07:00');
    expect(deadline({ calendar: wita, clock: tenAndSeven, receivedAt }).at).toBe('2026-01-21T16:00:00+08:00');
  });

  it('ends with the office hours of the weekday it falls on', () => {
    expect(deadline({ calendar: wita, clock: tenAndSeven, receivedAt: '2026-12-21T09:00:00+08:00' }).at).toBe('2027-01-08T16:30:00+08:00');
  });
});

describe('the explanation of a deadline', () => {
  const receivedAt = '2026-01-05T09:00:00+07:00';
  const sentences = (steps: readonly { sentence: string }[]): string[] => steps.map((step) => step.sentence);

  it('goes from the receipt to the due moment and names the holiday', () => {
    const { steps } = deadline({ calendar: wib, clock: tenAndSeven, receivedAt });
    expect(sentences(steps)).toEqual([
      'Senin 5 Januari 2026: permohonan diterima (hari ke-0)',
      'Selasa 6 Januari 2026: hari kerja ke-1',
      'Rabu 7 Januari 2026: hari kerja ke-2',
      'Kamis 8 Januari 2026: hari kerja ke-3',
      'Jumat 9 Januari 2026: hari kerja ke-4',
      'Sabtu 10 dan Minggu 11 Januari 2026 dilewati: akhir pekan',
      'Senin 12 Januari 2026: hari kerja ke-5',
      'Selasa 13 Januari 2026: hari kerja ke-6',
      'Rabu 14 Januari 2026: hari kerja ke-7',
      'Kamis 15 Januari 2026: hari kerja ke-8',
      'Jumat 16 Januari 2026 dilewati: libur Isra Mikraj Nabi Muhammad',
      'Sabtu 17 dan Minggu 18 Januari 2026 dilewati: akhir pekan',
      'Senin 19 Januari 2026: hari kerja ke-9',
      'Selasa 20 Januari 2026: hari kerja ke-10',
      'Selasa 20 Januari 2026 pukul 16.00 WIB: tenggat, akhir jam kerja',
    ]);
    expect(steps.map((step) => step.kind)).toEqual([
      ...['received', 'day', 'day', 'day', 'day', 'skipped', 'day', 'day', 'day', 'day', 'skipped', 'skipped', 'day', 'day', 'due'],
    ]);
  });

  it('goes on counting in the extension, offered or granted', () => {
    const { extension } = deadline({ calendar: wib, clock: tenAndSeven, receivedAt });
    expect(sentences(extension?.steps ?? [])).toEqual([
      'Bila diperpanjang 7 hari kerja; hitungan berlanjut sesudah Selasa 20 Januari 2026 pukul 16.00 WIB',
      'Rabu 21 Januari 2026: hari kerja ke-11',
      'Kamis 22 Januari 2026: hari kerja ke-12',
      'Jumat 23 Januari 2026: hari kerja ke-13',
      'Sabtu 24 dan Minggu 25 Januari 2026 dilewati: akhir pekan',
      'Senin 26 Januari 2026: hari kerja ke-14',
      'Selasa 27 Januari 2026: hari kerja ke-15',
      'Rabu 28 Januari 2026: hari kerja ke-16',
      'Kamis 29 Januari 2026: hari kerja ke-17',
      'Kamis 29 Januari 2026 pukul 16.00 WIB: tenggat, akhir jam kerja',
    ]);
    const granted = deadline({ calendar: wib, clock: tenAndSeven, receivedAt, history: extendedAt('2026-01-19T10:00:00+07:00') });
    expect(sentences(granted.steps)).toContain(
      'Diperpanjang 7 hari kerja pada Senin 19 Januari 2026; hitungan berlanjut sesudah Selasa 20 Januari 2026 pukul 16.00 WIB',
    );
    expect(granted.steps.filter((step) => step.kind === 'due')).toHaveLength(1);
  });

  it('names every holiday of a long closure, and says joint leave where it is one', () => {
    const { steps } = deadline({ calendar: wib, clock: tenAndSeven, receivedAt: '2026-03-09T09:00:00+07:00' });
    expect(sentences(steps.filter((step) => step.kind === 'skipped'))).toEqual([
      'Sabtu 14 dan Minggu 15 Maret 2026 dilewati: akhir pekan',
      'Rabu 18 Maret 2026 dilewati: cuti bersama Hari Suci Nyepi',
      'Kamis 19 Maret 2026 dilewati: libur Hari Suci Nyepi',
      'Jumat 20 Maret 2026 dilewati: cuti bersama Hari Raya Idul Fitri',
      'Sabtu 21 Maret 2026 dilewati: libur Hari Raya Idul Fitri',
      'Minggu 22 Maret 2026 dilewati: libur Hari kedua dari Hari Raya Idul Fitri',
      'Senin 23 Maret 2026 dilewati: cuti bersama Hari Raya Idul Fitri',
      'Selasa 24 Maret 2026 dilewati: cuti bersama Hari Raya Idul Fitri',
      'Sabtu 28 dan Minggu 29 Maret 2026 dilewati: akhir pekan',
    ]);
  });

  it('tells that the office was closed on the day of receipt, and writes both months of a weekend between two', () => {
    const { steps } = deadline({ calendar: wib, clock: tenAndSeven, receivedAt: '2026-01-24T09:00:00+07:00' });
    expect(sentences(steps).slice(0, 2)).toEqual([
      'Sabtu 24 Januari 2026: permohonan diterima (hari ke-0), kantor tutup',
      'Minggu 25 Januari 2026 dilewati: akhir pekan',
    ]);
    expect(sentences(steps)).toContain('Sabtu 31 Januari 2026 dan Minggu 1 Februari 2026 dilewati: akhir pekan');
  });

  it('speaks English', () => {
    const counted = deadline({ calendar: wib, clock: tenAndSeven, receivedAt, language: 'en' });
    expect(sentences(counted.steps)).toEqual(
      expect.arrayContaining([
        'Monday 5 January 2026: request received (day 0)',
        'Tuesday 6 January 2026: working day 1',
        'Saturday 10 and Sunday 11 January 2026 skipped: weekend',
        'Friday 16 January 2026 skipped: holiday, Isra Mikraj Nabi Muhammad',
        'Tuesday 20 January 2026 at 16:00 WIB: due, end of office hours',
      ]),
    );
    expect(counted.extension?.steps[0]?.sentence).toBe(
      'If extended by 7 working days; counting goes on after Tuesday 20 January 2026 at 16:00 WIB',
    );
  });

  it('calls a closed weekday by what it is', () => {
    const calendar = aCalendar({ officeHours: [{ day: 'monday', opens: '08:00', closes: '12:00' }] });
    const { steps } = deadline({ calendar, clock: clockOf(1, 'workingDays'), receivedAt });
    expect(sentences(steps)).toContain('Selasa 6 sampai Minggu 11 Januari 2026 dilewati: kantor tutup');
  });
});

describe('the other units', () => {
  it.each([
    ['calendar days end with the office hours of the day', 7, 'days', '2026-01-05T09:00:00+07:00', '2026-01-12T16:00:00+07:00'],
    ['a closed last day rolls to the next open one', 11, 'days', '2026-01-05T09:00:00+07:00', '2026-01-19T16:00:00+07:00'],
    ['weeks are seven days each', 2, 'weeks', '2026-01-05T09:00:00+07:00', '2026-01-19T16:00:00+07:00'],
    ['a week that ends on a holiday rolls', 1, 'weeks', '2026-01-09T09:00:00+07:00', '2026-01-19T16:00:00+07:00'],
    ['minutes within the morning', 30, 'minutes', '2026-01-05T09:00:00+07:00', '2026-01-05T09:30:00+07:00'],
    ['minutes up to the break', 30, 'minutes', '2026-01-05T11:30:00+07:00', '2026-01-05T12:00:00+07:00'],
    ['minutes from within the break', 30, 'minutes', '2026-01-05T12:15:00+07:00', '2026-01-05T13:30:00+07:00'],
    ['minutes up to closing', 60, 'minutes', '2026-01-05T15:00:00+07:00', '2026-01-05T16:00:00+07:00'],
    ['minutes over a weekend', 60, 'minutes', '2026-01-09T15:30:00+07:00', '2026-01-12T08:00:00+07:00'],
    ['minutes from before opening', 15, 'minutes', '2026-01-05T05:00:00+07:00', '2026-01-05T07:45:00+07:00'],
    ['minutes from after closing', 15, 'minutes', '2026-01-05T20:00:00+07:00', '2026-01-06T07:45:00+07:00'],
    ['seconds are kept', 30, 'minutes', '2026-01-05T09:00:30+07:00', '2026-01-05T09:30:30+07:00'],
    ['hours around the break', 3, 'hours', '2026-01-05T10:00:00+07:00', '2026-01-05T14:00:00+07:00'],
    ['hours into the next day', 8, 'hours', '2026-01-05T14:00:00+07:00', '2026-01-06T14:30:00+07:00'],
    ['hours over a holiday and a weekend', 3, 'hours', '2026-01-15T14:00:00+07:00', '2026-01-19T08:30:00+07:00'],
    ['hours of the clock run on Sundays', 48, 'clockHours', '2026-01-09T14:00:00+07:00', '2026-01-11T14:00:00+07:00'],
  ] as const)('%s', (_, amount, unit, receivedAt, due) => {
    const counted = deadline({ calendar: wib, clock: clockOf(amount, unit), receivedAt });
    expect(counted.at).toBe(due);
    expect(counted.extension).toBeNull();
  });

  it('explain themselves', () => {
    const steps = (amount: number, unit: Clock['duration']['unit'], receivedAt: string): string[] =>
      deadline({ calendar: wib, clock: clockOf(amount, unit), receivedAt })
        .steps.slice(1)
        .map((step) => step.sentence);
    expect(steps(11, 'days', '2026-01-05T09:00:00+07:00')).toEqual([
      'Jumat 16 Januari 2026: hari ke-11',
      'Jumat 16 Januari 2026 dilewati: libur Isra Mikraj Nabi Muhammad',
      'Sabtu 17 dan Minggu 18 Januari 2026 dilewati: akhir pekan',
      'Senin 19 Januari 2026 pukul 16.00 WIB: tenggat, akhir jam kerja',
    ]);
    expect(steps(3, 'hours', '2026-01-09T15:00:00+07:00')).toEqual([
      'Jumat 9 Januari 2026: 60 menit kerja',
      'Sabtu 10 dan Minggu 11 Januari 2026 dilewati: akhir pekan',
      'Senin 12 Januari 2026: 120 menit kerja',
      'Senin 12 Januari 2026 pukul 09.30 WIB: tenggat',
    ]);
  });

  it('may differ between the duration and its extension', () => {
    const clock = Clock.parse({
      ...clockOf(5, 'workingDays'),
      extension: { duration: { amount: 2, unit: 'weeks' }, limit: 2, position: 'petugas' },
    });
    const counted = deadline({
      calendar: wib,
      clock,
      receivedAt: '2026-01-05T09:00:00+07:00',
      history: extendedAt('2026-01-08T09:00:00+07:00'),
    });
    expect(counted.at).toBe('2026-01-26T16:00:00+07:00');
    expect(counted.extension?.at).toBe('2026-02-09T16:00:00+07:00');
    expect(counted.steps.map((step) => step.sentence)).toContain('Senin 26 Januari 2026: hari ke-14');
    expect(counted.extension?.steps.map((step) => step.sentence)).toContain('Senin 9 Februari 2026: hari ke-28');
  });
});

describe('a calendar that cannot be counted on', () => {
  const mondays = Array.from({ length: 60 }, (_, index) => ({
    date: addDays('2026-01-05', index * 7),
    name: 'Tutup',
    kind: 'national' as const,
  }));
  const onlyMondays = aCalendar({ officeHours: [{ day: 'monday', opens: '08:00', closes: '12:00' }], holidays: mondays });

  it('ends in a RangeError instead of counting for ever', () => {
    for (const unit of ['workingDays', 'days', 'hours'] as const) {
      expect(() => deadline({ calendar: onlyMondays, clock: clockOf(1, unit), receivedAt: '2026-01-05T09:00:00+07:00' })).toThrow(
        RangeError,
      );
    }
  });

  it.each([
    ['closing before opening', { day: 'monday', opens: '16:00', closes: '08:00' }],
    ['half a break', { day: 'monday', opens: '08:00', closes: '16:00', breakFrom: '12:00' }],
    ['a break outside the hours', { day: 'monday', opens: '08:00', closes: '16:00', breakFrom: '15:30', breakTo: '16:30' }],
    ['a break that fills the day', { day: 'monday', opens: '08:00', closes: '16:00', breakFrom: '08:00', breakTo: '16:00' }],
  ])('is refused by its schema: %s', (_, hours) => {
    expect(Calendar.safeParse({ ...onlyMondays, officeHours: [hours] }).success).toBe(false);
  });
});

describe('properties', () => {
  const instant = fc
    .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-10-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`);
  const calendars = fc.constantFrom(wib, wita);

  it('the deadline is ten working days after the receipt, and the extension exactly seven more', () => {
    fc.assert(
      fc.property(calendars, instant, (calendar, receivedAt) => {
        const due = deadline({ calendar, clock: tenAndSeven, receivedAt });
        const extended = due.extension?.at ?? '';
        expect(workingDaysBetween(calendar, receivedAt, due.at)).toBe(10);
        expect(workingDaysBetween(calendar, due.at, extended)).toBe(7);
        for (const at of [due.at, extended]) expect(closesAt(calendar, dateIn(at, calendar.zone))).toBe(at);
      }),
    );
  });

  it('a later receipt is never due earlier, in any unit', () => {
    const clocks = fc.record({
      amount: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom('minutes', 'hours', 'clockHours', 'days', 'workingDays', 'weeks'),
    });
    fc.assert(
      fc.property(calendars, clocks, instant, instant, (calendar, { amount, unit }, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const dueAt = (receivedAt: string): number => Date.parse(deadline({ calendar, clock: clockOf(amount, unit), receivedAt }).at);
        expect(dueAt(earlier)).toBeLessThanOrEqual(dueAt(later));
      }),
    );
  });

  it('the same instant gives the same deadline however its offset is written', () => {
    const sameInstant = (instant: string, hours: number): string => {
      const shifted = new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 19);
      return `${shifted}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
    };
    fc.assert(
      fc.property(calendars, instant, fc.integer({ min: -11, max: 12 }), (calendar, receivedAt, hours) => {
        expect(deadline({ calendar, clock: tenAndSeven, receivedAt: sameInstant(receivedAt, hours) })).toEqual(
          deadline({ calendar, clock: tenAndSeven, receivedAt }),
        );
      }),
    );
  });

  it('offices of the same hours in different zones are due at the same time of their walls', () => {
    const inMakassar: Calendar = { ...wib, zone: 'Asia/Makassar' };
    fc.assert(
      fc.property(instant, (utc) => {
        const wall = utc.slice(0, 19);
        const west = deadline({ calendar: wib, clock: tenAndSeven, receivedAt: `${wall}+07:00` }).at;
        const centre = deadline({ calendar: inMakassar, clock: tenAndSeven, receivedAt: `${wall}+08:00` }).at;
        expect(centre).toBe(west.replace('+07:00', '+08:00'));
      }),
    );
  });

  it('working days between are those that a walk finds, and turn their sign with the direction', () => {
    fc.assert(
      fc.property(calendars, instant, fc.integer({ min: 0, max: 90 }), (calendar, from, days) => {
        const start = dateIn(from, calendar.zone);
        const to = new Date(Date.parse(from) + days * 86_400_000).toISOString();
        const walked = Array.from({ length: days }, (_, index) => addDays(start, index + 1)).filter(
          (date) => isWorkingDay(calendar, date).open,
        );
        expect(workingDaysBetween(calendar, from, to)).toBe(walked.length);
        expect(workingDaysBetween(calendar, to, from)).toBe(0 - walked.length);
      }),
    );
  });

  it('addWorkingDays is undone by counting', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, amount) => {
        const until = addWorkingDays(wib, dateIn(from, wib.zone), amount);
        expect(workingDaysBetween(wib, from, `${until}T12:00:00+07:00`)).toBe(amount);
      }),
    );
  });
});

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
