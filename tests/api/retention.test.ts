import { Client } from 'pg';
import { z } from 'zod';
import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { asCitizen, messagesTo, registerOutsider, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { anOffice, type Office } from '../support/desk';
import { api, type Api } from '../support/http';
import { answersWith, submit, upload, type Submitted } from '../support/requests';
import { until } from '../support/until';

const Runs = z.object({
  data: z.array(
    z.object({
      id: z.int(),
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      failed: z.boolean(),
      report: z.array(
        z.object({ kind: z.string(), label: z.string(), days: z.int(), before: z.string(), removed: z.int(), failed: z.boolean() }),
      ),
    }),
  ),
});
type Run = z.infer<typeof Runs>['data'][number];

const start = Date.parse('2026-01-05T02:00:00Z');
const day = 86_400_000;

let app: App;
let office: Office;
let anyone: Api;
let person: Citizen;
let citizen: Api;
let closed: Submitted;
let running: Submitted;
let broken: Submitted;
let schedules: Record<string, unknown>[];

const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => query<Row>(app.databaseUrl, sql, values);
const countIn = async (table: string, where = 'true', values: unknown[] = []): Promise<number> =>
  (await rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE ${where}`, values))[0]?.count ?? 0;

const toDay = (days: number): Promise<void> => app.setClock(new Date(start + days * day).toISOString());

async function runs(): Promise<Run[]> {
  const admin = await api(app.url, bearer(await logIn(app.url)));
  return Runs.parse((await admin.get('/maklumat/retention/runs').expect(200)).body).data;
}

/** What the clock of the queue does at night, now. */
async function sendHousekeeping(): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ connectionString: app.databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.send('maklumat-housekeeping', {});
  await boss.stop({ graceful: false });
}

/** A night, with its report. */
async function night(): Promise<{ run: Run; removed: Record<string, number> }> {
  const before = (await runs()).length;
  await sendHousekeeping();
  const all = await until(runs, (found) => found.length > before && found[0]?.finishedAt !== null);
  const [run] = all;
  if (!run) throw new Error('No run was reported');
  return { run, removed: Object.fromEntries(run.report.map(({ kind, removed }) => [kind, removed])) };
}

async function withdrawn(client: Api): Promise<Submitted> {
  const answers = answersWith(await upload(client));
  const { body } = await client.post('/api/cases').send({ service: 'informasi-publik', answers }).expect(201);
  const { data } = body as { data: Submitted };
  await client.post(`/api/cases/${data.number}/commands`).send({ type: 'withdraw' }).expect(200);
  return data;
}

beforeAll(async () => {
  app = await startApp();
  // The nights here are those that the tests ask for: a clock that leaps years ahead of the database's would have the queue make up for one.
  schedules = await rows('DELETE FROM pgboss.schedule RETURNING name, cron, options');
  await toDay(0);
  anyone = await api(app.url);
  office = await anOffice(app.url);
  person = await registerOutsider(app.url);
  citizen = await asCitizen(app.url, person);
  closed = await withdrawn(citizen);
  broken = await withdrawn(citizen);
  running = await submit(anyone);
  const draft = { service: 'informasi-publik', answers: { subjek: 'Taman', identitas: await upload(citizen, 'draf.pdf') } };
  await citizen.post('/api/drafts').send(draft).expect(201);
  await upload(citizen, 'tidak-jadi.pdf');
  await office.officer.get(`/maklumat/desk/cases/${closed.number}`).expect(200);
  await anyone
    .post('/api/registrations')
    .send({ residency: 'outside', phone: '0856 9900 1122', password: 'Kereta-Senja-2041', consent: true });
  await rows(
    `UPDATE maklumat_case_personal SET sealed = 'k1.rusak.rusak.rusak' WHERE case_id = (SELECT id FROM maklumat_case WHERE number = $1)`,
    [broken.number],
  );
}, 300_000);
afterAll(() => app.stop());

it('the report is read by whoever may, and by nobody else', async () => {
  expect(await runs()).toEqual([]);
  await anyone.get('/maklumat/retention/runs').expect(401);
  await office.officer.get('/maklumat/retention/runs').expect(403);
});

it('after four weeks: what was left lying goes, and the owner of a draft is told', async () => {
  const drafts = await countIn('maklumat_draft');
  await toDay(28);
  const { run, removed } = await night();
  expect(run).toMatchObject({ failed: false, startedAt: expect.stringMatching(/^2026-02-02T09:.*\+07:00$/) as unknown });
  expect(run.report.map(({ kind }) => kind).sort()).toEqual([
    'accessLog',
    'closedCases',
    'drafts',
    'idempotencyKeys',
    'messages',
    'otps',
    'registrations',
    'replays',
    'unusedFiles',
  ]);
  expect(run.report.find(({ kind }) => kind === 'drafts')).toMatchObject({
    label: 'Draf permohonan',
    days: 30,
    before: expect.stringMatching(/^2026-01-03T/) as unknown,
  });
  expect(removed).toMatchObject({ drafts: 0, unusedFiles: 1, closedCases: 0, accessLog: 0 });
  expect(removed.otps).toBeGreaterThanOrEqual(2);
  expect(removed.registrations).toBeGreaterThanOrEqual(1);
  expect(await countIn('maklumat_draft')).toBe(drafts);
  const told = await until(
    () => messagesTo(app.url, person.phone),
    (texts) => texts.some((text) => text.includes('Pelayanan Permohonan Informasi Publik')),
  );
  expect(told[0]).toContain('4 Februari 2026');
}, 300_000);

it('a kind without a period is left alone, and a shorter period holds from the next night', async () => {
  const admin = await api(app.url);
  const headers = bearer(await logIn(app.url));
  const path = '/content-manager/collection-types/plugin::maklumat.retention';
  const found = await fetch(`${app.url}${path}?pageSize=100`, { headers });
  const { results } = (await found.json()) as { results: { documentId: string; kind: string }[] };
  const idOf = (kind: string): string => results.find((entry) => entry.kind === kind)?.documentId ?? '';
  const change = async (kind: string, method: string, body?: object): Promise<void> => {
    const init = { method, headers: { ...headers, 'Content-Type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) };
    expect((await fetch(`${app.url}${path}/${idOf(kind)}`, init)).status).toBe(200);
  };
  await change('messages', 'DELETE');
  await change('accessLog', 'PUT', { days: 20 });
  await toDay(33);
  const old = () => countIn('maklumat_message', 'created_at < $1', [new Date(start + day).toISOString()]);
  const messages = await old();
  expect(messages).toBeGreaterThan(0);
  const { run, removed } = await night();
  expect(Object.keys(removed)).not.toContain('messages');
  expect(await old()).toBe(messages);
  expect(run.report.find(({ kind }) => kind === 'accessLog')).toMatchObject({ days: 20, removed: 1 });
  expect(removed).toMatchObject({ drafts: 1, unusedFiles: 1 });
  expect(await countIn('maklumat_draft')).toBe(0);
  await admin.get('/api/health').expect(200);
}, 300_000);

it('after five years: answers and papers of cases that have ended go, the register and what still runs stay; one that cannot be erased is reported', async () => {
  await toDay(1_840);
  const { run, removed } = await night();
  expect(run.failed).toBe(true);
  expect(run.report.filter(({ failed }) => failed).map(({ kind }) => kind)).toEqual(['closedCases']);
  expect(removed).toMatchObject({ closedCases: 1, unusedFiles: 0 });
  const { body } = await anyone.get(`/api/cases/${closed.number}`).set('X-Tracking-Token', closed.trackingToken).expect(200);
  expect(body).toMatchObject({
    data: { erased: true, status: 'withdrawn', answers: {}, receivedAt: expect.stringMatching(/^2026-01-05/) as unknown },
  });
  const { timeline } = (body as { data: { timeline: { sentence: string; by: string }[] } }).data;
  expect(timeline.at(-1)).toMatchObject({ by: 'Sistem', sentence: 'Data pribadi telah dihapus karena masa simpannya berakhir' });
  const still = await anyone.get(`/api/cases/${running.number}`).set('X-Tracking-Token', running.trackingToken).expect(200);
  expect(still.body).toMatchObject({ data: { erased: false, answers: { nama: 'Siti Aminah' } } });
  const left = await rows<{ number: string; state: string | null }>(
    `SELECT number, (SELECT string_agg(DISTINCT state, ',') FROM maklumat_attachment a WHERE a.case_id = c.id) AS state
     FROM maklumat_case c WHERE number = ANY ($1) ORDER BY id`,
    [[closed.number, broken.number, running.number]],
  );
  expect(left).toEqual([
    { number: closed.number, state: 'erased' },
    { number: broken.number, state: 'ready' },
    { number: running.number, state: 'ready' },
  ]);
}, 300_000);

it('the same night again does nothing twice, and ends what was left once that can be done', async () => {
  const events = await countIn('maklumat_case_event');
  await rows('DELETE FROM maklumat_case_personal WHERE sealed = $1', ['k1.rusak.rusak.rusak']);
  const { run, removed } = await night();
  expect(run.failed).toBe(false);
  expect(removed).toMatchObject({ closedCases: 1, drafts: 0, unusedFiles: 0, accessLog: 0, registrations: 0 });
  expect(await countIn('maklumat_case_event')).toBe(events + 1);
  expect((await runs()).map(({ failed }) => failed)).toEqual([false, true, false, false]);
}, 300_000);

it('is carried out every night, and made up for by a machine that was off then', () => {
  expect(schedules).toEqual([
    { name: 'maklumat-housekeeping', cron: '17 19 * * *', options: expect.objectContaining({ missed: 'once' }) as unknown },
  ]);
});

it('what ends by itself and cannot go is reported, and does not keep the rest', async () => {
  await rows('ALTER TABLE maklumat_secret RENAME TO maklumat_secret_away');
  try {
    const { run } = await night();
    expect(run.failed).toBe(true);
    expect(run.report.length).toBeGreaterThan(5);
    expect(run.report.filter(({ failed }) => failed)).toEqual([]);
  } finally {
    await rows('ALTER TABLE maklumat_secret_away RENAME TO maklumat_secret');
  }
}, 300_000);

it('killed in the middle it leaves a report of how far it came, and the next run does what was left', async () => {
  await rows(
    `INSERT INTO maklumat_replay (id, service, definition, state, requested_by, created_at)
     VALUES (gen_random_uuid(), 'informasi-publik', '{}', 'done', 'admin:1', '2026-01-05')`,
  );
  const holder = new Client({ connectionString: app.databaseUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE maklumat_replay IN ACCESS EXCLUSIVE MODE');
    const before = (await runs()).length;
    await sendHousekeeping();
    await until(runs, (found) => found.length > before && (found[0]?.report.length ?? 0) > 0);
    await app.kill();
    // What the server had asked for last would be done as soon as the lock is gone.
    await holder.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
  } finally {
    await holder.end();
  }
  app = await startApp({ database: app.databaseUrl, dataDirectory: app.dataDirectory });
  const { run, removed } = await night();
  expect([run.failed, removed.replays]).toEqual([false, 1]);
  expect((await runs())[1]).toMatchObject({ finishedAt: null, failed: false });
}, 300_000);
