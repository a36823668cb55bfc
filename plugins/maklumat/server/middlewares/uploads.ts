import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { createAttachment } from '../../contracts/attachments';

type Handler = (context: Context, next: Next) => Promise<unknown>;
type Factory = (config: unknown, lifecycle: { strapi: Core.Strapi }) => Handler;
interface Registry {
  extend(uid: string, wrap: (factory: Factory) => Factory): void;
}

const isUpload = (context: Context): boolean =>
  context.method === createAttachment.method.toUpperCase() && context.path === createAttachment.path;

/**
 * Keeps Strapi's body parser away from the uploads of citizens: it takes a body in, up to the limit of all forms, before anybody has asked who sends it and how often.
 * The controller reads them itself. The parser is wrapped where it is registered, so that an installation's own list of middlewares needs no change.
 */
export function leaveUploadsUnread(strapi: Core.Strapi): void {
  const registry: Registry = strapi.get('middlewares');
  registry.extend('strapi::body', (factory) => (config, lifecycle) => {
    const parse = factory(config, lifecycle);
    return (context, next) => (isUpload(context) ? next() : parse(context, next));
  });
}
