import type { Answers, Field } from '$core/form/schema';
import type { FieldMessages } from '$core/refusal';
import type { StoredFile } from '#lib/form/state.ts';

/** What a form gives to each of its fields. */
export interface FormContext {
  /** All fields that conditions may name. */
  fields: readonly Field[];
  answers: Answers;
  files: Readonly<Record<string, StoredFile>>;
  errors: FieldMessages;
  /** WIB, WITA or WIT. */
  zone: string;
  /** Areas to choose from, for fields that ask for one. */
  areas: readonly { code: string; name: string }[];
  /** Keeps the ids of inputs apart where several forms of a page have fields of the same name. */
  idPrefix?: string;
}

/** What a component for one type of field gets. */
export interface FieldProps<T extends Field['type']> {
  field: Extract<Field, { type: T }>;
  name: string;
  value: unknown;
  context: FormContext;
}
