import type { Context } from 'koa';
import type { OpenedDocument } from '../services/documents';

/** Sends a private document: never kept by a cache, never run by a browser. */
export function sendDocument(context: Context, document: OpenedDocument): void {
  context.set('Cache-Control', 'private, no-store');
  context.set('X-Content-Type-Options', 'nosniff');
  context.set('Content-Security-Policy', "default-src 'none'; sandbox");
  context.attachment(document.name);
  context.type = document.mime;
  context.body = document.content;
}
