import { formatDuration } from '../../language/calendar';
import { clockFindings as text } from '../../language/lint/clock';
import { quoted } from '../../language/lint/procedure';
import { answerFact, factsOf } from '../../rules/conditions';
import type { Outcome } from '../procedure';
import type { LintContext } from './context';
import { at, type Finding } from './finding';
import { effectsOfType, hasEffect, placeOf, walk } from './graph';
import { promises, statedTimes } from './timeWords';

/** Whether the clock begins, pauses and stops in an order that makes sense. */
export function lintClock(context: LintContext): Finding[] {
  const { definition, graph, types } = context;
  const { start, startField } = definition.clock;
  const isStepped = start !== 'receipt' && start !== 'schedule';
  const starts = effectsOfType(graph, 'startClock').filter(({ step }) => graph.reached.has(step.key));
  const started = new Set(starts.flatMap((way) => [way.outcome, ...graph.after(way.outcome).map((later) => later.outcome)]));
  const scheduled = startField === undefined ? undefined : types.get(answerFact(startField));
  return [
    ...(isStepped && starts.length === 0 ? [at('clock', text.neverStarts(start))] : []),
    ...(isStepped && starts.length > 0 && mayComplete(context) ? [at('clock', text.maySkipStart(start))] : []),
    ...(isStepped ? [] : starts.map((way) => at(placeOf(way), text.startIgnored(way.outcome.label)))),
    ...(isStepped && starts.length > 0
      ? effectsOfType(graph, 'stopClock').flatMap((way) =>
          started.has(way.outcome) ? [] : [at(placeOf(way), text.stopsBeforeStart(way.outcome.label))],
        )
      : []),
    ...lintPauses(context),
    ...(startField !== undefined && scheduled?.kind !== 'instant' ? [at('clock', text.scheduleField(startField))] : []),
  ];
}

/** Whether a case can be completed on a way that never starts the clock. An outcome that asks for an earlier decision is not counted as open on it. */
function mayComplete({ graph }: LintContext): boolean {
  const isOpen = ({ when }: Outcome): boolean => when === undefined || !factsOf(when).some((fact) => fact.startsWith('decisions.'));
  const silent = walk(graph.steps, graph.steps[0]?.key, (outcome) => isOpen(outcome) && !hasEffect(outcome, 'startClock'));
  return graph.ways.some(({ step, outcome }) => silent.has(step.key) && outcome.end === 'completed' && !hasEffect(outcome, 'startClock'));
}

function lintPauses({ graph }: LintContext): Finding[] {
  const pauses = effectsOfType(graph, 'pauseClock');
  const resumes = effectsOfType(graph, 'resumeClock');
  return [
    ...pauses.flatMap((way) =>
      graph.after(way.outcome).some((later) => hasEffect(later.outcome, 'resumeClock'))
        ? []
        : [at(placeOf(way), text.neverResumes(way.outcome.label))],
    ),
    ...(pauses.length > 0 ? [] : resumes.map((way) => at(placeOf(way), text.resumesNothing(way.outcome.label)))),
  ];
}

/** Whether the standard promises in words the time that the clock counts. */
export function lintTimeWords({ definition }: LintContext): Finding[] {
  const { clock, rules, standard } = definition;
  const where = 'standard.servicePoint.completionTime';
  const times = statedTimes(standard.servicePoint.completionTime);
  const counted = formatDuration(clock.duration, 'id');
  if (times.length === 0) return [at(where, text.timeUnstated(counted))];
  const words = [...new Set(times.map((time) => time.words))];
  return [
    ...(promises(times, clock.duration) ? [] : [at(where, text.timeDiffers(words, counted))]),
    ...(clock.extension && !promises(times, clock.extension.duration)
      ? [at(where, text.extensionDiffers(words, formatDuration(clock.extension.duration, 'id')))]
      : []),
    ...rules.flatMap(({ key, then }) =>
      then.type === 'promise' && !promises(times, then.duration)
        ? [at(`rules.${key}`, text.promiseUnstated(key, formatDuration(then.duration, 'id')))]
        : [],
    ),
  ];
}

const freeOfCharge =
  /tidak (?:di(?:pungut|kenakan)|ada) (?:biaya|tarif|retribusi)(?: apa ?pun)?|tanpa (?:dipungut )?biaya|gratis|cuma-cuma|rp\.?\s*0(?![\d.,]*[1-9])|nol rupiah/g;
const charged = /biaya|tarif|retribusi|berbayar|\brp\.?\s*\d|rupiah/;

/** Whether the standard says in words what the rules charge. */
export function lintFeeWords({ definition }: LintContext): Finding[] {
  const where = 'standard.servicePoint.fee';
  const fee = definition.standard.servicePoint.fee.toLowerCase();
  const isFree = fee.search(freeOfCharge) >= 0;
  const isPaid = charged.test(fee.replaceAll(freeOfCharge, ''));
  const charging = definition.rules.flatMap(({ key, then }) =>
    then.type === 'charge' && (then.rate !== undefined || then.amount !== 0) ? [key] : [],
  );
  if (charging.length > 0 && !isPaid) return [at(where, (isFree ? text.freeButCharged : text.silentButCharged)(quoted(charging)))];
  return isPaid && !definition.rules.some(({ then }) => then.type === 'charge') ? [at(where, text.paidButUncharged)] : [];
}
