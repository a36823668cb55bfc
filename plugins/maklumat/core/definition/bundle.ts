import { formFields } from '../form/files';
import type { ServiceDefinition } from './schema';

type Order = (key: string) => number;

const anywhere: Order = () => 0;

/** Objects within a value with their keys in one order, by rank and then by name; lists stay as they are. */
function arranged(value: unknown, order: Order): unknown {
  if (Array.isArray(value)) return value.map((item) => arranged(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => order(one) - order(other) || (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, arranged(inner, order)]));
}

const record = <T>(entries: Record<string, T>, order = anywhere): Record<string, T> => {
  const keys = Object.keys(entries).sort((one, other) => order(one) - order(other) || (one < other ? -1 : 1));
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(entries, key) ? [[key, entries[key] as T]] : [])));
};

/** Facts that an opened case takes its answers from are a record within rules and effects. */
function withLinks<T extends { type: string }>(effect: T): T {
  return 'answers' in effect ? { ...effect, answers: arranged(effect.answers, anywhere) } : effect;
}

/**
 * A definition as it is written to a file: parts in the order of the schema, records by key, answers of examples in the order of the form. The database
 * keeps no order of keys, so that without this two exports of one draft could differ.
 * @param definition as `ServiceDefinition.parse` gives it, which orders what the schema names
 */
export function bundleOf(definition: ServiceDefinition): ServiceDefinition {
  const fields = definition.form ? formFields(definition.form) : [];
  const keys = fields.flatMap((field) => [field.key, ...(field.type === 'group' ? field.fields.map((inner) => inner.key) : [])]);
  const byForm: Order = (key) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const { procedure } = definition;
  return {
    ...definition,
    ...(procedure
      ? {
          procedure: {
            ...procedure,
            steps: procedure.steps.map((step) => ({
              ...step,
              outcomes: step.outcomes.map((outcome) => ({ ...outcome, effects: outcome.effects.map(withLinks) })),
            })),
          },
        }
      : {}),
    rules: definition.rules.map((rule) => ({ ...rule, then: withLinks(rule.then) })),
    messages: record(definition.messages),
    documents: record(definition.documents),
    examples: definition.examples.map((example) => ({
      ...example,
      answers: arranged(example.answers, byForm) as typeof example.answers,
      facts: record(example.facts),
    })),
  };
}
