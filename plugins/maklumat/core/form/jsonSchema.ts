import { z } from 'zod';
import type { Condition } from '../rules/schema';
import { conditionSchema, type JsonSchema, type Scope } from './conditionSchema';
import type { Field, Form, SimpleField } from './schema';
import { longestEmail, textPattern } from './text';
import type { FieldSet } from './visibility';

/** An area that a person may choose: a kelurahan's code and name. */
export interface AreaOption {
  code: string;
  name: string;
}

const integerLimit = Number.MAX_SAFE_INTEGER;
const nikPattern = '^[1-9][0-9]{5}(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(?:0[1-9]|1[0-2])[0-9]{2}(?!0000)[0-9]{4}$';
const phonePattern = '^\\(?\\+?(?:0|62)[-0-9 ().]{5,22}$';

/**
 * A form as JSON Schema 2020-12 over its answers, so that a client that knows nothing else can show, fill and check it (contract: api.md, "form").
 *
 * Answers in normal form that this accepts are those that `validateAnswers` accepts, but for what JSON Schema cannot say and the server alone decides:
 * whether a file exists and is of the type and size in `x-accept` and `x-max-bytes`, whether a telephone number exists, dates against
 * `x-earliest` and `x-latest`, and conditions that compare dates or, inside a group, look at answers outside its item.
 * @param areas the areas to offer for fields of type `area`; without them their codes are described by a pattern
 */
export function formJsonSchema(form: Form, areas?: readonly AreaOption[]): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...objectSchema(form.sections, areas, false) };
}

function objectSchema(sets: readonly FieldSet<Field>[], areas: readonly AreaOption[] | undefined, outside: boolean): JsonSchema {
  const asked = sets.flatMap((set) => set.fields.map((field) => ({ field, visibleWhen: both(set.visibleWhen, field.visibleWhen) })));
  const scope = { keys: new Set(asked.map(({ field }) => field.key)), outside };
  const conditional = asked.flatMap(({ field, visibleWhen }) => conditionsOf(field, visibleWhen, scope));
  return {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ field }) => [field.key, propertyOf(field, areas)])),
    required: asked.flatMap(({ field, visibleWhen }) => (field.required && !visibleWhen ? [field.key] : [])),
    ...(conditional.length > 0 ? { allOf: conditional } : {}),
    additionalProperties: false,
  };
}

function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  return one && other ? { all: [one, other] } : (one ?? other);
}

/** A hidden field must be absent; a visible one may be required always or by a condition of its own. */
function conditionsOf(field: Field, visibleWhen: Condition | undefined, scope: Scope): JsonSchema[] {
  const visible = visibleWhen && conditionSchema(visibleWhen, scope);
  const required = { required: [field.key] };
  const schemas: JsonSchema[] = [];
  if (visible) schemas.push({ if: visible, ...(field.required ? { then: required } : {}), else: { properties: { [field.key]: false } } });
  const requiredWhen = field.requiredWhen && both(visibleWhen, field.requiredWhen);
  const demanded = requiredWhen && !field.required ? conditionSchema(requiredWhen, scope) : undefined;
  if (demanded) schemas.push({ if: demanded, then: required });
  return schemas;
}

function propertyOf(field: Field, areas: readonly AreaOption[] | undefined): JsonSchema {
  const common = { title: field.label, ...(field.hint === undefined ? {} : { description: field.hint }), 'x-field': field.type };
  if (field.type !== 'group') return { ...common, ...valueOf(field, areas) };
  const { minItems, maxItems, fields } = field;
  return { ...common, type: 'array', minItems: Math.max(1, minItems), maxItems, items: objectSchema([{ fields }], areas, true) };
}

function valueOf(field: SimpleField, areas: readonly AreaOption[] | undefined): JsonSchema {
  switch (field.type) {
    case 'text':
    case 'longText':
      return {
        type: 'string',
        minLength: Math.max(1, field.minLength),
        maxLength: field.maxLength,
        pattern: textPattern(field.type === 'text' ? 'one' : 'many'),
        ...(field.type === 'text' && field.pattern ? { allOf: [{ pattern: `^\\s*(?:${field.pattern.regex})\\s*$` }] } : {}),
        ...(field.type === 'text' && field.suffix !== undefined ? { 'x-suffix': field.suffix } : {}),
      };
    case 'number':
      return { type: 'number', ...limits(field) };
    case 'money':
      return { type: 'integer', maximum: integerLimit, ...limits(field) };
    case 'date':
      return {
        type: 'string',
        format: 'date',
        ...(field.earliest ? { 'x-earliest': field.earliest } : {}),
        ...(field.latest ? { 'x-latest': field.latest } : {}),
      };
    case 'dateTime':
      return { type: 'string', format: 'date-time', pattern: '^20\\d\\d-' };
    case 'choice':
      return { type: 'string', oneOf: field.options.map(optionOf) };
    case 'multiChoice':
      return { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', oneOf: field.options.map(optionOf) } };
    case 'yesNo':
      return { type: 'boolean' };
    case 'nik':
      return { type: 'string', pattern: nikPattern };
    case 'phone':
      return { type: 'string', pattern: phonePattern };
    case 'email':
      return { type: 'string', format: 'email', pattern: z.regexes.email.source, maxLength: longestEmail };
    case 'area':
      return { type: 'string', ...areaOf(field.within, areas) };
    case 'file':
    case 'image': {
      const id = { type: 'string', format: 'uuid' };
      const uploads = { 'x-accept': field.accept, 'x-max-bytes': field.maxBytes };
      return field.maxFiles === 1
        ? { ...id, ...uploads }
        : { type: 'array', minItems: 1, maxItems: field.maxFiles, uniqueItems: true, items: id, ...uploads };
    }
    case 'statement':
      return { const: true, description: field.hint === undefined ? field.text : `${field.text} ${field.hint}` };
  }
}

function limits({ min, max }: { min?: number | undefined; max?: number | undefined }): JsonSchema {
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function optionOf({ value, label, hint }: { value: string; label: string; hint?: string | undefined }): JsonSchema {
  return { const: value, title: label, ...(hint === undefined ? {} : { description: hint }) };
}

function areaOf(within: string, areas: readonly AreaOption[] | undefined): JsonSchema {
  const offered = areas?.filter(({ code }) => code.startsWith(`${within}.`) && code.split('.').length === 4) ?? [];
  if (offered.length > 0) return { oneOf: offered.map(({ code, name }) => ({ const: code, title: name })) };
  return { pattern: `^(?=${within.replaceAll('.', '\\.')}\\.)[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}$` };
}
