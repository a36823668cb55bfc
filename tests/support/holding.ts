import { Client } from 'pg';
import { query } from './database';
import { until } from './until';

/** A transaction of somebody else that has not ended yet. */
export interface Holding {
  run(sql: string, values?: unknown[]): Promise<void>;
  /** Waits until so many transactions of the application wait for this one, or for each other. */
  isWaitedFor(by: number): Promise<void>;
  /** Ends it, and what it wrote holds. */
  commit(): Promise<void>;
}

/** Begins a transaction beside the application: what it touches, the application waits for. So a test decides which of two things comes first. */
export async function holding(databaseUrl: string): Promise<Holding> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  const waiting = () =>
    query<{ waiting: number }>(
      databaseUrl,
      `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
  return {
    run: async (sql, values = []) => void (await client.query(sql, values)),
    isWaitedFor: async (by) => void (await until(waiting, ([row]) => (row?.waiting ?? 0) >= by, 20_000)),
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}
