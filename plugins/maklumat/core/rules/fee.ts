import { factValue, type Facts } from './conditions';
import type { Decisions } from './evaluate';

/** One charge worked out, in whole rupiah; null where the rate is not in the rate table. */
export interface FeeLine {
  rule: string;
  sentence: string;
  amount: number | null;
  quantity: number;
  total: number | null;
}

/** What a case costs: the lines and their sum in whole rupiah. The sum is null as soon as one rate is not set. */
export interface Fee {
  total: number | null;
  lines: FeeLine[];
  /** Keys of rates that the table lacks. */
  missing: string[];
}

/**
 * Works charges out. A quantity that is not a number counts as nought, so nothing is charged for what was not said.
 * @param rates amounts in rupiah by key, as they are on the day
 */
export function feeOf(charges: Decisions['charges'], facts: Facts, rates: Readonly<Record<string, number | undefined>>): Fee {
  const lines = charges.map(({ rule, sentence, amount, rate, times }): FeeLine => {
    const each = amount ?? (rate !== undefined && Object.hasOwn(rates, rate) ? (rates[rate] ?? null) : null);
    const quantity = times.reduce((product, name) => {
      const value = factValue(facts, name);
      return product * (typeof value === 'number' && Number.isFinite(value) ? value : 0);
    }, 1);
    return { rule, sentence, amount: each, quantity, total: each === null ? null : Math.round(each * quantity) };
  });
  const missing = charges.flatMap(({ rate }) =>
    rate !== undefined && (!Object.hasOwn(rates, rate) || rates[rate] === undefined) ? [rate] : [],
  );
  return {
    total: lines.reduce<number | null>((sum, line) => (sum === null || line.total === null ? null : sum + line.total), 0),
    lines,
    missing: [...new Set(missing)],
  };
}
