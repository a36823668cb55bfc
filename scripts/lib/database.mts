import pg from 'pg';
import { Failure, hasCode } from './failure.mts';

const connectTimeout = 5_000;

/** Where a connection string leads, without the password, fit to show. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function explain(error: unknown, url: string): Failure {
  const place = placeOf(url);
  if (hasCode(error, '28P01', '28000')) return new Failure(`Basis data ${place} menolak nama pengguna atau kata sandi pada DATABASE_URL.`);
  if (hasCode(error, '3D000')) return new Failure(`Basis data ${place} belum ada; buat dahulu, atau perbaiki DATABASE_URL.`);
  if (hasCode(error, '53100')) return new Failure(`Ruang disk server basis data ${place} habis.`);
  return new Failure(`Basis data ${place} tidak dapat dihubungi; periksa DATABASE_URL dan server basis datanya.`);
}

/**
 * Runs work on one connection and closes it.
 * @throws Failure when the database cannot be reached or entered
 */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeout });
  try {
    await client.connect();
  } catch (error) {
    throw explain(error, url);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the database when the cluster has none of this name. `admin` is a connection string of another database of the same cluster. */
export async function ensureDatabase(admin: string, name: string): Promise<void> {
  await withConnection(admin, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** True when the product has been set up in this database before. */
export function isInUse(url: string): Promise<boolean> {
  return withConnection(url, async (client) => {
    const found = await client.query<{ used: boolean }>("SELECT to_regclass('strapi_core_store_settings') IS NOT NULL AS used");
    return found.rows[0]?.used === true;
  });
}
