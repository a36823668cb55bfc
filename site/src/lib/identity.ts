import type { Language } from '$core/language/language';
import { registrationText } from '$core/language/siteRegistration';
import type { FieldMessages } from '$core/refusal';
import { textOf } from '#lib/text.ts';

/** What a person says of themselves beside the NIK, as typed. */
export interface Identity {
  name: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  address: string;
  email: string;
}

export const noIdentity: Identity = { name: '', birthDate: '', address: '', email: '' };

export function identityIn(data: FormData): Identity {
  const typed = (name: string, longest: number): string => textOf(data.get(name)).trim().replaceAll('\r\n', '\n').slice(0, longest);
  return { name: typed('name', 200), birthDate: typed('birthDate', 20), address: typed('address', 600), email: typed('email', 200) };
}

/** A NIK without what people write between its digits. */
export const nikIn = (data: FormData): string =>
  textOf(data.get('nik'))
    .replace(/[\s.-]/g, '')
    .slice(0, 30);

/** What is left empty and may not be. */
export function missingIn({ name, birthDate, address }: Identity, language: Language): FieldMessages {
  const words = registrationText[language].identity;
  return {
    ...(name === '' ? { name: [words.nameMissing] } : {}),
    ...(birthDate === '' ? { birthDate: [words.birthDateMissing] } : {}),
    ...(address === '' ? { address: [words.addressMissing] } : {}),
  };
}

/** Labels by the keys of messages. */
export function identityLabels(language: Language): Record<string, string> {
  const { identity, nik } = registrationText[language];
  return { name: identity.name, birthDate: identity.birthDate, address: identity.address, email: identity.email, nik: nik.label };
}
