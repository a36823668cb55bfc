import type { Field, Form } from '$core/form/schema';
import { formFields } from '$core/form/files';
import { answerFact } from '$core/rules/conditions';
import type { Comparison, Condition, Scalar } from '$core/rules/schema';

const quoted = (value: string): string =>
  `"${value.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/**
 * A stylesheet that hides what the choices made so far leave out, so that a form without scripts still shows only what applies.
 * Browsers without `:has()`, and conditions that no choice decides, leave the field visible with its hint; the server drops what does not apply either way.
 */
export function conditionCss(form: Form): string {
  const fields = formFields(form);
  const sections = form.sections.flatMap((section) => rule('data-section', section.key, section.visibleWhen, fields));
  const rules = fields.flatMap((field) => rule('data-field', field.key, field.visibleWhen, fields));
  return `@supports selector(:has(*)) {\n${[...sections, ...rules].join('\n')}\n}\n`;
}

function rule(attribute: string, key: string, condition: Condition | undefined, fields: readonly Field[]): string[] {
  const selector = condition && conditionSelector(condition, fields);
  return selector ? [`.application:not(${selector}) [${attribute}=${quoted(key)}] { display: none; }`] : [];
}

/** A selector that matches the form exactly when the condition holds; nothing when CSS cannot tell. */
function conditionSelector(condition: Condition, fields: readonly Field[]): string | undefined {
  if ('fact' in condition) return comparisonSelector(condition, fields);
  if ('not' in condition) {
    const inner = conditionSelector(condition.not, fields);
    return inner && `:not(${inner})`;
  }
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => conditionSelector(part, fields));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return 'all' in condition ? parts.join('') : `:is(${parts.join(', ')})`;
}

function comparisonSelector({ fact, operator, value }: Comparison, fields: readonly Field[]): string | undefined {
  const field = fields.find((candidate) => answerFact(candidate.key) === fact);
  if (!field || !['choice', 'multiChoice', 'yesNo', 'statement'].includes(field.type)) return undefined;
  const input = `[name=${quoted(field.key)}]`;
  const ticked = (values: readonly Scalar[]): string =>
    `:has(${values.map((one) => `${input}[value=${quoted(String(one))}]:checked`).join(', ')})`;
  const answered = `:has(${input}:checked)`;
  const wanted = Array.isArray(value) ? value : [value];
  switch (operator) {
    case 'is':
    case 'isOneOf':
    case 'includes':
      return ticked(wanted);
    case 'isNot':
    case 'isNoneOf':
      return `${answered}:not(${ticked(wanted)})`;
    case 'isFilled':
      return answered;
    case 'isEmpty':
      return `:not(${answered})`;
    default:
      return undefined;
  }
}
