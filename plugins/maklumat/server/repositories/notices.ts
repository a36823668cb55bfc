import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { z } from 'zod';
import type { Db } from './database';

const name = 'maklumat_content';
const Connection = z.object({ connectionString: z.string() });

async function open(strapi: Core.Strapi, heard: () => void, closed: () => boolean): Promise<Client> {
  const client = new Client(Connection.parse(strapi.config.get('database.connection.connection')));
  client.on('notification', heard);
  client.on('error', () => undefined);
  client.on('end', () => {
    // What was missed while the line was down is unknown, so everything counts as changed.
    heard();
    if (!closed()) setTimeout(() => void open(strapi, heard, closed).catch((error: unknown) => strapi.log.error(error)), 1_000).unref();
  });
  await client.connect();
  await client.query(`LISTEN ${name}`);
  return client;
}

/** Tells every process over the same database that published content changed. */
export const channel = {
  /** In the transaction of the change: PostgreSQL passes it on when that commits, once however often it is said. */
  async announce(db: Db): Promise<void> {
    await db.raw(`SELECT pg_notify('${name}', '')`);
  },
  async listen(strapi: Core.Strapi, heard: () => void): Promise<{ close(): Promise<void> }> {
    let closed = false;
    const client = await open(strapi, heard, () => closed);
    return {
      async close() {
        closed = true;
        await client.end();
      },
    };
  },
};
