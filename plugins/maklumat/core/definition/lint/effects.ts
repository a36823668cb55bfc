import type { Field } from '../../form/schema';
import { effectFindings as text } from '../../language/lint/effects';
import { answerFact } from '../../rules/conditions';
import { factTypeOf, type FactType } from '../../rules/factTypes';
import type { OpenCase } from '../../rules/schema';
import type { Outcome, Reserve } from '../procedure';
import type { LintContext } from './context';
import { at, type Finding } from './finding';
import { hasEffect, placeOf, type Way } from './graph';

/** Whether what follows from outcomes and rules can be carried out. */
export function lintEffects(context: LintContext): Finding[] {
  return [
    ...context.graph.ways.flatMap((way) => [...lintOutcomeEffects(context, way), ...lintReservations(context, way)]),
    ...context.definition.rules.flatMap(({ key, then }) => {
      const where = `rules.${key}`;
      if (then.type === 'openCase') return lintOpenCase(context, where, then);
      const message = then.type === 'notify' || then.type === 'escalate' ? then.message : undefined;
      return message === undefined || Object.hasOwn(context.definition.messages, message) ? [] : [at(where, text.messageMissing(message))];
    }),
  ];
}

function lintOutcomeEffects(context: LintContext, way: Way): Finding[] {
  const { messages, documents, rules } = context.definition;
  const where = placeOf(way);
  return way.outcome.effects.flatMap((effect) => {
    switch (effect.type) {
      case 'notify':
        return Object.hasOwn(messages, effect.message) ? [] : [at(where, text.messageMissing(effect.message))];
      case 'issueDocument':
        return Object.hasOwn(documents, effect.document) ? [] : [at(where, text.documentMissing(effect.document))];
      case 'invoice':
        return [
          ...(Object.hasOwn(documents, effect.document) ? [] : [at(where, text.documentMissing(effect.document))]),
          ...(rules.some((rule) => rule.then.type === 'charge') ? [] : [at(where, text.invoiceWithoutCharge(effect.document))]),
        ];
      case 'reserve':
        return lintReserve(context, where, way.outcome, effect);
      case 'openCase':
        return lintOpenCase(context, where, effect);
      default:
        return [];
    }
  });
}

/** The start is read from the decision, this one or an earlier one, and else from the form. */
function lintReserve({ known, types }: LintContext, where: string, outcome: Outcome, effect: Reserve): Finding[] {
  const { resource, startField, minutesField } = effect;
  const own = (key: string): FactType | undefined => {
    const field = outcome.fields.find((candidate) => candidate.key === key);
    return field ? factTypeOf(field, 'decisions') : undefined;
  };
  const start = own(startField) ?? types.get(answerFact(startField)) ?? types.get(`decisions.${startField}`);
  const minutes =
    minutesField === undefined
      ? undefined
      : (own(minutesField) ?? types.get(answerFact(minutesField)) ?? types.get(`decisions.${minutesField}`));
  return [
    ...(known.resources.has(resource) ? [] : [at(where, text.resourceMissing(resource))]),
    ...(start?.kind === 'instant' ? [] : [at(where, text.startNotMoment(startField))]),
    ...(start?.kind === 'instant' && start.field?.required === false ? [at(where, text.startOptional(startField))] : []),
    ...(minutesField === undefined || minutes?.kind === 'number' ? [] : [at(where, text.minutesNotNumber(minutesField))]),
  ];
}

function lintReservations({ graph }: LintContext, way: Way): Finding[] {
  const where = placeOf(way);
  const { outcome } = way;
  const isOffer = ({ effects }: Outcome): boolean => effects.some((effect) => effect.type === 'reserve' && effect.offer);
  const before = graph.ways.filter((earlier) => graph.after(earlier.outcome).includes(way)).map((earlier) => earlier.outcome);
  const after = graph.after(outcome).map((later) => later.outcome);
  return [
    ...(hasEffect(outcome, 'acceptReservation') && !before.some(isOffer) ? [at(where, text.acceptWithoutOffer(outcome.label))] : []),
    ...(hasEffect(outcome, 'releaseReservation') && !before.some((earlier) => hasEffect(earlier, 'reserve'))
      ? [at(where, text.releaseWithoutReserve(outcome.label))]
      : []),
    ...(isOffer(outcome) && !after.some((later) => hasEffect(later, 'acceptReservation'))
      ? [at(where, text.offerWithoutAccept(outcome.label))]
      : []),
  ];
}

/** Kinds of facts that an answer of another kind can take: a choice is text, and text may happen to be one of the choices. */
const takes = (target: FactType, source: FactType): boolean =>
  target.kind === source.kind || (['text', 'choice'].includes(target.kind) && ['text', 'choice'].includes(source.kind));

function lintOpenCase({ definition, known, types }: LintContext, where: string, { service, answers }: OpenCase): Finding[] {
  if (service === definition.slug) return [at(where, text.opensItself)];
  const fields = known.services.get(service);
  if (!fields) return [at(where, text.serviceMissing(service))];
  const isAsked = (field: Field): boolean => field.required && field.visibleWhen === undefined;
  return [
    ...fields
      .filter((field) => isAsked(field) && !Object.hasOwn(answers, field.key))
      .map((field) => at(where, text.targetUnfilled(service, field.label))),
    ...Object.entries(answers).flatMap(([key, fact]) => {
      const target = fields.find((field) => field.key === key);
      const source = types.get(fact);
      if (!target) return [at(where, text.targetMissing(service, key))];
      if (!source || (source.source === 'receipt' && fact !== 'receivedAt')) return [at(where, text.sourceMissing(fact))];
      if (!takes(factTypeOf(target, 'answers'), source)) return [at(where, text.typeMismatch(fact, target.label))];
      const mayBeEmpty = !source.always && source.field?.required !== true;
      return target.required && mayBeEmpty ? [at(where, text.sourceOptional(fact, target.label))] : [];
    }),
  ];
}
