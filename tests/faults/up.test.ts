import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logIn } from '../support/admin';
import { unusedPort } from '../support/app';
import { adminUrl, createDatabase } from '../support/database';
import { launch } from '../support/launcher';

const sentence = /^\S.*[.]$/;

async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
  server.listen(port, '127.0.0.1');
  const free = await outcome;
  server.close();
  return free;
}

async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (await holds()) return;
    await sleep(200);
  }
  throw new Error('It did not come true within 30 seconds');
}

/** The last line that a refused start printed; there must be no stack above it. */
async function refusal(env: Record<string, string>): Promise<string> {
  const launched = launch(env);
  expect(await launched.ended).toBe(1);
  expect(launched.output()).not.toMatch(/^\s+at /m);
  const lines = launched
    .output()
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('['));
  expect(lines).toHaveLength(1);
  const [line = ''] = lines;
  expect(line).toMatch(sentence);
  return line;
}

describe('npm run up with its own PostgreSQL', () => {
  const directory = mkdtempSync(join(tmpdir(), 'maklumat-up-'));
  const pidFile = join(directory, 'postgres', 'postmaster.pid');
  let env: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    const port = await unusedPort();
    env = { PORT: String(port), DATA_DIRECTORY: directory };
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('starts an empty directory, prints the addresses and the first password once, and stops everything on Ctrl-C', async () => {
    const first = launch(env);
    await first.ready();
    for (const address of [url, `${url}/admin`, `${url}/pengembang`]) expect(first.output()).toContain(address);
    const password = /Kata sandi: +(\S+)/.exec(first.output())?.[1] ?? '';
    expect(readFileSync(join(directory, 'admin.txt'), 'utf8')).toContain(password);
    for (const file of ['admin.txt', 'secrets.json', 'postgres.json']) expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
    await expect(logIn(url, { email: 'admin@maklumat.local', password })).resolves.toEqual(expect.any(String));
    expect((await fetch(`${url}/api/health`)).status).toBe(200);

    first.interrupt();
    expect(await first.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
    expect(await isPortFree(Number(env.PORT))).toBe(true);
  });

  it('starts again in under ten seconds, says no password, and refuses a second launcher', async () => {
    const before = Date.now();
    const again = launch(env);
    await again.ready();
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(again.output()).not.toContain('Kata sandi');
    expect(await refusal(env)).toContain('sudah berjalan');
    again.interrupt();
    expect(await again.ended).toBe(0);
  });

  it('says so when the application is killed, stops PostgreSQL, and recovers with the next start', async () => {
    const launched = launch(env);
    await launched.ready();
    launched.kill('application');
    expect(await launched.ended).toBe(1);
    expect(launched.output().trim().split('\n').at(-1)).toMatch(sentence);
    expect(existsSync(pidFile)).toBe(false);
  });

  it('leaves no server behind when only the launcher is killed', async () => {
    const launched = launch(env);
    await launched.ready();
    launched.kill('launcher');
    await eventually(async () => !existsSync(pidFile) && (await isPortFree(Number(env.PORT))));
  });

  it('recovers when every process but PostgreSQL is killed at once', async () => {
    const launched = launch(env);
    await launched.ready();
    launched.killAll();
    await launched.ended;
    expect(existsSync(pidFile)).toBe(true);

    const next = launch(env);
    await next.ready();
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    next.interrupt();
    expect(await next.ended).toBe(0);
  });

  it('does not make new encryption keys for a database that is in use', async () => {
    rmSync(join(directory, 'secrets.json'));
    expect(await refusal(env)).toContain('MAKLUMAT_KEYS');
    expect(existsSync(pidFile)).toBe(false);
  });
});

describe('what stands in the way of npm run up is said in one sentence', () => {
  const directory = mkdtempSync(join(tmpdir(), 'maklumat-refused-'));
  let env: Record<string, string>;

  beforeAll(async () => {
    env = { PORT: String(await unusedPort()), DATA_DIRECTORY: directory };
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('a taken port', async () => {
    const other = createServer().listen(Number(env.PORT), '127.0.0.1');
    await once(other, 'listening');
    expect(await refusal(env)).toContain(`Porta ${env.PORT}`);
    other.close();
  });

  it('a disk that is almost full', async () => {
    expect(await refusal({ ...env, MINIMUM_FREE_MB: '999999999' })).toContain('Ruang disk');
  });

  it.each([
    ['PORT', 'delapan'],
    ['PUBLIC_URL', 'layanan.contoh.go.id'],
    ['DATABASE_URL', 'mysql://localhost/maklumat'],
    ['MAKLUMAT_KEYS', 'pendek'],
  ])('a wrong %s', async (name, value) => {
    expect(await refusal({ ...env, [name]: value })).toContain(`Setelan ${name}`);
  });

  it('a database server that does not answer', async () => {
    const port = await unusedPort();
    expect(await refusal({ ...env, DATABASE_URL: `postgresql://a:b@127.0.0.1:${port}/maklumat` })).toContain('tidak dapat dihubungi');
  });

  it('a wrong password, without repeating it', async () => {
    const url = new URL(adminUrl());
    url.password = 'keliru-sekali';
    const line = await refusal({ ...env, DATABASE_URL: url.href });
    expect(line).toContain('menolak nama pengguna atau kata sandi');
    expect(line).not.toContain('keliru-sekali');
  });

  it('a database that does not exist', async () => {
    const url = new URL(adminUrl());
    url.pathname = '/tidak_ada';
    expect(await refusal({ ...env, DATABASE_URL: url.href })).toContain('belum ada');
  });

  it('keys that are missing for a database of one’s own that is in use', async () => {
    expect(await refusal({ ...env, DATABASE_URL: await createDatabase() })).toContain('MAKLUMAT_KEYS');
  });
});
