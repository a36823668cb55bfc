import type { Answers, Field, Form } from './schema';

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The ids that an answer of an upload names: one, several or none. */
export const asFileIds = (value: unknown): string[] => asList(value).filter((id) => typeof id === 'string');

/** Ids of the uploads that answers name, by the fields that take uploads; a text that happens to look like an id is none. */
export function fileIds(fields: readonly Field[], answers: Answers): string[] {
  const ids = fields.flatMap((field) => {
    const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    if (field.type === 'file' || field.type === 'image') return asFileIds(value);
    if (field.type === 'group')
      return asList(value).flatMap((item) => (typeof item === 'object' && item !== null ? fileIds(field.fields, { ...item }) : []));
    return [];
  });
  return [...new Set(ids)];
}

export const formFields = (form: Form): Field[] => form.sections.flatMap((section) => section.fields);
