import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secrets } from './app';
import { createDatabase } from './database';
import { node, root } from './root';

/** Every route that the application mounts, Strapi's own too, as `GET /api/cases/:number`. Asked of the application itself, loaded without a port. */
export async function mountedRoutes(): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'maklumat-routes-'));
  const env = {
    ...secrets,
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DATABASE_URL: await createDatabase(),
    DATA_DIRECTORY: directory,
    ENV_PATH: devNull,
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  try {
    const { stdout } = await promisify(execFile)(node, [join(root, 'tests', 'support', 'routes.mts')], { cwd: root, env });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as string[];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
