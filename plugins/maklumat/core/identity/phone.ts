import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';

/** A number begins with the trunk 0 or the country code; without either, the library would read a date as a number of Jakarta. */
const withPrefix = /^\(?\+?(?:0|62)/;

function parse(text: string): PhoneNumber | undefined {
  const written = text.trim();
  if (!withPrefix.test(written)) return undefined;
  const phone = parsePhoneNumberFromString(written, { defaultCountry: 'ID', extract: false });
  return phone?.country === 'ID' && phone.ext === undefined && phone.isValid() ? phone : undefined;
}

/**
 * An Indonesian telephone number, mobile or fixed line, as E.164: `0813…`, `62813…`, `+62 813…` and `(0335) 427772` all give `+62…`.
 * Undefined for anything else, a foreign number and an extension included. Source: domain.md §2, Phone.
 */
export function parsePhone(text: string): string | undefined {
  return parse(text)?.number;
}

/** The same for a number that can receive an SMS; undefined for a fixed line too. Source: domain.md §2, Phone ("demand MOBILE for OTP"). */
export function parseMobile(text: string): string | undefined {
  const phone = parse(text);
  return phone?.getType() === 'MOBILE' ? phone.number : undefined;
}

/** What is shown of a number to whoever may only know that it is the right one: `+62 8•• •••• ••90`. */
export function maskPhone(e164: string): string {
  return `${e164.slice(0, 3)} ${e164.slice(3, 4)}•• •••• ••${e164.slice(-2)}`;
}
