import type { Language } from './language';

/** Words about a standard that the office has not written itself. */
export const standardText: Record<Language, { unset: string }> = {
  id: { unset: 'Belum ditetapkan' },
  en: { unset: 'Not set yet' },
};
