import { visibility } from '$core/form/visibility';
import type { Answers, Field, Form, SimpleField } from '$core/form/schema';
import { dropName, inputName, itemPrefix, keptName, rowsName, StoredFile, type FormState } from '#lib/form/state.ts';
import { textOf } from '#lib/text.ts';

/** A file that came with the post and is not uploaded yet, and the answer it belongs to. */
export interface Upload {
  name: string;
  file: File;
}

/** What a posted form holds: the answers as typed, and new files. */
export interface PostedForm extends FormState {
  uploads: Upload[];
}

const offsets: Record<string, string> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };
const text = (data: FormData, name: string): string => textOf(data.get(name));
const texts = (data: FormData, name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string');

/** Reads fields from a post. What cannot be read as the field's type stays as typed, for the server to name what is wrong with it. */
export function readForm(fields: readonly Field[], data: FormData, zone: string, prefix = ''): PostedForm {
  const posted: PostedForm = { answers: {}, files: {}, uploads: [] };
  for (const field of fields) {
    const name = inputName(prefix, field.key);
    const value =
      field.type === 'group'
        ? readGroup(field, data, zone, name, posted)
        : field.type === 'file' || field.type === 'image'
          ? readFiles(field, data, name, posted)
          : readAnswer(field, data, name, zone);
    if (value !== undefined) posted.answers[field.key] = value;
  }
  return posted;
}

function readAnswer(field: SimpleField, data: FormData, name: string, zone: string): unknown {
  const typed = text(data, name).trim();
  if (field.type === 'multiChoice') {
    const chosen = texts(data, name).filter((value) => value !== '');
    return chosen.length > 0 ? chosen : undefined;
  }
  if (typed === '') return undefined;
  switch (field.type) {
    case 'number':
      return /^-?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : typed;
    case 'money': {
      const digits = typed.replace(/^Rp\s*/i, '').replaceAll('.', '');
      return /^\d+$/.test(digits) ? Number(digits) : typed;
    }
    case 'yesNo':
      return typed === 'true' ? true : typed === 'false' ? false : typed;
    case 'statement':
      return typed === 'true' ? true : undefined;
    case 'dateTime':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? `${typed}:00${offsets[zone] ?? '+07:00'}` : typed;
    default:
      return typed.replaceAll('\r\n', '\n');
  }
}

function readFiles(
  field: Extract<Field, { maxFiles: number }>,
  data: FormData,
  name: string,
  posted: PostedForm,
): string | string[] | undefined {
  const dropped = new Set(texts(data, dropName(name)));
  const kept = texts(data, keptName(name)).flatMap((entry) => storedFile(entry) ?? []);
  const fresh = data.getAll(name).filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0));
  posted.uploads.push(...fresh.map((file) => ({ name, file })));
  const replaced = field.maxFiles === 1 && fresh.length > 0;
  const ids = replaced ? [] : kept.filter((file) => !dropped.has(file.id)).map((file) => ((posted.files[file.id] = file), file.id));
  return ids.length === 0 ? undefined : field.maxFiles === 1 ? ids[0] : ids;
}

function storedFile(entry: string): StoredFile | undefined {
  try {
    return StoredFile.safeParse(JSON.parse(entry)).data;
  } catch {
    return undefined;
  }
}

function readGroup(
  field: Extract<Field, { type: 'group' }>,
  data: FormData,
  zone: string,
  name: string,
  posted: PostedForm,
): Answers[] | undefined {
  const rows = Math.min(field.maxItems, Number.parseInt(text(data, rowsName(name)), 10) || 0);
  const items: Answers[] = [];
  for (let row = 0; row < rows; row++) {
    const item = readForm(field.fields, data, zone, itemPrefix(name, row));
    if (Object.keys(item.answers).length === 0 && item.uploads.length === 0) continue;
    const moved = items.push(item.answers) - 1;
    Object.assign(posted.files, item.files);
    posted.uploads.push(
      ...item.uploads.map(({ name: full, file }) => ({ name: full.replace(itemPrefix(name, row), itemPrefix(name, moved)), file })),
    );
  }
  return items.length > 0 ? items : undefined;
}

/** The answers to what is asked, given these answers; those to hidden fields stay behind, because the server refuses them. */
export function askedAnswers(form: Form, answers: Answers): Answers {
  const { visible, facts } = visibility(form.sections, answers);
  return Object.fromEntries(
    visible.flatMap((field) => {
      const value = answers[field.key];
      if (value === undefined) return [];
      if (field.type !== 'group' || !Array.isArray(value)) return [[field.key, value]];
      const items = value.map((item: Answers) => {
        const asked = new Set(visibility([{ fields: field.fields }], item, facts).visible.map((child) => child.key));
        return Object.fromEntries(Object.entries(item).filter(([key]) => asked.has(key)));
      });
      return [[field.key, items]];
    }),
  );
}
