import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import { inRoom } from '../postRoom';

type SiteHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** First path segments that Strapi answers without a route of its own in the router, such as static files and the admin's bundle. */
const strapiSegments = ['_health', 'admin', 'api', 'uploads', 'maklumat'];

/** Largest form post: ten files of 5 MB and the answers (default of the product). */
const bodySizeLimit = '60M';

const firstSegment = (path: string): string => path.split('/', 2)[1] ?? '';

/**
 * Kit derives the origin from these headers and refuses a form post from a foreign one, so they are set from what Koa trusts
 * (`TRUST_PROXY`), never from what the client sent. The key lets the site's own REST calls say for whom they ask.
 */
function configureKit(siteKey: string): void {
  process.env.MAKLUMAT_SITE_KEY = siteKey;
  process.env.KIT_PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.KIT_ADDRESS_HEADER = 'x-client-address';
  process.env.KIT_BODY_SIZE_LIMIT = bodySizeLimit;
}

/** `/maklumat` alone is the charter page of the site; below it lies the staff API of the plugin. */
const isSitePage = (path: string): boolean => path === '/maklumat' || path === '/maklumat/';

/** Serves the SvelteKit site in this process: everything that is not one of Strapi's paths. Without a built site, Strapi answers alone. */
const site: Core.MiddlewareFactory = (_config, { strapi }) => {
  const entry = join(strapi.dirs.app.root, 'site', 'build', 'handler.js');
  if (!existsSync(entry)) {
    strapi.log.warn('Situs publik belum dibangun; hanya REST dan CMS yang dilayani.');
    return (_context, next) => next();
  }
  configureKit(String(strapi.config.get('plugin::maklumat.siteKey')));
  const handler = import(pathToFileURL(entry).href).then((module: { handler: SiteHandler }) => module.handler);
  handler.catch((error: unknown) => strapi.log.error(error));
  let segments: ReadonlySet<string> | undefined;

  const ownedByStrapi = (path: string): boolean => {
    const routes = strapi.server.listRoutes() as readonly { path: string }[];
    segments ??= new Set([...strapiSegments, ...routes.map((route) => firstSegment(route.path))]);
    const segment = firstSegment(path);
    return segment !== '' && segments.has(segment) && !isSitePage(path);
  };

  return async (context, next) => {
    if (ownedByStrapi(context.path)) {
      await next();
      return;
    }
    const handle = await handler;
    context.req.headers['x-forwarded-proto'] = context.protocol;
    context.req.headers['x-client-address'] = context.ip;
    context.respond = false;
    // An explicit status keeps strapi::errors from answering 404 while Kit is still rendering.
    context.status = 200;
    const answer = (): Promise<void> =>
      new Promise((resolve) => {
        // Whoever waited for room may have gone.
        if (context.res.closed) {
          resolve();
          return;
        }
        context.res.once('close', resolve);
        handle(context.req, context.res);
      });
    if (context.method === 'POST') await inRoom(context.ip, context.request.length, answer);
    else await answer();
  };
};

export default site;
