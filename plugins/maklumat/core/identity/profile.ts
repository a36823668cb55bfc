import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { SimpleField } from '../form/schema';
import { validateFields } from '../form/validate';
import { profileText } from '../language/profile';
import type { Language } from '../language/language';
import { registrationText } from '../language/registration';
import type { FieldMessages } from '../refusal';
import { isNik } from './nik';

/** Who somebody says to be, checked and in its normal form. Source: domain.md §1.10, identitas diri; which items it has is a default of the product. */
export const Identity = z.object({ name: z.string(), birthDate: z.iso.date(), address: z.string(), email: z.string().nullable() });
export type Identity = z.infer<typeof Identity>;

/** The same as it is typed. */
type GivenIdentity = { [Key in keyof Identity]?: Identity[Key] | null | undefined };

/** No living person is this old (default of the product; a birth date before it is a slip of the hand). */
const oldest = { years: 130 };

const fieldsOn = (today: string, language: Language): SimpleField[] => {
  const { label } = profileText[language];
  const day = Temporal.PlainDate.from(today);
  const earliest = day.subtract(oldest).add({ days: 1 }).toString();
  const latest = day.subtract({ days: 1 }).toString();
  return [
    SimpleField.parse({ type: 'text', key: 'name', label: label.name, required: true }),
    SimpleField.parse({ type: 'date', key: 'birthDate', label: label.birthDate, required: true, earliest, latest }),
    SimpleField.parse({ type: 'longText', key: 'address', label: label.address, required: true, minLength: 5, maxLength: 300 }),
    SimpleField.parse({ type: 'email', key: 'email', label: label.email }),
  ];
};

/**
 * Checks a person's data as forms check answers, with the same sentences: name of 2–100 characters, address of 5–300, a birth date before today and less than
 * 130 years ago, an e-mail address or none (limits: defaults of the product). Never throws for what is given.
 * @param context.today YYYY-MM-DD in the office's zone; throws RangeError when it is not a date
 */
export function checkIdentity(
  given: GivenIdentity,
  context: { today: string; language: Language },
): { ok: true; value: Identity } | { ok: false; fields: FieldMessages } {
  const { name, birthDate, address, email } = given;
  const checked = validateFields(fieldsOn(context.today, context.language), { name, birthDate, address, email }, context);
  if (!checked.ok) return checked;
  return { ok: true, value: Identity.parse({ email: null, ...checked.answers }) };
}

/** The 16 digits of a NIK as it was typed, blanks, dots and dashes left out; null for somebody from outside the city, who has none here. Or what is wrong with it. */
export function readNik(
  given: string | undefined,
  residency: 'city' | 'outside',
  language: Language,
): { nik: string | null } | { problem: string } {
  const text = registrationText[language];
  const digits = given?.replace(/[\s.-]/g, '') ?? '';
  if (residency === 'outside') return digits === '' ? { nik: null } : { problem: text.nikOnlyForCity };
  if (digits === '') return { problem: text.nikMissing };
  return isNik(digits) ? { nik: digits } : { problem: text.nikShape };
}
