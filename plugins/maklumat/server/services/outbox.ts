import { z } from 'zod';
import { atZone } from '../../core/calendar/calendar';
import { database } from '../repositories/database';
import { findOutgoing } from '../repositories/outbox';
import type { App } from './app';

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Letters kept because no SMTP server is set, newest first. */
export async function readOutbox(app: App) {
  const rows = await findOutgoing(database(app.strapi));
  return rows.map((row) => ({ id: row.id, ...Mail.parse(app.vault.open(row.sealed)), at: atZone(row.at, 'Asia/Jakarta') }));
}
