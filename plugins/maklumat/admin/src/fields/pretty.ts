import type { Shape, Shapes } from './shape';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Characters of a line; what fits on one is written on one. */
const width = 80;

/** Properties that say what a thing is come first, whatever place the schema gives them. */
const leading: readonly string[] = ['key', 'type', 'kind'];

/**
 * The value as text, its properties in the order of the schema and others by the alphabet. The database keeps no order, so this is what
 * makes a stored part read the same every time.
 */
export function pretty(value: unknown, shapes: Shapes): string {
  return value == null ? '' : layOut(ordered(value, shapes.root, shapes), '');
}

/** True when two values say the same, in whatever order. */
export const isSame = (a: unknown, b: unknown, shapes: Shapes): boolean => pretty(a, shapes) === pretty(b, shapes);

function ordered(value: unknown, at: readonly Shape[], shapes: Shapes): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => ordered(item, shapes.inside(at, index), shapes));
  if (!isObject(value)) return value;
  const fitting = shapes.fitting(at, value);
  const names = [...leading, ...fitting.flatMap((shape) => Object.keys(shape.properties ?? {}))];
  const rank = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member, shapes.inside(fitting, name), shapes)]),
  );
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function layOut(value: unknown, indent: string): string {
  const line = onOneLine(value);
  if (indent.length + line.length <= width || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const [open, close, lines] = Array.isArray(value)
    ? ['[', ']', value.map((item: unknown) => layOut(item, deeper))]
    : ['{', '}', Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${layOut(member, deeper)}`)];
  return `${open}\n${lines.map((item) => deeper + item).join(',\n')}\n${indent}${close}`;
}
