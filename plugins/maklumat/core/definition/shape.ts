import { shapeText } from '../language/definitions';
import type { Finding } from './lint';
import { misfitsOf } from './misfits';
import { ServiceDefinition } from './schema';

/** Lists whose name says nothing to a reader when the item in them has a key. */
const transparent: ReadonlySet<PropertyKey> = new Set(['sections', 'fields', 'steps', 'outcomes']);

function keyOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string' && item.key !== ''
    ? item.key
    : undefined;
}

function inner(node: unknown, segment: PropertyKey): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, segment)
    ? (node as Record<PropertyKey, unknown>)[segment]
    : undefined;
}

/** The place that a path of the schema leads to, named by keys where the items have them: `procedure.periksa.lengkap.to`. */
export function placeOf(value: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let node = value;
  for (const [index, segment] of path.entries()) {
    const next = inner(node, segment);
    const position = path[index + 1];
    const named = typeof position === 'number' && keyOf(inner(next, position)) !== undefined;
    if (!(transparent.has(segment) && named)) names.push((Array.isArray(node) ? keyOf(next) : undefined) ?? String(segment));
    node = next;
  }
  return names.join('.');
}

/**
 * Reads a value as a definition. What does not fit is a finding each, at the place where it stands.
 * @param value anything, such as a draft of the database or a file that somebody wrote
 */
export function parseDefinition(value: unknown): { ok: true; definition: ServiceDefinition } | { ok: false; findings: Finding[] } {
  const parsed = ServiceDefinition.safeParse(value);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const findings = misfitsOf(ServiceDefinition, value, 'id').map(({ path, property, message }): Finding => {
    const where = placeOf(value, property === undefined ? path : [...path, property]);
    return { severity: 'error', where, what: shapeText.what(where || 'layanan', message), why: shapeText.why, mend: shapeText.mend };
  });
  return { ok: false, findings };
}
