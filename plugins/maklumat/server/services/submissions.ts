import type { SubmittedCase } from '../../contracts/cases';
import { atZone, dateIn } from '../../core/calendar/calendar';
import { deadline } from '../../core/calendar/deadline';
import type { CaseActor, CaseEvent, Channel } from '../../core/case/events';
import { messagesOf } from '../../core/case/decide';
import { firstOutcome, firstStep, fold } from '../../core/case/state';
import { project } from '../../core/case/view';
import { fileIds, formFields } from '../../core/form/files';
import type { Answers } from '../../core/form/schema';
import { validateAnswers, type FileFacts } from '../../core/form/validate';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { claimAttachments, findAttachments } from '../repositories/attachments';
import { appendEvent, insertCase, takeNumber } from '../repositories/cases';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { demandRequired, getOperableVersion, judge, namedRoute } from './assessments';
import { getCalendarOf } from './catalogue';
import { sendNotices } from './notices';
import { once } from './once';
import { refuse } from './refuse';
import { createTrackingToken, trackingHash } from '../adapters/vault';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The uploads among the named files that are free, or already this case's own. */
export async function usableFiles(db: Db, app: App, ids: readonly string[], caseId: number | null): Promise<Record<string, FileFacts>> {
  const rows = await findAttachments(
    db,
    app.vault,
    ids.filter((id) => uuid.test(id)),
  );
  return Object.fromEntries(
    rows.filter((row) => row.caseId === null || row.caseId === caseId).map((row) => [row.id, { mime: row.mime, size: row.size }]),
  );
}

/** Binds files to a case. One that another request took in between is refused. */
export async function claimFiles(db: Db, ids: readonly string[], caseId: number, language: Language): Promise<void> {
  if (ids.length > 0 && (await claimAttachments(db, ids, caseId)) !== ids.length)
    refuse('file-missing', serverText[language].attachmentUnknown);
}

export interface Submission {
  service: string;
  answers: Answers;
  channel: Channel;
  /** Who files it, given the position that takes requests in at the counter; refuses when this person may not. */
  actor: (intake: string) => CaseActor;
  /** When the office received it, ISO with offset; now unless it was brought to the counter before. */
  receivedAt?: string;
  idempotencyKey: string | undefined;
  scope: string;
  language: Language;
}

/**
 * Takes a request in: validates, judges, numbers, records and answers, all or nothing. What follows (mail) is enqueued in the same transaction.
 * Refusals: `not-found`, `invalid-answers`, `not-eligible`, `invalid-request` (a time of receipt in the future), `file-missing`, `idempotency-conflict`.
 */
export async function submit(app: App, submission: Submission): Promise<SubmittedCase> {
  const { language } = submission;
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
    body: {
      service: submission.service,
      answers: submission.answers,
      channel: submission.channel,
      receivedAt: submission.receivedAt ?? null,
    },
    language,
  };
  return once(app, attempt, async (db) => {
    const files = await usableFiles(db, app, fileIds(formFields(definition.form), submission.answers), null);
    const checked = validateAnswers({
      form: definition.form,
      answers: submission.answers,
      files,
      areas: snapshot.areaCodes,
      today: dateIn(now, calendar.zone),
      language,
    });
    if (!checked.ok) refuse('invalid-answers', text.invalidAnswers, { fields: checked.fields });
    const { answers } = checked;
    const decisions = await judge(version, calendar, { answers, receivedAt, channel: submission.channel });
    demandRequired(decisions, answers, language);
    if (decisions.refusals.length > 0)
      refuse('not-eligible', [text.notEligible, ...decisions.refusals.map((refusal) => refusal.sentence)].join(' '));
    if (!decisions.route) refuse('not-eligible', text.noRoute);

    const explanation = [decisions.route, ...decisions.requires, ...decisions.warnings].map((decided) => decided.sentence);
    const event: CaseEvent = {
      sequence: 1,
      at: now,
      actor,
      fact: { type: 'submitted', receivedAt, channel: submission.channel, answers, route: decisions.route, explanation },
    };
    const state = fold(definition, [event]);
    const year = Number(dateIn(receivedAt, calendar.zone).slice(0, 4));
    const running = await takeNumber(db, definition.slug, year);
    const number = `${definition.numberPrefix}-${year}-${String(running).padStart(6, '0')}`;
    const trackingToken = createTrackingToken();
    const caseId = await insertCase(db, {
      number,
      service: definition.slug,
      versionId: version.id,
      agency: definition.agency,
      trackingHash: trackingHash(trackingToken),
      receivedAt,
      projection: project(state, { definition, calendar }),
    });
    await appendEvent(db, app.vault, caseId, event);
    await claimFiles(db, fileIds(formFields(definition.form), answers), caseId, language);
    await sendNotices(app, db, {
      number,
      definition,
      calendar,
      state,
      keys: messagesOf(firstOutcome(firstStep(definition))),
      reason: null,
    });
    return {
      number,
      trackingToken,
      status: state.status,
      version: version.number,
      receivedAt,
      deadline: deadline({ calendar, clock: definition.clock, receivedAt, language }),
      route: namedRoute(snapshot, decisions.route),
      explanation,
      sequence: 1,
    };
  });
}
