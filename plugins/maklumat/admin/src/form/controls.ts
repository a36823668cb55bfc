import type { Field } from '../../../core/form/schema';
import type { FieldMessages } from '../../../core/refusal';
import type { Facts } from '../../../core/rules/conditions';

/** What every control gets: the field, its place in the page, what is in it, and how to change it. */
export interface ControlProps<F extends Field = Field> {
  field: F;
  /** The id of the control; the error summary links to it. */
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  error: string | undefined;
  required: boolean;
}

export type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;
export type AreaOptions = Readonly<Record<string, readonly { value: string; label: string }[]>>;

/** What a form needs to know of its service: the choices of its area fields, and the agency's zone for dates with a time. */
export interface FormContext {
  areas: AreaOptions;
  zone: string;
}

/** What a field gets from the form around it, besides its own answer. */
export interface FieldControlProps<F extends Field = Field> extends ControlProps<F> {
  context: FormContext;
  /** Messages of the whole form by path; a group looks up those of its items in it. */
  errors: FieldMessages;
  path: string;
  /** What the conditions inside a group see of the form around it. */
  facts: Facts;
}

/** The id of a field's control, also for an item of a group (`saksi.0.nama`). */
export const controlId = (key: string): string => `isian-${key.replaceAll('.', '-')}`;

/**
 * The choices of each area field by its path without item numbers (`kelurahan`, `wilayah.kelurahan`), read from the form's JSON Schema
 * (`oneOf` of `const` and `title`), because the form definition itself names only the parent area.
 */
export function areaOptionsFrom(schema: Record<string, unknown>, prefix = ''): AreaOptions {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, property]): [string, AreaOptions[string]][] => {
      if (!isRecord(property)) return [];
      if (isRecord(property.items)) return Object.entries(areaOptionsFrom(property.items, `${prefix}${key}.`));
      const choices = Array.isArray(property.oneOf) ? property.oneOf : [];
      return [
        [
          `${prefix}${key}`,
          choices.filter(isRecord).map((choice) => ({ value: String(choice.const), label: String(choice.title ?? choice.const) })),
        ],
      ];
    }),
  );
}

/** The choices of the area field at a path of the page, such as `wilayah.0.kelurahan`. */
export const areasAt = (options: AreaOptions, path: string): AreaOptions[string] => options[path.replace(/\.\d+\./g, '.')] ?? [];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
