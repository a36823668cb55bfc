import { parseMobile } from '../../core/identity/phone';
import { accountText } from '../../core/language/account';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { refuse } from './refuse';

/** A number as it was typed, as E.164. Refuses with `invalid-request` what is no Indonesian mobile number. */
export function readMobile(typed: string, language: Language): string {
  const phone = parseMobile(typed);
  if (phone === undefined)
    refuse('invalid-request', serverText[language].invalidRequest, { fields: { phone: [accountText[language].phone] } });
  return phone;
}
