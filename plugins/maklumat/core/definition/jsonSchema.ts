import { z } from 'zod';
import { Field, Section, SimpleField } from '../form/schema';
import { Condition, Decision, Rule } from '../rules/schema';
import { Actor, Allowance, Clock, Effect, Outcome, Step } from './procedure';
import { Correction, DocumentTemplate, Example, Message, ServiceDefinition } from './schema';

type JsonSchema = Record<string, unknown>;

/** What the schemas check in words of their own, said in the words of JSON Schema. */
const refinements = new Map<unknown, JsonSchema>([
  [Outcome, { oneOf: [{ required: ['to'] }, { required: ['end'] }] }],
  [
    Clock,
    {
      if: { properties: { start: { const: 'schedule' } } },
      then: { required: ['startField'] },
      else: { properties: { startField: false } },
    },
  ],
]);

/** Shapes that stand in `$defs` under a name, so that each is written once. */
const named = new Map<z.core.$ZodType, string>(
  Object.entries({
    Actor,
    Allowance,
    Condition,
    Correction,
    Decision,
    DocumentTemplate,
    Effect,
    Example,
    Field,
    Message,
    Outcome,
    Rule,
    Section,
    SimpleField,
    Step,
  }).map(([name, schema]) => [schema, name]),
);

/** The descriptions of all schemas with the names of these; a registry of its own, because a name in the global one shows in OpenAPI too. */
function registry(): z.core.$ZodRegistry<z.core.GlobalMeta> {
  const metadata = z.registry<z.core.GlobalMeta>();
  metadata.get = (schema) => {
    const id = named.get(schema);
    const meta = z.globalRegistry.get(schema);
    return id === undefined ? meta : { ...meta, id };
  };
  return metadata;
}

/**
 * A service as one file, as JSON Schema 2020-12: what an editor or another system needs to write a bundle. Kept in `docs/service-definition.schema.json`.
 * It takes what a person writes, so what has a default may be left out.
 */
export function definitionJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(ServiceDefinition, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: registry(),
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, refinements.get(zodSchema));
    },
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: 'ServiceDefinition',
    description:
      'Satu layanan sebagai data: standar, formulir, prosedur, tenggat, aturan, pesan, dokumen, dan contoh. Rujukan antarbagian diperiksa gerbang penerbitan.',
    ...rest,
  };
}
