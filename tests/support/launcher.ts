import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root';

export interface Launch {
  output(): string;
  /** Resolves when the launcher says that it is ready; throws with what it printed when it ends before. */
  ready(): Promise<void>;
  /** What Ctrl-C does in a terminal: the signal goes to every process of the group. */
  interrupt(): void;
  /** SIGKILL to every process of the group; PostgreSQL is in a group of its own and lives on. */
  killAll(): void;
  /** SIGKILL to one: the launcher, or the application process below it. */
  kill(which: 'launcher' | 'application'): void;
  /** Exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
}

const readyTimeout = 90_000;

/** Children by the parent's number, as the kernel tells them. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        return Number(fields[1]) === parent;
      } catch {
        // It ended between listing and reading.
        return false;
      }
    });
}

function descendantRunning(parent: number, script: string): number | undefined {
  for (const pid of childrenOf(parent)) {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script)) return pid;
    const below = descendantRunning(pid, script);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** Runs `npm run up`'s script in a process group of its own, on a data directory of the test. */
export function launch(env: Record<string, string>): Launch {
  const child = spawn(process.execPath, [join(root, 'scripts', 'up.mjs')], {
    cwd: root,
    detached: true,
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('up.mjs could not be started');
  let printed = '';
  const keep = (chunk: Buffer): void => void (printed += chunk.toString('utf8'));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let over = false;
  void ended.then(() => (over = true));

  return {
    output: () => printed,
    ended,
    ready: async () => {
      const limit = Date.now() + readyTimeout;
      while (!printed.includes('Ctrl-C')) {
        if (over || Date.now() > limit) throw new Error(`up.mjs did not become ready:\n${printed}`);
        await sleep(50);
      }
    },
    interrupt: () => void process.kill(-pid, 'SIGINT'),
    killAll: () => void process.kill(-pid, 'SIGKILL'),
    kill: (which) => {
      const target = which === 'launcher' ? pid : descendantRunning(pid, 'serve.mts');
      if (target === undefined) throw new Error('The application process is not there');
      process.kill(target, 'SIGKILL');
    },
  };
}
