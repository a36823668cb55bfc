import { createDraft, getDraft, replaceDraft, type Draft } from '$contracts/drafts';
import type { Language } from '$core/language/language';
import type { FormState } from '#lib/form/state.ts';
import { call, silence, type ApiRefusal } from '#lib/server/api.ts';
import { textOf } from '#lib/text.ts';

/** The draft that a form belongs to, and the revision that it was made from. */
export interface DraftMark {
  id: string;
  revision: number;
}

/** The draft that a posted form names. */
export function markIn(data: FormData): DraftMark | null {
  const id = textOf(data.get('draf'));
  const revision = Number(textOf(data.get('revisi')));
  return /^[0-9a-f-]{36}$/i.test(id) && Number.isInteger(revision) && revision > 0 ? { id, revision } : null;
}

export const markOf = ({ id, revision }: Draft): DraftMark => ({ id, revision });

export const draftState = ({ answers, files }: Draft): FormState => ({
  answers,
  files: Object.fromEntries(files.map(({ id, name, size }) => [id, { id, name, size }])),
});

export type SavedDraft = { ok: true; value: Draft } | ApiRefusal | undefined;

/** Saves a form as it is: anew, or over the draft that it was made from. Nothing comes back when the server does not answer. */
export async function saveDraft(
  service: string,
  { answers }: FormState,
  mark: DraftMark | null,
  { language, idempotencyKey }: { language: Language; idempotencyKey: string },
): Promise<SavedDraft> {
  if (!mark) {
    const create = (key: string) => call(createDraft, { language, body: { service, answers }, idempotencyKey: key }).catch(silence);
    const made = await create(idempotencyKey);
    // Pressed twice, a form uploads its files twice, and so is not the same the second time.
    return made?.ok === false && made.kind === 'idempotency-conflict' ? create(crypto.randomUUID()) : made;
  }
  const { id, revision } = mark;
  return call(replaceDraft, { language, params: { id }, body: { answers, revision } }).catch(silence);
}

/** The same over whatever another device saved meanwhile. */
export async function overwriteDraft(service: string, state: FormState, mark: DraftMark, language: Language): Promise<SavedDraft> {
  const current = await call(getDraft, { language, params: { id: mark.id } }).catch(silence);
  if (!current?.ok) return current;
  return saveDraft(service, state, markOf(current.value), { language, idempotencyKey: crypto.randomUUID() });
}
