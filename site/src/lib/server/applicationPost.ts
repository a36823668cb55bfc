import { formFields } from '$core/form/files';
import type { Field, Form } from '$core/form/schema';
import type { Language } from '$core/language/language';
import { FormState, type FormProblems, type FormState as State } from '#lib/form/state.ts';
import { askedAnswers, readForm } from '#lib/server/formInput.ts';
import { storeUploads } from '#lib/server/uploads.ts';
import { textOf } from '#lib/text.ts';

/** What the pressed button of a form asks for. */
export type Intent =
  | { kind: 'check' | 'edit' | 'send' }
  /** A draft as it stands; one that another device saved meanwhile; the account's data into what is empty; the copy of a device back into the form. */
  | { kind: 'save' | 'overwrite' | 'prefill' | 'restore' }
  | { kind: 'add'; group: string };

const intents: Partial<Record<string, Exclude<Intent['kind'], 'add'>>> = {
  ubah: 'edit',
  kirim: 'send',
  simpan: 'save',
  timpa: 'overwrite',
  'isi-data': 'prefill',
  pulihkan: 'restore',
};

export function intentOf(data: FormData): Intent {
  const pressed = textOf(data.get('tindakan'));
  if (pressed.startsWith('tambah:')) return { kind: 'add', group: pressed.slice('tambah:'.length) };
  return { kind: intents[pressed] ?? 'check' };
}

/** Reads a posted form and uploads what came with it, so that nothing has to be chosen again after an error. Files of fields that are not asked are not uploaded. */
export async function takeForm(
  form: Form,
  data: FormData,
  zone: string,
  language: Language,
): Promise<{ state: State; problems: FormProblems | null }> {
  const all = formFields(form);
  const posted = readForm(all, data, zone);
  const withFiles = { ...posted.answers, ...Object.fromEntries(posted.uploads.map(({ name }) => [name, 'baru'])) };
  const asked = new Set(Object.keys(askedAnswers(form, withFiles)));
  posted.uploads = posted.uploads.filter(({ name }) => asked.has(name.split('.')[0] ?? ''));
  return storeUploads(posted, (name) => takesMany(all, name), language);
}

/** The state that a review page carries along. Somebody who tampers with it gets an empty form back. */
export function carriedState(data: FormData): State | undefined {
  try {
    return FormState.parse(JSON.parse(textOf(data.get('isi'))));
  } catch {
    return undefined;
  }
}

function takesMany(fields: readonly Field[], name: string): boolean {
  const [key, , child] = name.split('.');
  const field = fields.find((candidate) => candidate.key === key);
  const leaf = field?.type === 'group' ? field.fields.find((candidate) => candidate.key === child) : field;
  return leaf !== undefined && 'maxFiles' in leaf && leaf.maxFiles > 1;
}
