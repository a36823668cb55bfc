import type { SubmittedCase } from '../../contracts/cases';
import { atZone, dateIn } from '../../core/calendar/calendar';
import type { Calendar } from '../../core/calendar/schema';
import type { CaseActor, CaseEvent, CaseFact, Channel } from '../../core/case/events';
import { filing, fold } from '../../core/case/state';
import { effectsOf } from '../../core/case/travel';
import { caseDeadline, project } from '../../core/case/view';
import { fileIds, formFields } from '../../core/form/files';
import type { Answers } from '../../core/form/schema';
import { validateAnswers } from '../../core/form/validate';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import type { Facts } from '../../core/rules/conditions';
import type { Decisions } from '../../core/rules/evaluate';
import { createTrackingToken, trackingHash } from '../adapters/vault';
import { insertCase, takeNumber } from '../repositories/cases';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { demandRequired, getOperableVersion, judge, namedRoute, type OperableVersion } from './assessments';
import { getCalendarOf, viewContext, type Snapshot } from './catalogue';
import { carryOut, draftOf, save, type Draft, type OpenLinked } from './effects';
import { claimFiles, usableFiles } from './files';
import { once } from './once';
import { refuse } from './refuse';
import { holdUniques } from './uniques';
import { applicantKeys, worldFacts, type Applicant } from './world';

export interface Submission {
  service: string;
  answers: Answers;
  channel: Channel;
  /** Who files it, given the position that takes requests in at the counter; refuses when this person may not. */
  actor: (intake: string) => CaseActor;
  applicant?: Applicant;
  /** When the office received it, ISO with offset; now unless it was brought to the counter before. */
  receivedAt?: string;
  idempotencyKey: string | undefined;
  scope: string;
  language: Language;
}

/** A request whose service, moment and person are settled, ready to be judged. */
interface Filing {
  version: OperableVersion;
  calendar: Calendar;
  snapshot: Snapshot;
  answers: Answers;
  channel: Channel;
  actor: CaseActor;
  applicant: Applicant;
  receivedAt: string;
  now: string;
  language: Language;
  /** The case that opens this one; its tracking code opens both. */
  from?: { number: string; service: string; trackingHash: string };
}

interface Judged {
  answers: Answers;
  world: Facts;
  decisions: Decisions;
  route: NonNullable<Decisions['route']>;
}

/** Validates and judges; refuses with `invalid-answers` or `not-eligible`. */
async function judged(app: App, db: Db, filed: Filing): Promise<Judged> {
  const { version, calendar, snapshot, receivedAt, now, language } = filed;
  const { definition } = version;
  const text = serverText[language];
  const files = await usableFiles(db, app, fileIds(formFields(definition.form), filed.answers), null);
  const checked = validateAnswers({
    form: definition.form,
    answers: filed.answers,
    files,
    areas: snapshot.areaCodes,
    today: dateIn(now, calendar.zone),
    language,
  });
  if (!checked.ok) refuse('invalid-answers', text.invalidAnswers, { fields: checked.fields });
  const { answers } = checked;
  const booking = { snapshot, now, language };
  const world = await worldFacts(app, db, { definition, answers, files, applicant: filed.applicant, booking, openCases: true });
  const decisions = await judge(definition, calendar, { answers, receivedAt, channel: filed.channel, world });
  demandRequired(decisions, answers, language);
  if (decisions.refusals.length > 0)
    refuse('not-eligible', [text.notEligible, ...decisions.refusals.map((refusal) => refusal.sentence)].join(' '));
  if (!decisions.route) refuse('not-eligible', text.noRoute);
  return { answers, world, decisions, route: decisions.route };
}

function submittedFact(filed: Filing, { answers, world, decisions, route }: Judged): Extract<CaseFact, { type: 'submitted' }> {
  const { promise, requires, warnings, escalations, fired } = decisions;
  return {
    type: 'submitted',
    receivedAt: filed.receivedAt,
    channel: filed.channel,
    answers,
    route,
    explanation: [route, ...(promise ? [promise] : []), ...requires, ...warnings].map((decided) => decided.sentence),
    world,
    fired: fired.map(({ rule }) => rule),
    ...(promise ? { promise: { rule: promise.rule, duration: promise.duration } } : {}),
    escalations: escalations.map(({ sentence: _sentence, ...escalation }) => escalation),
    ...(filed.from ? { openedFrom: { number: filed.from.number, service: filed.from.service } } : {}),
  };
}

/** Judges, numbers and records a case in the caller's transaction, and carries out what follows from it. */
async function open(app: App, db: Db, filed: Filing): Promise<SubmittedCase> {
  const { version, calendar, snapshot, receivedAt, now, language } = filed;
  const { definition } = version;
  const settled = await judged(app, db, filed);
  const fact = submittedFact(filed, settled);
  const event: CaseEvent = { sequence: 1, at: now, actor: filed.actor, fact };
  const state = fold(definition, [event]);
  const context = viewContext(snapshot, definition, now, language);
  const year = Number(dateIn(receivedAt, calendar.zone).slice(0, 4));
  const running = await takeNumber(db, definition.slug, year);
  const number = `${definition.numberPrefix}-${year}-${String(running).padStart(6, '0')}`;
  const trackingToken = createTrackingToken();
  const hash = filed.from?.trackingHash ?? trackingHash(trackingToken);
  const caseId = await insertCase(db, {
    number,
    service: definition.slug,
    versionId: version.id,
    agency: definition.agency,
    trackingHash: hash,
    receivedAt,
    applicantKeys: applicantKeys(app, formFields(definition.form), settled.answers),
    projection: project(state, context),
  });
  await claimFiles(db, fileIds(formFields(definition.form), settled.answers), caseId, language);
  await holdUniques(app, db, definition, { caseId, answers: settled.answers, language });
  const draft: Draft = { ...draftOf({ app, db, snapshot, context, state }, { id: caseId, number, trackingHash: hash }), events: [event] };
  const followUps = settled.decisions.followUps.map(({ then }) => then);
  await carryOut(draft, [...effectsOf(filing(definition, state)), ...followUps], [], openLinked);
  await save(draft, 1);
  const { state: _state, extended: _extended, ...due } = caseDeadline(draft.state, context);
  return {
    number,
    trackingToken,
    status: draft.state.status,
    version: version.number,
    receivedAt,
    deadline: due,
    route: namedRoute(snapshot, settled.route),
    explanation: fact.explanation,
    links: draft.events.flatMap(({ fact: made }) =>
      made.type === 'caseOpened' ? [{ number: made.number, service: made.service, name: made.name }] : [],
    ),
    sequence: draft.state.sequence,
  };
}

/** Opens a case that another asks for, for the same applicant and under the same tracking code. What its form refuses is refused of the whole. */
export const openLinked: OpenLinked = async (draft, { service, answers }) => {
  const { app, db, snapshot, context } = draft;
  const { language } = context;
  const version = await getOperableVersion(app, snapshot, service, language);
  const calendar = getCalendarOf(snapshot, version.definition.agency);
  const opened = await open(app, db, {
    version,
    calendar,
    snapshot,
    answers,
    channel: draft.state.channel,
    actor: { kind: 'system' },
    applicant: { registered: false },
    receivedAt: atZone(context.now, calendar.zone),
    now: context.now,
    language,
    from: { number: draft.number, service: context.definition.slug, trackingHash: draft.trackingHash },
  });
  return { number: opened.number, name: version.definition.name };
};

/**
 * Takes a request in: validates, judges, numbers, records and answers, all or nothing. What follows (mail) is enqueued in the same transaction.
 * Refusals: `not-found`, `invalid-answers`, `not-eligible`, `invalid-request` (a time of receipt in the future), `file-missing`, `slot-taken`,
 * `rate-missing`, `idempotency-conflict`.
 */
export async function submit(app: App, submission: Submission): Promise<SubmittedCase> {
  const { language, answers, channel } = submission;
  const text = serverText[language];
  const snapshot = await app.catalogue.snapshot();
  const version = await getOperableVersion(app, snapshot, submission.service, language);
  const { definition } = version;
  const actor = submission.actor(definition.procedure.intake);
  const calendar = getCalendarOf(snapshot, definition.agency);
  const now = app.now();
  const receivedAt = atZone(submission.receivedAt ?? now, calendar.zone);
  if (Date.parse(receivedAt) > Date.parse(now))
    refuse('invalid-request', text.receivedInFuture, { fields: { receivedAt: [text.receivedInFuture] } });
  if (dateIn(receivedAt, calendar.zone) < version.effectiveFrom)
    refuse('invalid-request', text.receivedTooEarly, { fields: { receivedAt: [text.receivedTooEarly] } });
  const attempt = {
    scope: submission.scope,
    key: submission.idempotencyKey,
    body: { service: submission.service, answers, channel, receivedAt: submission.receivedAt ?? null },
    language,
  };
  const applicant = submission.applicant ?? { registered: false };
  return once(app, attempt, (db) =>
    open(app, db, { version, calendar, snapshot, answers, channel, actor, applicant, receivedAt, now, language }),
  );
}
