import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, type App, type AppOptions } from '../support/app';
import { aBucket, type Bucket } from '../support/bucket';
import { query } from '../support/database';
import { beginForm, formOf, pdfOfSize, sendForm } from '../support/files';
import { until } from '../support/until';

let bucket: Bucket;
let app: App;

/** A limit on files would end a process that does not listen for the signal that comes with it; a disk that is full sends none. */
const unmoved = `--import=data:text/javascript,process.on('SIGXFSZ',()=>{})`;
const clock = `--require=${join(__dirname, '..', 'support', 'clock.cjs')}`;
const start = (kept: AppOptions = {}): Promise<App> => startApp({ ...kept, env: { ...bucket.env, NODE_OPTIONS: `${clock} ${unmoved}` } });

beforeAll(async () => {
  bucket = await aBucket();
  app = await start();
});
afterAll(async () => {
  await app.stop();
  await bucket.remove();
});

const incoming = (): Promise<string[]> => readdir(join(app.dataDirectory, 'incoming'));
const send = (bytes: number) => sendForm(app.url, formOf('surat.pdf', pdfOfSize(bytes)));
const unavailable = { status: 503, body: { error: { details: { kind: 'unavailable' } } } };

it('gives a store up that fell silent, and tells everybody who waits for it', async () => {
  bucket.pause();
  try {
    // More than are handled at a time, so that the last has waited longer than a silent connection may.
    for (const answer of await Promise.all([send(1_000), send(1_000), send(1_000)])) expect(answer).toMatchObject(unavailable);
  } finally {
    bucket.resume();
  }
  expect((await send(1_000)).status).toBe(201);
}, 180_000);

it('says so when the disk on which uploads come in is full, and goes on once it is not', async () => {
  const limitFiles = (bytes: string) => execFileSync('prlimit', ['--pid', String(app.pid), `--fsize=${bytes}:`]);
  limitFiles('100000');
  try {
    expect(await send(1_000_000)).toMatchObject(unavailable);
  } finally {
    limitFiles('unlimited');
  }
  expect(await incoming()).toEqual([]);
  expect((await send(1_000_000)).status).toBe(201);
});

it('removes what was on its way when the server died', async () => {
  await beginForm(app.url, formOf('surat.pdf', pdfOfSize(1_000_000)));
  const left = await until(incoming, (names) => names.length > 0);
  await app.kill();
  app = await start({ database: app.databaseUrl, dataDirectory: app.dataDirectory });
  expect(await incoming()).toEqual(left);
  await app.setClock(new Date(Date.now() + 40 * 86_400_000).toISOString());
  await query(app.databaseUrl, `INSERT INTO pgboss.job (name) VALUES ('maklumat-housekeeping')`);
  expect(await until(incoming, (names) => names.length === 0)).toEqual([]);
});
