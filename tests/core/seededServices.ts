import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Known } from '../../plugins/maklumat/core/definition/lint';
import { ServiceDefinition } from '../../plugins/maklumat/core/definition/schema';
import { AgencySeed, AreaSeed, PositionSeed, UnitSeed } from '../../plugins/maklumat/core/definition/seeds';
import { formFields } from '../../plugins/maklumat/core/form/files';

const directory = join(__dirname, '../../database/seeds');
const read = <T extends z.ZodType>(name: string, schema: T): z.infer<T>[] =>
  z.array(schema).parse(JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')));

export const seededAgencies = read('agencies', AgencySeed);
export const seededAreas: ReadonlySet<string> = new Set(read('areas', AreaSeed).map(({ code }) => code));
export const seededServices = readdirSync(join(directory, 'services'))
  .sort()
  .map((file) => ServiceDefinition.parse(JSON.parse(readFileSync(join(directory, 'services', file), 'utf8'))));

/** What a fresh installation has, with somebody in every position. */
export const seededKnown: Known = {
  positions: new Map(read('positions', PositionSeed).map(({ slug, unit }) => [slug, { held: true, unit }])),
  units: new Map(read('units', UnitSeed).map(({ slug, agency }) => [slug, { agency }])),
  agencies: new Set(seededAgencies.map(({ slug }) => slug)),
  services: new Map(seededServices.flatMap(({ slug, form }) => (form ? [[slug, formFields(form)] as const] : []))),
  resources: new Set(read('resources', z.object({ slug: z.string() })).map(({ slug }) => slug)),
  rates: new Set(),
  today: '2026-01-05',
};
