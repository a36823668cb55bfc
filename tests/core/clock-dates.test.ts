import { closesAt, hoursOn } from '../../plugins/maklumat/core/calendar/calendar';
import { deadline } from '../../plugins/maklumat/core/calendar/deadline';
import type { Duration } from '../../plugins/maklumat/core/calendar/duration';
import { Calendar, type Holiday } from '../../plugins/maklumat/core/calendar/schema';
import { Clock } from '../../plugins/maklumat/core/definition/procedure';
import { at } from '../../plugins/maklumat/core/testing/builders';
import { seededCalendar, seededHolidays } from './seededCalendars';

const city = seededCalendar('kota-probolinggo');
const province = seededCalendar('provinsi-kalimantan-utara');
const due = (calendar: Calendar, amount: number, unit: Duration['unit'], receivedAt: string): string =>
  deadline({ calendar, clock: Clock.parse({ start: 'receipt', duration: { amount, unit }, basis: 'uji' }), receivedAt: at(receivedAt) }).at;

type Row = [reckoning: string, amount: number, receivedAt: string, due: string];

describe('the seeded Ramadan hours', () => {
  it('end on the day before Idul Fitri, and lie on thirty days', () => {
    const eids = seededHolidays.filter(({ name }) => name.startsWith('Hari Raya Idul Fitri')).map(({ date }) => Date.parse(date));
    for (const { seasons } of [city, province]) {
      expect(seasons.map(({ to }) => Date.parse(to) + 86_400_000)).toEqual(eids);
      for (const { from, to } of seasons) expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(30);
    }
  });

  it('are 32.5 hours a week net from 08:00, breaks of 30 minutes and on Friday of 60 (Perpres 21/2023)', () => {
    const minutes = (time = ''): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    for (const season of [...city.seasons, ...province.seasons]) {
      const days = season.officeHours.map(({ opens, closes, breakFrom, breakTo }) => ({
        opens,
        pause: minutes(breakTo ?? '') - minutes(breakFrom ?? ''),
        length: minutes(closes) - minutes(opens),
      }));
      expect(days.map(({ opens }) => opens)).toEqual(Array<string>(5).fill('08:00'));
      expect(days.map(({ pause }) => pause)).toEqual([30, 30, 30, 30, 60]);
      expect(days.reduce((sum, { pause, length }) => sum + length - pause, 0)).toBe(32.5 * 60);
    }
  });

  it('give way to holidays, and to the usual hours on the days around them', () => {
    const closings = ['2026-02-18', '2026-02-19', '2026-02-20', '2026-03-17', '2026-03-18', '2026-03-25'];
    expect(closings.map((date) => hoursOn(city, date)?.closes)).toEqual(['16:00', '15:00', '15:30', '15:00', undefined, '16:00']);
  });
});

describe('working days in the city, counted by hand', () => {
  it.each<Row>([
    [
      'Idul Fitri 2025: 25–27 Mar 1–3 | 28 Mar–7 Apr closed | 8–11 Apr 4–7 | 14, 15, 16 Apr 8–10',
      10,
      '2025-03-24T09:00+07:00',
      '2025-04-16T16:00:00+07:00',
    ],
    [
      'Idul Fitri 2026: 10–13 Mar 1–4 | 16, 17 Mar 5–6 | 18–24 Mar closed | 25–27 Mar 7–9 | 30 Mar 10',
      10,
      '2026-03-09T09:00+07:00',
      '2026-03-30T16:00:00+07:00',
    ],
    [
      'Idul Fitri 2027: 2–5 Mar 1–4 | 6–15 Mar closed | 16–19 Mar 5–8 | 22, 23 Mar 9–10',
      10,
      '2027-03-01T09:00+07:00',
      '2027-03-23T16:00:00+07:00',
    ],
    [
      'received within the closure of 2025, Saturday 5 Apr: Mon 7 Apr closed | 8, 9 Apr 1–2',
      2,
      '2025-04-05T09:00+07:00',
      '2025-04-09T16:00:00+07:00',
    ],
    [
      'within Ramadan 2026, to 15:00: 24–27 Feb 1–4 | 2–6 Mar 5–9 | Mon 9 Mar 10',
      10,
      '2026-02-23T09:00+07:00',
      '2026-03-09T15:00:00+07:00',
    ],
    ['a Friday of Ramadan 2026, to 15:30: Mon–Fri 2–6 Mar 1–5', 5, '2026-02-27T09:00+07:00', '2026-03-06T15:30:00+07:00'],
    ['first day of Ramadan 2026: Thu 19 Feb 1', 1, '2026-02-18T09:00+07:00', '2026-02-19T15:00:00+07:00'],
    ['Ramadan 2025: Fri 7 Mar 1 | Mon 10, Tue 11 Mar 2–3', 3, '2025-03-06T09:00+07:00', '2025-03-11T15:00:00+07:00'],
    [
      "year's end 2025: 22–24 Dec 1–3 | 25, 26 closed | 29–31 Dec 4–6 | 1 Jan closed | 2 Jan 7 | 5–7 Jan 8–10",
      10,
      '2025-12-19T09:00+07:00',
      '2026-01-07T16:00:00+07:00',
    ],
    [
      "year's end 2026: 22, 23 Dec 1–2 | 24, 25 closed | 28–31 Dec 3–6 | 1 Jan closed | 4 Jan 7 | 5 Jan closed | 6–8 Jan 8–10",
      10,
      '2026-12-21T09:00+07:00',
      '2027-01-08T16:00:00+07:00',
    ],
    [
      "year's end 2027: 21–23 Dec 1–3 | 24 closed | 27–31 Dec 4–8 | 3, 4 Jan 9–10",
      10,
      '2027-12-20T09:00+07:00',
      '2028-01-04T16:00:00+07:00',
    ],
    ['joint leave of Waisak 2025: 12, 13 May closed | 14–16 May 1–3', 3, '2025-05-09T09:00+07:00', '2025-05-16T16:00:00+07:00'],
    ['joint leave of Ascension 2025: 29 May–1 Jun closed | Mon 2 Jun 1', 1, '2025-05-28T09:00+07:00', '2025-06-02T16:00:00+07:00'],
    ['joint leave of 18 August 2025: Tue 19 Aug 1', 1, '2025-08-15T09:00+07:00', '2025-08-19T16:00:00+07:00'],
    ['Idul Adha and Waisak 2027: 17–20 May closed | Fri 21 May 1 | Mon 24 May 2', 2, '2027-05-14T09:00+07:00', '2027-05-24T16:00:00+07:00'],
  ])('%s', (_, amount, receivedAt, expected) => {
    expect(due(city, amount, 'workingDays', receivedAt)).toBe(expected);
  });

  it('end half an hour later on a Friday of the province, and an hour of the clock earlier', () => {
    expect(due(province, 10, 'workingDays', '2026-12-21T09:00+08:00')).toBe('2027-01-08T16:30:00+08:00');
  });
});

describe('calendar days in the city, counted by hand', () => {
  it.each<Row>([
    ['31 Mar is Idul Fitri, closed to 7 Apr: Tue 8 Apr', 7, '2025-03-24T09:00+07:00', '2025-04-08T16:00:00+07:00'],
    ['21 Feb is a Saturday: Mon 23 Feb, in Ramadan', 3, '2026-02-18T09:00+07:00', '2026-02-23T15:00:00+07:00'],
    ['25 Dec is Christmas, a Friday: Mon 28 Dec', 7, '2026-12-18T09:00+07:00', '2026-12-28T16:00:00+07:00'],
    ['1 Jan is a Friday: Mon 4 Jan', 1, '2026-12-31T09:00+07:00', '2027-01-04T16:00:00+07:00'],
    ['a Friday of Ramadan 2027: 5 Mar', 2, '2027-03-03T09:00+07:00', '2027-03-05T15:30:00+07:00'],
    ['29 days of January, 28 of February, 3 of March: Mon 3 Mar', 60, '2025-01-02T09:00+07:00', '2025-03-03T15:00:00+07:00'],
  ])('%s', (_, amount, receivedAt, expected) => {
    expect(due(city, amount, 'days', receivedAt)).toBe(expected);
  });
});

describe('office minutes, counted by hand', () => {
  it.each<Row>([
    ['registering a system: Fri 14:00–16:30 150 | Mon 08:00–13:00 300', 450, '2026-01-09T14:00+08:00', '2026-01-12T13:00:00+08:00'],
    [
      'the same in Ramadan: Fri 14:00–15:30 90 | Mon 08–12 240, 12:30–14:30 120',
      450,
      '2026-02-27T14:00+08:00',
      '2026-03-02T14:30:00+08:00',
    ],
    ['on a Saturday, seen from WIB a day early: Mon 08:00–15:30 450', 450, '2026-01-10T23:30+07:00', '2026-01-12T15:30:00+08:00'],
    ['a whole Friday is 510: Fri 08:00–16:30, the minute of closing', 510, '2026-01-09T07:00+08:00', '2026-01-09T16:30:00+08:00'],
  ])('in the province: %s', (_, amount, receivedAt, expected) => {
    expect(due(province, amount, 'minutes', receivedAt)).toBe(expected);
  });

  it.each<Row>([
    ['the Friday break: 11:00–11:30 30 | 13:00–13:15 15', 45, '2025-07-04T11:00+07:00', '2025-07-04T13:15:00+07:00'],
    ['received in the Friday break: 13:00–13:15 15', 15, '2025-07-04T12:00+07:00', '2025-07-04T13:15:00+07:00'],
    ['into a Friday that opens early: Thu 15–16 60 | Fri 07:00–08:15 75', 135, '2025-07-03T15:00+07:00', '2025-07-04T08:15:00+07:00'],
    ['the break of Ramadan: 11:45–12:00 15 | 12:30–13:00 30', 45, '2026-03-02T11:45+07:00', '2026-03-02T13:00:00+07:00'],
    [
      'over Idul Fitri 2025: Thu 27 Mar 14:30–15:00 30 | Tue 8 Apr 07:30–08:00 30',
      60,
      '2025-03-27T14:30+07:00',
      '2025-04-08T08:00:00+07:00',
    ],
    [
      'over Idul Fitri 2026: Tue 17 Mar 14:30–15:00 30 | Wed 25 Mar 07:30–08:00 30',
      60,
      '2026-03-17T14:30+07:00',
      '2026-03-25T08:00:00+07:00',
    ],
    [
      'over Idul Fitri 2027: Fri 5 Mar 15:00–15:30 30 | Tue 16 Mar 07:30–08:00 30',
      60,
      '2027-03-05T15:00+07:00',
      '2027-03-16T08:00:00+07:00',
    ],
    ["over the year's end: Wed 10–12, 13–16 300 | Fri 2 Jan 07:00–10:00 180", 480, '2025-12-31T10:00+07:00', '2026-01-02T10:00:00+07:00'],
  ])('in the city: %s', (_, amount, receivedAt, expected) => {
    expect(due(city, amount, 'minutes', receivedAt)).toBe(expected);
    if (amount % 60 === 0) expect(due(city, amount / 60, 'hours', receivedAt)).toBe(expected);
  });

  it('do not bind two days of 24 hours: Fri 14:00 to Sun 14:00', () => {
    expect(due(city, 48, 'clockHours', '2025-07-04T14:00+07:00')).toBe('2025-07-06T14:00:00+07:00');
  });
});

describe('a half-day before Christmas 2026, counted by hand', () => {
  const closing = (closes: string): Calendar => {
    const halfDay: Holiday = { date: '2026-12-23', name: 'Persiapan Natal', kind: 'local', closes, calendars: [] };
    return Calendar.parse({ ...city, holidays: [...seededHolidays, halfDay] });
  };

  it.each([
    ['10:30–12:00 90 | 24–27 Dec closed | Mon 07:30–09:00 90', '12:00', '2026-12-28T09:00:00+07:00'],
    ['the break cut short adds nothing', '12:30', '2026-12-28T09:00:00+07:00'],
    ['10:30–12:00 90, 13:00–14:00 60 | Mon 07:30–08:00 30', '14:00', '2026-12-28T08:00:00+07:00'],
    ['received after closing: Mon 07:30–10:30 180', '10:15', '2026-12-28T10:30:00+07:00'],
  ])('three office hours from 10:30: %s', (_, closes, expected) => {
    expect(due(closing(closes), 3, 'hours', '2026-12-23T10:30+07:00')).toBe(expected);
    expect(due(closing(closes), 1, 'workingDays', '2026-12-22T09:00+07:00')).toBe(closesAt(closing(closes), '2026-12-23'));
    expect(due(closing(closes), 2, 'workingDays', '2026-12-22T09:00+07:00')).toBe('2026-12-28T16:00:00+07:00');
  });

  it('says so', () => {
    const clock = Clock.parse({ start: 'receipt', duration: { amount: 1, unit: 'workingDays' }, basis: 'uji' });
    const { steps } = deadline({ calendar: closing('12:00'), clock, receivedAt: '2026-12-22T09:00:00+07:00' });
    expect(steps.map(({ sentence }) => sentence)).toEqual([
      'Selasa 22 Desember 2026: permohonan diterima (hari ke-0)',
      'Rabu 23 Desember 2026: hari kerja ke-1 (setengah hari, Persiapan Natal)',
      'Rabu 23 Desember 2026 pukul 12.00 WIB: tenggat, akhir jam kerja pada Persiapan Natal',
    ]);
  });
});
