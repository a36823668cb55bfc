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
import { findApplicant } from '../repositories/applicants';
import { findCase, insertCase, takeNumber } from '../repositories/cases';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { demandRequired, getOperableVersion, judge, namedRoute, type OperableVersion } from './assessments';
import { getCalendarOf, viewContext, type Snapshot } from './catalogue';
import { carryOut, draftOf, save, type Draft, type OpenLinked } from './effects';
import { claimFiles, usableFiles } from './files';
import { refuse } from './refuse';
import { holdUniques } from './uniques';
import { applicantKeys, registered, worldFacts, type Applicant } from './world';

/** A request whose service, moment and person are settled, ready to be judged. */
interface Filing {
  version: OperableVersion;
  calendar: Calendar;
  snapshot: Snapshot;
  answers: Answers;
  channel: Channel;
  actor: CaseActor;
  applicant: Applicant;
  applicantId: string | null;
  receivedAt: string;
  now: string;
  language: Language;
  /** The case that opens this one; its tracking code opens both. */
  from?: { number: string; service: string; trackingHash: string };
}

interface Judged {
  answers: Answers;
  /** Keyed digests of whose case it is. */
  keys: string[];
  world: Facts;
  decisions: Decisions;
  route: NonNullable<Decisions['route']>;
}

/** Validates and judges; refuses with `invalid-answers` or `not-eligible`. */
async function judged(app: App, db: Db, filed: Filing): Promise<Judged> {
  const { version, calendar, snapshot, receivedAt, now, language } = filed;
  const { definition } = version;
  const fields = formFields(definition.form);
  const text = serverText[language];
  const files = await usableFiles(db, app, fileIds(fields, filed.answers), { caseId: null, applicantId: filed.applicantId });
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
  const keys = applicantKeys(app, fields, answers, filed.applicantId);
  const booking = { snapshot, now, language };
  const world = await worldFacts(app, db, { definition, answers, files, applicant: filed.applicant, booking, openCases: keys });
  const decisions = await judge(definition, calendar, { answers, receivedAt, channel: filed.channel, world });
  demandRequired(decisions, answers, language);
  if (decisions.refusals.length > 0)
    refuse('not-eligible', [text.notEligible, ...decisions.refusals.map((refusal) => refusal.sentence)].join(' '));
  if (!decisions.route) refuse('not-eligible', text.noRoute);
  return { answers, keys, world, decisions, route: decisions.route };
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
export async function open(app: App, db: Db, filed: Filing): Promise<SubmittedCase> {
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
    applicantId: filed.applicantId,
    applicantKeys: settled.keys,
    projection: project(state, context),
  });
  await claimFiles(db, fileIds(formFields(definition.form), settled.answers), { caseId, applicantId: filed.applicantId }, language);
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

/**
 * Opens a case that another asks for, for the same applicant, registered or not, and under the same tracking code. What its form refuses is refused of the
 * whole. Nobody is asked for an account here: it is the office that opens it.
 */
export const openLinked: OpenLinked = async (draft, { service, answers }) => {
  const { app, db, snapshot, context } = draft;
  const { language } = context;
  const applicantId = (await findCase(db, draft.number))?.applicantId;
  const owner = applicantId ? await findApplicant(db, app.vault, applicantId) : undefined;
  const version = await getOperableVersion(app, snapshot, service, language);
  const calendar = getCalendarOf(snapshot, version.definition.agency);
  const opened = await open(app, db, {
    version,
    calendar,
    snapshot,
    answers,
    channel: draft.state.channel,
    actor: { kind: 'system' },
    applicant: owner ? registered(owner) : { registered: false },
    applicantId: owner?.id ?? null,
    receivedAt: atZone(context.now, calendar.zone),
    now: context.now,
    language,
    from: { number: draft.number, service: context.definition.slug, trackingHash: draft.trackingHash },
  });
  return { number: opened.number, name: version.definition.name };
};
