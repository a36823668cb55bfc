import type { Core } from '@strapi/strapi';

/** PostgreSQL only: the product relies on its exclusion constraints, partial indexes and text search (docs/decisions/0002). */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  connection: {
    client: 'postgres',
    connection: { connectionString: env('DATABASE_URL', '') },
    pool: { min: 0, max: env.int('DATABASE_POOL', 20) },
    acquireConnectionTimeout: 10_000,
  },
  settings: { runMigrations: true },
});

export default config;
