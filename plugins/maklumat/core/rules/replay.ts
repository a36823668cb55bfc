import type { Duration } from '../calendar/duration';
import type { Decisions } from './evaluate';

/** What about a decision would come out otherwise. */
export const differenceKinds = ['eligibility', 'requirement', 'warning', 'route', 'promise', 'fee', 'escalation', 'followUp'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One thing that other rules would decide otherwise, each side as the keys, positions or amounts that it comes to. */
export interface Difference {
  kind: DifferenceKind;
  before: string[];
  after: string[];
}

const durationText = ({ amount, unit }: Duration): string => `${amount} ${unit}`;

/** What a set of decisions comes to, kind by kind, apart from how rules are named and worded. */
const summary: Record<DifferenceKind, (decisions: Decisions) => string[]> = {
  // By rule: what matters to whoever is refused is the ground.
  eligibility: ({ refusals }) => refusals.map(({ rule }) => rule),
  requirement: ({ requires }) => requires.map(({ field }) => field),
  warning: ({ warnings }) => warnings.map(({ rule }) => rule),
  route: ({ route }) => (route ? [`${route.unit} / ${route.position}`] : []),
  promise: ({ promise }) => (promise ? [durationText(promise.duration)] : []),
  fee: ({ charges }) => charges.map(({ amount, rate, times }) => [amount ?? rate ?? '', ...times].join(' × ')),
  escalation: ({ escalations }) => escalations.map(({ after, position }) => `${after}% ${position}`),
  followUp: ({ followUps }) => followUps.map(({ then }) => (then.type === 'openCase' ? then.service : then.message)),
};

/** Where two sets of decisions about one case differ; empty when nobody would notice. The order in which rules are written does not matter. */
export function differencesOf(before: Decisions, after: Decisions): Difference[] {
  return differenceKinds.flatMap((kind) => {
    const one = [...new Set(summary[kind](before))].sort();
    const other = [...new Set(summary[kind](after))].sort();
    return one.join('\n') === other.join('\n') ? [] : [{ kind, before: one, after: other }];
  });
}
