import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  maklumat: {
    enabled: true,
    resolve: './plugins/maklumat',
    config: {
      publicUrl: env('PUBLIC_URL', `http://127.0.0.1:${env('PORT', '1337')}`),
      dataDirectory: env('DATA_DIRECTORY', '.data'),
      keys: env('MAKLUMAT_KEYS', ''),
      indexKey: env('MAKLUMAT_INDEX_KEY', ''),
      mail: { smtpUrl: env('SMTP_URL', ''), from: env('MAIL_FROM', 'Maklumat <tidak-dibalas@maklumat.local>') },
    },
  },
  'users-permissions': {
    enabled: true,
    config: { jwtSecret: env('JWT_SECRET', ''), jwtManagement: 'refresh' },
  },
});

export default config;
