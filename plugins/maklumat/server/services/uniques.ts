import type { OperableDefinition } from '../../core/definition/schema';
import { formFields } from '../../core/form/files';
import type { Answers } from '../../core/form/schema';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import type { FieldMessages } from '../../core/refusal';
import type { Db } from '../repositories/database';
import { holdUnique, isHeld, type UniqueAnswer } from '../repositories/uniques';
import type { App } from './app';
import { refuse } from './refuse';

/** Answers that must be one of a kind, upper and lower case alike. */
function uniqueAnswers(app: App, definition: OperableDefinition, answers: Answers): UniqueAnswer[] {
  return formFields(definition.form).flatMap((field) => {
    const value = answers[field.key];
    if (field.type !== 'text' || !field.unique || typeof value !== 'string') return [];
    const digest = app.vault.digest(`${definition.slug}.${field.key}:${value.trim().toLowerCase()}`);
    return [{ service: definition.slug, field: field.key, digest }];
  });
}

/** Messages at the fields whose answer another case holds now, as a dry run tells them. */
export async function findTaken(
  app: App,
  db: Db,
  definition: OperableDefinition,
  answers: Answers,
  language: Language,
): Promise<FieldMessages> {
  const taken: FieldMessages = {};
  for (const answer of uniqueAnswers(app, definition, answers))
    if (await isHeld(db, answer)) taken[answer.field] = [serverText[language].taken];
  return taken;
}

/** Makes the case the holder of its unique answers. Refuses with `invalid-answers` when another case holds one, and then the caller rolls back. */
export async function holdUniques(
  app: App,
  db: Db,
  definition: OperableDefinition,
  order: { caseId: number; answers: Answers; language: Language },
): Promise<void> {
  const { caseId, answers, language } = order;
  const text = serverText[language];
  for (const answer of uniqueAnswers(app, definition, answers))
    if (!(await holdUnique(db, answer, caseId)))
      refuse('invalid-answers', text.invalidAnswers, { fields: { [answer.field]: [text.taken] } });
}
