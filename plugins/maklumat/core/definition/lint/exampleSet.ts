import { exampleFindings as text } from '../../language/lint/examples';
import type { FactType } from '../../rules/factTypes';
import type { OperableDefinition } from '../schema';
import type { LintContext } from './context';
import { at, type Finding } from './finding';

/** How many examples a service should have: one eligible, one refused, one returned, one on a boundary. Default of the product. */
const enough = 4;
/** What an example may suppose: the rest follows from its answers and its moment. */
const supposable: readonly (FactType['source'] | undefined)[] = ['world'];

/** Whether the examples show the ways in which a case can begin. */
export function lintExampleSet({ definition, types }: LintContext): Finding[] {
  const { examples } = definition;
  const unknown = examples.flatMap(({ name, facts }, index) =>
    Object.keys(facts)
      .filter((fact) => !supposable.includes(types.get(fact)?.source))
      .map((fact) => at(`examples.${index}`, text.unknownFact(name, fact))),
  );
  return [...unknown, ...(examples.length < enough ? [at('examples', text.tooFew(examples.length))] : lintVariety(definition))];
}

function lintVariety({ examples, rules }: OperableDefinition): Finding[] {
  const refuses = rules.some((rule) => rule.then.type === 'refuse');
  return [
    ...(examples.some(({ expect }) => expect.eligible && (expect.invalid ?? []).length === 0) ? [] : [at('examples', text.noneEligible)]),
    ...(refuses && !examples.some(({ expect }) => !expect.eligible) ? [at('examples', text.noneRefused)] : []),
    ...(examples.some(({ expect }) => (expect.invalid ?? []).length > 0) ? [] : [at('examples', text.noneReturned)]),
  ];
}
