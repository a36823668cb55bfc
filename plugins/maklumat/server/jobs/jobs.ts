import type { Core } from '@strapi/strapi';
import { Pool, types } from 'pg';
import { fromKnex, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Db } from '../repositories/database';

const mailQueue = 'maklumat-mail';
const deadlineQueue = 'maklumat-deadlines';
const housekeepingQueue = 'maklumat-housekeeping';
const queues = [mailQueue, deadlineQueue, housekeepingQueue] as const;

const jsonb = 3802;

/** What the queue runs; each may run twice after a crash, so each must bear it. */
export interface Handlers {
  mail(sealed: string): Promise<void>;
  deadlines(): Promise<void>;
  housekeeping(): Promise<void>;
}

export interface Jobs {
  start(handlers: Handlers): Promise<void>;
  stop(): Promise<void>;
  /** Throws when the queue does not answer. */
  probe(): Promise<void>;
  /** In the caller's transaction: the job commits or vanishes with it. */
  enqueueMail(db: Db, sealed: string): Promise<void>;
  enqueueDeadlines(db: Db): Promise<void>;
}

const Connection = z.object({ connectionString: z.string() });
const MailJob = z.object({ sealed: z.string() });

/** pg-boss over a small pool of its own: Strapi turned pg's JSON parsing off for everybody, so this pool turns it on for itself. */
function createPool(strapi: Core.Strapi): Pool {
  const { connectionString } = Connection.parse(strapi.config.get('database.connection.connection'));
  const pool = new Pool({
    connectionString,
    max: 4,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === jsonb && format !== 'binary'
          ? (text: string): unknown => JSON.parse(text)
          : (types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown),
    },
  });
  pool.on('error', (error) => strapi.log.error(error));
  return pool;
}

export function createJobs(strapi: Core.Strapi): Jobs {
  const pool = createPool(strapi);
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', (error) => strapi.log.error(error));
  return {
    async start(handlers) {
      await boss.start();
      for (const queue of queues) await boss.createQueue(queue, { retryLimit: 10, retryDelay: 5, retryBackoff: true });
      await boss.work(mailQueue, { pollingIntervalSeconds: 2 }, async (jobs) => {
        for (const job of jobs) await handlers.mail(MailJob.parse(job.data).sealed);
      });
      await boss.work(deadlineQueue, { pollingIntervalSeconds: 2 }, () => handlers.deadlines());
      await boss.work(housekeepingQueue, { pollingIntervalSeconds: 30 }, () => handlers.housekeeping());
      await boss.schedule(housekeepingQueue, '17 19 * * *');
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 });
      await pool.end();
    },
    async probe() {
      await boss.getQueue(mailQueue).then((queue) => {
        if (!queue) throw new Error('Antrean surat tidak ada');
      });
    },
    async enqueueMail(db, sealed) {
      await boss.send(mailQueue, { sealed }, { db: fromKnex(db) });
    },
    async enqueueDeadlines(db) {
      await boss.send(deadlineQueue, {}, { db: fromKnex(db), singletonKey: 'all', singletonSeconds: 1 });
    },
  };
}
