import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unusedPort } from './app';
import { node } from './root';

const name = 'maklumat';
/** What the server puts behind the name of a stored object. */
const suffix = '._S3rver_object';

export interface Bucket {
  /** Settings of an application that keeps its files here. */
  env: Record<string, string>;
  /** Keys of everything in the bucket, sorted. */
  keys(): Promise<string[]>;
  start(): Promise<void>;
  /** The network is gone; what was stored stays. */
  stop(): Promise<void>;
  /** Takes connections, and says nothing any more. */
  pause(): void;
  resume(): void;
  remove(): Promise<void>;
}

/** A bucket on a real S3-compatible server on an unused port of the loopback address. */
export async function aBucket(): Promise<Bucket> {
  const directory = mkdtempSync(join(tmpdir(), 'maklumat-bucket-'));
  const port = await unusedPort();
  let end: (() => Promise<void>) | undefined;
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    await end?.();
    end = undefined;
  };
  const start = async (): Promise<void> => {
    const child = spawn(node, [join(__dirname, 'bucketServer.cjs'), String(port), directory, name], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    server = child;
    end = async () => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    };
    await once(child, 'message');
  };
  await start();
  return {
    env: {
      S3_BUCKET: name,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY: 'S3RVER',
      S3_SECRET_KEY: 'S3RVER',
    },
    async keys() {
      const entries = await readdir(join(directory, name), { recursive: true });
      return entries
        .filter((entry) => entry.endsWith(suffix))
        .map((entry) => entry.slice(0, -suffix.length))
        .sort();
    },
    start,
    stop,
    pause: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    async remove() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
