import { answerFact, answerFacts, conditionHolds, type Facts } from '../rules/conditions';
import type { Condition } from '../rules/schema';
import type { Answers, Field, Form } from './schema';

/** Fields that are asked or not asked together. */
export interface FieldSet<F extends Field> {
  visibleWhen?: Condition;
  fields: readonly F[];
}

/** Which fields are asked, given the answers so far, and the facts that the answers to these alone give. */
export interface Visibility<F extends Field> {
  visible: F[];
  hidden: F[];
  facts: Facts;
}

/**
 * Goes through the fields in order. The answer of a hidden field counts for nothing in the conditions of the fields after it,
 * so that a choice taken back hides everything that hung on it.
 * @param around facts from outside the fields, as a group's item sees the answers of its form
 */
export function visibility<F extends Field>(sets: readonly FieldSet<F>[], answers: Answers, around: Facts = {}): Visibility<F> {
  const result: Visibility<F> = { visible: [], hidden: [], facts: { ...around, ...answerFacts(answers) } };
  const holds = (condition: Condition | undefined): boolean => condition === undefined || conditionHolds(condition, result.facts);
  for (const { visibleWhen, fields } of sets) {
    const open = holds(visibleWhen);
    for (const field of fields) {
      if (open && holds(field.visibleWhen)) {
        result.visible.push(field);
      } else {
        result.hidden.push(field);
        delete result.facts[answerFact(field.key)];
      }
    }
  }
  return result;
}

/** The fields that a person with these answers is asked, in order; those of hidden sections and hidden fields are left out. */
export function visibleFields(form: Form, answers: Answers): Field[] {
  return visibility(form.sections, answers).visible;
}

/** Whether a visible field must be answered, always or because of the other answers. */
export function isRequired(field: Field, answers: Answers): boolean {
  return isRequiredOn(field, answerFacts(answers));
}

/** The same on facts that are known already. */
export function isRequiredOn(field: Field, facts: Facts): boolean {
  return field.required || (field.requiredWhen !== undefined && conditionHolds(field.requiredWhen, facts));
}
