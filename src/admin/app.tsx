import id from './translations/id.json';
import logo from './logo.svg';
import { darkColors, lightColors } from './colors';

/** Where Strapi keeps the language that a person chose in the frame. */
const languageKey = 'strapi-admin-language';

/** "Dismissed" marks of the media library's banner, for a project without a uuid: before and after the frame has asked for it. */
const announcementKeys = ['undefined', 'false'].map((uuid) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${uuid}`);

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
  /** Strapi starts in English until a person chooses; this office starts in Indonesian, and without Strapi's announcement of its own features. */
  bootstrap(): void {
    if (localStorage.getItem(languageKey) === null) localStorage.setItem(languageKey, 'id');
    for (const key of announcementKeys) localStorage.setItem(key, 'true');
  },
};
