import { Failure } from './failure.mts';
import { run } from './process.mts';

/** How a PostgreSQL program is started, as whom. */
export interface Identity {
  uid?: number;
  gid?: number;
  /** A command put before the program, with its arguments. */
  prefix: string[];
}

const systemUser = 'postgres';

async function idOf(flag: '-u' | '-g'): Promise<number | undefined> {
  const { code, output } = await run('id', [flag, systemUser]);
  return code === 0 ? Number.parseInt(output, 10) : undefined;
}

async function ensureSystemUser(): Promise<{ uid: number; gid: number }> {
  if ((await idOf('-u')) === undefined) {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', systemUser]);
  }
  const [uid, gid] = [await idOf('-u'), await idOf('-g')];
  if (uid === undefined || gid === undefined) {
    throw new Failure(
      `PostgreSQL tidak boleh berjalan sebagai root dan pengguna ${systemUser} tidak dapat dibuat; jalankan sebagai pengguna biasa.`,
    );
  }
  return { uid, gid };
}

/** Spawn options of an identity. With a prefix the prefix changes the user itself. The working directory is one that every user may enter. */
export const spawnOptions = ({ uid, gid, prefix }: Identity): { cwd: string; uid?: number; gid?: number } =>
  prefix.length > 0 || uid === undefined ? { cwd: '/' } : { cwd: '/', uid, gid };

/** Command and arguments that start a program as this identity. */
export function commandOf(identity: Identity, program: string, args: readonly string[]): [string, string[]] {
  const [command = program, ...rest] = [...identity.prefix, program, ...args];
  return [command, rest];
}

async function canWork(identity: Identity, program: string, directory: string): Promise<boolean> {
  const options = spawnOptions(identity);
  const starts = await run(...commandOf(identity, program, ['--version']), options);
  const enters = await run(...commandOf(identity, 'test', ['-e', `${directory}/.`]), options);
  return starts.code === 0 && enters.code === 0;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the system user `postgres`. A clone below a directory that only root may enter
 * (such as /root) is then out of reach: there the user keeps the one capability to read and search, which its parent process has anyway.
 * @param program a PostgreSQL program that will be run
 * @param directory where it will work; it exists
 * @throws Failure when neither works
 */
export async function identityFor(program: string, directory: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = await ensureSystemUser();
  const plain: Identity = { uid, gid, prefix: [] };
  if (await canWork(plain, program, directory)) return plain;
  const prefix = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--bounding-set=-all,+dac_read_search',
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--securebits=+no_setuid_fixup',
  ];
  const searching: Identity = { uid, gid, prefix };
  if (await canWork(searching, program, directory)) return searching;
  throw new Failure(
    `Folder ini tidak dapat dibaca pengguna ${systemUser}; pindahkan klon, misalnya ke /opt, atau jalankan sebagai pengguna biasa.`,
  );
}
