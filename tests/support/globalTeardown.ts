import { once } from 'node:events';

export default async function globalTeardown(): Promise<void> {
  const running = globalThis.maklumatTestRun;
  if (running === undefined) return;
  await running.app.stop();
  const ended = once(running.cluster, 'exit');
  running.cluster.kill('SIGTERM');
  await ended;
}
