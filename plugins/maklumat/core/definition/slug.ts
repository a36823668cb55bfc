import { z } from 'zod';

/** A name in an address or a reference: lower case, digits and single hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
