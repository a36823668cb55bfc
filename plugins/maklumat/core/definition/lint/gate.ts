import type { Calendar } from '../../calendar/schema';
import { runExamples } from '../examples';
import type { ServiceDefinition } from '../schema';
import type { Finding, Known } from './finding';
import { lint } from './lint';

/** What a definition is held against. */
export interface GateWorld {
  known: Known;
  /** The calendar of the definition's agency. */
  calendar: Calendar;
  /** Codes of the areas that exist. */
  areas: ReadonlySet<string>;
}

/**
 * The publish gate: everything that lint finds, and every example that does not come out as it says. Examples are run only where lint finds no error, because
 * a broken definition breaks all of them.
 */
export async function gate(definition: ServiceDefinition, { known, calendar, areas }: GateWorld): Promise<Finding[]> {
  const findings = lint(definition, known);
  return isPublishable(findings) ? [...findings, ...(await runExamples(definition, calendar, areas))] : findings;
}

/** True when no finding blocks publishing. */
export const isPublishable = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity !== 'error');
