import type { Field, Form, SimpleField } from '../form/schema';
import { placeText } from '../language/definitions';
import { ofList, ofProperties, ofTexts, ofValue, type Change, type Place } from './changes';
import type { Outcome, Procedure, Step } from './procedure';
import type { ServiceDefinition, Standard } from './schema';

export type { Change } from './changes';

const { properties, components } = placeText;
const nameOf = (property: string): string => properties[property] ?? property;
const own = (property: string): Place => ({ where: property, label: nameOf(property) });
const beneath =
  (whole: Place) =>
  (property: string): Place => ({ where: `${whole.where}.${property}`, label: placeText.property(whole.label, nameOf(property)) });
const part = (whole: Place, key: string, label: string): Place => ({
  where: `${whole.where}.${key}`,
  label: placeText.part(whole.label, label),
});
const keyOf = ({ key }: { key: string }): string => key;

const empty = {
  servicePoint: { requirements: [], procedure: [], completionTime: '', fee: '', product: [], complaints: [] },
  manufacturing: {
    legalBasis: [],
    facilities: [],
    competence: [],
    supervision: [],
    staffing: '',
    guarantee: [],
    safety: [],
    evaluation: [],
  },
} satisfies Standard;

function ofStandard(before: Standard, after: Standard): Change[] {
  return (['servicePoint', 'manufacturing'] as const).flatMap((group) => {
    const old = new Map(Object.entries<string | string[]>(before[group]));
    return Object.entries<string | string[]>(after[group]).flatMap(([name, value]) => {
      const label = components[`${group}.${name}`] ?? name;
      const where = `standard.${group}.${name}`;
      const was = old.get(name);
      if (!Array.isArray(value) || !Array.isArray(was)) return ofValue({ where, label }, was, value);
      return ofTexts((index) => ({ where: `${where}.${index}`, label: placeText.line(label, index + 1) }), was, value);
    });
  });
}

type Filled = Field & { section?: string };

function ofFields(
  placeOf: (field: Filled) => Place,
  before: readonly Filled[],
  after: readonly Filled[],
  homeOf?: (field: Filled) => string,
): Change[] {
  return ofList(
    {
      keyOf,
      placeOf,
      ...(homeOf ? { homeOf } : {}),
      within: (was, is, place) => [
        ...ofProperties(beneath(place), was, is, ['section', 'options', 'fields']),
        ...ofList(
          {
            keyOf: ({ value }) => value,
            placeOf: ({ value, label }) => part(place, `options.${value}`, placeText.option(label)),
            within: (one, other, option) => ofProperties(beneath(option), one, other),
          },
          'options' in was ? was.options : [],
          'options' in is ? is.options : [],
        ),
        ...ofFields((field) => part(place, field.key, placeText.field(field.label)), innerFields(was), innerFields(is)),
      ],
    },
    before,
    after,
  );
}

const innerFields = (field: Filled): readonly SimpleField[] => (field.type === 'group' ? field.fields : []);

const filled = (form: Form | null | undefined): Filled[] =>
  (form?.sections ?? []).flatMap((section) => section.fields.map((field) => ({ ...field, section: section.key })));

function ofForm(before: Form | null | undefined, after: Form | null | undefined): Change[] {
  const sections = ofList(
    {
      keyOf,
      placeOf: ({ key, title }) => ({ where: `form.${key}`, label: placeText.section(title) }),
      within: (was, is, place) => ofProperties(beneath(place), was, is, ['fields']),
    },
    // A section's fields are compared over the whole form, because a field keeps its key when it moves to another section.
    (before?.sections ?? []).map((section) => ({ ...section, fields: [] })),
    (after?.sections ?? []).map((section) => ({ ...section, fields: [] })),
  );
  const placeOf = (field: Filled): Place => ({ where: `form.${field.key}`, label: placeText.field(field.label) });
  return [...sections, ...ofFields(placeOf, filled(before), filled(after), (field) => field.section ?? '')];
}

function ofOutcomes(step: Place, before: readonly Outcome[], after: readonly Outcome[]): Change[] {
  return ofList(
    {
      keyOf,
      placeOf: ({ key, label }) => part(step, key, placeText.outcome(label)),
      within: (was, is, place) => [
        ...ofProperties(beneath(place), was, is, ['fields']),
        ...ofFields((field) => part(place, field.key, placeText.field(field.label)), was.fields, is.fields),
      ],
    },
    before,
    after,
  );
}

function ofProcedure(before: Procedure | null | undefined, after: Procedure | null | undefined): Change[] {
  const steps: { before: readonly Step[]; after: readonly Step[] } = { before: before?.steps ?? [], after: after?.steps ?? [] };
  const whole = (property: string): Place => ({ where: `procedure.${property}`, label: nameOf(property) });
  return [
    ...ofProperties(whole, before ?? {}, after ?? {}, ['steps']),
    ...ofList(
      {
        keyOf,
        placeOf: ({ key, title }) => ({ where: `procedure.${key}`, label: placeText.step(title) }),
        within: (was, is, place) => [
          ...ofProperties(beneath(place), was, is, ['outcomes']),
          ...ofOutcomes(place, was.outcomes, is.outcomes),
        ],
      },
      steps.before,
      steps.after,
    ),
  ];
}

/** Entries of a record as a list in one order: the order in which they are written says nothing. */
const entriesOf = <T extends object>(record: Record<string, T>): (T & { key: string })[] =>
  Object.keys(record)
    .sort()
    .flatMap((key) => (record[key] ? [{ ...record[key], key }] : []));

const ofRecord = <T extends object>(
  name: string,
  labelOf: (item: T & { key: string }) => string,
  before: Record<string, T>,
  after: Record<string, T>,
): Change[] =>
  ofList(
    {
      keyOf,
      placeOf: (item) => ({ where: `${name}.${item.key}`, label: labelOf(item) }),
      within: (was, is, place) => ofProperties(beneath(place), was, is),
    },
    entriesOf(before),
    entriesOf(after),
  );

function ofExamples(before: ServiceDefinition['examples'], after: ServiceDefinition['examples']): Change[] {
  return ofList(
    {
      keyOf: ({ name }) => name,
      placeOf: ({ name }, index) => ({ where: `examples.${index}`, label: placeText.example(name) }),
      within: (was, is, place) => [
        ...ofProperties(beneath(place), was, is, ['answers', 'facts', 'expect']),
        ...(['answers', 'facts', 'expect'] as const).flatMap((group) =>
          ofProperties((key) => part(beneath(place)(group), key, key), was[group], is[group]),
        ),
      ],
    },
    before,
    after,
  );
}

const nested = ['format', 'decree', 'standard', 'corrections', 'form', 'procedure', 'clock', 'rules', 'messages', 'documents', 'examples'];

/**
 * What differs between two definitions, field by field and rule by rule. Parts are matched by their keys (examples by name), so that a new step in the middle
 * is one change and not a change of all that follow. Empty exactly when both say the same.
 * @param before null for a service that did not exist
 */
export function compareDefinitions(before: ServiceDefinition | null, after: ServiceDefinition): Change[] {
  const whole = (name: string): Place => ({ where: name, label: name });
  const clock = (property: string): Place => ({
    ...beneath(whole('clock'))(property),
    label: placeText.property(placeText.clock, nameOf(property)),
  });
  const decree = (property: string): Place => ({
    ...beneath(whole('decree'))(property),
    label: placeText.property(placeText.decree, nameOf(property)),
  });
  return [
    ...ofProperties(own, before ?? {}, after, nested),
    ...ofProperties(decree, before?.decree ?? {}, after.decree),
    ...ofStandard(before?.standard ?? empty, after.standard),
    ...ofForm(before?.form, after.form),
    ...ofProcedure(before?.procedure, after.procedure),
    ...ofProperties(clock, before?.clock ?? {}, after.clock ?? {}),
    ...ofList(
      {
        keyOf,
        placeOf: ({ key }) => ({ where: `rules.${key}`, label: placeText.rule(key) }),
        within: (was, is, place) => ofProperties(beneath(place), was, is),
      },
      before?.rules ?? [],
      after.rules,
    ),
    ...ofRecord('messages', ({ key }) => placeText.message(key), before?.messages ?? {}, after.messages),
    ...ofRecord('documents', ({ title }) => placeText.document(title), before?.documents ?? {}, after.documents),
    ...ofExamples(before?.examples ?? [], after.examples),
    ...ofList(
      {
        keyOf: ({ component, raw }) => `${component} ${raw}`,
        placeOf: ({ component }, index) => ({
          where: `corrections.${index}`,
          label: placeText.correction(components[component] ?? component),
        }),
        within: (was, is, place) => ofProperties(beneath(place), was, is),
      },
      before?.corrections ?? [],
      after.corrections,
    ),
  ];
}
