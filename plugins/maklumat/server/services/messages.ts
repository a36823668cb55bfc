import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../repositories/database';
import { insertMessage, recipientDigest } from '../repositories/messages';
import type { App } from './app';

/** What is sealed of a message. An SMS has no subject. */
export const Content = z.object({ to: z.string(), subject: z.string(), text: z.string() });
export type Content = z.infer<typeof Content>;

export interface Message extends Content {
  channel: 'mail' | 'sms';
  /** After this instant it says what is no longer true and is not sent any more. */
  expiresAt?: string;
  /** Nobody is told: the same work is done as for one that goes out, so that the time it takes tells nothing. */
  withheld?: boolean;
  /** The case that it is about, and with whose personal part it is erased. */
  caseId?: number;
}

/** In the caller's transaction: the message goes out when that commits, and never when it does not. */
export async function enqueueMessage(app: App, db: Db, message: Message): Promise<void> {
  const { channel, to, subject, text, expiresAt, withheld, caseId } = message;
  const id = randomUUID();
  await insertMessage(db, {
    id,
    channel,
    sealed: app.vault.seal({ to, subject, text } satisfies Content),
    state: withheld ? 'expired' : 'queued',
    createdAt: app.now(),
    expiresAt: expiresAt ?? null,
    recipientDigest: recipientDigest(app.vault, to),
    caseId: caseId ?? null,
  });
  await app.jobs.enqueueMessage(db, id, expiresAt !== undefined);
}
