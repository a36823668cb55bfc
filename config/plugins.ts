import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** A person reads codes and letters in the admin while the address is this machine's own; an office's public address never has that page. */
const isOwnMachine = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  maklumat: {
    enabled: true,
    resolve: './plugins/maklumat',
    config: {
      publicUrl: env('PUBLIC_URL', `http://127.0.0.1:${env('PORT', '1337')}`),
      dataDirectory: env('DATA_DIRECTORY', '.data'),
      keys: env('MAKLUMAT_KEYS', ''),
      indexKey: env('MAKLUMAT_INDEX_KEY', ''),
      outbox: isOwnMachine(env('PUBLIC_URL', 'http://127.0.0.1')) && env.bool('OUTBOX', true),
      siteKey: createHmac('sha256', env('MAKLUMAT_INDEX_KEY', '')).update('site').digest('hex'),
      sms: {
        url: env('SMS_URL', ''),
        method: env('SMS_METHOD', 'POST'),
        headers: env('SMS_HEADERS', '{"Content-Type":"application/json"}'),
        body: env('SMS_BODY', '{"id":"{{id}}","to":"{{to}}","text":"{{text}}"}'),
        success: env('SMS_SUCCESS', ''),
        refusal: env('SMS_REFUSAL', ''),
        timeout: env.int('SMS_TIMEOUT_MS', 10_000),
      },
      population: {
        url: env('POPULATION_URL', ''),
        method: env('POPULATION_METHOD', 'POST'),
        headers: env('POPULATION_HEADERS', '{"Content-Type":"application/json"}'),
        body: env('POPULATION_BODY', '{"nik":"{{nik}}","name":"{{name}}","birthDate":"{{birthDate}}"}'),
        success: env('POPULATION_MATCH', ''),
        refusal: env('POPULATION_MISMATCH', ''),
        timeout: env.int('POPULATION_TIMEOUT_MS', 3_000),
      },
      storage: {
        bucket: env('S3_BUCKET', ''),
        endpoint: env('S3_ENDPOINT', ''),
        region: env('S3_REGION', 'us-east-1'),
        accessKey: env('S3_ACCESS_KEY', ''),
        secretKey: env('S3_SECRET_KEY', ''),
        pathStyle: env.bool('S3_PATH_STYLE', true),
      },
      clamdHost: env('CLAMD_HOST', ''),
      mail: { smtpUrl: env('SMTP_URL', ''), from: env('MAIL_FROM', 'Maklumat <tidak-dibalas@maklumat.local>') },
    },
  },
  'users-permissions': {
    enabled: true,
    config: {
      jwtSecret: env('JWT_SECRET', ''),
      jwtManagement: 'refresh',
      // Seconds. A session that was ended is refused at once whatever its token says; the short life bounds what a stolen one can do after a refresh.
      sessions: { accessTokenLifespan: 15 * 60, idleRefreshTokenLifespan: 14 * 86_400, maxRefreshTokenLifespan: 30 * 86_400 },
    },
  },
});

export default config;
