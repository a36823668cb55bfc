import { aCalendar } from '../../plugins/maklumat/core/testing/builders';
import { moveOn, registrationSteps, stageAfter, type StageTime } from '../../plugins/maklumat/core/identity/registration';

const calendar = aCalendar();
const procedure = [
  { key: 'instal', title: 'Instal', allowance: { amount: 5, unit: 'minutes' as const } },
  { key: 'jenis', title: 'Pilih jenis warga', allowance: { amount: 10, unit: 'seconds' as const } },
  { key: 'otp', title: 'Masukkan kode', allowance: { amount: 1, unit: 'minutes' as const } },
  { key: 'nik', title: 'Masukkan NIK', allowance: { amount: 2, unit: 'minutes' as const } },
  { key: 'masuk', title: 'Masuk', output: 'Siap digunakan' },
];
const stages = [
  { stage: 'residency' as const, step: 'jenis' },
  { stage: 'otp' as const, step: 'otp' },
  { stage: 'nik' as const, step: 'nik' },
  { stage: 'login' as const, step: 'masuk' },
];
/** Saturday evening: no office is open, and the clock of a person at home runs all the same. */
const evening = (time: string): string => `2026-01-03T${time}+07:00`;
const steps = (times: StageTime[], over: { residency?: 'city' | 'outside' | null; now?: string } = {}) =>
  registrationSteps({ steps: procedure, stages, times, residency: 'city', calendar, now: evening('20:05:00'), ...over });

test.each([
  ['within ten seconds', '20:00:10', false],
  ['a second over', '20:00:11', true],
])('a stage %s of its allowance', (_case, finished, overrun) => {
  const [, residency] = steps([{ stage: 'residency', startedAt: evening('20:00:00'), finishedAt: evening(finished) }]);
  expect(residency).toMatchObject({ number: 2, state: 'done', overrun });
});

test('a stage that lasts is over its allowance as soon as that has passed, on the wall clock and not in office hours', () => {
  const times: StageTime[] = [{ stage: 'otp', startedAt: evening('20:04:01') }];
  expect(steps(times)[2]).toMatchObject({ state: 'current', overrun: false });
  expect(steps(times, { now: evening('20:05:02') })[2]).toMatchObject({ state: 'current', overrun: true });
});

test('steps without a screen, without a beginning, or not asked of an outsider are told apart', () => {
  const shown = steps([], { residency: 'outside' });
  expect(shown.map(({ stage, state }) => [stage, state])).toEqual([
    [null, 'ahead'],
    ['residency', 'ahead'],
    ['otp', 'ahead'],
    ['nik', 'skipped'],
    ['login', 'ahead'],
  ]);
  expect(shown[4]).toMatchObject({ output: 'Siap digunakan' });
  expect(shown[4]).not.toHaveProperty('allowance');
  expect(steps([], { residency: null })[3]).toMatchObject({ state: 'ahead' });
});

test('moving on ends one stage and begins the next once; coming back leaves the first times as they are', () => {
  const first = moveOn([{ stage: 'otp', startedAt: evening('20:00:00') }], 'otp', 'nik', evening('20:01:00'));
  expect(first).toEqual([
    { stage: 'otp', startedAt: evening('20:00:00'), finishedAt: evening('20:01:00') },
    { stage: 'nik', startedAt: evening('20:01:00') },
  ]);
  expect(moveOn(first, 'otp', 'nik', evening('21:00:00'))).toEqual(first);
});

test.each([
  ['otp', 'city', 'nik'],
  ['otp', 'outside', 'identity'],
  ['nik', 'city', 'identity'],
] as const)('after %s comes, for %s, %s', (stage, residency, next) => {
  expect(stageAfter(stage, residency)).toBe(next);
});
