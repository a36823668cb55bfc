import type { Me } from '$contracts/accounts';
import { formFields } from '$core/form/files';
import type { Field, Form } from '$core/form/schema';
import type { FormState } from '#lib/form/state.ts';

/** What an account knows of an answer, by what the field asks for; undefined when it does not ask about the applicant. */
function known(field: Field, me: Me): string | undefined {
  if (field.type === 'nik') return me.nik ?? undefined;
  if (field.type === 'phone') return me.phone;
  if (field.type === 'email') return me.email ?? undefined;
  if (field.type !== 'text') return undefined;
  if (field.autocomplete === 'name') return me.name;
  return field.autocomplete === 'address-line1' ? me.address : undefined;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

/** Fills the empty answers that the account knows. Items of groups are about others as often as not, and stay empty. */
export function prefilled(form: Form, state: FormState, me: Me): FormState {
  const found = formFields(form).flatMap((field) => {
    const value = known(field, me);
    return value !== undefined && isEmpty(state.answers[field.key]) ? [[field.key, value] as const] : [];
  });
  return { ...state, answers: { ...state.answers, ...Object.fromEntries(found) } };
}

/** Whether there is anything in the form that the account knows. */
export const canPrefill = (form: Form, state: FormState, me: Me): boolean =>
  formFields(form).some((field) => known(field, me) !== undefined && isEmpty(state.answers[field.key]));
