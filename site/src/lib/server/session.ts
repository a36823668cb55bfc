import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Language } from '$core/language/language';
import { localPath, withoutLanguage } from '#lib/links.ts';

/** Tokens of a logged-in visitor, kept in cookies that no script can read. */
export interface Session {
  jwt: string;
  refreshToken: string;
}

type Visit = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

const names = { jwt: 'sesi', refreshToken: 'sesi_lanjut' } as const;

/** Seconds that a browser keeps the tokens: as long as the server refreshes a session that is not used. Source: `sessions` in config/plugins.ts. */
const keptFor = 14 * 86_400;

/** An access token is renewed this many seconds before it ends, so that it holds while the page is made. */
const margin = 60;

const options = (url: URL) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

/** The tokens that the browser sent, and whether the access token can still be shown. */
export function readSession({ cookies }: Pick<Visit, 'cookies'>): { session: Session | undefined; fresh: boolean } {
  const jwt = cookies.get(names.jwt) ?? '';
  const refreshToken = cookies.get(names.refreshToken);
  if (!refreshToken) return { session: undefined, fresh: false };
  return { session: { jwt, refreshToken }, fresh: endOf(jwt) > Date.now() / 1000 + margin };
}

const Payload = z.object({ exp: z.number() });

/** When an access token ends, in seconds since 1970; 0 for what is none. Whether it is genuine is for the server to say. */
function endOf(jwt: string): number {
  try {
    const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
    return Payload.parse(JSON.parse(payload)).exp;
  } catch {
    return 0;
  }
}

export function keepSession({ cookies, url, locals }: Visit, session: Session): void {
  locals.session = { jwt: session.jwt, refreshToken: session.refreshToken };
  locals.sessionEnded = false;
  locals.visitor = undefined;
  for (const key of ['jwt', 'refreshToken'] as const) cookies.set(names[key], session[key], { ...options(url), maxAge: keptFor });
}

/** Forgets a session that no longer holds, or that the visitor ended. */
export function dropSession({ cookies, url, locals }: Visit): void {
  locals.session = undefined;
  locals.sessionEnded = true;
  locals.visitor = undefined;
  for (const name of Object.values(names)) cookies.delete(name, options(url));
}

/** Where to log in, for which reason, and come back to the page that is asked for now. */
export function logInPath(
  { url, locals }: Pick<Visit, 'url' | 'locals'>,
  language: Language,
  reason: 'perlu' | 'daftar' = 'perlu',
): string {
  // A form's answer stands at the address of its action ("?/name"), which cannot be opened.
  const back = withoutLanguage(url.pathname) + (url.search.startsWith('?/') ? '' : url.search);
  const query = new URLSearchParams({ kembali: back, sebab: locals.sessionEnded ? 'berakhir' : reason });
  return `${localPath(language, '/masuk')}?${query.toString()}`;
}

export function redirectToLogIn(visit: Pick<Visit, 'url' | 'locals'>, language: Language): never {
  redirect(303, logInPath(visit, language));
}
