import { z } from 'zod';
import { Answers } from '$core/form/schema';
import type { Answers as AnswersOf, Field } from '$core/form/schema';
import type { FieldMessages } from '$core/refusal';

/** A file that is uploaded already; its answer is the id. */
export const StoredFile = z.object({ id: z.string(), name: z.string(), size: z.number() });
export type StoredFile = z.infer<typeof StoredFile>;

/** What a person has entered so far: answers by key, and the names of the files that the answers name by id. */
export const FormState = z.object({ answers: Answers, files: z.record(z.string(), StoredFile) });
export interface FormState {
  answers: AnswersOf;
  files: Record<string, StoredFile>;
}

export interface FormProblems {
  fields: FieldMessages;
  /** A sentence about the form as a whole. */
  message?: string;
  /** The heading of the summary, when it is not that something needs correcting. */
  title?: string;
}

export const emptyState = (): FormState => ({ answers: {}, files: {} });

/** Names of inputs; a field inside a group is `key.0.child`, as in the messages of a refusal. */
export const inputName = (prefix: string, key: string): string => `${prefix}${key}`;
export const itemPrefix = (group: string, index: number): string => `${group}.${index}.`;
export const inputId = (name: string): string => `isian-${name.replaceAll('.', '-')}`;
export const keptName = (name: string): string => `${name}:tersimpan`;
export const dropName = (name: string): string => `${name}:hapus`;
export const rowsName = (name: string): string => `${name}:baris`;

/** Answers of uploads are one id or a list of ids. */
export function idsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((id): id is string => typeof id === 'string' && id !== '');
}

/** The answers of a group's items. */
export function itemsOf(value: unknown): AnswersOf[] {
  return Array.isArray(value) ? value.map((item) => Answers.catch({}).parse(item)) : [];
}

/** How many items of a group to show: those filled in, those that must be, or one. */
export function rowCount(field: Extract<Field, { type: 'group' }>, items: readonly AnswersOf[]): number {
  return Math.min(field.maxItems, Math.max(items.length, field.minItems, 1));
}

/** Reads a case's own answers, in which files stand as `{ id, name, size }`, into the state of a form. */
export function stateOf(fields: readonly Field[], answers: AnswersOf): FormState {
  const state = emptyState();
  for (const field of fields) {
    const value = answers[field.key];
    if (value === undefined) continue;
    if (field.type === 'file' || field.type === 'image') {
      const stored = (Array.isArray(value) ? value : [value]).flatMap((file) => StoredFile.safeParse(file).data ?? []);
      for (const file of stored) state.files[file.id] = file;
      if (stored.length > 0) state.answers[field.key] = field.maxFiles === 1 ? stored[0]?.id : stored.map((file) => file.id);
    } else if (field.type === 'group') {
      const items = itemsOf(value).map((item) => stateOf(field.fields, item));
      Object.assign(state.files, ...items.map((item) => item.files));
      state.answers[field.key] = items.map((item) => item.answers);
    } else {
      state.answers[field.key] = value;
    }
  }
  return state;
}
