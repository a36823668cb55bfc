import type { Assessment } from '../../contracts/services';
import { atZone, dateIn } from '../../core/calendar/calendar';
import { deadline } from '../../core/calendar/deadline';
import type { Calendar } from '../../core/calendar/schema';
import type { CaseRoute, Channel } from '../../core/case/events';
import { isOperable, type OperableDefinition } from '../../core/definition/schema';
import type { Answers } from '../../core/form/schema';
import { validateAnswers } from '../../core/form/validate';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { evaluateRules, type Decisions } from '../../core/rules/evaluate';
import { caseFacts } from '../../core/rules/facts';
import type { App } from './app';
import { getCalendarOf, positionNameIn, type Snapshot } from './catalogue';
import { getServiceVersion } from './published';
import { refuse } from './refuse';
import type { Version } from '../repositories/versions';

export type OperableVersion = Version & { definition: OperableDefinition };

/** The version in force of a service that takes requests. Refuses with `not-found`. */
export async function getOperableVersion(app: App, snapshot: Snapshot, slug: string, language: Language): Promise<OperableVersion> {
  const version = await getServiceVersion(app, snapshot, slug, undefined, language);
  const { definition } = version;
  if (!isOperable(definition)) refuse('not-found', serverText[language].notOperable(definition.name));
  return { ...version, definition };
}

/** Runs the rules of a version over answers as they would be received at an instant. */
export async function judge(
  version: OperableVersion,
  calendar: Calendar,
  input: { answers: Answers; receivedAt: string; channel: Channel },
): Promise<Decisions> {
  return evaluateRules(version.definition.rules, caseFacts({ ...input, calendar }));
}

/** Refuses with `invalid-answers` when a rule that fired requires an answer that is not there; the rule's sentence stands at the field. */
export function demandRequired(decisions: Decisions, answers: Answers, language: Language): void {
  const missing = decisions.requires.filter(({ field }) => answers[field] === undefined);
  if (missing.length === 0) return;
  refuse('invalid-answers', serverText[language].invalidAnswers, {
    fields: Object.fromEntries(missing.map(({ field, sentence }) => [field, [sentence]])),
  });
}

export function namedRoute(snapshot: Snapshot, route: Pick<CaseRoute, 'unit' | 'position'>) {
  return {
    unit: route.unit,
    position: route.position,
    unitName: snapshot.units.get(route.unit)?.name ?? route.unit,
    positionName: positionNameIn(snapshot)(route.position),
  };
}

/** A dry run: what would be decided if these answers were received at `at` (now when absent). Nothing is stored. */
export async function assess(
  app: App,
  slug: string,
  input: { answers: Answers; at?: string | undefined },
  language: Language,
): Promise<Assessment> {
  const snapshot = await app.catalogue.snapshot();
  const version = await getOperableVersion(app, snapshot, slug, language);
  const { definition } = version;
  const calendar = getCalendarOf(snapshot, definition.agency);
  const at = atZone(input.at ?? app.now(), calendar.zone);
  const checked = validateAnswers({
    form: definition.form,
    answers: input.answers,
    areas: snapshot.areaCodes,
    today: dateIn(at, calendar.zone),
    language,
  });
  const answers = checked.ok ? checked.answers : input.answers;
  const decisions = await judge(version, calendar, { answers, receivedAt: at, channel: 'web' });
  const amount = decisions.charges.reduce((sum, charge) => sum + charge.amount, 0);
  return {
    eligible: decisions.refusals.length === 0,
    refusals: decisions.refusals,
    requires: decisions.requires,
    warnings: decisions.warnings,
    route: decisions.route && { ...namedRoute(snapshot, decisions.route), rule: decisions.route.rule, sentence: decisions.route.sentence },
    deadline: deadline({ calendar, clock: definition.clock, receivedAt: at, language }),
    fee: {
      amount,
      sentence:
        decisions.charges.map((charge) => charge.sentence).join(' ') || definition.standard.servicePoint.fee || serverText[language].free,
    },
    invalid: checked.ok ? {} : checked.fields,
  };
}
