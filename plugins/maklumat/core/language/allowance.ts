import type { Allowance } from '../definition/procedure';
import { formatDuration } from './calendar';
import type { Language } from './language';

type Clocked = 'seconds' | 'minutes' | 'hours';

const secondsIn = { seconds: 1, minutes: 60, hours: 3_600 } as const satisfies Record<Clocked, number>;
const words = {
  id: { seconds: 'detik', minutes: 'menit', hours: 'jam' },
  en: { seconds: 'second', minutes: 'minute', hours: 'hour' },
} as const satisfies Record<Language, Record<Clocked, string>>;

const isClocked = (allowance: Allowance): allowance is Allowance & { unit: Clocked } => Object.hasOwn(secondsIn, allowance.unit);
const counted = (amount: number, unit: Clocked, language: Language): string =>
  `${amount} ${words[language][unit]}${language === 'en' && amount !== 1 ? 's' : ''}`;

/**
 * The time that a step is given: "10 menit", "2 jam", "20 detik", "3 hari kerja". Minutes and hours are written bare, unlike those of a deadline:
 * at an applicant's step they pass on the wall clock, at an office's in office hours, which `allowanceNote` says once for all steps.
 */
export function formatAllowance(allowance: Allowance, language: Language): string {
  if (isClocked(allowance)) return counted(allowance.amount, allowance.unit, language);
  return allowance.unit === 'clockHours' ? counted(allowance.amount, 'hours', language) : formatDuration(allowance, language);
}

/**
 * The sum of allowances: "27 menit 20 detik", "7 jam 30 menit", "3 hari kerja"; undefined when there are none, or when days stand beside hours,
 * which have no sum that holds on every calendar.
 */
export function formatTotalAllowance(allowances: readonly Allowance[], language: Language): string | undefined {
  const [first] = allowances;
  if (!first) return undefined;
  const clocked = allowances.filter(isClocked);
  if (clocked.length === allowances.length) {
    const seconds = clocked.reduce((sum, { amount, unit }) => sum + amount * secondsIn[unit], 0);
    const parts = [
      ['hours', Math.floor(seconds / 3_600)],
      ['minutes', Math.floor(seconds / 60) % 60],
      ['seconds', seconds % 60],
    ] as const;
    return parts.flatMap(([unit, amount]) => (amount === 0 ? [] : [counted(amount, unit, language)])).join(' ');
  }
  if (allowances.some(({ unit }) => unit !== first.unit)) return undefined;
  return formatAllowance({ ...first, amount: allowances.reduce((sum, { amount }) => sum + amount, 0) }, language);
}

/** Which clock the minutes and hours of `formatAllowance` run on. */
export const allowanceNote: Record<Language, string> = {
  id: 'Menit dan jam pada langkah kantor dihitung dalam jam kerja.',
  en: 'Minutes and hours of the office’s steps are counted in office hours.',
};
