import type { Assessment } from '../../contracts/services';
import { atZone, dateIn } from '../../core/calendar/calendar';
import { deadline } from '../../core/calendar/deadline';
import type { Calendar } from '../../core/calendar/schema';
import type { CaseRoute, Channel } from '../../core/case/events';
import { answeredInstant, filing } from '../../core/case/state';
import type { OperableDefinition } from '../../core/definition/schema';
import { fileIds, formFields } from '../../core/form/files';
import type { Answers } from '../../core/form/schema';
import { validateAnswers } from '../../core/form/validate';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import type { Facts } from '../../core/rules/conditions';
import { evaluateRules, type Decisions } from '../../core/rules/evaluate';
import { caseFacts } from '../../core/rules/facts';
import { feeOf } from '../../core/rules/fee';
import { database } from '../repositories/database';
import type { App } from './app';
import { getCalendarOf, positionNameIn, type Snapshot } from './catalogue';
import { usableFiles } from './files';
import { getServiceVersion, takesRequests } from './published';
import { ratesOn } from './rates';
import { refuse } from './refuse';
import type { Account } from './sessions';
import { findTaken } from './uniques';
import { registered, worldFacts, type Applicant } from './world';
import type { Version } from '../repositories/versions';

export type OperableVersion = Version & { definition: OperableDefinition };

/** The version in force of a service that takes requests. Refuses with `not-found`. */
export async function getOperableVersion(app: App, snapshot: Snapshot, slug: string, language: Language): Promise<OperableVersion> {
  const version = await getServiceVersion(app, snapshot, slug, undefined, language);
  const { definition } = version;
  if (!takesRequests(definition)) refuse('not-found', serverText[language].notOperable(definition.name));
  return { ...version, definition };
}

/** Runs the rules of a definition over answers as they would be received at an instant. */
export async function judge(
  definition: OperableDefinition,
  calendar: Calendar,
  input: { answers: Answers; receivedAt: string; channel: Channel; world: Facts },
): Promise<Decisions> {
  return evaluateRules(definition.rules, caseFacts({ ...input, fields: formFields(definition.form), calendar }));
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

function feeSentence(definition: OperableDefinition, fee: ReturnType<typeof feeOf>, language: Language): string {
  if (fee.total === null) return serverText[language].rateUnset;
  const charged = fee.lines.map((line) => line.sentence).join(' ');
  return charged || definition.standard.servicePoint.fee || serverText[language].free;
}

export interface AssessmentInput {
  answers: Answers;
  at?: string | undefined;
  applicant?: Partial<Applicant> | undefined;
  /** The registered applicant whose uploads the answers may name. */
  applicantId?: string | undefined;
  /** Facts supposed in place of those of the present world. */
  facts?: Facts | undefined;
}

/** What a definition would decide if these answers were received at `at`, with the rules that fired. Nothing is stored. */
export async function assessDefinition(
  app: App,
  snapshot: Snapshot,
  definition: OperableDefinition,
  input: AssessmentInput,
  language: Language,
): Promise<Assessment & { fired: Decisions['fired'] }> {
  const db = database(app.strapi);
  const calendar = getCalendarOf(snapshot, definition.agency);
  const at = atZone(input.at ?? app.now(), calendar.zone);
  const files = await usableFiles(db, app, fileIds(formFields(definition.form), input.answers), {
    caseId: null,
    applicantId: input.applicantId ?? null,
  });
  const checked = validateAnswers({
    form: definition.form,
    answers: input.answers,
    areas: snapshot.areaCodes,
    today: dateIn(at, calendar.zone),
    language,
  });
  const answers = checked.ok ? checked.answers : input.answers;
  const applicant = { registered: false, ...input.applicant };
  const booking = { snapshot, now: app.now(), language };
  const world = { ...(await worldFacts(app, db, { definition, answers, files, applicant, booking, openCases: false })), ...input.facts };
  const facts = caseFacts({ fields: formFields(definition.form), answers, receivedAt: at, calendar, channel: 'web', world });
  const decisions = await evaluateRules(definition.rules, facts);
  const fee = feeOf(decisions.charges, facts, ratesOn(snapshot, dateIn(at, calendar.zone)));
  const state = { answers, decisions: {}, world, channel: 'web' as const };
  const start = definition.clock.startField === undefined ? undefined : answeredInstant(state, definition.clock.startField);
  const { step } = filing(definition, state);
  return {
    eligible: decisions.refusals.length === 0,
    refusals: decisions.refusals,
    requires: decisions.requires,
    warnings: decisions.warnings,
    route: decisions.route && { ...namedRoute(snapshot, decisions.route), rule: decisions.route.rule, sentence: decisions.route.sentence },
    deadline: deadline({
      calendar,
      clock: definition.clock,
      receivedAt: at,
      now: at,
      history: { startedAt: start ?? null, pauses: [], extensions: [], promise: decisions.promise?.duration ?? null },
      language,
    }),
    fee: { amount: fee.total, sentence: feeSentence(definition, fee, language), lines: fee.lines },
    step: step && { key: step.key, title: step.title },
    invalid: checked.ok ? await findTaken(app, db, definition, answers, language) : checked.fields,
    fired: decisions.fired,
  };
}

/**
 * A dry run against the version in force, for whoever is logged in unless the call supposes another applicant. Refuses with `not-found`.
 */
export async function assess(
  app: App,
  slug: string,
  input: AssessmentInput & { account: Account | undefined },
  language: Language,
): Promise<Assessment> {
  const { account, ...asked } = input;
  const snapshot = await app.catalogue.snapshot();
  const { definition } = await getOperableVersion(app, snapshot, slug, language);
  const supposed = { applicant: account && registered(account), applicantId: account?.id, ...asked };
  const { fired: _fired, ...assessment } = await assessDefinition(app, snapshot, definition, supposed, language);
  return assessment;
}
