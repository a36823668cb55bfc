import { atZone, closesAt, dateIn, isWorkingDay, workingDaysBetween, zoneLabel } from '../../plugins/maklumat/core/calendar/calendar';
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
      holiday: { date: '2026-01-16', name: 'Isra Mikraj Nabi Muhammad', kind: 'national' },
    });
  });

  it('tell a holiday on a weekend as the holiday', () => {
    const eid = { date: '2026-03-21', name: 'Hari Raya Idul Fitri', kind: 'national' as const };
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
