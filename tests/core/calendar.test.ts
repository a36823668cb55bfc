import {
  atZone,
  closesAt,
  dateIn,
  hoursOn,
  isWorkingDay,
  workingDaysBetween,
  zoneLabel,
} from '../../plugins/maklumat/core/calendar/calendar';
import { timeLeft } from '../../plugins/maklumat/core/calendar/timeLeft';
import { formatDate, formatDuration, formatInstant, formatRun } from '../../plugins/maklumat/core/language/calendar';
import { aCalendar, at } from '../../plugins/maklumat/core/testing/builders';

const calendar = aCalendar();

describe('isWorkingDay and closesAt', () => {
  it('tell an open day from a weekend and a holiday', () => {
    expect(isWorkingDay(calendar, '2026-01-15')).toEqual({ open: true });
    expect(isWorkingDay(calendar, '2026-01-17')).toEqual({ open: false, because: 'weekend' });
    expect(isWorkingDay(calendar, '2026-01-16')).toEqual({
      open: false,
      because: 'holiday',
      holiday: { date: '2026-01-16', name: 'Isra Mikraj Nabi Muhammad', kind: 'national', calendars: [] },
    });
  });

  it('tell a holiday on a weekend as the holiday', () => {
    const eid = { date: '2026-03-21', name: 'Hari Raya Idul Fitri', kind: 'national' as const, calendars: [] };
    expect(isWorkingDay(aCalendar({ holidays: [eid] }), '2026-03-21')).toEqual({ open: false, because: 'holiday', holiday: eid });
  });

  it('give the end of office hours with the offset of the zone', () => {
    expect(closesAt(calendar, '2026-01-15')).toBe('2026-01-15T16:00:00+07:00');
    expect(closesAt({ ...calendar, zone: 'Asia/Jayapura' }, '2026-01-15')).toBe('2026-01-15T16:00:00+09:00');
    expect(closesAt(calendar, '2026-01-16')).toBeUndefined();
    expect(closesAt(calendar, '2026-01-17')).toBeUndefined();
  });

  it('refuse what is no date', () => {
    expect(() => isWorkingDay(calendar, '2026-02-30')).toThrow(RangeError);
  });
});

describe('hoursOn', () => {
  const usual = { opens: '07:30', closes: '16:00', breakFrom: '12:00', breakTo: '13:00' };
  const halfDay = (closes: string) => ({ date: '2026-02-25', name: 'Setengah hari', kind: 'local' as const, closes, calendars: [] });
  const onHalfDay = (closes: string) => hoursOn(aCalendar({ holidays: [halfDay(closes)] }), '2026-02-25');
  const season = (name: string, from: string, to: string, closes: string) => ({
    name,
    from,
    to,
    officeHours: [{ day: 'wednesday' as const, opens: '08:00', closes }],
  });

  it('gives those of the weekday, and none on a closed day', () => {
    expect(hoursOn(calendar, '2026-01-15')).toEqual(usual);
    expect(hoursOn(calendar, '2026-01-16')).toBeUndefined();
    expect(hoursOn(calendar, '2026-01-17')).toBeUndefined();
  });

  it('gives those of a season on its first and last day, and of the first where two overlap', () => {
    const seasons = [season('Satu', '2026-02-18', '2026-02-25', '14:00'), season('Dua', '2026-02-11', '2026-03-04', '15:00')];
    const seasonal = aCalendar({ seasons });
    const closings = ['2026-02-04', '2026-02-11', '2026-02-18', '2026-02-25', '2026-03-04', '2026-03-11'].map((date) => {
      const hours = hoursOn(seasonal, date);
      return [hours?.season, hours?.closes];
    });
    expect(closings).toEqual([
      [undefined, '16:00'],
      ['Dua', '15:00'],
      ['Satu', '14:00'],
      ['Satu', '14:00'],
      ['Dua', '15:00'],
      [undefined, '16:00'],
    ]);
    expect(isWorkingDay(seasonal, '2026-02-19')).toEqual({ open: false, because: 'weekend' });
  });

  it.each([
    ['before the break, which falls away', '11:00', { opens: '07:30', closes: '11:00' }],
    ['when the break begins', '12:00', { opens: '07:30', closes: '12:00' }],
    ['within the break, which is cut', '12:30', { opens: '07:30', closes: '12:30', breakFrom: '12:00', breakTo: '12:30' }],
    ['after the break', '14:00', { opens: '07:30', closes: '14:00', breakFrom: '12:00', breakTo: '13:00' }],
  ])('shortens a half-day that closes %s', (_, closes, hours) => {
    expect(onHalfDay(closes)).toEqual({ ...hours, halfDay: halfDay(closes) });
    expect(closesAt(aCalendar({ holidays: [halfDay(closes)] }), '2026-02-25')).toBe(`2026-02-25T${closes}:00+07:00`);
  });

  it('takes a half-day that is none for what it is', () => {
    expect(onHalfDay('16:00')).toEqual(usual);
    expect(onHalfDay('07:30')).toBeUndefined();
    const saturday = { ...halfDay('12:00'), date: '2026-02-28' };
    expect(isWorkingDay(aCalendar({ holidays: [saturday] }), '2026-02-28')).toEqual({ open: false, because: 'weekend' });
  });

  it('counts a half-day as a working day, and shortens seasonal hours too', () => {
    const calendar = aCalendar({ holidays: [halfDay('12:00')], seasons: [season('Ramadan', '2026-02-19', '2026-03-20', '15:00')] });
    expect(isWorkingDay(calendar, '2026-02-25')).toEqual({ open: true });
    expect(hoursOn(calendar, '2026-02-25')).toMatchObject({ opens: '08:00', closes: '12:00', season: 'Ramadan' });
  });

  it('lets the earlier closing count where a day is named twice', () => {
    const wholeDay = { date: '2026-02-25', name: 'Libur', kind: 'national' as const };
    expect(hoursOn(aCalendar({ holidays: [halfDay('14:00'), halfDay('11:00')] }), '2026-02-25')?.closes).toBe('11:00');
    expect(hoursOn(aCalendar({ holidays: [halfDay('14:00'), wholeDay] }), '2026-02-25')).toBeUndefined();
  });

  it('leaves out the holidays of other calendars', () => {
    const local = { date: '2026-02-25', name: 'Hari jadi', kind: 'local' as const, calendars: ['kota-lain'] };
    expect(hoursOn(aCalendar({ holidays: [local] }), '2026-02-25')).toEqual(usual);
    expect(hoursOn(aCalendar({ slug: 'kota-lain', holidays: [local] }), '2026-02-25')).toBeUndefined();
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['the same day', '2026-01-05T08:00+07:00', '2026-01-05T20:00+07:00', 0],
    ['the next day, minutes apart', '2026-01-05T23:59+07:00', '2026-01-06T00:01+07:00', 1],
    ['over a holiday and a weekend', '2026-01-15T09:00+07:00', '2026-01-19T09:00+07:00', 1],
    ['over a weekend alone', '2026-01-10T09:00+07:00', '2026-01-11T09:00+07:00', 0],
    ['backwards', '2026-01-20T09:00+07:00', '2026-01-05T09:00+07:00', -10],
    ['a thousand years', '2026-01-05T09:00+07:00', '3026-01-05T09:00+07:00', 260_887],
  ])('%s', (_, from, to, days) => {
    expect(workingDaysBetween(calendar, at(from), at(to))).toBe(days);
  });

  it('counts a holiday that is listed twice once', () => {
    const holiday = { date: '2026-01-16', name: 'Isra Mikraj', kind: 'local' as const };
    const twice = aCalendar({ holidays: [holiday, { ...holiday, name: 'Libur setempat' }] });
    expect(workingDaysBetween(twice, at('2026-01-15T09:00+07:00'), at('2026-01-19T09:00+07:00'))).toBe(1);
  });
});

describe('instants in a zone', () => {
  it('are written with its offset, to the second', () => {
    expect(atZone('2026-01-05T02:00:00.987Z', 'Asia/Jakarta')).toBe('2026-01-05T09:00:00+07:00');
    expect(atZone('2026-01-05T09:00+07:00', 'Asia/Makassar')).toBe('2026-01-05T10:00:00+08:00');
    expect(dateIn('2026-01-05T23:30+07:00', 'Asia/Jakarta')).toBe('2026-01-05');
    expect(dateIn('2026-01-05T23:30+07:00', 'Asia/Makassar')).toBe('2026-01-06');
    expect((['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const).map(zoneLabel)).toEqual(['WIB', 'WITA', 'WIT']);
  });

  it('may lie beyond the years that are written with four digits', () => {
    const last = '9999-12-31T20:00:00Z';
    expect(dateIn(last, 'Asia/Jakarta')).toBe('+010000-01-01');
    expect(isWorkingDay(calendar, '+010000-01-01')).toEqual({ open: false, because: 'weekend' });
    expect(formatInstant(last, 'Asia/Jakarta', 'id')).toBe('Sabtu 1 Januari 10000 pukul 03.00 WIB');
    expect(formatDate('0001-01-01', 'en')).toBe('Monday 1 January 1');
    expect(dateIn('0000-01-01T00:00:00+14:00', 'Asia/Jakarta')).toBe('-000001-12-31');
  });

  it('must have an offset', () => {
    expect(() => atZone('2026-01-05T09:00:00', 'Asia/Jakarta')).toThrow(RangeError);
  });

  it('are read as people say them', () => {
    expect(formatInstant('2026-01-20T16:00:00+07:00', 'Asia/Jakarta', 'id')).toBe('Selasa 20 Januari 2026 pukul 16.00 WIB');
    expect(formatInstant('2026-01-20T16:00:00+07:00', 'Asia/Makassar', 'en')).toBe('Tuesday 20 January 2026 at 17:00 WITA');
    expect(formatDate('2024-02-29', 'id')).toBe('Kamis 29 Februari 2024');
    expect(formatRun('2026-12-31', '2027-01-03', 'en')).toBe('Thursday 31 December 2026 to Sunday 3 January 2027');
    expect(formatRun('2026-01-11', '2026-01-11', 'id')).toBe('Minggu 11 Januari 2026');
    expect(formatDuration({ amount: 7, unit: 'workingDays' }, 'id')).toBe('7 hari kerja');
    expect(formatDuration({ amount: 1, unit: 'workingDays' }, 'en')).toBe('1 working day');
  });
});

describe('timeLeft', () => {
  const dueAt = '2026-01-20T16:00:00+07:00';
  it.each([
    ['2026-01-05T09:00+07:00', '10 hari kerja lagi', '10 working days left'],
    ['2026-01-15T09:00+07:00', '2 hari kerja lagi', '2 working days left'],
    ['2026-01-17T09:00+07:00', '2 hari kerja lagi', '2 working days left'],
    ['2026-01-19T23:59+07:00', '1 hari kerja lagi', '1 working day left'],
    ['2026-01-20T00:00+07:00', 'hari ini sampai pukul 16.00', 'today until 16:00'],
    ['2026-01-20T16:00+07:00', 'hari ini sampai pukul 16.00', 'today until 16:00'],
    ['2026-01-20T16:01+07:00', 'terlambat kurang dari 1 hari kerja', 'less than 1 working day overdue'],
    ['2026-01-21T07:00+07:00', 'terlambat 1 hari kerja', '1 working day overdue'],
    ['2026-01-22T07:00+07:00', 'terlambat 2 hari kerja', '2 working days overdue'],
    ['2026-01-20T08:59:59Z', 'hari ini sampai pukul 16.00', 'today until 16:00'],
  ])('%s', (now, indonesian, english) => {
    expect(timeLeft({ calendar, now: at(now), dueAt })).toBe(indonesian);
    expect(timeLeft({ calendar, now: at(now), dueAt, language: 'en' })).toBe(english);
  });

  it('names the moment when no working day lies before it', () => {
    expect(timeLeft({ calendar, now: at('2026-01-17T09:00+07:00'), dueAt: '2026-01-18T10:00:00+07:00' })).toBe(
      'sampai Minggu 18 Januari 2026 pukul 10.00 WIB',
    );
  });
});
