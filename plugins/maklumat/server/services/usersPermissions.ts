import type { Core } from '@strapi/strapi';

/**
 * Takes the public routes of users-permissions away before they are mounted: registering, log-in, password and users over them would know neither codes, limits
 * nor sealed data. Only its accounts and sessions are used, and its settings in the admin stay.
 */
export function closePublicRoutes(strapi: Core.Strapi): void {
  const { routes } = strapi.plugin('users-permissions');
  if (Array.isArray(routes)) throw new Error('users-permissions tidak lagi memisahkan rute publik dari rute admin');
  routes['content-api'] = { type: 'content-api', prefix: '', routes: [] };
}
