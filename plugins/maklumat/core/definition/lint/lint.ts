import { definitionFindings } from '../../language/lint/definition';
import { explorer } from '../../rules/analyse';
import { factTypes } from '../../rules/factTypes';
import { isOperable, type OperableDefinition, type ServiceDefinition } from '../schema';
import { lintActors } from './actors';
import { lintClock, lintFeeWords, lintTimeWords } from './clock';
import type { LintContext } from './context';
import { lintRequirements, lintUnused } from './coverage';
import { lintEffects } from './effects';
import { lintExampleSet } from './exampleSet';
import { at, type Finding, type Known } from './finding';
import { lintForm } from './form';
import { graphOf } from './graph';
import { lintOutcomes } from './outcomes';
import { lintConflicts, lintRules } from './rules';
import { lintSteps } from './steps';
import { lintTexts } from './texts';

const checks: readonly ((context: LintContext) => Finding[])[] = [
  lintForm,
  lintRequirements,
  lintUnused,
  lintSteps,
  lintActors,
  lintOutcomes,
  lintEffects,
  lintClock,
  lintTimeWords,
  lintFeeWords,
  lintRules,
  lintConflicts,
  lintTexts,
  lintExampleSet,
];

function contextOf(definition: OperableDefinition, known: Known): LintContext {
  const types = factTypes(definition);
  return { definition, known, types, graph: graphOf(definition), explorer: explorer(definition, types, known.today) };
}

/**
 * What is wrong with a definition; errors must be mended before it can be published, warnings should. Never throws on what passes the schema.
 * A standard without form, procedure and clock has nothing more to be checked than its agency.
 */
export function lint(definition: ServiceDefinition, known: Known): Finding[] {
  const agency = known.agencies.has(definition.agency) ? [] : [at('agency', definitionFindings.agencyMissing)];
  if (isOperable(definition)) {
    const context = contextOf(definition, known);
    return [...agency, ...checks.flatMap((check) => check(context))];
  }
  const parts = [definition.form, definition.procedure, definition.clock].filter((part) => part != null);
  return parts.length === 0 ? agency : [...agency, at('form', definitionFindings.partsMissing)];
}
