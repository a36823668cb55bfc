/**
 * A throw-away PostgreSQL in a process of its own, on the Node that runs TypeScript as it is. It ends with the channel to the process
 * that asked for it, so a test run that is killed leaves no server behind.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../scripts/lib/postgres.mts';

const directory = await mkdtemp(join(tmpdir(), 'maklumat-tests-'));
// A test's data is worth nothing after a crash, so it need not reach the disk.
const cluster = await startCluster(join(directory, 'postgres'), [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
]);

async function stop(): Promise<void> {
  await cluster.stop();
  await rm(directory, { recursive: true, force: true });
  process.exit(0);
}
process.once('disconnect', () => void stop());
process.once('SIGTERM', () => void stop());
// Ctrl-C reaches every process of the run; this one waits until the others have closed their connections.
process.on('SIGINT', () => undefined);

process.send?.({ admin: cluster.urlOf('postgres') });
