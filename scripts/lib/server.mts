import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mts';
import { node, root } from './paths.mts';
import { isReport, type Report } from './reports.mts';

export interface Server {
  process: ChildProcess;
  /** Resolves when the process has ended, with its exit code, or null after a signal such as SIGKILL. */
  ended: Promise<number | null>;
  /** Asks it to stop, and ends it after 15 seconds if it has not. */
  stop(): Promise<void>;
}

const startTimeout = 120_000;
const stopTimeout = 15_000;

/**
 * Starts the application process and waits until it listens.
 * @throws Failure when it ends before, or takes longer than two minutes
 */
export async function startServer(environment: Record<string, string>, onReport: (report: Report) => void): Promise<Server> {
  // Deprecations are for those who develop Strapi and its database driver, not for those who start an office's server.
  const args = ['--disable-warning=DeprecationWarning', join(root, 'scripts', 'serve.mts')];
  const child = spawn(node, args, { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeout);
    await ended;
    clearTimeout(timer);
  };
  const listening = new Promise<'listening'>((resolve, reject) => {
    child.on('message', (message) => {
      if (!isReport(message)) return;
      onReport(message);
      if (message.type === 'listening') resolve('listening');
      if (message.type === 'failed') reject(new Failure(`Aplikasi tidak dapat dimulai: ${message.message}`));
    });
  });
  const late = sleep(startTimeout, 'late' as const, { ref: false });
  try {
    const first = await Promise.race([listening, ended.then(() => 'ended' as const), late]);
    if (first === 'ended') throw new Failure('Aplikasi berhenti sebelum siap; sebabnya tercatat di atas.');
    if (first === 'late') throw new Failure('Aplikasi belum siap setelah dua menit.');
  } catch (error) {
    await stop();
    throw error;
  }
  return { process: child, ended, stop };
}

/**
 * Waits until the application says that it is well.
 * @throws Failure naming the part that is down after half a minute
 */
export async function waitUntilHealthy(url: string): Promise<void> {
  let detail = '';
  for (let attempt = 0; attempt < 60; attempt += 1) {
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      detail = await response.text();
    } catch (error) {
      detail = error instanceof Error ? error.message : String(error);
    }
    await sleep(500);
  }
  throw new Failure(`Aplikasi berjalan tetapi tidak sehat: ${detail}`);
}
