/** What messages and documents may name in braces: {number} is replaced by the case's number, and so on. */
export const placeholders = [
  'number',
  'service',
  'agency',
  'deadline',
  'reason',
  'result',
  'trackingUrl',
  'date',
  'schedule',
  'amount',
  'code',
  'signatory',
] as const;

/** Besides these, {answers.<key>} names an answer of the form and {decisions.<key>} one of a decision. */
const placeholder = /\{([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)?)\}/g;

/** The names in braces of a text, each once, in order; whether they are known is for lint to say. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name))];
}

/** Puts values in the place of names. A name without a value, such as an answer that was not given, leaves nothing; other text in braces stays. */
export function fillIn(template: string, values: Readonly<Record<string, string | undefined>>): string {
  return template.replace(placeholder, (_whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : ''));
}
