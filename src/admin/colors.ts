/** The product's teal in the five steps that Strapi's theme calls primary. White on 600 and on 500 has a contrast above 4.5. */
export const lightColors = {
  primary100: '#e8f3f3',
  primary200: '#bfdedd',
  primary500: '#1b7a78',
  primary600: '#0f5f5e',
  primary700: '#0a4746',
  buttonPrimary500: '#1b7a78',
  buttonPrimary600: '#0f5f5e',
  // Strapi's own is too pale for the small letters of a badge (3.6 on warning200).
  warning700: '#8a4300',
};

/** The same on dark ground, where the text steps are the lighter ones. */
export const darkColors = {
  primary100: '#0d2b2b',
  primary200: '#14504f',
  primary500: '#4fb3ae',
  primary600: '#6cc7c2',
  primary700: '#93dcd7',
  buttonPrimary500: '#1b7a78',
  buttonPrimary600: '#23908d',
};
