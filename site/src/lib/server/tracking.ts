import type { Cookies } from '@sveltejs/kit';

/** One cookie per case, so that a shared telephone can forget one and keep another. Registration numbers hold letters, digits and dashes. */
const prefix = 'lacak_';
const cookieName = (number: string): string => `${prefix}${number.replace(/[^A-Za-z0-9-]/g, '_')}`;

/** The tracking code that this browser was given for a case. */
export function findToken(cookies: Cookies, number: string): string | undefined {
  return cookies.get(cookieName(number));
}

/** Keeps the code until the browser closes: the code, not the browser, is what proves whose case it is. */
export function keepToken(cookies: Cookies, url: URL, number: string, token: string): void {
  cookies.set(cookieName(number), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}

export function forgetToken(cookies: Cookies, url: URL, number: string): void {
  forget(cookies, url, cookieName(number));
}

/** Forgets the code of a case, also for the linked cases that it opens. */
export function forgetCode(cookies: Cookies, url: URL, number: string): void {
  const code = findToken(cookies, number);
  for (const { name, value } of cookies.getAll()) if (name.startsWith(prefix) && value === code) forget(cookies, url, name);
}

/** Forgets the codes of all cases: who uses the device next holds none. */
export function forgetCodes(cookies: Cookies, url: URL): void {
  for (const { name } of cookies.getAll()) if (name.startsWith(prefix)) forget(cookies, url, name);
}

function forget(cookies: Cookies, url: URL, name: string): void {
  cookies.delete(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}
