import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secrets, unusedPort } from '../support/app';
import { createDatabase, query } from '../support/database';
import { launch } from '../support/launcher';
import { node, root } from '../support/root';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

const directory = mkdtempSync(join(tmpdir(), 'maklumat-cli-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** `npm run maklumat -- …`, as npm runs it, from a folder of the person's own. */
async function maklumat(env: Record<string, string>, ...args: string[]): Promise<Run> {
  const child = spawn(node, ['--disable-warning=DeprecationWarning', join(root, 'scripts', 'maklumat.mts'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', INIT_CWD: directory, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const file = (name: string): string => join(directory, name);
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(file(name), 'utf8')) as Record<string, unknown>;
const write = (name: string, value: unknown): void => writeFileSync(file(name), JSON.stringify(value));

describe('npm run maklumat', () => {
  let database: string;
  let run: (...args: string[]) => Promise<Run>;

  beforeAll(async () => {
    database = await createDatabase();
    const env = { ...secrets, DATABASE_URL: database, DATA_DIRECTORY: join(directory, 'data') };
    run = (...args) => maklumat(env, ...args);
  });

  const versions = async (slug: string): Promise<number> => {
    const [row] = await query<{ count: string }>(database, 'SELECT count(*) FROM maklumat_version WHERE service = $1', [slug]);
    return Number(row?.count);
  };

  it('takes a service out, says what a change would do, does it, and publishes it', async () => {
    const written = await run('export', 'email-go-id', '--out', 'layanan.json');
    expect(written).toMatchObject({ code: 0, out: 'Layanan "email-go-id" ditulis ke layanan.json.\n' });
    const bundle = read('layanan.json');
    write('ubahan.json', { ...bundle, name: 'Pendaftaran Surel go.id' });

    const planned = await run('import', 'ubahan.json', '--dry-run');
    expect(planned.code).toBe(0);
    expect(planned.out).toContain('konsepnya akan diubah. Belum ada yang disimpan.');
    expect(planned.out).toContain(`~ Nama layanan\n      ${JSON.stringify(bundle.name)}\n      menjadi "Pendaftaran Surel go.id"`);
    const printed = await run('export', 'email-go-id');
    expect(JSON.parse(printed.out)).toEqual(bundle);

    expect((await run('import', 'ubahan.json')).out).toContain('konsepnya diubah. Belum terbit.');
    expect(await versions('email-go-id')).toBe(1);
    const published = await run('publish', 'email-go-id', '--effective-from', '2099-01-01', '--json');
    expect(published.code).toBe(0);
    expect(JSON.parse(published.out)).toMatchObject({ version: 2, effectiveFrom: '2099-01-01', created: true });
    expect(await versions('email-go-id')).toBe(2);
    expect(JSON.parse((await run('export', 'email-go-id', '--version', '1')).out)).toEqual(bundle);
  });

  it('a contradiction is told in words for a clerk, and is code 2', async () => {
    expect((await run('export', 'informasi-publik', '--out', 'benar.json')).code).toBe(0);
    write('salah.json', { ...read('benar.json'), rules: [] });
    const linted = await run('lint', 'salah.json');
    expect(linted.code).toBe(2);
    expect(linted.out).toMatch(/^Temuan \(\d+\):\n {2}\[kesalahan\] /);
    expect((await run('import', 'salah.json')).code).toBe(0);
    const published = await run('publish', 'informasi-publik');
    expect(published.code).toBe(2);
    expect(published.err).toMatch(/^Belum dapat diterbitkan\./);
    expect(await versions('informasi-publik')).toBe(1);
    expect((await run('lint', 'informasi-publik')).code).toBe(2);
  });

  it('what is not there, or no service, is refused in one sentence', async () => {
    write('bukan.json', { slug: 'bukan' });
    writeFileSync(file('rusak.json'), '{ "slug": ');
    expect(await run('export', 'tidak-ada')).toMatchObject({ code: 2, err: 'Layanan "tidak-ada" tidak ditemukan.\n' });
    expect((await run('import', 'bukan.json', '--dry-run')).code).toBe(2);
    const refused = await run('import', 'bukan.json', '--json');
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.out)).toMatchObject({ kind: 'invalid-request', findings: expect.any(Array) as unknown });
    for (const name of ['rusak.json', 'tak-ada.json']) {
      const { code, err } = await run('import', name);
      expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    }
  });

  it.each([
    [],
    ['impor', 'x'],
    ['import'],
    ['import', 'a', 'b'],
    ['export', 'a', '--dry-run'],
    ['export', 'a', '--version', 'dua'],
    ['publish', 'a', '--effective-from', 'besok'],
  ])('a wrong call shows how it goes and is code 64: %j', async (...args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toMatch(/^Pemakaian:/);
  });
});

it('works beside a running npm run up on its database, and alone when it has stopped', async () => {
  const port = String(await unusedPort());
  const env = { PORT: port, DATA_DIRECTORY: join(directory, 'up') };
  const up = launch(env);
  const nameNow = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/api/services/email-go-id`);
    return ((await response.json()) as { data: { name: string } }).data.name;
  };
  try {
    await up.ready();
    expect((await maklumat(env, 'export', 'email-go-id', '--out', 'up.json')).code).toBe(0);
    write('up.json', { ...read('up.json'), name: 'Surel resmi go.id' });
    expect((await maklumat(env, 'import', 'up.json')).code).toBe(0);
    const published = await maklumat(env, 'publish', 'email-go-id');
    expect(published).toMatchObject({ code: 0, out: expect.stringContaining('terbit sebagai versi 2') as unknown });
    expect(await nameNow()).toBe('Surel resmi go.id');
  } finally {
    up.interrupt();
    await up.ended;
  }
  const alone = await maklumat(env, 'export', 'email-go-id', '--version', '2');
  expect(alone).toMatchObject({ code: 0 });
  expect(JSON.parse(alone.out)).toMatchObject({ name: 'Surel resmi go.id' });
});
