import type { z } from 'zod';
import { allowanceEnds } from '../../plugins/maklumat/core/calendar/allowance';
import { deadline, type ClockHistory, type Deadline } from '../../plugins/maklumat/core/calendar/deadline';
import { Clock, type Allowance } from '../../plugins/maklumat/core/definition/procedure';
import type { Language } from '../../plugins/maklumat/core/language/language';
import { aCalendar, at } from '../../plugins/maklumat/core/testing/builders';

// Monday to Thursday 07:30–16:00, Friday 07:00–16:00, breaks 12:00–13:00 and 11:30–13:00; Friday 16 January 2026 is a holiday.
const calendar = aCalendar();
const receivedAt = at('2026-01-05T09:00+07:00');

const aClock = (over: Partial<z.input<typeof Clock>> = {}): Clock =>
  Clock.parse({ start: 'receipt', duration: { amount: 5, unit: 'workingDays' }, basis: 'uji', ...over });
const aHistory = (over: Partial<ClockHistory> = {}): ClockHistory => ({ startedAt: null, pauses: [], extensions: [], ...over });
const january = (day: number, time: string): string => `2026-01-${String(day).padStart(2, '0')}T${time}:00+07:00`;
const pause = (from: string, to: string | null) => ({ from, to });
const run = (clock: Clock, history?: ClockHistory, now?: string, language?: Language): Deadline =>
  deadline({
    calendar,
    clock,
    receivedAt,
    ...(now === undefined ? {} : { now }),
    ...(history ? { history } : {}),
    ...(language ? { language } : {}),
  });
const sentences = (due: Deadline): string[] => due.steps.map(({ sentence }) => sentence);

describe('a clock that begins later than the receipt', () => {
  it.each([
    ['completion', 'dinyatakan lengkap'],
    ['disposition', 'didisposisikan'],
    ['forwarding', 'diteruskan'],
  ] as const)('of %s supposes that it begins now, until it does', (start, words) => {
    const clock = aClock({ start, duration: { amount: 3, unit: 'workingDays' } });
    const supposed = run(clock, aHistory(), january(7, '10:00'));
    expect(supposed).toMatchObject({ at: january(12, '16:00'), begun: false, paused: false });
    expect(supposed.steps[0]).toEqual({
      date: '2026-01-07',
      kind: 'provisional',
      sentence: `Bila ${words} pada Rabu 7 Januari 2026 (hari ke-0)`,
    });
    const begun = run(clock, aHistory({ startedAt: january(8, '10:00') }), january(20, '10:00'));
    expect(begun).toMatchObject({ at: january(13, '16:00'), begun: true });
    expect(begun.steps[0]).toEqual({
      date: '2026-01-08',
      kind: 'started',
      sentence: `Kamis 8 Januari 2026: permohonan ${words}, tenggat mulai berjalan (hari ke-0)`,
    });
  });

  it('supposes the receipt when it is not told the time', () => {
    expect(run(aClock({ start: 'disposition', duration: { amount: 1, unit: 'days' } }))).toMatchObject({
      at: january(6, '16:00'),
      begun: false,
    });
  });

  it('names the minute where minutes run', () => {
    const clock = aClock({ start: 'disposition', duration: { amount: 45, unit: 'minutes' } });
    expect(sentences(run(clock, aHistory(), january(10, '10:00')))).toEqual([
      'Bila didisposisikan pada Sabtu 10 Januari 2026 pukul 10.00 WIB, kantor tutup',
      'Sabtu 10 dan Minggu 11 Januari 2026 dilewati: akhir pekan',
      'Senin 12 Januari 2026: 45 menit kerja',
      'Senin 12 Januari 2026 pukul 08.15 WIB: tenggat',
    ]);
  });

  it('does not ask when a clock of receipt was started', () => {
    expect(run(aClock(), aHistory({ startedAt: january(8, '10:00') }))).toMatchObject({ at: january(12, '16:00'), begun: true });
  });
});

describe('a clock of the schedule', () => {
  const clock = aClock({ start: 'schedule', startField: 'mulai', duration: { amount: 3, unit: 'hours' } });

  it('runs from the time that was asked for until one is reserved', () => {
    const asked = run(clock, aHistory({ startedAt: january(13, '08:00') }));
    expect(asked).toMatchObject({ at: january(13, '11:00'), begun: true });
    expect(asked.steps[0]?.sentence).toBe('Selasa 13 Januari 2026 pukul 08.00 WIB: waktu yang diminta');
  });

  it('ends with the reservation, whatever its length', () => {
    const reservation = { from: january(17, '19:00'), to: january(17, '21:30') };
    const reserved = run(clock, aHistory({ startedAt: january(13, '08:00'), reservation }));
    expect(reserved).toMatchObject({ at: january(17, '21:30'), begun: true });
    expect(reserved.steps).toEqual([
      { date: '2026-01-17', kind: 'started', sentence: 'Sabtu 17 Januari 2026 pukul 19.00 WIB: jadwal yang dipesan dimulai' },
      { date: '2026-01-17', kind: 'due', sentence: 'Sabtu 17 Januari 2026 pukul 21.30 WIB: tenggat, akhir jadwal yang dipesan' },
    ]);
  });

  it('answers even for a time that no office will see', () => {
    expect(run(clock, aHistory({ startedAt: '9999-12-31T23:59:00Z' })).at).toBe('+010000-01-03T10:30:00+07:00');
  });

  it('supposes now when no time was asked for', () => {
    const supposed = run(clock, aHistory({ reservation: null }), january(6, '08:00'));
    expect(supposed).toMatchObject({ at: january(6, '11:00'), begun: false });
    expect(supposed.steps[0]?.sentence).toBe('Bila dijadwalkan mulai Selasa 6 Januari 2026 pukul 08.00 WIB');
  });

  it('may be extended from the end of the reservation', () => {
    const extensible = Clock.parse({
      ...clock,
      extension: { duration: { amount: 2, unit: 'workingDays' }, limit: 1, position: 'petugas' },
    });
    const reservation = { from: january(13, '08:00'), to: january(13, '11:00') };
    expect(run(extensible, aHistory({ reservation })).extension?.at).toBe(january(15, '16:00'));
  });
});

describe('a promise made to one case', () => {
  it('replaces the duration', () => {
    expect(run(aClock(), aHistory({ promise: { amount: 2, unit: 'hours' } })).at).toBe(january(5, '11:00'));
    expect(run(aClock(), aHistory({ promise: null })).at).toBe(january(12, '16:00'));
  });
});

describe('a pause', () => {
  it.each([
    // 5 working days from Monday 5 January end on Monday 12.
    [
      'working days: 6, 7 used | resumed Fri 9 (day 0) | 12, 13, 14 are 3–5',
      5,
      'workingDays',
      pause(january(7, '10:00'), january(9, '10:00')),
      january(14, '16:00'),
    ],
    ['within a day moves nothing', 5, 'workingDays', pause(january(7, '08:00'), january(7, '15:00')), january(12, '16:00')],
    ['over a weekend moves nothing', 5, 'workingDays', pause(january(9, '15:00'), january(11, '15:00')), january(12, '16:00')],
    [
      'over a holiday moves nothing more than over its weekend',
      9,
      'workingDays',
      pause(january(15, '15:00'), january(18, '15:00')),
      january(19, '16:00'),
    ],
    [
      'on the last day: nothing left, so the day of resumption',
      5,
      'workingDays',
      pause(january(12, '10:00'), january(14, '10:00')),
      january(14, '16:00'),
    ],
    [
      'on the last day, resumed after closing: the next open day',
      5,
      'workingDays',
      pause(january(12, '10:00'), january(15, '16:01')),
      january(19, '16:00'),
    ],
    [
      'on the last day, resumed on a holiday: the next open day',
      5,
      'workingDays',
      pause(january(12, '10:00'), january(16, '10:00')),
      january(19, '16:00'),
    ],
    [
      'after the last day: too late to move anything',
      5,
      'workingDays',
      pause(january(12, '16:00'), january(20, '10:00')),
      january(12, '16:00'),
    ],
    [
      'from before the start: the day of resumption is day 0',
      5,
      'workingDays',
      pause(january(4, '10:00'), january(6, '10:00')),
      january(13, '16:00'),
    ],
    ['over before the start: no pause', 5, 'workingDays', pause(january(2, '10:00'), january(4, '10:00')), january(12, '16:00')],
    // 5 calendar days from Monday 5 end on Saturday 10, so on Monday 12.
    [
      'calendar days: 2 used | resumed Thu 8 | 3 more are Sun 11, so Mon 12',
      5,
      'days',
      pause(january(7, '10:00'), january(8, '10:00')),
      january(12, '16:00'),
    ],
    [
      'calendar days: 2 used | resumed Mon 12 | 3 more are Thu 15',
      5,
      'days',
      pause(january(7, '10:00'), january(12, '10:00')),
      january(15, '16:00'),
    ],
    [
      'in the days after a closed last one: nothing left',
      5,
      'days',
      pause(january(11, '10:00'), january(13, '10:00')),
      january(13, '16:00'),
    ],
    [
      'weeks: 2 days used | resumed Mon 12 | 5 more are Sat 17, so Mon 19',
      1,
      'weeks',
      pause(january(7, '10:00'), january(12, '10:00')),
      january(19, '16:00'),
    ],
    // 450 office minutes from Monday 09:00: 180 to noon, 180 to 16:00, 90 on Tuesday.
    [
      'minutes: 09:00–10:00 60 | Tue 14:00–16:00 120 | Wed 07:30–12:00 270',
      450,
      'minutes',
      pause(january(5, '10:00'), january(6, '14:00')),
      january(7, '12:00'),
    ],
    [
      'in the break: 09:00–12:00 180 | Tue 07:30–12:00 270',
      450,
      'minutes',
      pause(january(5, '12:20'), january(6, '06:00')),
      january(6, '12:00'),
    ],
    ['hours of the clock: 25 used | 23 more', 48, 'clockHours', pause(january(6, '10:00'), january(9, '10:00')), january(10, '09:00')],
  ] as const)('of %s', (_, amount, unit, stood, expected) => {
    expect(run(aClock({ duration: { amount, unit } }), aHistory({ pauses: [stood] })).at).toBe(expected);
  });

  it('may come more than once', () => {
    const pauses = [pause(january(6, '10:00'), january(7, '10:00')), pause(january(8, '10:00'), january(12, '10:00'))];
    // Tue 6 is 1 | resumed Wed 7 | Thu 8 is 2 | resumed Mon 12 | 13, 14, 15 are 3–5
    const due = run(aClock(), aHistory({ pauses }));
    expect(due).toMatchObject({ at: january(15, '16:00'), paused: false });
    expect(sentences(due)).toEqual([
      'Senin 5 Januari 2026: permohonan diterima (hari ke-0)',
      'Selasa 6 Januari 2026: hari kerja ke-1',
      'Selasa 6 Januari 2026: tenggat berhenti sementara, 1 hari kerja terpakai',
      'Rabu 7 Januari 2026: tenggat berjalan lagi, sisa 4 hari kerja',
      'Kamis 8 Januari 2026: hari kerja ke-2',
      'Kamis 8 Januari 2026: tenggat berhenti sementara, 2 hari kerja terpakai',
      'Senin 12 Januari 2026: tenggat berjalan lagi, sisa 3 hari kerja',
      'Selasa 13 Januari 2026: hari kerja ke-3',
      'Rabu 14 Januari 2026: hari kerja ke-4',
      'Kamis 15 Januari 2026: hari kerja ke-5',
      'Kamis 15 Januari 2026 pukul 16.00 WIB: tenggat, akhir jam kerja',
    ]);
    expect(due.steps.map(({ kind }) => kind)).toEqual([
      ...['received', 'day', 'paused', 'resumed', 'day', 'paused', 'resumed', 'day', 'day', 'day', 'due'],
    ]);
  });

  it('on a last day that a pause has moved already counts no further day', () => {
    // Tue 6 used, nothing left | resumed after closing, so Wed 7 | paused and resumed on Wed 7
    const pauses = [pause(january(6, '10:00'), january(6, '17:00')), pause(january(7, '10:00'), january(7, '11:00'))];
    const due = run(aClock({ duration: { amount: 1, unit: 'workingDays' } }), aHistory({ pauses }));
    expect(due.at).toBe(january(7, '16:00'));
    expect(sentences(due).filter((sentence) => sentence.includes('ke-1') || sentence.includes('ke-2'))).toEqual([
      'Selasa 6 Januari 2026: hari kerja ke-1',
    ]);
  });

  it('that is open supposes that it ends now, and stands still meanwhile', () => {
    const pauses = [pause(january(7, '10:00'), null)];
    const open = run(aClock(), aHistory({ pauses }), january(13, '10:00'));
    expect(open).toMatchObject({ at: january(19, '16:00'), begun: true, paused: true });
    expect(sentences(open)).toContain('Bila dilanjutkan pada Selasa 13 Januari 2026, sisa 3 hari kerja');
    expect(run(aClock(), aHistory({ pauses }), january(6, '10:00')).at).toBe(january(12, '16:00'));
    const stopped = run(aClock(), aHistory({ pauses, stoppedAt: january(9, '10:00') }), january(13, '10:00'));
    expect(stopped).toMatchObject({ at: january(14, '16:00'), paused: false });
  });

  it('does not begin a clock', () => {
    const clock = aClock({ start: 'disposition' });
    expect(run(clock, aHistory({ pauses: [pause(january(5, '10:00'), null)] }), january(7, '10:00'))).toMatchObject({
      at: january(14, '16:00'),
      begun: false,
      paused: false,
    });
  });

  it('tells what is used and left in the unit of the clock, in both languages', () => {
    const told = (clock: Clock, stood: { from: string; to: string }, language: Language): string[] =>
      run(clock, aHistory({ pauses: [stood] }), undefined, language)
        .steps.filter(({ kind }) => kind === 'paused' || kind === 'resumed')
        .map(({ sentence }) => sentence);
    const stood = { from: january(5, '10:30'), to: january(6, '10:00') };
    expect(told(aClock({ duration: { amount: 450, unit: 'minutes' } }), stood, 'id')).toEqual([
      'Senin 5 Januari 2026 pukul 10.30 WIB: tenggat berhenti sementara, 90 menit kerja terpakai',
      'Selasa 6 Januari 2026 pukul 10.00 WIB: tenggat berjalan lagi, sisa 360 menit kerja',
    ]);
    expect(told(aClock({ duration: { amount: 24, unit: 'clockHours' } }), stood, 'id')).toEqual([
      'Senin 5 Januari 2026 pukul 10.30 WIB: tenggat berhenti sementara, 1 jam 30 menit terpakai',
      'Selasa 6 Januari 2026 pukul 10.00 WIB: tenggat berjalan lagi, sisa 22 jam 30 menit',
    ]);
    expect(told(aClock({ duration: { amount: 24, unit: 'clockHours' } }), stood, 'en')).toEqual([
      'Monday 5 January 2026 at 10:30 WIB: the clock is paused, 1 hour 30 minutes used',
      'Tuesday 6 January 2026 at 10:00 WIB: the clock runs again, 22 hours 30 minutes left',
    ]);
    const lastDay = { from: january(6, '10:00'), to: january(8, '10:00') };
    expect(told(aClock({ duration: { amount: 1, unit: 'days' } }), lastDay, 'id')).toEqual([
      'Selasa 6 Januari 2026: tenggat berhenti sementara, 1 hari terpakai',
      'Kamis 8 Januari 2026: tenggat berjalan lagi, sisa sampai akhir jam kerja',
    ]);
  });
});

describe('an extension of a clock with pauses', () => {
  const clock = aClock({ extension: { duration: { amount: 3, unit: 'workingDays' }, limit: 2, position: 'petugas' } });
  const extensions = [{ at: january(9, '09:00') }];

  it('runs on from the moment that the pauses led to', () => {
    const pauses = [pause(january(7, '10:00'), january(9, '10:00'))];
    // due Wed 14 | Thu 15 is 6 | 16–18 closed | 19, 20 are 7, 8
    const due = run(clock, aHistory({ pauses, extensions }));
    expect(due.at).toBe(january(20, '16:00'));
    expect(sentences(due)).toContain(
      'Diperpanjang 3 hari kerja pada Jumat 9 Januari 2026; hitungan berlanjut sesudah Rabu 14 Januari 2026 pukul 16.00 WIB',
    );
    expect(sentences(due)).toContain('Selasa 20 Januari 2026: hari kerja ke-8');
    expect(due.extension?.at).toBe(january(23, '16:00'));
  });

  it('goes through later pauses too', () => {
    const pauses = [pause(january(13, '10:00'), january(15, '10:00'))];
    // due Mon 12 | Tue 13 is 6 | resumed Thu 15 | 16–18 closed | 19, 20 are 7, 8
    const due = run(clock, aHistory({ pauses, extensions }));
    expect(due.at).toBe(january(20, '16:00'));
    expect(due.steps.filter(({ kind }) => kind === 'paused')).toHaveLength(1);
    expect(due.extension?.at).toBe(january(23, '16:00'));
  });

  it('is offered no more when all were granted, nor by a clock without one', () => {
    expect(run(clock, aHistory({ extensions: [...extensions, ...extensions] })).extension).toBeNull();
    expect(run(aClock(), aHistory({ extensions }))).toMatchObject({ at: january(12, '16:00'), extension: null });
  });
});

describe('the explanation of a long duration', () => {
  it.each([
    ['10,000 office minutes', 10_000, 'minutes'],
    ['400 calendar days', 400, 'days'],
    ['400 working days', 400, 'workingDays'],
    ['10,000 office hours', 10_000, 'hours'],
    ['10,000 working days', 10_000, 'workingDays'],
  ] as const)('stays short: %s', (_, amount, unit) => {
    expect(run(aClock({ duration: { amount, unit } })).steps.length).toBeLessThanOrEqual(60);
  });

  it('goes by month, and by year when there are too many of them', () => {
    const byMonth = sentences(run(aClock({ duration: { amount: 60, unit: 'workingDays' } })));
    // January after the 5th: 20 weekdays less the 16th; February: 20; March: 21 until Tuesday 31.
    expect(byMonth).toEqual([
      'Senin 5 Januari 2026: permohonan diterima (hari ke-0)',
      'Januari 2026: hari kerja ke-1 sampai ke-18, 8 hari tutup dilewati',
      'Februari 2026: hari kerja ke-19 sampai ke-38, 8 hari tutup dilewati',
      'Maret 2026: hari kerja ke-39 sampai ke-60, 9 hari tutup dilewati',
      'Selasa 31 Maret 2026 pukul 16.00 WIB: tenggat, akhir jam kerja',
    ]);
    const byYear = run(aClock({ duration: { amount: 10_000, unit: 'hours' } }), undefined, undefined, 'en');
    expect(byYear.steps[1]?.sentence).toMatch(/^2026: \d+ working minutes, \d+ closed days skipped$/);
  });
});

describe('allowanceEnds', () => {
  const friday = january(9, '15:30');
  it.each<[string, Allowance, boolean, string]>([
    ['seconds elapse', { amount: 90, unit: 'seconds' }, false, '2026-01-09T15:31:30+07:00'],
    ['minutes at home elapse', { amount: 45, unit: 'minutes' }, true, january(9, '16:15')],
    ['hours at home elapse', { amount: 9, unit: 'hours' }, true, january(10, '00:30')],
    ['minutes at the office run in its hours', { amount: 45, unit: 'minutes' }, false, january(12, '07:45')],
    ['hours at the office, too', { amount: 1, unit: 'hours' }, false, january(12, '08:00')],
    ['hours of the clock elapse anywhere', { amount: 24, unit: 'clockHours' }, false, january(10, '15:30')],
    ['days end with the office hours, at home too', { amount: 1, unit: 'days' }, true, january(12, '16:00')],
    ['working days', { amount: 2, unit: 'workingDays' }, false, january(13, '16:00')],
  ])('%s', (_, allowance, wallClock, expected) => {
    expect(allowanceEnds(calendar, friday, allowance, wallClock)).toBe(expected);
  });
});
