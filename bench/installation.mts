import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { withApplication } from '../scripts/lib/application.mts';
import { root } from '../scripts/lib/paths.mts';

/**
 * What modules of the compiled plugin export, as one: a bench runs what an installation runs.
 * @param files paths from `plugins/maklumat`, without their ending; the caller names the type, which nothing else knows of compiled files
 */
export function loadPlugin<Plugin extends object>(files: readonly string[]): Plugin {
  const load = createRequire(join(root, 'dist', 'plugins', 'maklumat', 'index.js'));
  return files.reduce<object>((plugin, file) => ({ ...plugin, ...(load(`./${file}.js`) as object) }), {}) as Plugin;
}

/** Does the work in an installation of its own, on real PostgreSQL, which is gone afterwards. */
export async function inNewInstallation(work: (strapi: Core.Strapi) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'maklumat-bench-'));
  process.env.DATA_DIRECTORY = directory;
  delete process.env.DATABASE_URL;
  try {
    await withApplication(console.error, work);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
