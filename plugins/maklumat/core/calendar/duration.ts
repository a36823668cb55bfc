import { z } from 'zod';

/**
 * A length of time as an office states it.
 *
 * `minutes` and `hours` run in office hours of the agency; `clockHours` ("2×24 jam"), `days` and `weeks` run on the calendar;
 * `workingDays` skips days on which the office is closed. Source: shared REST contract; the reading of a bare "hari" is the definition's choice.
 */
export const Duration = z
  .strictObject({
    amount: z.int().min(1).max(10_000).describe('Banyaknya satuan, bilangan bulat positif'),
    unit: z
      .enum(['minutes', 'hours', 'clockHours', 'days', 'workingDays', 'weeks'])
      .describe('minutes dan hours berjalan pada jam kerja; clockHours, days, weeks menurut kalender; workingDays melewati hari tutup'),
  })
  .meta({ id: 'Duration' });
export type Duration = z.infer<typeof Duration>;
