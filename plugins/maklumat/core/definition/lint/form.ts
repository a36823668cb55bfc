import { formFields } from '../../form/files';
import { isSafePattern } from '../../form/pattern';
import type { Field, SimpleField } from '../../form/schema';
import { formFindings as text } from '../../language/lint/form';
import { answerFact, factsOf } from '../../rules/conditions';
import { factTypeOf, type FactType } from '../../rules/factTypes';
import { visibleWhen } from '../../rules/formConditions';
import { formScope, isSound, lintCondition } from './conditions';
import type { LintContext } from './context';
import { at, twins, type Finding } from './finding';
import { placeOf } from './graph';

/** Whether the form can be filled and its answers told apart; the fields of decisions too. */
export function lintForm(context: LintContext): Finding[] {
  const { sections } = context.definition.form;
  const fields = formFields(context.definition.form);
  const keys = [
    ...fields.map((field) => field.key),
    ...fields.flatMap((field) => (field.type === 'group' ? field.fields.map(({ key }) => key) : [])),
  ];
  return [
    ...twins(sections.map((section) => section.key)).map((key) => at(`form.${key}`, text.repeatedSection(key))),
    ...twins(keys).map((key) => at(`form.${key}`, text.repeatedField(key))),
    ...sections.flatMap(({ key, visibleWhen: shown }) =>
      shown ? lintCondition(`form.${key}.visibleWhen`, shown, context.types, formScope) : [],
    ),
    ...fields.flatMap((field) => [
      ...lintLimits(`form.${field.key}`, field),
      ...lintShown(context, field),
      ...lintFieldConditions(`form.${field.key}`, field, context.types),
      ...lintFormFlags(context, field),
      ...(field.type === 'group' ? lintGroup(field, context.types) : []),
    ]),
    ...lintDecisionFields(context),
  ];
}

function lintFieldConditions(where: string, field: Field, types: ReadonlyMap<string, FactType>): Finding[] {
  const { visibleWhen: shown, requiredWhen } = field;
  return [
    ...(shown ? lintCondition(`${where}.visibleWhen`, shown, types, formScope) : []),
    ...(requiredWhen ? lintCondition(`${where}.requiredWhen`, requiredWhen, types, formScope) : []),
  ];
}

/** An item of a group sees its own answers and those of the form around it. */
function lintGroup(group: Extract<Field, { type: 'group' }>, types: ReadonlyMap<string, FactType>): Finding[] {
  const inside = new Map([...types, ...group.fields.map((field) => [answerFact(field.key), factTypeOf(field, 'answers')] as const)]);
  return group.fields.flatMap((field) => [
    ...lintLimits(`form.${group.key}.${field.key}`, field),
    ...lintFieldConditions(`form.${group.key}.${field.key}`, field, inside),
    ...lintFlags(`form.${group.key}.${field.key}`, field, false),
    ...(field.type === 'text' && field.oneTime ? [at(`form.${group.key}.${field.key}`, text.oneTimeOutsideDecision(field.label))] : []),
  ]);
}

function lintLimits(where: string, field: Field): Finding[] {
  const pairs: [number | string | undefined, number | string | undefined][] = [
    'min' in field ? [field.min, field.max] : [undefined, undefined],
    'minLength' in field ? [field.minLength, field.maxLength] : [undefined, undefined],
    'minItems' in field ? [field.minItems, field.maxItems] : [undefined, undefined],
    field.type === 'date' && field.earliest !== 'today' && field.latest !== 'today'
      ? [field.earliest, field.latest]
      : [undefined, undefined],
  ];
  const isEmpty = pairs.some(([least, most]) => least !== undefined && most !== undefined && least > most);
  const options = 'options' in field ? twins(field.options.map((option) => option.value)) : [];
  const isSlow = field.type === 'text' && field.pattern !== undefined && !isSafePattern(field.pattern.regex, field.maxLength);
  return [
    ...(isEmpty ? [at(where, text.noAnswerFits(field.label))] : []),
    ...options.map((value) => at(where, text.repeatedOption(field.label, value))),
    ...(isSlow ? [at(`${where}.pattern`, text.slowPattern(field.label))] : []),
  ];
}

function lintShown({ definition, explorer, types }: LintContext, field: Field): Finding[] {
  const conditions = visibleWhen(definition, field);
  if (conditions.length === 0 || !conditions.every((condition) => isSound(condition, types, formScope))) return [];
  const where = `form.${field.key}.visibleWhen`;
  if (field.visibleWhen && factsOf(field.visibleWhen).includes(answerFact(field.key))) return [at(where, text.asksItself(field.label))];
  return explorer.find(...conditions).result === 'none' ? [at(where, text.neverShown(field.label))] : [];
}

function lintFormFlags({ definition }: LintContext, field: Field): Finding[] {
  const where = `form.${field.key}`;
  return [
    ...(field.type === 'text' && field.oneTime ? [at(where, text.oneTimeOutsideDecision(field.label))] : []),
    ...(field.confidential && definition.procedure.blind.length === 0 ? [at(where, text.confidentialWithoutBlind(field.label))] : []),
  ];
}

function lintFlags(where: string, field: SimpleField, isDecision: boolean): Finding[] {
  return [
    ...(field.type === 'text' && field.unique ? [at(where, text.uniqueOutsideForm(field.label))] : []),
    ...(field.type === 'text' && field.documentCode ? [at(where, text.codeOutsideForm(field.label))] : []),
    ...(isDecision && field.confidential ? [at(where, text.confidentialDecision(field.label))] : []),
  ];
}

/**
 * The fields of decisions stand under one name whichever outcome asks them, so those of one key must be of one type. Their conditions see the fields of the
 * same outcome only.
 */
function lintDecisionFields({ graph, types }: LintContext): Finding[] {
  const kindOf = (field: SimpleField): string => factTypeOf(field, 'decisions').kind;
  return graph.ways.flatMap((way) => {
    const where = placeOf(way);
    const { fields } = way.outcome;
    const siblings = new Map(fields.map((field) => [answerFact(field.key), factTypeOf(field, 'answers')]));
    return [
      ...twins(fields.map((field) => field.key)).map((key) => at(where, text.repeatedField(key))),
      ...fields.flatMap((field) => [
        ...lintLimits(`${where}.${field.key}`, field),
        ...lintFlags(`${where}.${field.key}`, field, true),
        ...lintFieldConditions(`${where}.${field.key}`, field, siblings),
        ...(types.get(`decisions.${field.key}`)?.kind === kindOf(field) ? [] : [at(`${where}.${field.key}`, text.typesDiffer(field.key))]),
      ]),
    ];
  });
}
