import type { Answers, Field, Form, SimpleField } from '../../../core/form/schema';
import { visibility } from '../../../core/form/visibility';
import type { Facts } from '../../../core/rules/conditions';

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
}

/**
 * A form as it is being filled. Like answers, except that a file field holds `UploadedFile[]` (so that names can be shown) and that
 * hidden fields keep what was typed, in case they come back.
 */
export type Draft = Readonly<Record<string, unknown>>;

/** A form of the fields that a decision asks for. */
export const formOf = (fields: SimpleField[]): Form => ({ sections: [{ key: 'decision', title: '', fields }] });

export const filesIn = (value: unknown): UploadedFile[] => (Array.isArray(value) ? value.filter(isUploadedFile) : []);
/** The items of a group field. */
export const itemsIn = (value: unknown): Draft[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isUploadedFile(value: unknown): value is UploadedFile {
  return isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string' && typeof value.size === 'number';
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** With `facts` given, an item of a group loses the answers that its own conditions hide. */
function answerOf(field: Field, value: unknown, facts?: Facts): unknown {
  if (field.type === 'file' || field.type === 'image') {
    const ids = filesIn(value).map((file) => file.id);
    return field.maxFiles === 1 ? ids[0] : ids;
  }
  if (field.type === 'group') {
    const items = itemsIn(value).map((item) => [item, answersOf(field.fields, item)] as const);
    return items.map(([item, answers]) =>
      facts ? answersOf(visibility([{ fields: field.fields }], answers, facts).visible, item) : answers,
    );
  }
  return typeof value === 'string' ? value.trim() : value;
}

function answersOf(fields: readonly Field[], draft: Draft, facts?: Facts): Answers {
  const entries = fields.map((field) => [field.key, answerOf(field, draft[field.key], facts)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

/** One item of a group as its conditions see it. */
export const itemAnswers = (group: Extract<Field, { type: 'group' }>, item: Draft): Answers => answersOf(group.fields, item);

const allFields = (form: Form): Field[] => form.sections.flatMap((section) => section.fields);

/** Answers to every field that holds something, hidden or not: what conditions look at. */
export const draftAnswers = (form: Form, draft: Draft): Answers => answersOf(allFields(form), draft);

/** Answers to the fields that are on screen; a hidden field's answer would be refused. */
export function visibleAnswers(form: Form, draft: Draft): Answers {
  const { visible, facts } = visibility(form.sections, draftAnswers(form, draft));
  return answersOf(visible, draft, facts);
}

/** The draft that a case's own answers make; the contract gives their files as `{id, name, size}`. */
export function draftFrom(form: Form, answers: Answers): Draft {
  const held = (field: Field): unknown => {
    const value = answers[field.key];
    if (field.type !== 'file' && field.type !== 'image') return value;
    return filesIn(Array.isArray(value) ? value : [value]);
  };
  return Object.fromEntries(allFields(form).map((field) => [field.key, held(field)]));
}

/** Only what differs from the case's answers; an answer that was emptied or whose field is now hidden becomes null, which clears it. */
export function changedAnswers(form: Form, before: Draft, draft: Draft): Answers {
  const was = draftAnswers(form, before);
  const now = visibleAnswers(form, draft);
  const keys = allFields(form).map((field) => field.key);
  const changed = keys.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key]));
  return Object.fromEntries(changed.map((key) => [key, now[key] ?? null]));
}
