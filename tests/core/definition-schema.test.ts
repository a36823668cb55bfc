import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { definitionJsonSchema } from '../../plugins/maklumat/core/definition/jsonSchema';

const root = join(__dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const published = read('docs/service-definition.schema.json') as object;
const bundles = readdirSync(join(root, 'database/seeds/services')).map((file) => `database/seeds/services/${file}`);

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv);
const validate = ajv.compile(published);
const verdict = (bundle: unknown): string => (validate(bundle) ? 'fits' : ajv.errorsText(validate.errors));

it('the kept schema is the one of the code; npm run openapi writes it', () => {
  expect(published).toEqual(definitionJsonSchema());
});

it.each(bundles)('%s fits', (file) => {
  expect(verdict(read(file))).toBe('fits');
});

it('says what zod says in words of its own', () => {
  const bundle = read('database/seeds/services/01-informasi-publik.json') as {
    clock: object;
    procedure: { steps: { outcomes: { end?: string }[] }[] };
  };
  const { clock, procedure } = bundle;
  expect(verdict({ ...bundle, clock: { ...clock, start: 'schedule' } })).toContain('startField');
  const [first, ...rest] = procedure.steps;
  const steps = [{ ...first, outcomes: first?.outcomes.map((outcome) => ({ ...outcome, end: 'completed' })) }, ...rest];
  expect(verdict({ ...bundle, procedure: { ...procedure, steps } })).toContain('exactly one schema');
  expect(verdict({ ...bundle, formulir: {} })).toContain('additional properties');
});
