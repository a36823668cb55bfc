import type { z } from 'zod';
import type { Health } from '../../contracts/health';
import { database } from '../repositories/database';
import type { App } from './app';

/** Longest wait for a part to answer, in milliseconds (default of the product). */
const patience = 3_000;

async function answers(app: App, probe: () => Promise<unknown>): Promise<'ok' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Tidak menjawab dalam ${patience} ms`)), patience);
  });
  try {
    await Promise.race([probe(), tooLong]);
    return 'ok';
  } catch (error) {
    app.strapi.log.error(error);
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}

/** Asks database, job queue and file store whether they work, each for three seconds at most. */
export async function checkHealth(app: App): Promise<z.infer<typeof Health>> {
  const [db, jobs, storage] = await Promise.all([
    answers(app, () => database(app.strapi).raw('SELECT 1')),
    answers(app, () => app.jobs.probe()),
    answers(app, () => app.files.probe()),
  ]);
  return { status: [db, jobs, storage].every((part) => part === 'ok') ? 'ok' : 'down', database: db, jobs, storage };
}
