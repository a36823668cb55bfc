/**
 * The application: Strapi with the plugin, the site and the CMS, one process on one port. Started by run.mts with a complete environment
 * and a channel to it; it reports over the channel, and stops when the channel closes, so that no server outlives its launcher.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Report } from './lib/reports.mts';
import { root } from './lib/paths.mts';
import { stopCluster } from './lib/postgres.mts';

// The CommonJS build, as the compiled plugin loads it: two copies of Strapi in one process would not share their state.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as typeof import('@strapi/strapi');

interface AdminUsers {
  exists(): Promise<boolean>;
  createFirstAdmin(attributes: Record<string, string>): Promise<{ id: number }>;
}

interface People {
  handOverVacantPositions(user: number): Promise<void>;
}

const report = (message: Report): void => void process.send?.(message);

/** Makes the first administrator when there is none, and keeps the generated password in the data directory for its owner. */
async function ensureAdministrator(strapi: Core.Strapi): Promise<void> {
  const users = strapi.service('admin::user') as AdminUsers & Core.Service;
  if (await users.exists()) return;
  const email = process.env.ADMIN_EMAIL ?? 'admin@maklumat.local';
  const password = process.env.ADMIN_PASSWORD ?? `${randomBytes(15).toString('base64url')}Aa1`;
  const generated = process.env.ADMIN_PASSWORD === undefined;
  const file = join(process.env.DATA_DIRECTORY ?? join(root, '.data'), 'admin.txt');
  // Written first: a process that dies in between must not leave an administrator whose password nobody knows.
  if (generated) await writeFile(file, `Surel: ${email}\nKata sandi: ${password}\n`, { mode: 0o600 });
  const admin = await users.createFirstAdmin({ email, password, firstname: 'Administrator', lastname: 'Maklumat', preferedLanguage: 'id' });
  // Nobody holds a position yet; the first administrator does until people are named in the CMS.
  await strapi.plugin('maklumat').service<People>('people').handOverVacantPositions(admin.id);
  if (generated) report({ type: 'administrator', email, password, file });
}

// Citizens' files lie in the data directory, which other users of the machine may pass through.
process.umask(0o077);

const strapi = createStrapi({ appDir: root, distDir: join(root, 'dist') });

process.once('disconnect', () => {
  const cluster = process.env.MAKLUMAT_CLUSTER;
  void strapi
    .destroy()
    .then(() => (cluster === undefined ? undefined : stopCluster(cluster)))
    .finally(() => process.exit(1));
});

try {
  // Strapi's media library wants its folder to exist; a clone does not carry it.
  await mkdir(join(root, 'public', 'uploads'), { recursive: true });
  await strapi.load();
  await ensureAdministrator(strapi);
  await strapi.start();
  report({ type: 'listening' });
} catch (error) {
  strapi.log.error(error);
  report({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
