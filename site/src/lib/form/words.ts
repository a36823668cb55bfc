import { formFields } from '$core/form/files';
import type { Field, Form } from '$core/form/schema';
import type { Language } from '$core/language/language';
import { formPageText } from '$core/language/siteForm';
import { answerFact } from '$core/rules/conditions';
import type { Comparison, Condition } from '$core/rules/schema';
import { formatBytes, formatDate, formatInstant, formatNumber, formatTypes } from '#lib/format.ts';
import { idsOf, type StoredFile } from '#lib/form/state.ts';
import { textOf } from '#lib/text.ts';

/**
 * A condition as a phrase a reader can check against their own answers: "“Cara pengiriman” dijawab Email".
 * Nothing when it looks at anything else than the form's answers, which the reader cannot check.
 */
export function conditionWords(condition: Condition, fields: readonly Field[], language: Language): string | undefined {
  const text = formPageText[language].condition;
  if ('not' in condition) {
    const inner = conditionWords(condition.not, fields, language);
    return inner && text.not(inner);
  }
  if ('fact' in condition) return comparisonWords(condition, fields, language);
  const [parts, joint] = 'all' in condition ? [condition.all, text.and] : [condition.any, text.or];
  const words = parts.map((part) => conditionWords(part, fields, language));
  return words.every((word) => word !== undefined) ? words.join(joint) : undefined;
}

function comparisonWords({ fact, operator, value }: Comparison, fields: readonly Field[], language: Language): string | undefined {
  const field = fields.find((candidate) => answerFact(candidate.key) === fact);
  if (!field) return undefined;
  const text = formPageText[language].condition;
  const wanted = (Array.isArray(value) ? value : [value]).map((one) => answerWords(field, one, {}, language)).join(text.or);
  switch (operator) {
    case 'is':
    case 'isOneOf':
    case 'includes':
      return text.is(field.label, wanted);
    case 'isNot':
    case 'isNoneOf':
      return text.isNot(field.label, wanted);
    case 'isFilled':
      return text.filled(field.label);
    case 'isEmpty':
      return text.empty(field.label);
    case 'lessThan':
      return text.below(field.label, wanted);
    case 'atMost':
      return text.atMost(field.label, wanted);
    case 'atLeast':
      return text.atLeast(field.label, wanted);
    case 'moreThan':
      return text.above(field.label, wanted);
    case 'before':
      return text.before(field.label, wanted);
    case 'after':
      return text.after(field.label, wanted);
    case 'onOrBefore':
      return text.until(field.label, wanted);
    case 'onOrAfter':
      return text.since(field.label, wanted);
  }
}

/** An answer as the person who gave it would say it; empty when there is none. */
export function answerWords(
  field: Field,
  value: unknown,
  files: Readonly<Record<string, StoredFile>>,
  language: Language,
  zone?: string,
): string {
  if (value === undefined || value === null || value === '') return '';
  const list: unknown[] = Array.isArray(value) ? value : [value];
  switch (field.type) {
    case 'choice':
    case 'multiChoice':
      return list.map((one) => field.options.find((option) => option.value === one)?.label ?? textOf(one)).join(', ');
    case 'yesNo':
      return value === true ? formPageText[language].yes : formPageText[language].no;
    case 'statement':
      return value === true ? formPageText[language].yes : '';
    case 'text':
      return `${textOf(value)}${field.suffix ?? ''}`;
    case 'date':
      return formatDate(textOf(value), language);
    case 'dateTime':
      return zone !== undefined && !Number.isNaN(Date.parse(textOf(value))) ? formatInstant(textOf(value), zone, language) : textOf(value);
    case 'money':
      return typeof value === 'number' ? `Rp${formatNumber(value, language)}` : textOf(value);
    case 'file':
    case 'image':
      return idsOf(value)
        .map((id) => files[id])
        .flatMap((file) => (file ? [`${file.name} (${formatBytes(file.size, language)})`] : []))
        .join(', ');
    case 'group':
      return '';
    default:
      return list.map(textOf).join(', ');
  }
}

/** The hints of a field that follow from its definition: when it applies, and what may be uploaded. */
export function fieldHints(field: Field, fields: readonly Field[], language: Language): string[] {
  const text = formPageText[language];
  const visible = field.visibleWhen && conditionWords(field.visibleWhen, fields, language);
  const required = !field.required && field.requiredWhen ? conditionWords(field.requiredWhen, fields, language) : undefined;
  const hints = visible ? [text.visibleWhen(visible)] : [];
  // An author's own hint usually says the shape; without one, the reason of a refusal says it before.
  if (field.type === 'text' && field.pattern && field.hint === undefined) hints.push(field.pattern.message);
  if (required && required !== visible) hints.push(text.requiredWhen(required));
  if (field.type === 'file' || field.type === 'image') {
    hints.push(text.file.accept(formatTypes(field.accept), formatBytes(field.maxBytes, language)));
    if (field.maxFiles > 1) hints.push(text.file.many(field.maxFiles));
  }
  return hints;
}

/** Labels of the form's fields and of the items of its groups, by the keys that messages use. */
export function labelOf(form: Form, key: string): string {
  const [head = '', , child] = key.split('.');
  const field = formFields(form).find((candidate) => candidate.key === head);
  const inner = field?.type === 'group' ? field.fields.find((candidate) => candidate.key === child) : undefined;
  return [field?.label, inner?.label].filter((label) => label !== undefined).join(': ') || key;
}
