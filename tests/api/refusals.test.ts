import request from 'supertest';
import { query } from '../support/database';
import { decide, anOffice, deskCase, bringToPpid, type Office } from '../support/desk';
import { startApp, type App } from '../support/app';
import { api, type Api } from '../support/http';
import { aPdf, answersWith, submit, upload, type Submitted } from '../support/requests';

let app: App;
let anyone: Api;
let office: Office;
let identitas: string;
let waiting: Submitted;
let other: Submitted;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  office = await anOffice(app.url);
  identitas = await upload(anyone);
  waiting = await submit(anyone);
  other = await submit(anyone);
});
afterAll(() => app.stop());

/** Rows of everything that a request could leave behind. */
async function stored(): Promise<unknown> {
  return query(
    app.databaseUrl,
    `SELECT (SELECT count(*) FROM maklumat_case) AS cases, (SELECT count(*) FROM maklumat_case_event) AS events, (SELECT count(*) FROM maklumat_attachment) AS files,
            (SELECT count(*) FROM maklumat_attachment WHERE case_id IS NOT NULL) AS claimed, (SELECT count(*) FROM maklumat_idempotency) AS keys,
            (SELECT coalesce(sum(last), 0) FROM maklumat_number) AS numbers, (SELECT count(*) FROM maklumat_version) AS versions`,
  );
}

const submission = (over: Record<string, unknown>) => ({ service: 'informasi-publik', answers: answersWith(identitas, over) });
const post = (path: string, body: object | string) => anyone.post(path).set('Content-Type', 'application/json').send(body);
const track = (number: string, token: string) => anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', token);
const applicant = (command: object) =>
  anyone.post(`/api/cases/${waiting.number}/commands`).set('X-Tracking-Token', waiting.trackingToken).send(command);
const staff = async (client: Api, command: Record<string, unknown>) => {
  const { sequence } = await deskCase(client, waiting.number);
  return client.post(`/maklumat/desk/cases/${waiting.number}/commands`).send({ expectedSequence: sequence, ...command });
};
const attach = (name: string, content: Buffer) => anyone.post('/api/attachments').attach('file', content, name);

type Case = [name: string, status: number, kind: string, call: () => PromiseLike<request.Response>, fields?: string[]];

const table: Case[] = [
  ['an unknown service', 404, 'not-found', () => post('/api/cases', { service: 'paspor', answers: {} })],
  ['a procedure that takes no requests', 404, 'not-found', () => post('/api/cases', { service: 'view-registrasi', answers: {} })],
  ['an unknown field', 400, 'invalid-answers', () => post('/api/cases', submission({ warna: 'biru' })), ['warna']],
  ['a field named like a built-in', 400, 'invalid-answers', () => post('/api/cases', submission({ constructor: 'x' })), ['constructor']],
  [
    'an attempt on the prototype',
    400,
    'malformed-body',
    () => post('/api/cases', '{"service":"informasi-publik","answers":{"__proto__":{"a":1}}}'),
  ],
  [
    'a script in a reason',
    400,
    'invalid-answers',
    () => applicant({ type: 'message', text: 'Halo <img src=x onerror=alert(1)>' }),
    ['text'],
  ],
  [
    'an instant beyond the calendar',
    400,
    'invalid-request',
    () => post('/api/services/informasi-publik/assessments', { answers: {}, at: '9999-12-31T23:00:00+07:00' }),
    ['at'],
  ],
  ['a wrong type', 400, 'invalid-answers', () => post('/api/cases', submission({ nama: 42 })), ['nama']],
  ['a missing answer', 400, 'invalid-answers', () => post('/api/cases', submission({ rincian: '' })), ['rincian']],
  ['a missing file', 400, 'invalid-answers', () => post('/api/cases', submission({ identitas: null })), ['identitas']],
  [
    'a file that nobody uploaded',
    400,
    'invalid-answers',
    () => post('/api/cases', submission({ identitas: '4f6c2a2e-7d3a-4d2b-9a57-0a4f3a2b1c0d' })),
    ['identitas'],
  ],
  [
    'an institution without its letter',
    400,
    'invalid-answers',
    () => post('/api/cases', submission({ jenisPemohon: 'lembaga', namaLembaga: 'LSM Hijau' })),
    ['suratTugas'],
  ],
  [
    'an answer to a hidden field',
    400,
    'invalid-answers',
    () => post('/api/cases', submission({ namaLembaga: 'LSM Hijau' })),
    ['namaLembaga'],
  ],
  ['a script in a text', 400, 'invalid-answers', () => post('/api/cases', submission({ subjek: '<script>alert(1)</script>' })), ['subjek']],
  ['a telephone that is none', 400, 'invalid-answers', () => post('/api/cases', submission({ telepon: '12' })), ['telepon']],
  ['a choice that is none', 400, 'invalid-answers', () => post('/api/cases', submission({ format: 'lisan' })), ['format']],
  ['an unknown property', 400, 'invalid-request', () => post('/api/cases', { ...submission({}), urgent: true }), ['urgent']],
  ['answers that are a list', 400, 'invalid-request', () => post('/api/cases', { service: 'informasi-publik', answers: [] }), ['answers']],
  ['broken JSON', 400, 'malformed-body', () => post('/api/cases', '{"service": "informasi-publik", ')],
  ['JSON that is no object', 400, 'malformed-body', () => post('/api/cases', '"halo"')],
  ['a body of 10 MB', 413, 'body-too-large', () => post('/api/cases', JSON.stringify({ service: 'x'.repeat(10_000_000) }))],
  ['a file of 6 MB', 413, 'file-too-large', async () => attach('besar.pdf', Buffer.concat([await aPdf(), Buffer.alloc(6_000_000)]))],
  ['HTML named .png', 415, 'file-type-refused', () => attach('foto.png', Buffer.from('<!doctype html><script>alert(1)</script>'))],
  ['an empty file', 415, 'file-type-refused', () => attach('kosong.pdf', Buffer.alloc(0))],
  ['an upload without a file', 400, 'file-missing', () => anyone.post('/api/attachments').field('nama', 'tanpa berkas')],
  ['a forged tracking code', 404, 'not-found', () => track(waiting.number, 'AAAAA-AAAAA-AAAAA-AAAAA')],
  ['no tracking code', 404, 'not-found', () => anyone.get(`/api/cases/${waiting.number}`)],
  ["another's code", 404, 'not-found', () => track(waiting.number, other.trackingToken)],
  [
    "another's receipt",
    404,
    'not-found',
    () => anyone.get(`/api/cases/${waiting.number}/documents/receipt`).set('X-Tracking-Token', other.trackingToken),
  ],
  ['a case that does not exist', 404, 'not-found', () => track('PI-2026-999999', other.trackingToken)],
  [
    "a command on another's case",
    404,
    'not-found',
    () => anyone.post(`/api/cases/${waiting.number}/commands`).set('X-Tracking-Token', other.trackingToken).send({ type: 'withdraw' }),
  ],
  ['an unknown command', 400, 'invalid-request', () => applicant({ type: 'grant' })],
  ['a command that is not open', 409, 'command-not-open', () => applicant({ type: 'supply', answers: {} })],
  [
    "an officer's decision by the applicant",
    409,
    'command-not-open',
    () => applicant({ type: 'decide', step: 'terima', outcome: 'diterima' }),
  ],
  ['a stale sequence of the applicant', 409, 'stale-sequence', () => applicant({ type: 'message', text: 'Halo', expectedSequence: 9 })],
  [
    'an outcome that the step does not have',
    400,
    'unknown-outcome',
    () => staff(office.officer, { type: 'decide', step: 'terima', outcome: 'dikabulkan-penuh' }),
  ],
  [
    'a step where the case is not',
    409,
    'command-not-open',
    () => staff(office.officer, { type: 'decide', step: 'periksa', outcome: 'lengkap' }),
  ],
  [
    'a stale sequence',
    409,
    'stale-sequence',
    () => staff(office.officer, { type: 'decide', step: 'terima', outcome: 'diterima', expectedSequence: 7 }),
  ],
  [
    'a command without a sequence',
    400,
    'invalid-request',
    () => staff(office.officer, { type: 'note', text: 'Tanpa urutan', expectedSequence: undefined }),
  ],
  [
    "the PPID's extension by an officer",
    409,
    'command-not-open',
    () => staff(office.officer, { type: 'extend', reason: 'Belum sempat dikerjakan.' }),
  ],
  ['an extension without a reason', 400, 'reason-required', () => staff(office.ppid, { type: 'extend', reason: '' })],
  [
    'an attachment that nobody uploaded',
    400,
    'file-missing',
    () => staff(office.officer, { type: 'attach', attachment: '4f6c2a2e-7d3a-4d2b-9a57-0a4f3a2b1c0d', title: 'Surat', audience: 'office' }),
  ],
  ['an assignment to a stranger', 400, 'invalid-request', () => staff(office.ppid, { type: 'assign', user: office.people.content.id })],
  [
    'a receipt in the future',
    400,
    'invalid-request',
    () => office.officer.post('/maklumat/desk/cases').send({ ...submission({}), receivedAt: '2099-01-05T09:00:00+07:00' }),
    ['receivedAt'],
  ],
  ['a page size beyond the limit', 400, 'invalid-request', () => office.officer.get('/maklumat/desk/cases?pageSize=500'), ['pageSize']],
  ['an address that is none', 404, 'not-found', () => anyone.get('/api/paspor')],
];

it.each(table.map(([name, status, kind, call, fields = []]) => ({ name, status, kind, call, fields })))(
  'refuses $name with $status $kind and stores nothing',
  async ({ status, kind, call, fields }) => {
    const before = await stored();
    const response = await call();
    expect({ status: response.status, body: response.body as unknown }).toMatchObject({
      status,
      body: { data: null, error: { status, details: { kind } } },
    });
    expect(Object.keys((response.body as { error: { details: { fields?: object } } }).error.details.fields ?? {})).toEqual(
      expect.arrayContaining(fields),
    );
    expect((response.body as { error: { message: string } }).error.message).not.toMatch(/undefined|stack|Error:/);
    expect(await stored()).toEqual(before);
  },
);

it('says no in English to who asks for English', async () => {
  const { body } = await anyone.get('/api/services/paspor').set('Accept-Language', 'en-GB,en;q=0.9').expect(404);
  expect((body as { error: { message: string } }).error.message).toContain('was not found');
});

it('refuses a file that another request has taken', async () => {
  const file = await upload(anyone);
  await anyone
    .post('/api/cases')
    .send({ service: 'informasi-publik', answers: answersWith(file) })
    .expect(201);
  const second = await anyone
    .post('/api/cases')
    .send({ service: 'informasi-publik', answers: answersWith(file) })
    .expect(400);
  expect(second.body).toMatchObject({
    error: { details: { kind: 'invalid-answers', fields: { identitas: expect.anything() as unknown } } },
  });
});

it('gives an upload to nobody, its owner included, before a case names it', async () => {
  const file = await upload(anyone);
  await anyone.get(`/api/cases/${other.number}/documents/${file}`).set('X-Tracking-Token', other.trackingToken).expect(404);
  await request(app.url).get(`/api/attachments/${file}`).expect(404);
  await request(app.url).get(`/uploads/${file}`).expect(404);
});

describe('an Idempotency-Key', () => {
  it('makes one case of two submissions at once, and refuses another body', async () => {
    const body = { service: 'informasi-publik', answers: answersWith(await upload(anyone)) };
    const twice = await Promise.all([1, 2, 3, 4].map(() => anyone.post('/api/cases').set('Idempotency-Key', 'kunci-uji-001').send(body)));
    expect(twice.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(twice.map((response) => JSON.stringify(response.body))).size).toBe(1);
    const conflict = await anyone
      .post('/api/cases')
      .set('Idempotency-Key', 'kunci-uji-001')
      .send({ ...body, channel: 'app' })
      .expect(409);
    expect(conflict.body).toMatchObject({ error: { details: { kind: 'idempotency-conflict' } } });
  });

  it('of a refused attempt may be used again', async () => {
    const bad = { service: 'informasi-publik', answers: answersWith(identitas, { rincian: '' }) };
    await anyone.post('/api/cases').set('Idempotency-Key', 'kunci-uji-002').send(bad).expect(400);
    const good = { service: 'informasi-publik', answers: answersWith(await upload(anyone)) };
    await anyone.post('/api/cases').set('Idempotency-Key', 'kunci-uji-002').send(good).expect(201);
  });

  it('does a command of an officer once', async () => {
    const { number } = await submit(anyone);
    const command = { type: 'note', text: 'Pemohon menelepon.', expectedSequence: 1 };
    for (const attempt of [1, 2]) {
      const { body } = await office.officer
        .post(`/maklumat/desk/cases/${number}/commands`)
        .set('Idempotency-Key', 'kunci-uji-003')
        .send(command)
        .expect(200);
      expect({ attempt, sequence: (body as { data: { sequence: number } }).data.sequence }).toEqual({ attempt, sequence: 2 });
    }
  });
});

it('lets one of two officers act who decide at the same moment', async () => {
  const { number } = await submit(anyone);
  const command = { type: 'decide', step: 'terima', outcome: 'diterima', expectedSequence: 1 };
  const both = await Promise.all([1, 2, 3].map(() => office.officer.post(`/maklumat/desk/cases/${number}/commands`).send(command)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await deskCase(office.officer, number)).sequence).toBe(2);
});

it('numbers without gaps or twins when many arrive at once', async () => {
  const files = await Promise.all(Array.from({ length: 20 }, () => upload(anyone)));
  const submitted = await Promise.all(
    files.map((file) => anyone.post('/api/cases').send({ service: 'informasi-publik', answers: answersWith(file) })),
  );
  expect(new Set(submitted.map(({ status }) => status))).toEqual(new Set([201]));
  const numbers = submitted.map((response) => Number((response.body as { data: Submitted }).data.number.slice(-6))).sort((a, b) => a - b);
  expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

describe('what a role may not', () => {
  it('is refused without a session', async () => {
    for (const path of ['/maklumat/desk', '/maklumat/desk/cases', `/maklumat/desk/cases/${waiting.number}`, '/maklumat/outbox']) {
      const { body } = await anyone.get(path).expect(401);
      expect(body).toMatchObject({ error: { details: { kind: 'unauthorized' } } });
    }
  });

  it('content admin: no desk at all', async () => {
    await office.content.get('/maklumat/desk').expect(403);
    await office.content.get(`/maklumat/desk/cases/${waiting.number}`).expect(403);
    await office.content
      .post(`/maklumat/desk/cases/${waiting.number}/commands`)
      .send({ type: 'note', text: 'Coba', expectedSequence: 1 })
      .expect(403);
  });

  it('officer: no letters of others, no assignment, no decision of the PPID', async () => {
    await office.officer.get('/maklumat/outbox').expect(403);
    expect((await staff(office.officer, { type: 'assign', user: office.people.officer.id })).status).toBe(409);
    const { number } = await submit(anyone);
    await bringToPpid(office.officer, number);
    await expect(decide(office.officer, number, 'dikabulkan-penuh')).rejects.toThrow('command-not-open');
  });

  it('PPID: no registration at the counter, no work of the officer', async () => {
    const body = { ...submission({}), receivedAt: '2026-01-05T09:00:00+07:00' };
    await office.ppid.post('/maklumat/desk/cases').send(body).expect(403);
    expect((await staff(office.ppid, { type: 'decide', step: 'terima', outcome: 'diterima' })).status).toBe(409);
  });

  it('superior of the PPID: reads, and can do nothing', async () => {
    const { body } = await office.superior.get(`/maklumat/desk/cases/${waiting.number}`).expect(200);
    expect((body as { data: { commands: unknown[] } }).data.commands).toEqual([]);
    expect((await staff(office.superior, { type: 'note', text: 'Mohon segera.' })).status).toBe(409);
    await office.superior
      .post('/maklumat/desk/cases')
      .send({ ...submission({}), receivedAt: '2026-01-05T09:00:00+07:00' })
      .expect(403);
  });

  it('head of another unit: no case of this one', async () => {
    await office.head.get(`/maklumat/desk/cases/${waiting.number}`).expect(404);
    const { body } = await office.head.get('/maklumat/desk/cases').expect(200);
    expect(body).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
  });

  it('officer: no content, no users', async () => {
    const { headers } = office.people.officer;
    await request(app.url).get('/content-manager/collection-types/plugin::maklumat.service').set(headers).expect(403);
    await request(app.url).get('/admin/users').set(headers).expect(403);
  });
});

it('keeps what citizens wrote out of the plain tables', async () => {
  const rows = await query(
    app.databaseUrl,
    `SELECT coalesce(string_agg(t::text, ' '), '') AS all FROM (SELECT data, actor FROM maklumat_case_event) t`,
  );
  const sealed = await query(app.databaseUrl, `SELECT string_agg(sealed, ' ') AS all FROM maklumat_case_personal`);
  const keys = await query(app.databaseUrl, `SELECT coalesce(string_agg(t::text, ' '), '') AS all FROM maklumat_idempotency t`);
  for (const text of [JSON.stringify(rows), JSON.stringify(sealed), JSON.stringify(keys)])
    expect(text).not.toMatch(/Siti|Aminah|6281234567890|0812-3456|Mawar/);
});

it('does not let the record be changed or shortened', async () => {
  await expect(query(app.databaseUrl, `UPDATE maklumat_case_event SET data = '{}' WHERE sequence = 1`)).rejects.toThrow('append-only');
  await expect(query(app.databaseUrl, `DELETE FROM maklumat_case_event`)).rejects.toThrow('append-only');
});
