/** `npm run openapi`: writes docs/openapi.json and docs/service-definition.schema.json from the built code; tests hold the files against it. */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/paths.mts';

interface Documented {
  openApiDocument: (serverUrl: string) => object;
}

interface Described {
  definitionJsonSchema: () => object;
}

const built = createRequire(join(root, 'dist', 'plugins', 'maklumat', '/'));
const { openApiDocument } = built('./server/services/openapi.js') as Documented;
const { definitionJsonSchema } = built('./core/definition/jsonSchema.js') as Described;

const write = (file: string, document: object): Promise<void> =>
  writeFile(join(root, 'docs', file), `${JSON.stringify(document, null, 2)}\n`);
await write('openapi.json', openApiDocument('http://127.0.0.1:1337'));
await write('service-definition.schema.json', definitionJsonSchema());
