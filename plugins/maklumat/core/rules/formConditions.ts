import type { OperableDefinition } from '../definition/schema';
import { formFields } from '../form/files';
import type { Field } from '../form/schema';
import { answerFact, factsOf } from './conditions';
import type { FactType } from './factTypes';
import type { Condition } from './schema';

export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
export const filled = (fact: string): Condition => ({ fact, operator: 'isFilled', value: true });
export const empty = (fact: string): Condition => ({ fact, operator: 'isEmpty', value: true });

/** When a field of the form is asked: what its section and the field itself set as conditions. */
export function visibleWhen(definition: OperableDefinition, field: Field): Condition[] {
  const section = definition.form.sections.find((candidate) => candidate.fields.includes(field));
  return [section?.visibleWhen, field.visibleWhen].filter((condition) => condition !== undefined);
}

/**
 * What must hold of these facts so that the form would take the answers: hidden fields are empty, asked ones that must be answered are filled, and a fact
 * drawn from an answer is known when the answer is. With it comes the same for every fact that these conditions ask for in turn.
 */
export function formConditions(
  definition: OperableDefinition,
  types: ReadonlyMap<string, FactType>,
  facts: readonly string[],
): Condition[] {
  const fields = new Map(formFields(definition.form).map((field) => [answerFact(field.key), field]));
  const seen = new Set<string>();
  const conditions: Condition[] = [];
  const waiting = [...facts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const field = fields.get(name);
    const follows = types.get(name)?.follows;
    const added = [
      ...(field ? ofField(definition, field, name) : []),
      ...(follows === undefined ? [] : [any(all(filled(name), filled(follows)), all(empty(name), empty(follows)))]),
    ];
    conditions.push(...added);
    waiting.push(...added.flatMap(factsOf));
  }
  return conditions;
}

function ofField(definition: OperableDefinition, field: Field, name: string): Condition[] {
  const visible = visibleWhen(definition, field);
  const hidden = visible.map(not);
  const whenRequired = field.required ? [] : field.requiredWhen ? [not(field.requiredWhen)] : undefined;
  return [
    ...(visible.length > 0 ? [any(empty(name), all(...visible))] : []),
    ...(whenRequired === undefined ? [] : [any(...hidden, ...whenRequired, filled(name))]),
  ];
}
