import type { Cookies } from '@sveltejs/kit';

/** One cookie per case, so that a shared telephone can forget one and keep another. Registration numbers hold letters, digits and dashes. */
const cookieName = (number: string): string => `lacak_${number.replace(/[^A-Za-z0-9-]/g, '_')}`;

/** The tracking code that this browser was given for a case. */
export function findToken(cookies: Cookies, number: string): string | undefined {
  return cookies.get(cookieName(number));
}

/** Keeps the code until the browser closes: the code, not the browser, is what proves whose case it is. */
export function keepToken(cookies: Cookies, url: URL, number: string, token: string): void {
  cookies.set(cookieName(number), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}

export function forgetToken(cookies: Cookies, url: URL, number: string): void {
  cookies.delete(cookieName(number), { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}
