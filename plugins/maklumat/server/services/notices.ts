import { deadline } from '../../core/calendar/deadline';
import type { Calendar } from '../../core/calendar/schema';
import type { CaseState } from '../../core/case/state';
import type { OperableDefinition } from '../../core/definition/schema';
import { formatInstant } from '../../core/language/calendar';
import type { Db } from '../repositories/database';
import type { App } from './app';

export interface Notice {
  number: string;
  definition: OperableDefinition;
  calendar: Calendar;
  state: CaseState;
  /** Keys of the definition's messages; one that the definition lacks is not sent. */
  keys: readonly string[];
  reason: string | null;
}

/** Puts values where a message names them; a placeholder nobody knows stays as it is, for its author to see. */
export function fillIn(template: string, values: Record<string, string>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}

/** The applicant's address for mail: the first answered field of type email. */
function emailOf(definition: OperableDefinition, state: CaseState): string | undefined {
  const field = definition.form.sections
    .flatMap((section) => section.fields)
    .find((candidate) => candidate.type === 'email' && typeof state.answers[candidate.key] === 'string');
  const value = field && state.answers[field.key];
  return typeof value === 'string' ? value : undefined;
}

/** Enqueues mail to the applicant in the caller's transaction: it goes out if, and only if, what it tells of was committed. */
export async function sendNotices(app: App, db: Db, notice: Notice): Promise<void> {
  const { definition, calendar, state, number } = notice;
  const to = emailOf(definition, state);
  if (to === undefined) return;
  const due = deadline({ calendar, clock: definition.clock, receivedAt: state.receivedAt, extensions: state.extensions });
  const values = {
    number,
    service: definition.name,
    deadline: formatInstant(due.at, calendar.zone, 'id'),
    reason: notice.reason ?? '',
    trackingUrl: `${app.settings.publicUrl}/lacak?nomor=${number}`,
  };
  for (const key of notice.keys) {
    const message = definition.messages[key];
    if (!message) continue;
    const mail = { to, subject: fillIn(message.subject, values), text: fillIn(message.body, values) };
    await app.jobs.enqueueMail(db, app.vault.seal(mail));
  }
}
