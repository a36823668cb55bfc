import { mkdir } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, isInUse, withConnection } from './database.mts';
import { Failure } from './failure.mts';
import { findRunningCluster, startCluster } from './postgres.mts';
import { loadSecrets } from './secrets.mts';
import { dataDirectory, type Settings } from './settings.mts';

export interface Prepared {
  /** Everything that the server process needs, secrets included. */
  environment: Record<string, string>;
  /** The embedded cluster's directory; undefined when DATABASE_URL names a server of one's own. */
  clusterDirectory: string | undefined;
  stop(): Promise<void>;
}

const databaseName = 'maklumat';

/** Where the server reaches itself: the site reads over loopback REST, and a wildcard address is not one to connect to. */
export function loopbackUrl({ HOST, PORT }: Settings): string {
  if (['0.0.0.0', '127.0.0.1', 'localhost'].includes(HOST)) return `http://127.0.0.1:${PORT}`;
  if (HOST === '::') return `http://[::1]:${PORT}`;
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}

async function openDatabase(settings: Settings): Promise<Pick<Prepared, 'clusterDirectory' | 'stop'> & { url: string }> {
  if (settings.DATABASE_URL !== undefined) {
    await withConnection(settings.DATABASE_URL, (client) => client.query('SELECT 1'));
    return { url: settings.DATABASE_URL, clusterDirectory: undefined, stop: () => Promise.resolve() };
  }
  const clusterDirectory = join(dataDirectory(settings), 'postgres');
  const cluster = await startCluster(clusterDirectory);
  await ensureDatabase(cluster.urlOf('postgres'), databaseName);
  return { url: cluster.urlOf(databaseName), clusterDirectory, stop: () => cluster.stop() };
}

/**
 * Opens the database (starting the embedded one when no other is set) and completes the environment with secrets and defaults.
 * @throws Failure with one sentence; nothing is left running then
 */
export async function prepareEnvironment(settings: Settings, given: Record<string, string>): Promise<Prepared> {
  const directory = dataDirectory(settings);
  // Others than the owner may pass through (the system user postgres must), each file inside guards itself.
  await mkdir(directory, { recursive: true, mode: 0o711 });
  const database = await openDatabase(settings);
  try {
    const secrets = await loadSecrets(directory, given, () => isInUse(database.url));
    const environment = {
      ...given,
      ...secrets,
      NODE_ENV: 'production',
      HOST: settings.HOST,
      PORT: String(settings.PORT),
      DATABASE_URL: database.url,
      DATA_DIRECTORY: directory,
      ADMIN_EMAIL: settings.ADMIN_EMAIL,
      MAKLUMAT_API_URL: loopbackUrl(settings),
      // The launcher has read .env already; Strapi would take its empty values for settings.
      ENV_PATH: devNull,
      STRAPI_TELEMETRY_DISABLED: 'true',
    };
    return { environment, clusterDirectory: database.clusterDirectory, stop: () => database.stop() };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/**
 * The same beside an `npm run up` that holds the data directory already: it uses the database of that one and leaves it running.
 * @throws Failure when the other one is only just starting or stopping
 */
export async function joinEnvironment(settings: Settings, given: Record<string, string>): Promise<Prepared> {
  if (settings.DATABASE_URL !== undefined) return prepareEnvironment(settings, given);
  const cluster = await findRunningCluster(join(dataDirectory(settings), 'postgres'));
  if (!cluster) throw new Failure('Maklumat sedang dimulai atau dihentikan dari folder ini; coba lagi sebentar.');
  return prepareEnvironment({ ...settings, DATABASE_URL: cluster.urlOf(databaseName) }, given);
}
