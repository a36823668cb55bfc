import { createAttachment } from '$contracts/attachments';
import type { Answers } from '$core/form/schema';
import type { Language } from '$core/language/language';
import type { FieldMessages } from '$core/refusal';
import { formPageText } from '$core/language/siteForm';
import { idsOf, type FormProblems, type FormState } from '#lib/form/state.ts';
import { call, silence } from '#lib/server/api.ts';
import type { PostedForm } from '#lib/server/formInput.ts';

/**
 * Uploads the new files of a post, one after another, and puts their ids among the answers. A refused file leaves a message at its field and the rest go on;
 * when the server does not answer, what was typed comes back with a sentence that says so.
 */
export async function storeUploads(
  posted: PostedForm,
  many: (name: string) => boolean,
  language: Language,
): Promise<{ state: FormState; problems: FormProblems | null }> {
  const state: FormState = { answers: structuredClone(posted.answers), files: { ...posted.files } };
  const fields: FieldMessages = {};
  for (const { name, file } of posted.uploads) {
    const result = await call(createAttachment, { language, file }).catch(silence);
    if (!result) return { state, problems: { fields, message: formPageText[language].errors.notSent } };
    if (result.ok) {
      const { id, size } = result.value;
      state.files[id] = { id, name: result.value.name, size };
      place(state.answers, name, id, many(name));
    } else {
      (fields[name] ??= []).push(`${file.name}: ${result.message}`);
    }
  }
  return { state, problems: Object.keys(fields).length > 0 ? { fields } : null };
}

/** Puts an id where its name says: `key`, or `key.0.child` within a group. */
function place(answers: Answers, name: string, id: string, many: boolean): void {
  const [key = '', row, child] = name.split('.');
  const items = answers[key];
  const target = child === undefined ? answers : Array.isArray(items) ? (items[Number(row)] as Answers) : undefined;
  if (!target) return;
  const leaf = child ?? key;
  target[leaf] = many ? [...idsOf(target[leaf]), id] : id;
}
