/** Languages in which the product speaks to people. Content that an office writes is Indonesian only. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}
