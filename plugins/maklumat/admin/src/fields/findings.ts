import type { lintDefinition } from '../../../contracts/definitions';
import type { PartName } from '../../../core/definition/parts';
import type { DataOf } from '../api/call';
import type { JsonPath } from './text';

/** What the publish gate says about a place of the service. */
export type Finding = DataOf<typeof lintDefinition>['findings'][number];

/** The findings that are about a part, errors first. */
export function findingsOf(part: PartName, findings: readonly Finding[]): Finding[] {
  const own = findings.filter(({ where }) => where === part || where.startsWith(`${part}.`));
  return [...own.filter(({ severity }) => severity === 'error'), ...own.filter(({ severity }) => severity === 'warning')];
}

interface Found {
  path: JsonPath;
  value: unknown;
}

const entriesOf = (value: unknown): Found[] => {
  if (Array.isArray(value)) return value.map((item: unknown, index) => ({ path: [index], value: item }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, member]: [string, unknown]) => ({ path: [name], value: member }));
};

const hasKey = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && 'key' in value && value.key === key;

/** A property or item of that name, else the nearest thing below with that key. */
function find(value: unknown, name: string): Found | undefined {
  const direct = entriesOf(value).find(({ path }) => String(path[0]) === name);
  if (direct) return direct;
  let level: Found[] = [{ path: [], value }];
  while (level.length > 0) {
    const below = level.flatMap((parent) => entriesOf(parent.value).map((entry) => ({ ...entry, path: [...parent.path, ...entry.path] })));
    const keyed = below.find((entry) => hasKey(entry.value, name));
    if (keyed) return keyed;
    level = below;
  }
  return undefined;
}

/** The path in a part that the place of a finding means: `procedure.periksa.lengkap` names a step and an outcome by their keys. */
export function pathOfPlace(value: unknown, where: string): JsonPath {
  let here: Found = { path: [], value };
  for (const name of where.split('.').slice(1)) {
    const next = find(here.value, name);
    if (!next) break;
    here = { path: [...here.path, ...next.path], value: next.value };
  }
  return here.path;
}
