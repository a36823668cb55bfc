import type { PartName } from '../../../core/definition/parts';
import { Step } from '../../../core/definition/procedure';
import { Field, type Field as FormField } from '../../../core/form/schema';
import { factTypes, type FactType } from '../../../core/rules/factTypes';
import type { JsonPath } from './text';

/** The parts of the service as they stand in the editors now; a part that cannot be read at the moment is missing. */
export type Draft = Partial<Record<PartName, unknown>>;

/** A key that the service itself has, and what people call it. */
export interface Reference {
  key: string;
  label: string;
}

/** What a place names: keys of the service's own, of some kind. */
export type ReferenceKind = 'steps' | 'fields' | 'facts' | 'rules' | 'messages' | 'documents' | 'positions' | 'units';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const keyed = (items: readonly Json[], label: string): Reference[] =>
  items.map((item) => ({ key: textOf(item.key), label: textOf(item[label]) })).filter(({ key }) => key !== '');

const rawFields = (draft: Draft): Json[] => listOf(objectOf(draft.form).sections).flatMap((section) => listOf(section.fields));
const rawSteps = (draft: Draft): Json[] => listOf(objectOf(draft.procedure).steps);
const parsed = <T>(items: readonly Json[], parse: (item: Json) => { data?: T | undefined }): T[] =>
  items.flatMap((item) => parse(item).data ?? []);

/** Everything a condition may ask for, by name, from those fields and steps that are whole at the moment. */
export function factsOf(draft: Draft): ReadonlyMap<string, FactType> {
  const fields = parsed<FormField>(rawFields(draft), (item) => Field.safeParse(item));
  const steps = parsed<Step>(rawSteps(draft), (item) => Step.safeParse(item));
  return factTypes({ form: { sections: [{ key: 'semua', title: '', fields }] }, procedure: { intake: '', steps, blind: [] } });
}

/** Positions and units have lists of their own in the CMS; these are the ones that the service names already, anywhere. */
function named(draft: Draft, names: ReadonlySet<string>): Reference[] {
  const found = new Set<string>();
  const look = (value: unknown, under: string): void => {
    if (typeof value === 'string' && value !== '' && names.has(under)) found.add(value);
    if (Array.isArray(value)) for (const item of value) look(item, under);
    if (isObject(value)) for (const [name, member] of Object.entries(value)) look(member, name);
  };
  for (const part of Object.values(draft)) look(part, '');
  return [...found].map((key) => ({ key, label: '' }));
}

const recordKeys = (part: unknown, label: string): Reference[] =>
  Object.entries(objectOf(part)).map(([key, value]) => ({ key, label: textOf(objectOf(value)[label]) }));

const finders: Record<ReferenceKind, (draft: Draft) => Reference[]> = {
  steps: (draft) => keyed(rawSteps(draft), 'title'),
  fields: (draft) => {
    const asked = rawSteps(draft).flatMap((step) => listOf(step.outcomes).flatMap((outcome) => listOf(outcome.fields)));
    return keyed([...rawFields(draft), ...asked], 'label');
  },
  facts: (draft) => [...factsOf(draft)].map(([key, { label }]) => ({ key, label })),
  rules: (draft) => keyed(listOf(draft.rules), 'sentence'),
  messages: (draft) => recordKeys(draft.messages, 'subject'),
  documents: (draft) => recordKeys(draft.documents, 'title'),
  positions: (draft) => named(draft, new Set(['position', 'intake', 'addressee', 'blind', 'signatory'])),
  units: (draft) => named(draft, new Set(['unit'])),
};

/** The keys of a kind, each once, in the order of the service. */
export function referencesOf(kind: ReferenceKind, draft: Draft): Reference[] {
  return [...new Map(finders[kind](draft).map((reference) => [reference.key, reference])).values()];
}

const kindOfProperty: Readonly<Record<string, ReferenceKind>> = {
  fact: 'facts',
  times: 'facts',
  to: 'steps',
  step: 'steps',
  field: 'fields',
  startField: 'fields',
  minutesField: 'fields',
  requires: 'fields',
  invalid: 'fields',
  refusals: 'rules',
  warnings: 'rules',
  message: 'messages',
  document: 'documents',
  position: 'positions',
  intake: 'positions',
  addressee: 'positions',
  signatory: 'positions',
  blind: 'positions',
  unit: 'units',
};

/**
 * What the value at a path refers to; undefined where it is no reference.
 * @param siblings the properties of the object that the value belongs to
 */
export function kindAt(path: JsonPath, siblings: Json): ReferenceKind | undefined {
  const names = path.filter((segment) => typeof segment === 'string');
  const property = names.at(-1) ?? '';
  // The recipient of a letter or of an escalation is a position, the target of an outcome a step.
  if (property === 'to' && siblings.type !== undefined) return 'positions';
  // An opened case is filled in from facts of this one.
  if (names.at(-2) === 'answers' && (names.includes('effects') || names.includes('then'))) return 'facts';
  return kindOfProperty[property];
}

/** What the names of the properties at a path refer to, where the schema leaves them open. */
export function kindOfNamesAt(part: PartName, path: JsonPath): ReferenceKind | undefined {
  if (part !== 'examples') return undefined;
  const last = path.at(-1);
  return last === 'answers' ? 'fields' : last === 'facts' ? 'facts' : undefined;
}
