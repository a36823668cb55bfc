import { useDesignSystem } from '@strapi/design-system';
import { deskText } from '../../../core/language/desk';
import type { Language } from '../../../core/language/language';

/** The desk's sentences in the language that the officer chose for the admin; Indonesian unless that is English. */
export function useTexts(): { text: (typeof deskText)[Language]; language: Language } {
  const { locale } = useDesignSystem('Desk');
  const language: Language = locale.startsWith('en') ? 'en' : 'id';
  return { text: deskText[language], language };
}
