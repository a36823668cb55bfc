import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { buildStale } from './builds.mts';
import { joinEnvironment, prepareEnvironment } from './environment.mts';
import { Failure } from './failure.mts';
import { holdDirectory } from './lock.mts';
import { root } from './paths.mts';
import { dataDirectory, parseSettings, readEnvironment } from './settings.mts';

/** False when an `npm run up` or another command works in the data directory. */
async function isMine(directory: string): Promise<boolean> {
  try {
    await holdDirectory(directory);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

interface ConnectionPool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** Waits, for 5 seconds at most, until Strapi has done what it does after a write without being waited for; a pool that closes meanwhile throws. */
async function settled(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: ConnectionPool };
  const limit = performance.now() + 5_000;
  for (let quiet = 0; quiet < 3 && performance.now() < limit;) {
    await sleep(50);
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}

/** Keeps standard output for the answer: what the application logs goes to standard error meanwhile. */
async function withQuietOutput<T>(work: () => Promise<T>): Promise<T> {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}

/**
 * Loads the application into this process, without a port of its own, on the database of this installation: beside an `npm run up` on the one that runs, else on
 * one started for the time being. Many processes may work on one database, so the running server notices what is changed here.
 * @throws Failure with one sentence; nothing is left running then
 */
export async function withApplication<T>(say: (line: string) => void, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  const given = readEnvironment();
  const settings = parseSettings(given);
  const directory = dataDirectory(settings);
  await mkdir(directory, { recursive: true, mode: 0o711 });
  const mine = await isMine(directory);
  // A build replaces the files that a running server may still load.
  if (mine) await buildStale((title) => say(`membangun ${title} …`), ['server']);
  const prepared = await (mine ? prepareEnvironment : joinEnvironment)(settings, given);
  try {
    Object.assign(process.env, prepared.environment, { LOG_LEVEL: 'error' });
    // The CommonJS build, as the compiled plugin loads it: two copies of Strapi in one process would not share their state.
    const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as typeof import('@strapi/strapi');
    return await withQuietOutput(async () => {
      const strapi = await createStrapi({ appDir: root, distDir: join(root, 'dist'), serveAdminPanel: false }).load();
      try {
        return await work(strapi);
      } finally {
        await settled(strapi);
        await strapi.destroy();
      }
    });
  } finally {
    await prepared.stop();
  }
}
