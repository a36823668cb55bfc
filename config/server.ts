import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Partial<Core.Config.Server> => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  // Without PUBLIC_URL the admin asks the origin it came from, so that one build serves any port.
  url: env('PUBLIC_URL', ''),
  app: { keys: env.array('APP_KEYS', []) },
  proxy: { koa: env.bool('TRUST_PROXY', false) },
  // A file of 5 MB takes a telephone at 0.5 Mbit/s 80 seconds, and it may wait in line before.
  http: { serverOptions: { requestTimeout: 180_000, headersTimeout: 20_000 } },
  // Level http would log every request and halves the rate of the fast ones.
  logger: { config: { level: env('LOG_LEVEL', 'warn') }, updates: { enabled: false }, startup: { enabled: false } },
  cron: { enabled: true },
  transfer: { remote: { enabled: false } },
});

export default config;
