import { atZone } from '../../core/calendar/calendar';
import type { Language } from '../../core/language/language';
import { serverText } from '../../core/language/server';
import { database } from '../repositories/database';
import { findKept } from '../repositories/messages';
import type { App } from './app';
import { Content } from './messages';
import { refuse } from './refuse';

/** Messages shown on the page (default of the product). */
const shown = 200;

/** Letters and SMS kept because no server is set, newest first. Refuses with `not-found` where the outbox is off. */
export async function readOutbox(app: App, language: Language) {
  if (!app.settings.outbox) refuse('not-found', serverText[language].notFound);
  const { zone } = await app.catalogue.snapshot();
  const rows = await findKept(database(app.strapi), shown);
  return rows.map(({ id, channel, sealed, createdAt }) => ({
    id,
    channel,
    ...Content.parse(app.vault.open(sealed)),
    at: atZone(createdAt, zone),
  }));
}
