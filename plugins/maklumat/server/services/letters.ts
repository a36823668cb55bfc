import { atZone, dateIn } from '../../core/calendar/calendar';
import { caseDeadline, type ViewContext } from '../../core/case/view';
import type { CaseState } from '../../core/case/state';
import { answerText } from '../../core/case/answers';
import { formFields } from '../../core/form/files';
import type { Answers, Field } from '../../core/form/schema';
import { formatRupiah, formatSlot } from '../../core/language/amount';
import { formatDate, formatInstant } from '../../core/language/calendar';

/** What a letter may tell beside the state of its case. */
export interface LetterExtras {
  number: string;
  agency: string;
  trackingUrl: string;
  reason: string | null;
  /** Moment of the letter, ISO. */
  at: string;
  /** Whole rupiah, of an invoice. */
  amount?: number;
  code?: string;
  signatory?: string;
}

const texts = (prefix: string, fields: readonly Field[], answers: Answers, context: ViewContext): [string, string][] =>
  fields.flatMap((field): [string, string][] =>
    answers[field.key] === undefined ? [] : [[`${prefix}.${field.key}`, answerText(field, answers[field.key], context)]],
  );

/** Values by placeholder, as messages and documents name them (core/definition/placeholders.ts). What is not known is an empty text. */
export function letterValues(context: ViewContext, state: CaseState, extras: LetterExtras): Record<string, string> {
  const { definition, calendar, language } = context;
  const { zone } = calendar;
  const [reservation] = state.reservations;
  const outcomeFields = definition.procedure.steps.flatMap((step) => step.outcomes.flatMap((outcome) => outcome.fields));
  return {
    number: extras.number,
    service: definition.name,
    agency: extras.agency,
    deadline: formatInstant(caseDeadline(state, context).at, zone, language),
    reason: extras.reason ?? '',
    result: state.result ?? '',
    trackingUrl: extras.trackingUrl,
    date: formatDate(dateIn(extras.at, zone), language),
    schedule: reservation ? formatSlot(reservation.from, reservation.to, zone, language) : '',
    amount: extras.amount === undefined ? '' : formatRupiah(extras.amount),
    code: extras.code ?? '',
    signatory: extras.signatory ?? '',
    receivedAt: formatInstant(atZone(state.receivedAt, zone), zone, language),
    ...Object.fromEntries(texts('answers', formFields(definition.form), state.answers, context)),
    ...Object.fromEntries(texts('decisions', outcomeFields, state.decisions, context)),
  };
}
