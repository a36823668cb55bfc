import type { Snapshot } from './catalogue';

/** Amounts in whole rupiah of every key that has a rate on a date (YYYY-MM-DD in the agency's zone), as fees are worked out with them. */
export function ratesOn({ rates }: Pick<Snapshot, 'rates'>, date: string): Record<string, number> {
  const amounts: Record<string, number> = {};
  // Latest first, so the first of a key that has come into force is the one that is in force.
  for (const { key, effectiveFrom, amount } of rates) if (effectiveFrom <= date) amounts[key] ??= amount;
  return amounts;
}
