import ipaddr from 'ipaddr.js';
import type { Context } from 'koa';
import { sameHash, sha256 } from '../adapters/vault';
import type { Operation } from '../../contracts/contract';
import { languageOf, serverText } from '../../core/language/server';
import type { App } from '../services/app';
import { authenticate, type Account } from '../services/sessions';
import { refuse } from '../services/refuse';

/**
 * The address that a limit counts against. The site asks over loopback for somebody else and says for whom, proving by a shared key that it is the site;
 * anybody else who sends that header is counted by the address the request came from. Of IPv6 the first 64 bits count: one connection has them all.
 */
export function addressOf(app: App, context: Context): string {
  const key = context.get('x-site-key');
  const fromSite = key !== '' && sameHash(sha256(key), sha256(app.settings.siteKey));
  const shown = fromSite ? context.get('x-client-address') : '';
  const address = ipaddr.process(ipaddr.isValid(shown) ? shown : context.ip);
  return address.kind() === 'ipv4'
    ? address.toString()
    : ipaddr.fromByteArray([...address.toByteArray().slice(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]).toString();
}

/** The token that a call shows; undefined when it shows none. */
export function bearerOf(context: Context): string | undefined {
  const [scheme, token] = context.get('authorization').split(/\s+/, 2);
  return scheme?.toLowerCase() === 'bearer' && token !== '' ? token : undefined;
}

/** Whose session a call shows; undefined when it shows none. Refuses with `unauthorized` when it shows one that does not hold, or none where one is needed. */
export async function accountOf<const O extends Operation & { session: 'required' | 'optional' }>(
  app: App,
  operation: O,
  context: Context,
): Promise<O['session'] extends 'required' ? Account : Account | undefined> {
  const text = serverText[languageOf(context.get('accept-language'))];
  const token = bearerOf(context);
  if (token === undefined && operation.session === 'optional') return undefined as never;
  const account = token === undefined ? undefined : await authenticate(app, token);
  if (!account) refuse('unauthorized', text.unauthorized);
  return account;
}
