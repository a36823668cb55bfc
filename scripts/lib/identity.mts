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
    throw new Failure(`PostgreSQL tidak boleh berjalan sebagai root dan pengguna ${systemUser} tidak dapat dibuat; jalankan sebagai pengguna biasa.`);
  }
  return { uid, gid };
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the system user `postgres`. A clone below a directory that only root may enter
 * (such as /root) is then out of reach: there the user keeps the one capability to read and search, which its parent process has anyway.
 * @throws Failure when neither works
 */
export async function identityFor(program: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = await ensureSystemUser();
  if ((await run(program, ['--version'], { uid, gid })).code === 0) return { uid, gid, prefix: [] };
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
  const [command = '', ...rest] = prefix;
  if ((await run(command, [...rest, program, '--version'])).code === 0) return { uid, gid, prefix };
  throw new Failure(`Folder ini tidak dapat dibaca pengguna ${systemUser}; pindahkan klon, misalnya ke /opt, atau jalankan sebagai pengguna biasa.`);
}
