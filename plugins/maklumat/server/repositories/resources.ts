import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const Slugged = z.object({ slug: z.string() });

const ResourceRow = z
  .object({
    slug: z.string(),
    name: z.string(),
    agency: Slugged.nullish(),
    capacity: z.int().min(1),
    crew: z.array(Slugged).nullish(),
    active: z.boolean(),
  })
  .transform(({ agency, crew, ...row }) => ({
    ...row,
    agency: agency?.slug ?? null,
    crew: (crew ?? []).map(({ slug }) => slug).filter((slug) => slug !== row.slug),
  }));
/** Something that is booked by the clock, with how many of it there are and who or what goes along, one unit of each. */
export type ResourceRow = z.infer<typeof ResourceRow>;

/** One more than an office is expected to keep; Strapi would otherwise cut at its default page. */
const all = 10_000;

export async function findResources(strapi: Core.Strapi): Promise<ResourceRow[]> {
  const rows = await strapi.documents('plugin::maklumat.resource').findMany({ populate: ['agency', 'crew'], sort: 'name:asc', limit: all });
  return z.array(ResourceRow).parse(rows);
}
