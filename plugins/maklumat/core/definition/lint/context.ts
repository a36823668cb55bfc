import type { FactType } from '../../rules/factTypes';
import type { Explorer } from '../../rules/analyse';
import type { OperableDefinition } from '../schema';
import type { Known } from './finding';
import type { Graph } from './graph';

/** What every check reads; made once per lint. */
export interface LintContext {
  definition: OperableDefinition;
  known: Known;
  types: ReadonlyMap<string, FactType>;
  graph: Graph;
  explorer: Explorer;
}
