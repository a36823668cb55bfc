import { z } from 'zod';
import { Form } from '../form/schema';
import { Rule } from '../rules/schema';
import type { PartName } from './parts';
import { Clock, Procedure } from './procedure';
import { DocumentTemplate, Example, Message, ServiceDefinition } from './schema';

/** The shape of each part by itself. `ServiceDefinition` says which of them may be left out. */
export const partSchemas = {
  form: Form,
  procedure: Procedure,
  clock: Clock,
  rules: z.array(Rule),
  messages: z.record(z.string(), Message),
  documents: z.record(z.string(), DocumentTemplate),
  examples: z.array(Example),
} as const satisfies Record<PartName, z.ZodType>;

/** What a part is that nothing was written in: an empty list or record, or null for a part that a service may do without. */
export const emptyPart = (part: PartName): unknown => ServiceDefinition.shape[part].parse(undefined) ?? null;
