import type { Allowance } from '../../plugins/maklumat/core/definition/procedure';
import { formatAllowance, formatTotalAllowance } from '../../plugins/maklumat/core/language/allowance';

const minutes = (...amounts: number[]): Allowance[] => amounts.map((amount) => ({ amount, unit: 'minutes' }));

it.each<[Allowance, string, string]>([
  [{ amount: 20, unit: 'seconds' }, '20 detik', '20 seconds'],
  [{ amount: 1, unit: 'minutes' }, '1 menit', '1 minute'],
  [{ amount: 2, unit: 'hours' }, '2 jam', '2 hours'],
  [{ amount: 24, unit: 'clockHours' }, '24 jam', '24 hours'],
  [{ amount: 3, unit: 'workingDays' }, '3 hari kerja', '3 working days'],
])('writes %j as "%s" and "%s"', (allowance, id, en) => {
  expect(formatAllowance(allowance, 'id')).toBe(id);
  expect(formatAllowance(allowance, 'en')).toBe(en);
});

it.each<[string, Allowance[], string | undefined]>([
  ['minutes that make hours', minutes(60, 60, 150, 180), '7 jam 30 menit'],
  ['minutes and seconds', [...minutes(5, 22), { amount: 20, unit: 'seconds' }], '27 menit 20 detik'],
  ['whole hours', [...minutes(30, 30), { amount: 1, unit: 'hours' }], '2 jam'],
  ['days of one kind', [1, 2].map((amount) => ({ amount, unit: 'workingDays' })), '3 hari kerja'],
  ['days beside hours, which have no sum', [...minutes(30), { amount: 1, unit: 'workingDays' }], undefined],
  ['nothing', [], undefined],
])('adds up %s', (_name, allowances, total) => {
  expect(formatTotalAllowance(allowances, 'id')).toBe(total);
});
