import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Partial<Core.Config.Admin> => ({
  autoOpen: false,
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', '') },
  // Per address and account. Strapi counts in one process's memory, which is enough to slow guessing down.
  rateLimit: { enabled: true, interval: 5 * 60_000, max: env.int('LOGIN_ATTEMPTS', 5) },
  flags: { nps: false, promoteEE: false, docLinks: false },
  ai: { enabled: false },
  // These are built or run by their own tools; a restart of `strapi develop` would only interrupt.
  watchIgnoreFiles: ['**/plugins/*/admin/**', '**/site/**', '**/tests/**', '**/.data/**'],
});

export default config;
