import { createContext } from 'svelte';
import type { Language } from '$core/language/language';
import { siteText, type SiteText } from '$core/language/site';
import { formatDate, formatInstant, formatSpan } from '#lib/format.ts';
import { localPath } from '#lib/links.ts';

/** What every component needs to speak to the reader: the language, the common texts, links and dates in that language. */
export interface Site {
  language: Language;
  text: SiteText;
  /** Marks what an office wrote, which is Indonesian, on a page in another language. */
  content: 'id' | undefined;
  href: (path: string) => string;
  date: (date: string) => string;
  instant: (instant: string, zone: string) => string;
  span: (from: string, to: string, zone: string) => string;
}

export const [getSite, setSite] = createContext<Site>();

export function siteIn(language: Language): Site {
  return {
    language,
    text: siteText[language],
    content: language === 'id' ? undefined : 'id',
    href: (path) => localPath(language, path),
    date: (date) => formatDate(date, language),
    instant: (instant, zone) => formatInstant(instant, zone, language),
    span: (from, to, zone) => formatSpan(from, to, zone, language),
  };
}
