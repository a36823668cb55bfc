/** The text of a value that came from outside: what a person typed or chose; empty for a file, an object, or nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
