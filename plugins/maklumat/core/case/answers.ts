import type { Calendar } from '../calendar/schema';
import type { Answers, Field } from '../form/schema';
import { formatRupiah } from '../language/amount';
import { formatDate, formatInstant } from '../language/calendar';
import type { Language } from '../language/language';
import type { Scalar } from '../rules/schema';

/** What values are put into words with. */
export interface AnswerWords {
  language: Language;
  calendar: Pick<Calendar, 'zone'>;
  /** Name of a kelurahan by its code. */
  areaName: (code: string) => string;
}

const isScalar = (value: unknown): value is Scalar => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The single values of an answer, as texts. */
export const valuesOf = (value: unknown): string[] => [value].flat().filter(isScalar).map(String);

const yes = { id: 'Ya', en: 'Yes' } as const;
const no = { id: 'Tidak', en: 'No' } as const;

/** A value as a person reads it: a choice and an area by name, yes or no in words, several joined by commas, each item of a group on a line of its own. */
export function answerText(field: Field, value: unknown, words: AnswerWords): string {
  if (value === undefined || value === null) return '';
  const { language } = words;
  const plain = valuesOf(value).join(', ');
  switch (field.type) {
    case 'choice':
    case 'multiChoice':
      return valuesOf(value)
        .map((key) => field.options.find((option) => option.value === key)?.label ?? key)
        .join(', ');
    case 'yesNo':
    case 'statement':
      return value === true ? yes[language] : no[language];
    case 'date':
      return typeof value === 'string' ? formatDate(value, language) : plain;
    case 'dateTime':
      return typeof value === 'string' ? formatInstant(value, words.calendar.zone, language) : plain;
    case 'money':
      return typeof value === 'number' ? formatRupiah(value) : plain;
    case 'area':
      return valuesOf(value).map(words.areaName).join(', ');
    case 'text':
      return field.suffix === undefined ? plain : `${plain}${field.suffix}`;
    case 'group':
      return [value]
        .flat()
        .filter(isAnswers)
        .map((item) => itemText(field.fields, item, words))
        .join('\n');
    default:
      return plain;
  }
}

const itemText = (fields: readonly Field[], item: Answers, words: AnswerWords): string =>
  fields
    .filter(({ key }) => item[key] !== undefined)
    .map((field) =>
      fields.length === 1 ? answerText(field, item[field.key], words) : `${field.label}: ${answerText(field, item[field.key], words)}`,
    )
    .join('; ');
