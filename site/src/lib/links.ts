import type { Language } from '$core/language/language';

const englishPrefix = '/en';

/** The language of a path: English below `/en`, Indonesian everywhere else. */
export function languageOf(pathname: string): Language {
  return pathname === englishPrefix || pathname.startsWith(`${englishPrefix}/`) ? 'en' : 'id';
}

/** The path that both languages share: `/en/lacak` and `/lacak` are `/lacak`. */
export function withoutLanguage(pathname: string): string {
  if (languageOf(pathname) === 'id') return pathname;
  return pathname.slice(englishPrefix.length) || '/';
}

/** The path of a page in a language. */
export function localPath(language: Language, path: string): string {
  if (language === 'id') return path;
  return path === '/' ? englishPrefix : `${englishPrefix}${path}`;
}

/** Paths of a case: its tracking page, or a page or document below it. */
export function casePath(number: string, ...below: string[]): string {
  return ['/permohonan', ...[number, ...below].map(encodeURIComponent)].join('/');
}

/** Path of the form that a draft is continued in. */
export function draftPath({ id, service }: { id: string; service: { slug: string } }): string {
  return `/layanan/${service.slug}/ajukan?draf=${id}`;
}

/** A path of this site to come back to, in the form that both languages share; the fallback for an address of another site, or none. */
export function returnPath(asked: string | null, fallback: string): string {
  const base = 'http://situs';
  if (!asked?.startsWith('/') || asked.length > 500 || !URL.canParse(asked, base)) return fallback;
  const { origin, pathname, search, hash } = new URL(asked, base);
  return origin === base ? withoutLanguage(pathname) + search + hash : fallback;
}
