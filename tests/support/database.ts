import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Databases that `globalSetup` has filled once; a copy takes a fraction of a first start. */
export const template = 'maklumat_template';

/** Connection string of the run's cluster, for its maintenance database. */
export function adminUrl(): string {
  const url = process.env.TEST_CLUSTER;
  if (url === undefined) throw new Error('TEST_CLUSTER is not set: the suite needs tests/support/globalSetup.ts');
  return url;
}

export function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A new database, empty or as the application leaves it after its first start (the default). Resolves to its connection string. */
export async function createDatabase(content: 'seeded' | 'empty' = 'seeded'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(content === 'seeded' ? `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log` : `CREATE DATABASE ${name}`);
  return urlOf(name);
}

export const createNamedDatabase = (name: string): Promise<void> => administer(`CREATE DATABASE ${name}`);

/** Runs one query and closes the connection: a look into the tables from outside of the application. */
export async function query<Row extends Record<string, unknown>>(databaseUrl: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const result = await client.query<Row>(sql, values);
    return result.rows;
  } finally {
    await client.end();
  }
}
