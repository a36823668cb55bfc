/** `npm run openapi`: writes docs/openapi.json from the built contracts; a test holds the file against what the server says. */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/paths.mts';

interface Documented {
  openApiDocument: (serverUrl: string) => object;
}

const { openApiDocument } = createRequire(import.meta.url)(join(root, 'dist/plugins/maklumat/server/services/openapi.js')) as Documented;
await writeFile(join(root, 'docs', 'openapi.json'), `${JSON.stringify(openApiDocument('http://127.0.0.1:1337'), null, 2)}\n`);
