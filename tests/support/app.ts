import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from './database';
import { node, root } from './root';

export interface App {
  url: string;
  databaseUrl: string;
  dataDirectory: string;
  /** Process id of the server. */
  pid: number;
  /** Everything that the server printed. */
  output(): string;
  /** Moves the server's clock to this instant; it runs on from there. The database keeps its own time. */
  setClock(instant: string): Promise<void>;
  stop(): Promise<void>;
  /** Ends the process as a power cut would: SIGKILL, no chance to tidy up. */
  kill(): Promise<void>;
}

export interface AppOptions {
  env?: Record<string, string>;
  /** Connection string; a copy of the seeded template when left out. */
  database?: string;
  /** Kept from an earlier app, to start again on the same files. */
  dataDirectory?: string;
}

/** The first administrator of every test server. */
export const administrator = { email: 'admin@maklumat.test', password: 'Rahasia-Uji-2026' };

const secret = (letter: string): string => Buffer.alloc(32, letter).toString('base64');

/** Fixed, so that copies of one template database can all be read. */
export const secrets = {
  APP_KEYS: `${secret('a')},${secret('b')}`,
  ADMIN_JWT_SECRET: secret('c'),
  API_TOKEN_SALT: secret('d'),
  TRANSFER_TOKEN_SALT: secret('e'),
  ENCRYPTION_KEY: secret('f'),
  JWT_SECRET: secret('g'),
  MAKLUMAT_KEYS: `k1:${secret('h')}`,
  MAKLUMAT_INDEX_KEY: secret('i'),
};

const startTimeout = 90_000;
/** The server reads its clock file at most this often, in milliseconds. */
export const clockResolution = 20;

export async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function waitUntilListening(child: ChildProcess, output: () => string): Promise<void> {
  const listening = new Promise<true>((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'listening') resolve(true);
    });
  });
  const ended = once(child, 'exit').then(() => false);
  const late = sleep(startTimeout, false, { ref: false });
  if (!(await Promise.race([listening, ended, late]))) throw new Error(`The server did not start:\n${output()}`);
}

/** Starts the built application as a process of its own on an unused port of the loopback address. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const databaseUrl = options.database ?? (await createDatabase());
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'maklumat-app-'));
  const port = await unusedPort();
  const url = `http://127.0.0.1:${port}`;
  const clockFile = join(dataDirectory, 'clock');
  const env = {
    ...secrets,
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    NODE_OPTIONS: `--require=${join(__dirname, 'clock.cjs')}`,
    CLOCK_FILE: clockFile,
    CLOCK_RESOLUTION: String(clockResolution),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    MAKLUMAT_API_URL: url,
    DATABASE_URL: databaseUrl,
    DATA_DIRECTORY: dataDirectory,
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    // Suites that move the clock log in again and again.
    LOGIN_ATTEMPTS: '1000',
    ENV_PATH: devNull,
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...options.env,
  };
  const child = spawn(node, [join(root, 'scripts', 'serve.mts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let printed = '';
  const keep = (chunk: Buffer): void => void (printed += chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const output = (): string => printed;

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  const setClock = async (instant: string): Promise<void> => {
    writeFileSync(clockFile, String(Date.parse(instant) - Date.now()));
    await sleep(2 * clockResolution);
  };
  await waitUntilListening(child, output);
  return {
    url,
    databaseUrl,
    dataDirectory,
    pid: child.pid ?? Number.NaN,
    output,
    setClock,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
