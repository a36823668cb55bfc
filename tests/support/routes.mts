/** Prints, as JSON, every route that the application mounts. It is loaded without a port; its environment names the database. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';

interface Layer {
  methods: string[];
  path: string;
}

// The CommonJS build, as the compiled plugin loads it: two copies of Strapi in one process would not share their state.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as typeof import('@strapi/strapi');

const root = join(import.meta.dirname, '..', '..');
const strapi: Core.Strapi = await createStrapi({ appDir: root, distDir: join(root, 'dist'), serveAdminPanel: false }).load();
strapi.server.mount();
const layers = strapi.server.listRoutes() as Layer[];
// The health check answers every method there is.
const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const routes = layers.flatMap(({ methods, path }) =>
  known.filter((method) => methods.includes(method)).map((method) => `${method} ${path}`),
);
await strapi.destroy();
process.stdout.write(`\n${JSON.stringify([...new Set(routes)].sort())}\n`);
process.exit(0);
