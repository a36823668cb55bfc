import { fillIn } from '../../core/definition/placeholders';
import type { CaseState } from '../../core/case/state';
import type { ViewContext } from '../../core/case/view';
import { formFields } from '../../core/form/files';
import type { Db } from '../repositories/database';
import type { App } from './app';
import type { Snapshot } from './catalogue';
import { letterValues } from './letters';
import { enqueueMessage } from './messages';

/** A message of the definition to the applicant, or to whoever holds a position. */
export interface Notice {
  message: string;
  to?: string | undefined;
}

/** The applicant's address for mail: the first answered field of type email. */
function emailOf({ definition }: ViewContext, state: CaseState): string | undefined {
  const field = formFields(definition.form).find(
    (candidate) => candidate.type === 'email' && typeof state.answers[candidate.key] === 'string',
  );
  const value = field && state.answers[field.key];
  return typeof value === 'string' ? value : undefined;
}

const holdersOf = (snapshot: Snapshot, position: string): string[] =>
  (snapshot.positions.get(position)?.holders ?? []).flatMap((holder) => (holder.email ? [holder.email] : []));

/**
 * Enqueues mail in the caller's transaction: it goes out if, and only if, what it tells of was committed.
 * A message that the definition lacks is not sent, nor one to nobody.
 */
export async function sendNotices(
  app: App,
  db: Db,
  snapshot: Snapshot,
  context: ViewContext,
  notices: readonly Notice[],
  told: { caseId: number; number: string; state: CaseState; reason: string | null },
): Promise<void> {
  if (notices.length === 0) return;
  const { definition } = context;
  const { caseId, number, state, reason } = told;
  const extras = {
    number,
    agency: snapshot.agencies.find((agency) => agency.slug === definition.agency)?.name ?? definition.agency,
    trackingUrl: `${app.settings.publicUrl}/lacak?nomor=${number}`,
    reason,
    at: context.now,
  };
  const values = letterValues(context, state, extras);
  const applicant = emailOf(context, state);
  for (const { message, to } of notices) {
    const letter = definition.messages[message];
    if (!letter) continue;
    const recipients = to === undefined ? [applicant].filter((address) => address !== undefined) : holdersOf(snapshot, to);
    for (const recipient of recipients) {
      const mail = { to: recipient, subject: fillIn(letter.subject, values), text: fillIn(letter.body, values) };
      await enqueueMessage(app, db, { channel: 'mail', ...mail, caseId });
    }
  }
}
