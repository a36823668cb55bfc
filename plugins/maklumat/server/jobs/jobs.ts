import type { Core } from '@strapi/strapi';
import { Pool, types } from 'pg';
import { fromKnex, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Db } from '../repositories/database';

const mailQueue = 'maklumat-mail';
const deadlineQueue = 'maklumat-deadlines';
const replayQueue = 'maklumat-replays';
const housekeepingQueue = 'maklumat-housekeeping';
const queues = [mailQueue, deadlineQueue, replayQueue, housekeepingQueue] as const;

const jsonb = 3802;
/** A replay that has not ended after this many seconds was cut off and begins anew: 2 hours (default of the product). */
const longestReplay = 7_200;

/** What the queue runs; each may run twice after a crash, so each must bear it. */
export interface Handlers {
  mail(sealed: string): Promise<void>;
  /** `because` is the sentence that says why calendars changed. */
  deadlines(because: string): Promise<void>;
  replay(id: string): Promise<void>;
  housekeeping(): Promise<void>;
}

export interface Jobs {
  start(handlers: Handlers): Promise<void>;
  stop(): Promise<void>;
  /** Throws when the queue does not answer. */
  probe(): Promise<void>;
  /** In the caller's transaction: the job commits or vanishes with it. */
  enqueueMail(db: Db, sealed: string): Promise<void>;
  enqueueReplay(db: Db, id: string): Promise<void>;
  enqueueDeadlines(db: Db, because: string): Promise<void>;
}

const Connection = z.object({ connectionString: z.string() });
const MailJob = z.object({ sealed: z.string() });
const ReplayJob = z.object({ id: z.uuid() });
const DeadlineJob = z.object({ because: z.string() });

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
      // Many edits at once, such as a year's holidays, are one recomputation that names them all.
      await boss.work(deadlineQueue, { pollingIntervalSeconds: 2, batchSize: 100 }, (jobs) =>
        handlers.deadlines([...new Set(jobs.map((job) => DeadlineJob.parse(job.data).because))].join(' ')),
      );
      await boss.work(replayQueue, { pollingIntervalSeconds: 2 }, async (jobs) => {
        for (const job of jobs) await handlers.replay(ReplayJob.parse(job.data).id);
      });
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
    async enqueueReplay(db, id) {
      await boss.send(replayQueue, { id }, { db: fromKnex(db), expireInSeconds: longestReplay });
    },
    async enqueueDeadlines(db, because) {
      await boss.send(deadlineQueue, { because }, { db: fromKnex(db) });
    },
  };
}
