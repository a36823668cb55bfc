import type { Core } from '@strapi/strapi';
import { Pool, types } from 'pg';
import { fromKnex, PgBoss, type Job, type JobResult } from 'pg-boss';
import { z } from 'zod';
import type { Db } from '../repositories/database';

const messageQueue = 'maklumat-messages';
const scanQueue = 'maklumat-scans';
const deadlineQueue = 'maklumat-deadlines';
const replayQueue = 'maklumat-replays';
const housekeepingQueue = 'maklumat-housekeeping';
const queues = [messageQueue, scanQueue, deadlineQueue, replayQueue, housekeepingQueue] as const;

const jsonb = 3802;
/** A replay that has not ended after this many seconds was cut off and begins anew: 2 hours (default of the product). */
const longestReplay = 7_200;

/**
 * Housekeeping may take this many seconds: 6 hours (default of the product). A process that runs it tells twice a minute that it lives; once it has been silent for
 * a minute, another takes the job up.
 */
const longestNight = 21_600;
const silence = 60;

/** A scan is tried again every five minutes at most, for a day (defaults of the product); the nightly sweep begins anew. */
const scanTries = { retryLimit: 288, retryBackoff: true, retryDelayMax: 300 };
/** Files that are looked at in one go: each is settled for itself. */
const scansAtOnce = 20;

/** Messages that one worker has under way at once (default of the product). */
const messagesAtOnce = 10;

/** What the queue runs; each may run twice after a crash, so each must bear it. */
export interface Handlers {
  /** Sends a letter or an SMS; throws when it should be tried again. */
  message(id: string): Promise<void>;
  /** Looks at a file that could not be scanned when it came; throws while the scanner does not answer. */
  scan(id: string): Promise<void>;
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
  /**
   * In the caller's transaction: the job commits or vanishes with it.
   * @param urgent tried again sooner, as it will soon be of no use
   */
  enqueueMessage(db: Db, id: string, urgent: boolean): Promise<void>;
  enqueueScan(db: Db, id: string): Promise<void>;
  enqueueReplay(db: Db, id: string): Promise<void>;
  enqueueDeadlines(db: Db, because: string): Promise<void>;
}

const Connection = z.object({ connectionString: z.string() });
const IdJob = z.object({ id: z.uuid() });
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

/** How one of several jobs ended, so that one that failed is tried again by itself. */
const settled = ({ id, data }: Job<unknown>, work: (id: string) => Promise<void>): Promise<JobResult> =>
  work(IdJob.parse(data).id).then(
    () => ({ id, status: 'completed' }),
    (error: unknown) => ({ id, status: 'failed', output: String(error) }),
  );

export function createJobs(strapi: Core.Strapi): Jobs {
  const pool = createPool(strapi);
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  boss.on('error', (error) => strapi.log.error(error));
  return {
    async start(handlers) {
      await boss.start();
      for (const queue of queues) await boss.createQueue(queue, { retryLimit: 10, retryDelay: 5, retryBackoff: true });
      // Side by side, since a gateway that stalls would hold up everybody's codes; each is settled for itself.
      const messages = { pollingIntervalSeconds: 1, batchSize: messagesAtOnce, burstWhenBatchFull: true, localConcurrency: 2 };
      await boss.work(messageQueue, { ...messages, perJobResults: true }, (jobs) =>
        Promise.all(jobs.map((job) => settled(job, (id) => handlers.message(id)))),
      );
      const scans = { pollingIntervalSeconds: 5, batchSize: scansAtOnce, burstWhenBatchFull: true };
      await boss.work(scanQueue, { ...scans, perJobResults: true }, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs) results.push(await settled(job, (id) => handlers.scan(id)));
        return results;
      });
      // Many edits at once, such as a year's holidays, are one recomputation that names them all.
      await boss.work(deadlineQueue, { pollingIntervalSeconds: 2, batchSize: 100 }, (jobs) =>
        handlers.deadlines([...new Set(jobs.map((job) => DeadlineJob.parse(job.data).because))].join(' ')),
      );
      await boss.work(replayQueue, { pollingIntervalSeconds: 2 }, async (jobs) => {
        for (const job of jobs) await handlers.replay(IdJob.parse(job.data).id);
      });
      await boss.work(housekeepingQueue, { pollingIntervalSeconds: 30 }, () => handlers.housekeeping());
      // A machine that was off at that hour makes up for the night once it is on.
      const night = { missed: 'once', expireInSeconds: longestNight, heartbeatSeconds: silence } as const;
      await boss.schedule(housekeepingQueue, '17 19 * * *', null, night);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 });
      await pool.end();
    },
    async probe() {
      await boss.getQueue(messageQueue).then((queue) => {
        if (!queue) throw new Error('Antrean surat tidak ada');
      });
    },
    async enqueueMessage(db, id, urgent) {
      await boss.send(messageQueue, { id }, { db: fromKnex(db), ...(urgent ? { retryDelay: 1 } : {}) });
    },
    async enqueueScan(db, id) {
      await boss.send(scanQueue, { id }, { db: fromKnex(db), ...scanTries });
    },
    async enqueueReplay(db, id) {
      await boss.send(replayQueue, { id }, { db: fromKnex(db), expireInSeconds: longestReplay });
    },
    async enqueueDeadlines(db, because) {
      await boss.send(deadlineQueue, { because }, { db: fromKnex(db) });
    },
  };
}
