import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createVault } from '../../plugins/maklumat/server/adapters/vault';
import { sealedTables } from '../../plugins/maklumat/server/repositories/sealed';
import { secrets, startApp, type App } from '../support/app';
import { asCitizen, messagesTo, registerResident, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { node, root } from '../support/root';
import { answersWith, upload, type Submitted } from '../support/requests';
import { until } from '../support/until';

const k1 = secrets.MAKLUMAT_KEYS;
const k2 = `k2:${Buffer.alloc(32, 'j').toString('base64')}`;
const sealedBy = (keys: string) => createVault(keys, secrets.MAKLUMAT_INDEX_KEY);
const many = 6_000;

const directory = mkdtempSync(join(tmpdir(), 'maklumat-keys-'));
let app: App;
let person: Citizen;
let filed: Submitted;
let draft: string;

beforeAll(async () => {
  app = await startApp();
  person = await registerResident(app.url);
  const citizen = await asCitizen(app.url, person);
  const answers = answersWith(await upload(citizen, 'kunci.pdf'));
  const submission = { service: 'informasi-publik', answers };
  const { body } = await citizen.post('/api/cases').set('Idempotency-Key', 'kunci-berganti-1').send(submission).expect(201);
  filed = (body as { data: Submitted }).data;
  const saved = await citizen
    .post('/api/drafts')
    .send({ service: 'informasi-publik', answers: { subjek: 'Draf di bawah k1' } })
    .expect(201);
  draft = (saved.body as { data: { id: string } }).data.id;
  await citizen.post('/api/me/phone').send({ phone: '+6285700011122', password: person.password }).expect(201);
  const vault = sealedBy(k1);
  const letters = Array.from({ length: many }, (_, index) => vault.seal({ to: 'a@contoh.id', subject: 's', text: `Surat ${index}` }));
  await query(
    app.databaseUrl,
    `INSERT INTO maklumat_message (id, channel, sealed, state, created_at) SELECT gen_random_uuid(), 'mail', sealed, 'sent', now() FROM unnest($1::text[]) AS sealed`,
    [letters],
  );
}, 300_000);
afterAll(async () => {
  await app.stop();
  rmSync(directory, { recursive: true, force: true });
});

interface Rotating {
  /** Resolves when so many lines of progress were said. */
  reached(lines: number): Promise<void>;
  kill(): void;
  ended: Promise<{ code: number | null; out: string; err: string }>;
}

/** `npm run maklumat -- rotate-keys` on the database of the running server. */
function rotate(keys: string, ...args: string[]): Rotating {
  const child = spawn(node, ['--disable-warning=DeprecationWarning', join(root, 'scripts', 'maklumat.mts'), 'rotate-keys', ...args], {
    cwd: root,
    env: {
      ...secrets,
      MAKLUMAT_KEYS: keys,
      PATH: process.env.PATH ?? '',
      DATABASE_URL: app.databaseUrl,
      DATA_DIRECTORY: join(directory, 'data'),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString('utf8')));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  let over = false;
  void ended.then(() => (over = true));
  return {
    ended,
    kill: () => void child.kill('SIGKILL'),
    reached: async (lines) => {
      while ((err.match(/%\)$/gm) ?? []).length < lines) {
        if (over) throw new Error(`It ended before:\n${out}${err}`);
        await once(child.stderr, 'data');
      }
    },
  };
}

/** How many values lie under which key, in every sealed column. */
async function underKeys(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, columns } of sealedTables)
    for (const column of columns) {
      const found = await query<{ key: string; count: number }>(
        app.databaseUrl,
        `SELECT split_part(${column}, '.', 1) AS key, count(*)::int AS count FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
      );
      for (const { key, count } of found) counts[key] = (counts[key] ?? 0) + count;
    }
  return counts;
}

it('every column with sealed values is known to the rotation', async () => {
  const columns = await query<{ table_name: string; column_name: string }>(
    app.databaseUrl,
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb')`,
  );
  const looks = columns.map(
    ({ table_name: table, column_name: column }) =>
      `SELECT '${table}.${column}' AS name, EXISTS (SELECT FROM "${table}" WHERE "${column}"::text ~ '(^|")k1[.][A-Za-z0-9+/]{16}[.][A-Za-z0-9+/]{22}==[.]') AS found`,
  );
  const looked = await query<{ name: string; found: boolean }>(app.databaseUrl, looks.join(' UNION ALL '));
  const sealed = looked.filter(({ name, found }) => found || /^maklumat_\w+[.]sealed/.test(name)).map(({ name }) => name);
  expect(sealed.sort()).toEqual(sealedTables.flatMap((source) => source.columns.map((column) => `${source.table}.${column}`)).sort());
});

it('a value tells its key, and the first of the ring seals', () => {
  const vault = sealedBy(`${k2},${k1}`);
  expect(vault.keyIds).toEqual(['k2', 'k1']);
  expect(vault.keyOf(sealedBy(k1).seal('x'))).toBe('k1');
  expect(vault.keyOf(vault.seal('x'))).toBe('k2');
  expect(vault.open(sealedBy(k1).seal({ a: 1 }))).toEqual({ a: 1 });
});

it('a value opens by its whole seal alone', () => {
  const vault = sealedBy(k1);
  const [id, iv, tag = '', text] = vault.seal('x').split('.');
  for (const length of [4, 8, 12, 15]) {
    const shorter = Buffer.from(tag, 'base64').subarray(0, length).toString('base64');
    expect(() => vault.open([id, iv, shorter, text].join('.'))).toThrow();
  }
});

it('keys that would lose what they seal are refused', () => {
  expect(() => sealedBy(`${k2.replace('k2', 'k1')},${k1}`)).toThrow('dua kunci bernama k1');
  expect(() => sealedBy(`k1:${'a'.repeat(44)}`)).toThrow('kunci k1 bukan 32 bita');
});

it('without the old key nothing is touched, and the sentence says which is missing', async () => {
  const before = await underKeys();
  const { code, out, err } = await rotate(k2).ended;
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('kunci k1, yang tidak ada di MAKLUMAT_KEYS');
  expect(await underKeys()).toEqual(before);
}, 180_000);

it('killed in the middle it leaves everything readable, and another run goes on where it was, beside a running server', async () => {
  const total = (await underKeys()).k1 ?? 0;
  await app.stop();
  app = await startApp({ database: app.databaseUrl, env: { MAKLUMAT_KEYS: `${k2},${k1}` } });
  const first = rotate(`${k2},${k1}`);
  await first.reached(3);
  first.kill();
  await first.ended;
  const half = await underKeys();
  expect(half.k1).toBeGreaterThan(0);
  expect(half.k2).toBeGreaterThan(0);

  const second = rotate(`${k2},${k1}`, '--json');
  const citizen = await asCitizen(app.url, person);
  let reads = 0;
  const beside = (async () => {
    for (let over = false; !over; reads += 1) {
      await citizen.get('/api/me').expect(200);
      await citizen.get(`/api/cases/${filed.number}`).expect(200);
      over = await Promise.race([second.ended.then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);
    }
  })();
  const { code, out } = await second.ended;
  await beside;
  expect(reads).toBeGreaterThan(1);
  expect(code).toBe(0);
  const rotation = JSON.parse(out) as { key: string; resealed: number; remaining: object; unused: string[] };
  expect(rotation).toMatchObject({ key: 'k2', remaining: {}, unused: ['k1'] });
  expect(rotation.resealed).toBeLessThan(total);
  expect(await underKeys()).toEqual({ k2: expect.any(Number) as unknown });
}, 300_000);

it('a third run has nothing to do and names the key that may go', async () => {
  const { code, out } = await rotate(`${k2},${k1}`).ended;
  expect(code).toBe(0);
  expect(out).toContain('Tidak ada yang perlu disegel ulang dengan kunci k2.');
  expect(out).toContain('Kunci k1 tidak dipakai lagi');
}, 180_000);

it('with the new key alone everything opens', async () => {
  await app.stop();
  app = await startApp({ database: app.databaseUrl, env: { MAKLUMAT_KEYS: k2 } });
  const citizen = await asCitizen(app.url, person);
  expect((await citizen.get('/api/me').expect(200)).body).toMatchObject({ data: { nik: person.nik, phone: person.phone } });
  expect((await citizen.get(`/api/cases/${filed.number}`).expect(200)).body).toMatchObject({ data: { answers: { nama: 'Siti Aminah' } } });
  expect((await citizen.get(`/api/drafts/${draft}`).expect(200)).body).toMatchObject({ data: { answers: { subjek: 'Draf di bawah k1' } } });
  expect((await messagesTo(app.url, person.phone)).length).toBeGreaterThan(0);
  const vault = sealedBy(k2);
  for (const { table, columns } of sealedTables)
    for (const column of columns) {
      const values = await query<{ value: string }>(app.databaseUrl, `SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`);
      for (const { value } of values) expect(vault.open(value)).toBeDefined();
    }
}, 180_000);

it('waits for a row that somebody else writes to, so that nothing is left under the old key', async () => {
  const k3 = `k3:${Buffer.alloc(32, 'l').toString('base64')}`;
  const writer = new Client({ connectionString: app.databaseUrl });
  await writer.connect();
  try {
    await writer.query('BEGIN');
    await writer.query('SELECT FROM maklumat_message ORDER BY id LIMIT 1 FOR UPDATE');
    const { ended } = rotate(`${k3},${k2}`, '--json');
    await until(underKeys, (counts) => counts.k2 === 1);
    await writer.query('ROLLBACK');
    const { code, out } = await ended;
    expect({ code, rotation: JSON.parse(out) as unknown }).toMatchObject({
      code: 0,
      rotation: { key: 'k3', remaining: {}, unused: ['k2'] },
    });
  } finally {
    await writer.end();
  }
  expect(await underKeys()).toEqual({ k3: expect.any(Number) as unknown });
}, 180_000);
