import id from './translations/id.json';
import logo from './logo.svg';
import { darkColors, lightColors } from './colors';

/** Where Strapi keeps the language that a person chose in the frame. */
const languageKey = 'strapi-admin-language';

export default {
  config: {
    locales: ['id'],
    translations: { id },
    auth: { logo },
    menu: { logo },
    theme: { light: { colors: lightColors }, dark: { colors: darkColors } },
    tutorials: false,
    notifications: { releases: false },
  },
  /** Strapi starts in English until a person chooses; this office starts in Indonesian. */
  bootstrap(): void {
    if (localStorage.getItem(languageKey) === null) localStorage.setItem(languageKey, 'id');
  },
};
