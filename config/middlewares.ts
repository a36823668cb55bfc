import type { Core } from '@strapi/strapi';

const mebibyte = 1024 * 1024;

/**
 * The site stands before security and body: Kit sets its own policy and reads its own form posts, and a body that was read already cannot be read again.
 * The plugin's refusals stand right before body, so that a broken or oversized body is refused with a kind as well.
 */
const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'global::site',
  'strapi::security',
  // Any web client may call the public API, but never with this origin's cookies: Strapi's default would allow that.
  {
    name: 'strapi::cors',
    config: {
      origin: '*',
      credentials: false,
      headers: ['Content-Type', 'Authorization', 'Accept', 'Accept-Language', 'If-None-Match', 'Idempotency-Key', 'X-Tracking-Token'],
      expose: ['ETag', 'Retry-After', 'Location', 'Content-Disposition', 'Content-Language'],
      maxAge: 86_400,
      keepHeadersOnError: true,
    },
  },
  'strapi::query',
  'plugin::maklumat.refusals',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '1mb',
      formLimit: '1mb',
      textLimit: '1mb',
      formidable: { maxFileSize: 10 * mebibyte, maxTotalFileSize: 10 * mebibyte },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
