import type { SubmittedCase } from '../../contracts/cases';
import { atZone, dateIn } from '../../core/calendar/calendar';
import type { CaseActor, Channel } from '../../core/case/events';
import type { Answers } from '../../core/form/schema';
import { draftText } from '../../core/language/drafts';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { holdApplicant } from '../repositories/applicants';
import type { App } from './app';
import { getOperableVersion } from './assessments';
import { getCalendarOf } from './catalogue';
import { takeDraft } from './drafts';
import { open } from './filings';
import { once } from './once';
import { refuse } from './refuse';
import type { Account } from './sessions';
import { registered } from './world';

export interface Submission {
  service: string;
  answers: Answers;
  channel: Channel;
  /** Who files it, given the position that takes requests in at the counter; refuses when this person may not. */
  actor: (intake: string) => CaseActor;
  /** The registered applicant whose case it becomes. */
  account?: Account | undefined;
  /** The draft of theirs that becomes this case and is gone then. */
  draft?: string | undefined;
  /** When the office received it, ISO with offset; now unless it was brought to the counter before. */
  receivedAt?: string;
  idempotencyKey: string | undefined;
  scope: string;
  language: Language;
}

/**
 * Takes a request in: validates, judges, numbers, records and answers, all or nothing. What follows (mail) is enqueued in the same transaction.
 * Refusals: `not-found` (also a draft that is not this person's), `invalid-answers`, `not-eligible`, `invalid-request` (a time of receipt in the future, the
 * draft of another service), `unauthorized` (the service or the draft asks for an account), `file-missing`, `slot-taken`, `rate-missing`, `idempotency-conflict`.
 */
export async function submit(app: App, submission: Submission): Promise<SubmittedCase> {
  const { language, answers, channel, account, draft } = submission;
  const text = serverText[language];
  const snapshot = await app.catalogue.snapshot();
  const version = await getOperableVersion(app, snapshot, submission.service, language);
  const { definition } = version;
  const actor = submission.actor(definition.procedure.intake);
  if (definition.applicants === 'registered' && actor.kind === 'applicant' && !account)
    refuse('unauthorized', draftText[language].accountNeeded);
  if (draft !== undefined && !account) refuse('unauthorized', text.unauthorized);
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
      answers,
      channel,
      receivedAt: submission.receivedAt ?? null,
      ...(draft === undefined ? {} : { draft }),
    },
    language,
  };
  return once(app, attempt, async (db) => {
    if (account && !(await holdApplicant(db, account.id))) refuse('unauthorized', text.unauthorized);
    if (account && draft !== undefined) await takeDraft(db, account, { id: draft, service: definition.slug, language });
    return open(app, db, {
      version,
      calendar,
      snapshot,
      answers,
      channel,
      actor,
      applicant: account ? registered(account) : { registered: false },
      applicantId: account?.id ?? null,
      receivedAt,
      now,
      language,
    });
  });
}
