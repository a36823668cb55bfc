import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unusedPort } from './app';
import { until } from './until';

/** The harmless text that every scanner takes for malware, put together here so that none takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-', 'TEST-FILE!$H+H*'].join('');

export interface Clamd {
  /** Settings of an application that has its files scanned here. */
  env: Record<string, string>;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  socket.write('zPING\0');
  return new Promise<boolean>((resolve) => {
    socket.on('data', (answer) => resolve(answer.toString().startsWith('PONG')));
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  }).finally(() => socket.destroy());
}

/** Debian's clamd with one signature, on an unused port of the loopback address; not started yet. */
export async function aClamd(): Promise<Clamd> {
  const directory = mkdtempSync(join(tmpdir(), 'maklumat-clamd-'));
  const port = await unusedPort();
  const config = join(directory, 'clamd.conf');
  writeFileSync(join(directory, 'uji.ndb'), `Uji.Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const lines = [
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    `DatabaseDirectory ${directory}`,
    `TemporaryDirectory ${directory}`,
    'Foreground yes',
    // Started by root, it would otherwise become the package's own user, who may not read this folder.
    ...(process.getuid?.() === 0 ? ['User root'] : []),
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (!child) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    child = undefined;
    await exit;
  };
  return {
    env: { CLAMD_HOST: `127.0.0.1:${port}` },
    async start() {
      child = spawn('clamd', [`--config-file=${config}`], { stdio: 'ignore', env: { PATH: `${process.env.PATH ?? ''}:/usr/sbin` } });
      await until(
        () => answers(port),
        (pong) => pong,
      );
    },
    stop,
    async remove() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
