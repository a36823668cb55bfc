import type { Duration } from '../../calendar/duration';

/** A length of time as a standard words it; "hari" alone leaves open whether working days are meant. */
export interface StatedTime {
  amount: number;
  unit: 'minutes' | 'hours' | 'clockHours' | 'days' | 'workingDays' | 'weeks' | 'months';
  /** As it is read back to people. */
  words: string;
}

const units = [
  ['hari kerja', 'workingDays'],
  ['hari', 'days'],
  ['minggu', 'weeks'],
  ['bulan', 'months'],
  ['jam', 'hours'],
  ['menit', 'minutes'],
] as const satisfies readonly (readonly [string, StatedTime['unit']])[];

const ones = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const numeral = `(?:${ones.slice(1).join('|')}|se(?:puluh|belas)|belas|puluh)`;
/** A number in digits with its words in brackets, or in words alone. */
const stated = new RegExp(
  `(?<![\\w.,])(?:(\\d+(?:[.,]\\d+)?)(?:\\s*\\([^)]*\\))?|(${numeral}(?:\\s+${numeral})*))\\s*(?:([x×])\\s*24\\s*)?(hari\\s+kerja|hari|minggu|bulan|jam|menit)(?![a-z])`,
  'g',
);

/** The value of Indonesian number words up to ninety-nine: "empat puluh lima" is 45. */
function numberOf(words: string): number {
  let total = 0;
  let last = 0;
  for (const word of words.split(/\s+/)) {
    if (word === 'sepuluh' || word === 'sebelas') total += word === 'sepuluh' ? 10 : 11;
    else if (word === 'belas') total += 10;
    else if (word === 'puluh') total += last * 9;
    else total += ones.indexOf(word);
    last = ones.indexOf(word);
  }
  return total;
}

/** Every length of time that a text states: "10 (sepuluh) hari kerja", "satu minggu", "1,5 jam", "2 x 24 jam". */
export function statedTimes(text: string): StatedTime[] {
  return [...text.toLowerCase().matchAll(stated)].map(([whole, digits, words = '', times, unit = '']) => {
    const amount = digits === undefined ? numberOf(words) : Number(digits.replace(',', '.'));
    const read = whole.replace(/\s*\([^)]*\)/, '').replace(/\s+/g, ' ');
    if (times !== undefined) return { amount: amount * 24, unit: 'clockHours', words: read };
    return { amount, unit: units.find(([name]) => name === unit.replace(/\s+/, ' '))?.[1] ?? 'days', words: read };
  });
}

/** Whether a text that states these times promises this duration. Minutes and hours may be the sum of what single steps take. */
export function promises(times: readonly StatedTime[], { amount, unit }: Duration): boolean {
  const states = (value: number, ...named: StatedTime['unit'][]): boolean =>
    times.some((time) => named.includes(time.unit) && time.amount === value);
  switch (unit) {
    case 'workingDays':
      return states(amount, 'workingDays', 'days');
    case 'days':
      return states(amount, 'days') || states(amount / 7, 'weeks') || states(amount / 30, 'months');
    case 'weeks':
      return states(amount, 'weeks') || states(amount * 7, 'days');
    case 'clockHours':
      return states(amount, 'hours', 'clockHours') || states(amount * 60, 'minutes');
    case 'hours':
      return promisesMinutes(times, amount * 60);
    case 'minutes':
      return promisesMinutes(times, amount);
  }
}

function promisesMinutes(times: readonly StatedTime[], wanted: number): boolean {
  const minutes = times.flatMap((time) => (time.unit === 'minutes' ? [time.amount] : time.unit === 'hours' ? [time.amount * 60] : []));
  return minutes.includes(wanted) || minutes.reduce((sum, each) => sum + each, 0) === wanted;
}
