import { inTransaction } from '../repositories/database';
import { findCompleted, updateRegistration } from '../repositories/registrations';
import type { App } from './app';

/** Ends the last step of the procedure, logging in, for the registration that the account came from while it is still there. */
export async function noteFirstLogIn(app: App, phone: string): Promise<void> {
  await inTransaction(app.strapi, async (db) => {
    const row = await findCompleted(db, app.vault, phone, app.now());
    const waits = row?.times.some(({ stage, finishedAt }) => stage === 'login' && finishedAt === undefined);
    if (!row || !waits) return;
    const times = row.times.map((time) => (time.stage === 'login' ? { ...time, finishedAt: app.now() } : time));
    await updateRegistration(db, app.vault, { ...row, times });
  });
}
