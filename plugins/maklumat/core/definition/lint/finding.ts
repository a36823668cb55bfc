import type { Field } from '../../form/schema';
import type { FindingText } from '../../language/lint/findingText';

/**
 * What the publish gate found in a definition, in the words of an office clerk. `where` is a dotted path to the part it is about:
 * `form.<key>`, `procedure.<step>`, `procedure.<step>.<outcome>`, `rules.<key>`, `clock`, `messages.<key>`, `documents.<key>`, `examples.<index>`,
 * `standard.servicePoint.<component>`, `agency`.
 */
export interface Finding extends FindingText {
  where: string;
}

/** What exists outside the definition, by slug. */
export interface Known {
  /** `held` tells that somebody holds the position today. */
  positions: ReadonlyMap<string, { held: boolean; unit: string }>;
  units: ReadonlyMap<string, { agency: string }>;
  agencies: ReadonlySet<string>;
  /** The services that take cases, each with the fields of its form. */
  services: ReadonlyMap<string, readonly Field[]>;
  resources: ReadonlySet<string>;
  /** Keys of the rate table for which an amount is set. */
  rates: ReadonlySet<string>;
  /** YYYY-MM-DD in the agency's zone. */
  today: string;
}

/** Puts a text of `core/language/lint` at its place. */
export const at = (where: string, text: FindingText): Finding => ({ where, ...text });

/** The values that occur more than once, each once. */
export function twins(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
