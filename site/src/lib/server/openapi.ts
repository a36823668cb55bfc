import { z } from 'zod';
import type { ReadableDocument, ReadableOperation, Row } from '#lib/openapi.ts';

/** As much of OpenAPI 3.1 as the readable page shows. Everything else in the document is let through unread. */
const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  get items() {
    return Schema.optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), Schema]).optional();
  },
  get oneOf() {
    return z.array(Schema).optional();
  },
  get anyOf() {
    return z.array(Schema).optional();
  },
  get allOf() {
    return z.array(Schema).optional();
  },
});
type Schema = z.infer<typeof Schema>;

const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Operation = z.object({
  operationId: z.string().optional(),
  summary: z.string().optional(),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        schema: Schema.optional(),
        description: z.string().optional(),
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content.optional() })),
});
const methods = z.enum(['get', 'post', 'put', 'patch', 'delete']);
const Document = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().optional() }),
  tags: z.array(z.object({ name: z.string() })).default([]),
  paths: z.record(z.string(), z.partialRecord(methods, Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema).default({}) }).default({ schemas: {} }),
});
type Document = z.infer<typeof Document>;

const deepest = 3;

/** The OpenAPI document as tables: operations by tag, with their parameters, bodies and answers as flat rows of dotted names. */
export function readableDocument(raw: unknown): ReadableDocument {
  const document = Document.parse(raw);
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      readable: describe(document, method, path, operation),
    })),
  );
  const tags = [...new Set([...document.tags.map(({ name }) => name), ...operations.map(({ tag }) => tag)])];
  const groups = tags.map((tag) => ({
    tag,
    operations: operations.filter((operation) => operation.tag === tag).map(({ readable }) => readable),
  }));
  return {
    title: document.info.title,
    description: document.info.description ?? '',
    groups: groups.filter((group) => group.operations.length > 0),
  };
}

function describe(document: Document, method: string, path: string, operation: z.infer<typeof Operation>): ReadableOperation {
  const answers = Object.entries(operation.responses);
  return {
    id: operation.operationId ?? `${method}-${path}`.replace(/\W+/g, '-'),
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    parameters: operation.parameters.map((parameter) => ({
      name: parameter.name,
      place: parameter.in,
      required: parameter.required ?? false,
      type: typeOf(document, parameter.schema ?? {}),
      meaning: parameter.description ?? parameter.schema?.description ?? '',
    })),
    body: operation.requestBody ? contentRows(document, operation.requestBody.content) : null,
    answers: answers
      .filter(([status]) => status.startsWith('2'))
      .map(([status, { content }]) => ({ status, rows: content ? contentRows(document, content) : null })),
    refusals: answers.filter(([status]) => /^[45]/.test(status)).map(([status, { description }]) => ({ status, kinds: description })),
  };
}

function contentRows(document: Document, content: z.infer<typeof Content>): Row[] | null {
  const schema = (content['application/json'] ?? content['multipart/form-data'])?.schema;
  return schema ? rowsOf(document, schema, '', 0) : null;
}

function resolve(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name === undefined ? undefined : document.components.schemas[name]) ?? schema;
}

const nameOfRef = (schema: Schema): string | undefined =>
  schema.$ref
    ?.split('/')
    .at(-1)
    ?.replace(/Output$/, '');

function typeOf(document: Document, schema: Schema): string {
  const named = nameOfRef(schema);
  if (named) return named;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return [...new Set(choices.map((choice) => typeOf(document, choice)))].join(' | ');
  if (schema.items) return `${typeOf(document, schema.items)}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? '');
  return schema.format ? `${type} (${schema.format})` : type;
}

/** The alternatives of a union and the item of a list are shown in the place of the whole. */
function rowsOf(document: Document, schema: Schema, prefix: string, depth: number): Row[] {
  const here = resolve(document, schema);
  if (depth > deepest) return [];
  if (here.items) return rowsOf(document, here.items, `${prefix}[]`, depth);
  const alternatives = here.oneOf ?? here.anyOf ?? here.allOf;
  if (alternatives) return alternatives.flatMap((alternative) => rowsOf(document, alternative, prefix, depth));
  return Object.entries(here.properties ?? {}).flatMap(([key, property]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    const full = resolve(document, property);
    const row = {
      name,
      type: typeOf(document, property),
      required: here.required?.includes(key) ?? false,
      meaning: property.description ?? full.description ?? '',
    };
    return [row, ...rowsOf(document, property, name, depth + 1)];
  });
}
