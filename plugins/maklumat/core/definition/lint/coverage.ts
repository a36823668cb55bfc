import { formFields } from '../../form/files';
import type { Field } from '../../form/schema';
import { formFindings as text } from '../../language/lint/form';
import { answerFact, factsOf } from '../../rules/conditions';
import type { Condition } from '../../rules/schema';
import { placeholdersOf } from '../placeholders';
import type { OperableDefinition } from '../schema';
import type { LintContext } from './context';
import { at, type Finding } from './finding';
import { contentOf, share } from './words';

const shown = (line: string): string => (line.length > 90 ? `${line.slice(0, 88).trimEnd()} …` : line);

/** The single lines of the printed requirements. */
const requirementsOf = ({ standard }: OperableDefinition): string[] =>
  standard.servicePoint.requirements.flatMap((requirement) => requirement.split('\n')).map((line) => line.trim());

/** Every line of the printed requirements must be asked for by some field that speaks of the same thing. */
export function lintRequirements({ definition }: LintContext): Finding[] {
  const asked = definition.form.sections.map((section) =>
    [section.title, section.description ?? '', ...section.fields.map(wordsOf)].join(' '),
  );
  const collected = contentOf(asked.join(' '));
  return requirementsOf(definition).flatMap((line) => {
    const words = contentOf(line);
    // A form that is to be filled in is this one.
    const isMet =
      words.telling.length > 0
        ? share(words.telling, collected.telling)
        : words.common.includes('formulir') || share(words.common, collected.common);
    return isMet || words.telling.length + words.common.length === 0
      ? []
      : [at('standard.servicePoint.requirements', text.requirementUncollected(shown(line)))];
  });
}

function wordsOf(field: Field): string {
  return [
    field.key,
    field.label,
    field.hint ?? '',
    ...('options' in field ? field.options.map((option) => option.label) : []),
    ...(field.type === 'statement' ? [field.text] : []),
    ...(field.type === 'group' ? field.fields.map(wordsOf) : []),
  ].join(' ');
}

/** What every office asks of everyone: who somebody is and how to reach them. */
const personal = contentOf(
  'nama alamat telepon email pekerjaan usia umur jabatan NIP instansi organisasi unit kerja identitas lahir kelamin RT RW kelurahan kecamatan mewakili kuasa kontak',
).telling;

/** Free text describes the request, and people and their ways of contact are known by their type; these need no reason. */
const selfEvident: readonly Field['type'][] = ['longText', 'nik', 'phone', 'email', 'statement'];

/** Fields of which nothing is made: no rule, step, letter or standard speaks of them. */
export function lintUnused(context: LintContext): Finding[] {
  const { definition } = context;
  const { name, summary } = definition;
  const { requirements, procedure, product } = definition.standard.servicePoint;
  const spoken = contentOf([name, summary, ...requirements, ...procedure, ...product].join(' ')).telling;
  const used = usedKeys(context);
  const demanded = requirementsOf(definition).map(contentOf);
  return formFields(definition.form)
    .filter((field) => !selfEvident.includes(field.type) && !used.has(field.key) && !isFlagged(field))
    .filter((field) => {
      const { telling, common } = contentOf(wordsOf(field));
      const label = contentOf(field.label);
      // "Surat permohonan" has no telling word: what tells it is that a requirement has both words too.
      const isDemanded = demanded.some(
        (line) =>
          (line.telling.length === 0 && line.common.every((word) => common.includes(word))) ||
          (label.telling.length === 0 && label.common.length > 0 && label.common.every((word) => line.common.includes(word))),
      );
      return !isDemanded && !share(telling, spoken) && !share(contentOf(`${field.key} ${field.label}`).telling, personal);
    })
    .map((field) => at(`form.${field.key}`, text.unused(field.label)));
}

const isFlagged = (field: Field): boolean => field.type === 'text' && (field.unique || field.documentCode);

/** The keys of the form's fields that anything else in the definition reads. */
function usedKeys({ definition, graph, types }: LintContext): ReadonlySet<string> {
  const { rules, messages, documents, clock } = definition;
  const texts = [
    ...Object.values(messages).flatMap(({ subject, body }) => [subject, body]),
    ...Object.values(documents).map(({ body }) => body),
  ];
  const effects = graph.ways.flatMap(({ outcome }) => outcome.effects);
  const facts = [
    ...conditionsOf(definition).flatMap(factsOf),
    ...rules.flatMap(({ then }) => (then.type === 'charge' ? then.times : then.type === 'require' ? [answerFact(then.field)] : [])),
    ...[...effects, ...rules.map(({ then }) => then)].flatMap((effect) =>
      effect.type === 'openCase' ? Object.values(effect.answers) : [],
    ),
    ...effects.flatMap((effect) =>
      effect.type === 'reserve' ? [effect.startField, effect.minutesField ?? effect.startField].map(answerFact) : [],
    ),
    ...(clock.startField === undefined ? [] : [answerFact(clock.startField)]),
    ...texts.flatMap(placeholdersOf),
  ];
  const keys = formFields(definition.form).map((field) => field.key);
  const asked = new Set(facts.flatMap((fact) => [fact, types.get(fact)?.follows ?? fact]));
  return new Set(
    keys.filter(
      (key) => asked.has(answerFact(key)) || [...asked].some((fact) => /^(?:files|linked)\./.test(fact) && fact.split('.')[1] === key),
    ),
  );
}

function conditionsOf({ form, procedure, rules }: OperableDefinition): Condition[] {
  const fields = formFields(form).flatMap((field) => (field.type === 'group' ? [field, ...field.fields] : [field]));
  return [
    ...rules.map((rule) => rule.when),
    ...[
      ...form.sections.map(({ visibleWhen }) => visibleWhen),
      ...fields.flatMap(({ visibleWhen, requiredWhen }) => [visibleWhen, requiredWhen]),
    ],
    ...procedure.steps.flatMap((step) => step.outcomes.map(({ when }) => when)),
  ].filter((condition) => condition !== undefined);
}
