import { formatDuration } from '../../language/calendar';
import { decisionWords, ruleFindings as text } from '../../language/lint/rules';
import { analyse } from '../../rules/analyse';
import type { Rule } from '../../rules/schema';
import { formFields } from '../../form/files';
import { isSound, lintCondition, scopeOf } from './conditions';
import type { LintContext } from './context';
import { describeFacts } from './describe';
import { at, twins, type Finding } from './finding';

/** Whether every rule asks and names what exists. Positions are checked with all others. */
export function lintRules(context: LintContext): Finding[] {
  const { rules } = context.definition;
  return [
    ...twins(rules.map((rule) => rule.key)).map((key) => at(`rules.${key}`, text.repeated(key))),
    ...(rules.some((rule) => rule.then.type === 'route') ? [] : [at('rules', text.noRoute)]),
    ...rules.flatMap((rule) => [
      ...lintCondition(`rules.${rule.key}`, rule.when, context.types, scopeOf(rule)),
      ...lintDecision(context, rule),
    ]),
  ];
}

function lintDecision({ definition, known, types }: LintContext, { key, then }: Rule): Finding[] {
  const where = `rules.${key}`;
  switch (then.type) {
    case 'route': {
      const unit = known.units.get(then.unit);
      const home = known.units.get(known.positions.get(then.position)?.unit ?? '');
      return [
        ...(unit ? [] : [at(where, text.unitMissing(then.unit))]),
        ...(unit && unit.agency !== definition.agency ? [at(where, text.otherAgency(`Bidang "${then.unit}"`))] : []),
        ...(home && home.agency !== definition.agency ? [at(where, text.otherAgency(`Jabatan "${then.position}"`))] : []),
      ];
    }
    case 'require':
      return formFields(definition.form).some((field) => field.key === then.field) ? [] : [at(where, text.requireMissing(then.field))];
    case 'charge':
      return [
        ...then.times.filter((fact) => types.get(fact)?.kind !== 'number').map((fact) => at(where, text.timesNotNumber(fact))),
        ...(then.rate !== undefined && !known.rates.has(then.rate) ? [at(where, text.rateMissing(then.rate))] : []),
      ];
    default:
      return [];
  }
}

/** Whether the rules contradict, hide or outlive each other, and leave no case without a route. */
export function lintConflicts({ definition, explorer, types }: LintContext): Finding[] {
  const sound = definition.rules.filter((rule) => isSound(rule.when, types, scopeOf(rule)));
  const { conflicts, dead, shadowed, traps, unrouted, unclear } = analyse(definition, sound, explorer);
  const routes = sound.filter((rule) => rule.then.type === 'route');
  const isWhole = definition.rules.every((rule) => rule.then.type !== 'route' || sound.includes(rule));
  return [
    ...dead.map(({ key }) => at(`rules.${key}`, text.dead(key))),
    ...conflicts.map(({ one, other, facts }) =>
      at(
        `rules.${other.key}`,
        text.conflict(
          one.key,
          other.key,
          [inWords(one), inWords(other)],
          describeFacts(facts, types, [one.when, other.when]),
          one.priority,
        ),
      ),
    ),
    ...shadowed.map(({ key }) => at(`rules.${key}`, text.shadowed(key))),
    ...traps.map(({ rule, field, facts }) => at(`rules.${rule.key}`, text.trap(rule.key, field, describeFacts(facts, types, [rule.when])))),
    ...(unrouted && isWhole
      ? [
          at(
            'rules',
            text.unrouted(
              describeFacts(
                unrouted,
                types,
                routes.map(({ when }) => when),
              ),
            ),
          ),
        ]
      : []),
    ...unclear.map(({ key }) => at(`rules.${key}`, text.unclear(key))),
  ];
}

function inWords({ then }: Rule): string {
  if (then.type === 'route') return decisionWords.route(then.unit, then.position);
  return then.type === 'promise' ? decisionWords.promise(formatDuration(then.duration, 'id')) : then.type;
}
