import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const RateRow = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  amount: z.int().min(0),
  effectiveFrom: z.iso.date(),
  basis: z.string(),
});
/** One entry of the rate table: whole rupiah per unit, from a date on (YYYY-MM-DD) until a later entry of the same key. */
export type RateRow = z.infer<typeof RateRow>;

const all = 10_000;

/** The whole table, per key the latest first; of two for one day the one entered last. */
export async function findRates(strapi: Core.Strapi): Promise<RateRow[]> {
  const rows = await strapi.documents('plugin::maklumat.rate').findMany({ sort: ['key:asc', 'effectiveFrom:desc', 'id:desc'], limit: all });
  return z.array(RateRow).parse(rows);
}
