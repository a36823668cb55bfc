import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number begins with the trunk 0 or the country code; without either, the library would read a date as a number of Jakarta. */
const withPrefix = /^\(?\+?(?:0|62)/;

/**
 * An Indonesian telephone number, mobile or fixed line, as E.164: `0813…`, `62813…`, `+62 813…` and `(0335) 427772` all give `+62…`.
 * Undefined for anything else, a foreign number and an extension included. Source: domain.md §2, Phone.
 */
export function parsePhone(text: string): string | undefined {
  const written = text.trim();
  if (!withPrefix.test(written)) return undefined;
  const phone = parsePhoneNumberFromString(written, { defaultCountry: 'ID', extract: false });
  return phone?.country === 'ID' && phone.ext === undefined && phone.isValid() ? phone.number : undefined;
}
