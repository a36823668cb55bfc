import { CaseStatus } from '../case/status';
import type { OperableDefinition } from '../definition/schema';
import { formFields } from '../form/files';
import type { Field } from '../form/schema';
import { factWords } from '../language/facts';
import { answerFact } from './conditions';

/**
 * What a fact is: text, one of several choices, a list of choices, a number, yes or no, a date (YYYY-MM-DD), a time of day (HH:MM), an instant (ISO with
 * offset), uploads, or the items of a group, about which only their presence can be asked.
 */
export type FactKind = 'text' | 'choice' | 'choices' | 'number' | 'boolean' | 'date' | 'time' | 'instant' | 'files' | 'items';

/** A fact that conditions may ask for. */
export interface FactType {
  kind: FactKind;
  /** What people call it. */
  label: string;
  /** Who knows it: the form, the record of the receipt, the world at the time of receipt, or a decision. */
  source: 'answers' | 'receipt' | 'world' | 'decisions';
  /** Known in every case; other facts may be undefined. */
  always: boolean;
  /** Of `choice` and `choices`. */
  options?: readonly { value: string; label: string }[];
  /** Limits of a number. */
  min?: number;
  max?: number;
  /** A number without a fraction. */
  whole?: boolean;
  /** The question whose answer it is. */
  field?: Field;
  /** The fact without which this one is not known, and with which it is. */
  follows?: string;
}

const kinds = {
  text: 'text',
  longText: 'text',
  nik: 'text',
  phone: 'text',
  email: 'text',
  area: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  dateTime: 'instant',
  choice: 'choice',
  multiChoice: 'choices',
  yesNo: 'boolean',
  statement: 'boolean',
  file: 'files',
  image: 'files',
  group: 'items',
} as const satisfies Record<Field['type'], FactKind>;

/** The type that the answer of a field has as a fact. */
export function factTypeOf(field: Field, source: 'answers' | 'decisions'): FactType {
  return {
    kind: kinds[field.type],
    label: field.label,
    source,
    always: false,
    field,
    ...('options' in field ? { options: field.options } : {}),
    ...('min' in field && field.min !== undefined ? { min: field.min } : {}),
    ...('max' in field && field.max !== undefined ? { max: field.max } : {}),
    ...(field.type === 'money' ? { whole: true } : {}),
  };
}

type Named = [name: string, type: FactType];
type Bare = Omit<FactType, 'label' | 'source' | 'always'>;

const plain = (values: readonly string[]): { value: string; label: string }[] => values.map((value) => ({ value, label: value }));

function receiptFacts(): Named[] {
  const known = (name: keyof typeof factWords.receipt, type: Bare): Named => [
    name,
    { ...type, label: factWords.receipt[name], source: 'receipt', always: true },
  ];
  return [
    known('receivedAt', { kind: 'instant' }),
    known('receivedDate', { kind: 'date' }),
    known('receivedTime', { kind: 'time' }),
    known('receivedOnWorkingDay', { kind: 'boolean' }),
    ['channel', { kind: 'choice', options: plain(['web', 'counter', 'app']), label: factWords.channel, source: 'world', always: true }],
  ];
}

function factsOfDate(field: Field): Named[] {
  if (field.type !== 'date' && field.type !== 'dateTime') return [];
  const limits = {
    ...(field.type === 'date' && field.earliest === 'today' ? { min: 0 } : {}),
    ...(field.type === 'date' && field.latest === 'today' ? { max: 0 } : {}),
  };
  const about = { source: 'receipt', always: false, follows: answerFact(field.key) } as const;
  return [
    [`daysUntil.${field.key}`, { kind: 'number', whole: true, ...limits, label: factWords.daysUntil(field.label), ...about }],
    [`workingDaysUntil.${field.key}`, { kind: 'number', whole: true, ...limits, label: factWords.workingDaysUntil(field.label), ...about }],
    [`onWorkingDay.${field.key}`, { kind: 'boolean', label: factWords.onWorkingDay(field.label), ...about }],
  ];
}

function factsOfFiles(field: Field): Named[] {
  if (field.type !== 'file' && field.type !== 'image') return [];
  const fact = (name: keyof typeof factWords.files, type: Bare): Named => [
    `files.${field.key}.${name}`,
    { ...type, label: factWords.files[name](field.label), source: 'world', always: false },
  ];
  return [
    fact('count', { kind: 'number', whole: true, min: 1, max: field.maxFiles, follows: answerFact(field.key) }),
    fact('mime', { kind: 'choice', options: plain(field.accept), follows: answerFact(field.key) }),
    fact('size', { kind: 'number', whole: true, min: 1, max: field.maxBytes, follows: answerFact(field.key) }),
    fact('pages', { kind: 'number', whole: true, min: 1 }),
    fact('seconds', { kind: 'number', min: 0 }),
  ];
}

function factsOfLinks(field: Field): Named[] {
  if (field.type !== 'text' || !field.documentCode) return [];
  const fact = (name: keyof typeof factWords.linked, type: Bare): Named => [
    `linked.${field.key}.${name}`,
    { ...type, label: factWords.linked[name](field.label), source: 'world', always: false },
  ];
  return [
    fact('service', { kind: 'text' }),
    fact('status', { kind: 'choice', options: plain(CaseStatus.options) }),
    fact('result', { kind: 'text' }),
    fact('document', { kind: 'text' }),
  ];
}

function worldFacts({ form, procedure }: Pick<OperableDefinition, 'form' | 'procedure'>): Named[] {
  const dates = new Set(formFields(form).flatMap((field) => (field.type === 'dateTime' ? [field.key] : [])));
  const effects = procedure.steps.flatMap((step) => step.outcomes.flatMap((outcome) => outcome.effects));
  const resources = effects.flatMap((effect) => (effect.type === 'reserve' && dates.has(effect.startField) ? [effect] : []));
  const world = (type: Bare, label: string, always: boolean): FactType => ({ ...type, label, source: 'world', always });
  return [
    ['applicant.registered', world({ kind: 'boolean' }, factWords.applicant.registered, true)],
    ['applicant.residency', world({ kind: 'choice', options: plain(['city', 'outside']) }, factWords.applicant.residency, false)],
    ['applicant.verified', world({ kind: 'boolean' }, factWords.applicant.verified, false)],
    ['openCases.sameService', world({ kind: 'number', whole: true, min: 0 }, factWords.openCases.sameService, true)],
    ['openCases.all', world({ kind: 'number', whole: true, min: 0 }, factWords.openCases.all, true)],
    ...resources.map(({ resource, startField }): Named => [
      `bookings.${resource}.free`,
      { ...world({ kind: 'boolean' }, factWords.bookingFree(resource), false), follows: answerFact(startField) },
    ]),
  ];
}

/**
 * Every fact that a definition's conditions may ask for, by its flat dotted name. The answers of decisions stand under `decisions.<key>`; where two outcomes
 * ask under one key, the first in the order of the procedure gives the type.
 */
export function factTypes(definition: Pick<OperableDefinition, 'form' | 'procedure'>): ReadonlyMap<string, FactType> {
  const fields = formFields(definition.form);
  const asked = definition.procedure.steps.flatMap((step) => step.outcomes.flatMap((outcome) => outcome.fields));
  const facts: Named[] = [
    ...fields.map((field): Named => [answerFact(field.key), factTypeOf(field, 'answers')]),
    ...receiptFacts(),
    ...fields.flatMap((field) => [...factsOfDate(field), ...factsOfFiles(field), ...factsOfLinks(field)]),
    ...worldFacts(definition),
    ...asked.toReversed().map((field): Named => [`decisions.${field.key}`, factTypeOf(field, 'decisions')]),
  ];
  return new Map(facts);
}
