import { database } from '../repositories/database';
import { findMessage, settleMessage, type MessageRow } from '../repositories/messages';
import type { App } from '../services/app';
import { Content } from '../services/messages';

/** Attempts at one message; the queue waits longer before each. */
const attempts = 10;

/** What one attempt came to. `refused`: the gateway takes this message never. */
type Outcome = 'sent' | 'kept' | 'refused';

async function send(app: App, { id, channel, sealed }: MessageRow): Promise<Outcome> {
  const { to, subject, text } = Content.parse(app.vault.open(sealed));
  if (channel === 'sms') return app.sms ? app.sms.send({ id, to, text }) : 'kept';
  if (!app.mailer) return 'kept';
  await app.mailer.send({ to, subject, text });
  return 'sent';
}

/**
 * Sends one message, or keeps it for the outbox page where no server is set. A job that runs twice finds the message settled; one that was cut off between sending
 * and settling sends it again under the same id. Throws so that the queue tries again; the last time the message counts as failed.
 */
export async function deliver(app: App, id: string): Promise<void> {
  const db = database(app.strapi);
  const message = await findMessage(db, id);
  if (message?.state !== 'queued') return;
  const settle = (state: MessageRow['state'], error: string | null = null): Promise<void> =>
    settleMessage(db, id, { state, error, now: app.now() });
  if (message.expiresAt !== null && Date.parse(message.expiresAt) <= Date.parse(app.now())) return settle('expired');
  try {
    const outcome = await send(app, message);
    await (outcome === 'refused' ? settle('failed', outcome) : settle(outcome));
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    await settle(message.attempts + 1 >= attempts ? 'failed' : 'queued', name);
    // The queue keeps what is thrown, and the error itself may quote the address or the text.
    throw new Error(`Pesan belum terkirim: ${name}`);
  }
}
