import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unusedPort } from './app';
import { until } from './until';

const run = promisify(execFile);
const installed = '/usr/lib/postgresql';

/** A server of Debian's PostgreSQL: older than the one that comes with the product, and with `pg_dump`. */
export interface DebianPostgres {
  version: string;
  /** Connection string of its one database. */
  url: string;
  /** All that `pg_dump` writes of it, as text. */
  dump(): Promise<string>;
  stop(): Promise<void>;
}

interface Identity {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root. */
async function identity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

/** @throws Error when the package `postgresql` is not installed; `npm test` installs it */
function programs(): { version: string; bin: (name: string) => string } {
  const versions = existsSync(installed)
    ? readdirSync(installed).filter((name) => existsSync(join(installed, name, 'bin', 'pg_dump')))
    : [];
  const version = versions.sort((one, other) => Number(one) - Number(other)).at(-1);
  if (version === undefined) throw new Error(`No PostgreSQL below ${installed}: install the package postgresql`);
  return { version, bin: (name) => join(installed, version, 'bin', name) };
}

/** Makes and starts a cluster of the test's own. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const { version, bin } = programs();
  const who = await identity();
  const directory = mkdtempSync(join(tmpdir(), 'maklumat-debian-'));
  if (who.uid !== undefined && who.gid !== undefined) chownSync(directory, who.uid, who.gid);
  const data = join(directory, 'data');
  const as = { cwd: directory, ...who };
  await run(
    bin('initdb'),
    [`--pgdata=${data}`, '--username=maklumat', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    as,
  );
  const port = await unusedPort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off', 'max_connections=100'];
  const server = spawn(bin('postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...as, stdio: 'ignore' });
  const url = `postgresql://maklumat@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const isReady = (): Promise<boolean> =>
      run(bin('pg_isready'), ['--quiet', '--dbname', url]).then(
        () => true,
        () => false,
      );
    await until(isReady, (ready) => ready, 60_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    version,
    url,
    dump: async () => (await run(bin('pg_dump'), ['--format=plain', '--dbname', url], { maxBuffer: 1024 ** 3 })).stdout,
    stop,
  };
}
