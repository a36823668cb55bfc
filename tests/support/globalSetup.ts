import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startApp, type App } from './app';
import { createNamedDatabase, query, template, urlOf } from './database';
import { node } from './root';

/** What globalTeardown has to end. Both hooks run in the process of jest itself. */
export interface Running {
  cluster: ChildProcess;
  app: App;
}

declare global {
  var maklumatTestRun: Running | undefined;
}

/** One PostgreSQL for the run, a template database from one first start, and one server that the API and browser suites share. */
export default async function globalSetup(): Promise<void> {
  const cluster = fork(join(__dirname, 'cluster.mts'), { execPath: node, execArgv: [] });
  const [message] = (await once(cluster, 'message')) as [{ admin: string }];
  process.env.TEST_CLUSTER = message.admin;

  await createNamedDatabase(template);
  const first = await startApp({ database: urlOf(template) });
  await first.stop();
  // A copy that is made after the hour of housekeeping would make up for the night that it was not there.
  await query(urlOf(template), 'DELETE FROM pgboss.schedule');

  const app = await startApp();
  process.env.TEST_URL = app.url;
  globalThis.maklumatTestRun = { cluster, app };
}
