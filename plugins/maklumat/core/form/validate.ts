import { formText } from '../language/form';
import type { FieldMessages } from '../refusal';
import type { Facts } from '../rules/conditions';
import { isBlank } from '../rules/operators';
import { checkAnswer, type CheckContext } from './checks';
import type { Answers, Field, Form, SimpleField } from './schema';
import { isRequiredOn, visibility, type FieldSet } from './visibility';

export type { CheckContext, FileFacts } from './checks';

/** Answers in their normal form, or the messages by field key; a group's item is addressed as `key.0.child`. */
export type Validated = { ok: true; answers: Answers } | { ok: false; fields: FieldMessages };

/**
 * Checks answers against a form, in the browser, on the server and in a dry run alike. Never throws.
 *
 * Accepted answers come back normalised: text trimmed, in NFC and with \n line ends, telephone numbers as E.164 (+62…), blank ones dropped.
 * `null`, blank text and an empty list count as not answered. Refused: a key that the form does not have, a hidden field that is answered,
 * a wrong type, a broken limit, HTML or control characters in text.
 */
export function validateAnswers(input: { form: Form; answers: Answers } & CheckContext): Validated {
  return settle(check(input.form.sections, input.answers, input));
}

/** The same for fields that stand alone, as those of a decision do. */
export function validateFields(fields: readonly SimpleField[], answers: Answers, context: CheckContext): Validated {
  return settle(check([{ fields }], answers, context));
}

type Message = [path: string, message: string];
interface Outcome {
  answers: [key: string, value: unknown][];
  messages: Message[];
}

/** Entries become properties with `Object.fromEntries`, which lets a key such as `__proto__` be a mere name. */
function settle({ answers, messages }: Outcome): Validated {
  if (messages.length === 0) return { ok: true, answers: Object.fromEntries(answers) };
  const fields = new Map<string, string[]>();
  for (const [path, message] of messages) fields.set(path, [...(fields.get(path) ?? []), message]);
  return { ok: false, fields: Object.fromEntries(fields) };
}

function check(sets: readonly FieldSet<Field>[], answers: Answers, context: CheckContext, around?: Facts): Outcome {
  const text = formText[context.language ?? 'id'];
  const given = new Map(Object.entries(answers));
  const { visible, hidden, facts } = visibility(sets, answers, around);
  const known = new Set([...visible, ...hidden].map((field) => field.key));
  const messages: Message[] = [
    ...[...given.keys()].filter((key) => !known.has(key)).map((key): Message => [key, text.unknown]),
    ...hidden.filter((field) => !isBlank(given.get(field.key))).map((field): Message => [field.key, text.hidden]),
  ];
  const kept: [string, unknown][] = [];
  for (const field of visible) {
    const value = given.get(field.key);
    if (isBlank(value)) {
      if (isRequiredOn(field, facts)) messages.push([field.key, missing(field, context)]);
      continue;
    }
    if (field.type === 'group') {
      const items = checkItems(field, value, context, facts);
      for (const message of items.messages) messages.push(message);
      kept.push([field.key, items.answers]);
      continue;
    }
    const checked = checkAnswer(field, value, context);
    if (checked.ok) kept.push([field.key, checked.value]);
    else messages.push([field.key, checked.message]);
  }
  return { answers: kept, messages };
}

function checkItems(
  field: Extract<Field, { type: 'group' }>,
  value: unknown,
  context: CheckContext,
  facts: Facts,
): { answers: Answers[]; messages: Message[] } {
  const text = formText[context.language ?? 'id'];
  const refuse = (message: string): { answers: Answers[]; messages: Message[] } => ({ answers: [], messages: [[field.key, message]] });
  if (!Array.isArray(value) || !value.every(isAnswers)) return refuse(text.notGroup);
  if (value.length < field.minItems) return refuse(text.tooFewItems(field.minItems));
  if (value.length > field.maxItems) return refuse(text.tooManyItems(field.maxItems));
  const items = value.map((item) => check([{ fields: field.fields }], item, context, facts));
  return {
    answers: items.map((item): Answers => Object.fromEntries(item.answers)),
    messages: items.flatMap((item, index) => item.messages.map(([path, message]): Message => [`${field.key}.${index}.${path}`, message])),
  };
}

const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);

function missing(field: Field, { language = 'id' }: CheckContext): string {
  const text = formText[language];
  switch (field.type) {
    case 'choice':
    case 'multiChoice':
    case 'area':
      return text.pick(field.label);
    case 'yesNo':
      return text.answerYesOrNo(field.label);
    case 'file':
    case 'image':
      return text.upload(field.label);
    case 'statement':
      return text.agree;
    default:
      return text.required(field.label);
  }
}
