import { randomUUID } from 'node:crypto';
import { from } from '../support/addresses';
import { query } from '../support/database';
import { startApp, type App } from '../support/app';
import {
  aNik,
  aPassword,
  aPhone,
  asCitizen,
  codeFor,
  messagesTo,
  proveNumber,
  registerOutsider,
  registerResident,
} from '../support/citizens';
import { holding } from '../support/holding';
import { api, type Api } from '../support/http';
import { until } from '../support/until';

let app: App;
let anyone: Api;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
});
afterAll(() => app.stop());

const start = (over: Record<string, unknown> = {}) =>
  anyone.post('/api/registrations').send({ residency: 'city', phone: aPhone(), password: aPassword, consent: true, ...over });
const identity = (over: Record<string, unknown> = {}) => ({
  name: 'Siti Aminah',
  birthDate: '1990-08-17',
  address: 'Jalan Mawar 1',
  ...over,
});
const identify = (id: string, body: object) => anyone.put(`/api/registrations/${id}/identity`).send(body);
interface Step {
  stage: string | null;
  title: string;
  state: string;
  overrun?: boolean;
  allowance?: { amount: number; unit: string };
}
const stepsOf = (body: unknown): Step[] => (body as { data: { steps: Step[] } }).data.steps;
const stateOf = (body: unknown, stage: string): string | undefined => stepsOf(body).find((step) => step.stage === stage)?.state;
const kindOf = (body: unknown): string => (body as { error: { details: { kind: string } } }).error.details.kind;
const fieldsOf = (body: unknown): Record<string, string[]> =>
  (body as { error: { details: { fields?: Record<string, string[]> } } }).error.details.fields ?? {};

test('what registering takes is the published procedure: ten steps with the allowances of the SOP, and the consent in force', async () => {
  const { status, body } = await anyone.get('/api/registrations');
  expect(status).toBe(200);
  const { data } = body as { data: { service: string; steps: Step[]; consent: { version: number; body: string } } };
  expect(data.steps.map(({ title }) => title)).toHaveLength(10);
  expect(data.steps.map(({ allowance }) => allowance && `${allowance.amount} ${allowance.unit}`)).toEqual([
    '5 minutes',
    '10 seconds',
    '10 seconds',
    '1 minutes',
    '1 minutes',
    '1 minutes',
    '2 minutes',
    '2 minutes',
    '15 minutes',
    undefined,
  ]);
  expect(data.consent.version).toBe(1);
  expect(data.consent.body).toContain('UU Nomor 27 Tahun 2022');
});

test('a resident goes through NIK and identity one after the other; times are kept, the account is theirs, and it waits for an officer', async () => {
  const phone = aPhone();
  const nik = aNik();
  const progress = [
    { stage: 'residency', startedAt: '2026-11-22T08:00:00+07:00', finishedAt: '2026-11-22T08:00:05+07:00' },
    { stage: 'phone', startedAt: '2026-11-22T08:00:05+07:00', finishedAt: '2026-11-22T08:03:05+07:00' },
  ];
  const started = await start({ phone, progress });
  expect(started.status).toBe(201);
  const { id, otp } = (started.body as { data: { id: string; otp: { to: string } } }).data;
  expect(otp.to).toBe(`+62 8•• •••• ••${phone.slice(-2)}`);
  expect(stepsOf(started.body).find(({ stage }) => stage === 'residency')).toMatchObject({ state: 'done', overrun: false });
  expect(stepsOf(started.body).find(({ stage }) => stage === 'phone')).toMatchObject({ state: 'done', overrun: true });
  expect(stateOf(started.body, 'otp')).toBe('current');
  const proved = await anyone.post(`/api/registrations/${id}/otp`).send({ code: await codeFor(app.url, phone) });
  expect(proved.body).toMatchObject({ data: { stage: 'nik', otp: null } });
  const half = await identify(id, { nik });
  expect(half.body).toMatchObject({ data: { complete: false, registration: { stage: 'identity' } } });
  const done = await identify(id, identity());
  expect(done.body).toMatchObject({
    data: {
      complete: true,
      registration: { stage: 'done', warnings: [] },
      applicant: { phone, nik, name: 'Siti Aminah', residency: 'city', verification: 'waiting', consent: { version: 1, current: true } },
    },
  });
  const { registration } = (done.body as { data: { registration: unknown } }).data;
  expect(['nik', 'identity', 'done', 'login'].map((stage) => stateOf({ data: registration }, stage))).toEqual([
    'done',
    'done',
    'done',
    'current',
  ]);
  const loggedIn = await anyone.post('/api/auth/local').send({ identifier: phone, password: aPassword });
  expect(loggedIn.status).toBe(200);
  expect(stateOf((await anyone.get(`/api/registrations/${id}`)).body, 'login')).toBe('done');
  const me = await asCitizen(app.url, loggedIn.body as { jwt: string });
  expect((await me.get('/api/me')).body).toMatchObject({ data: { nik, phone } });
});

test('an outsider is not asked for a NIK and may not give one', async () => {
  const id = await proveNumber(app.url, { residency: 'outside', phone: aPhone() });
  expect(stateOf((await anyone.get(`/api/registrations/${id}`)).body, 'nik')).toBe('skipped');
  const refused = await identify(id, identity({ nik: aNik() }));
  expect([refused.status, Object.keys(fieldsOf(refused.body))]).toEqual([400, ['nik']]);
  const done = await identify(id, identity());
  expect(done.body).toMatchObject({ data: { applicant: { nik: null, verification: 'not-needed', residency: 'outside' } } });
});

test.each(['081234560001', '6281234560001', '+62 812-3456-0001', '(0812) 3456 0001'])('%s is one and the same number', async (typed) => {
  const { status, body } = await start({ phone: typed });
  expect(status).toBe(201);
  expect(body).toMatchObject({ data: { otp: { to: '+62 8•• •••• ••01' } } });
});

test.each([
  ['a fixed line', { phone: '(0335) 427772' }, 'phone'],
  ['a foreign number', { phone: '+1 202 555 0123' }, 'phone'],
  ['words', { phone: 'telepon saya' }, 'phone'],
  ['a short password', { password: 'pendek' }, 'password'],
  ['a password that everybody uses', { password: 'password123' }, 'password'],
  ['a consent that is no longer in force', { consentVersion: 7 }, 'consentVersion'],
  ['no consent', { consent: false }, 'consent'],
])('%s is refused at its field, and nothing is sent', async (_case, over, field) => {
  const before = await query(app.databaseUrl, 'SELECT count(*) FROM maklumat_message');
  const { status, body } = await start(over);
  expect([status, kindOf(body), Object.keys(fieldsOf(body))]).toEqual([400, 'invalid-request', [field]]);
  expect(await query(app.databaseUrl, 'SELECT count(*) FROM maklumat_message')).toEqual(before);
});

test('a number that has an account is answered the same; its telephone is told, no code opens it, and no second account comes of it', async () => {
  const citizen = await registerOutsider(app.url);
  const known = await start({ residency: 'outside', phone: citizen.phone });
  const unknown = await start({ residency: 'outside' });
  const shape = (body: unknown): unknown =>
    JSON.parse(
      JSON.stringify(body)
        .replace(/"[0-9a-f-]{36}"/g, '"id"')
        .replace(/"20[^"]*"/g, '"at"')
        .replace(/••\d\d"/g, '••"'),
    );
  expect([known.status, shape(known.body)]).toEqual([unknown.status, shape(unknown.body)]);
  const { id } = (known.body as { data: { id: string } }).data;
  const texts = await until(
    () => messagesTo(app.url, citizen.phone),
    ({ length }) => length === 2,
  );
  expect(texts[0]).toContain('sudah terdaftar');
  const tried = await anyone.post(`/api/registrations/${id}/otp`).send({ code: '000000' });
  expect([tried.status, kindOf(tried.body)]).toEqual([400, 'otp-invalid']);
});

test('one NIK opens one account, found by its digest whoever holds it', async () => {
  const { nik } = await registerResident(app.url);
  const id = await proveNumber(app.url, { residency: 'city', phone: aPhone() });
  const taken = await identify(id, identity({ nik }));
  expect([taken.status, kindOf(taken.body)]).toEqual([409, 'nik-taken']);
  const spelled = await identify(id, { nik: `${nik?.slice(0, 6)} ${nik?.slice(6, 12)} ${nik?.slice(12)}` });
  expect(kindOf(spelled.body)).toBe('nik-taken');
});

test('two registrations of one NIK at the same instant make one account', async () => {
  const nik = aNik();
  const ids = await Promise.all([1, 2].map(() => proveNumber(app.url, { residency: 'city', phone: aPhone() })));
  const answers = await Promise.all(ids.map((id) => identify(id, identity({ nik }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a NIK of another region is taken, a birth date that differs is a warning, a wrong shape is refused', async () => {
  const id = await proveNumber(app.url, { residency: 'city', phone: aPhone() });
  const shape = await identify(id, { nik: '3574031708' });
  expect([shape.status, Object.keys(fieldsOf(shape.body))]).toEqual([400, ['nik']]);
  const done = await identify(id, identity({ nik: `647105${aNik().slice(6)}`, birthDate: '1991-01-02' }));
  expect(done.status).toBe(200);
  const { registration } = (done.body as { data: { registration: { warnings: string[] } } }).data;
  expect(registration.warnings[0]).toContain('Tanggal lahir berbeda');
});

test('what is missing or wrong of the identity is named at each field', async () => {
  const id = await proveNumber(app.url, { residency: 'city', phone: aPhone() });
  const { status, body } = await identify(id, { name: 'X', birthDate: '2090-01-01' });
  expect(status).toBe(400);
  expect(Object.keys(fieldsOf(body)).sort()).toEqual(['address', 'birthDate', 'name', 'nik']);
});

test('left midway, it is gone on with by a fresh code on another device, with what was given; the old address is gone', async () => {
  const phone = aPhone();
  const nik = aNik();
  const id = await proveNumber(app.url, { residency: 'city', phone });
  await identify(id, { nik });
  const before = (await messagesTo(app.url, phone)).length;
  const resumed = await anyone.post('/api/registrations/resumptions').send({ phone });
  expect(resumed.body).toMatchObject({ data: { stage: 'otp' } });
  const again = (resumed.body as { data: { id: string } }).data.id;
  const proved = await anyone.post(`/api/registrations/${again}/otp`).send({ code: await codeFor(app.url, phone, before) });
  expect(proved.body).toMatchObject({ data: { id: again, stage: 'identity' } });
  expect((await anyone.get(`/api/registrations/${id}`)).status).toBe(404);
  const done = await identify(again, identity());
  expect(done.body).toMatchObject({ data: { complete: true, applicant: { nik } } });
});

/** Begins another registration of a number, from an address of its own: the others here share the codes of one. */
const begin = async (phone: string): Promise<{ id: string; code: string }> => {
  const before = (await messagesTo(app.url, phone)).length;
  const started = await start({ residency: 'outside', phone }).set(from('198.51.100.7')).expect(201);
  const { id } = (started.body as { data: { id: string } }).data;
  return { id, code: await codeFor(app.url, phone, before) };
};
const prove = ({ id, code }: { id: string; code: string }) => anyone.post(`/api/registrations/${id}/otp`).send({ code });

test('two devices that prove one number at the same instant: one goes on, of the other nothing is left', async () => {
  const phone = aPhone();
  const [oldest, one, two] = [await begin(phone), await begin(phone), await begin(phone)];
  const other = await holding(app.databaseUrl);
  await other.run('SELECT 1 FROM maklumat_registration WHERE id = $1 FOR UPDATE', [oldest.id]);
  const both = Promise.all([prove(one), prove(two)]);
  await other.isWaitedFor(2);
  await other.commit();
  expect((await both).map(({ status }) => status).sort()).toEqual([200, 404]);
});

test('a number that was registered on another device meanwhile is told so at once, not after the NIK', async () => {
  const phone = aPhone();
  const [one, two] = [await begin(phone), await begin(phone)];
  await prove(one).expect(200);
  const three = await begin(phone);
  await identify(one.id, identity()).expect(200);
  expect((await prove(two)).status).toBe(404);
  const late = await prove(three);
  expect([late.status, kindOf(late.body)]).toEqual([409, 'command-not-open']);
  expect((late.body as { error: { message: string } }).error.message).toContain('baru saja terdaftar');
});

test('with nothing to resume the answer is the same and no code is right; somebody else’s unproved registration is never resumed', async () => {
  const phone = aPhone();
  await start({ phone, password: 'Sandi-Penyerang-77' });
  const { status, body } = await anyone.post('/api/registrations/resumptions').send({ phone });
  expect(status).toBe(201);
  const { id } = (body as { data: { id: string } }).data;
  const waiting = () => query<{ count: string }>(app.databaseUrl, `SELECT count(*) FROM maklumat_message WHERE state = 'queued'`);
  await until(waiting, ([row]) => row?.count === '0');
  expect(await messagesTo(app.url, phone)).toHaveLength(1);
  expect((await anyone.post(`/api/registrations/${id}/otp`).send({ code: '123456' })).status).toBe(400);
});

test('an attempt whose answer was lost is answered again by its key: one registration, one SMS, one use of the code', async () => {
  const phone = aPhone();
  const key = randomUUID();
  const attempt = () => start({ phone }).set('Idempotency-Key', key);
  const twins = await Promise.all([attempt(), attempt()]);
  const later = await attempt();
  for (const { status, body } of [...twins, later]) expect([status, body]).toEqual([201, twins[0].body]);
  const { id } = (later.body as { data: { id: string } }).data;
  const code = await codeFor(app.url, phone);
  expect(await messagesTo(app.url, phone)).toHaveLength(1);
  const other = await start({ phone, residency: 'outside' }).set('Idempotency-Key', key);
  expect([other.status, kindOf(other.body)]).toEqual([409, 'idempotency-conflict']);

  const prove = (given: string, with_: string) =>
    anyone.post(`/api/registrations/${id}/otp`).set('Idempotency-Key', with_).send({ code: given });
  const wrong = code === '000000' ? '111111' : '000000';
  expect((await prove(wrong, key)).status).toBe(400);
  const proved = await prove(code, key);
  expect(proved.status).toBe(200);
  const again = await prove(code, key);
  expect([again.status, again.body]).toEqual([200, proved.body]);
  expect((await prove(code, randomUUID())).status).toBe(409);
  expect((await prove(wrong, key)).status).toBe(409);
});

test('another code, or a resumption, that is asked for twice with one key is one SMS', async () => {
  const phone = aPhone();
  const { body } = await start({ phone }).expect(201);
  const { id } = (body as { data: { id: string } }).data;
  await app.setClock(new Date(Date.now() + 90_000).toISOString());
  for (const path of [`/api/registrations/${id}/otp/resend`, '/api/registrations/resumptions', '/api/auth/forgot-password']) {
    const key = randomUUID();
    const ask = () => {
      const asked = anyone.post(path).set('Idempotency-Key', key);
      return path.endsWith('resend') ? asked : asked.send({ phone });
    };
    const [first, second] = [await ask(), await ask()];
    expect([path, second.status, second.body]).toEqual([path, first.status, first.body]);
    expect([200, 201]).toContain(first.status);
  }
  await app.setClock(new Date().toISOString());
});

test('steps out of order are refused, and after 24 hours there is nothing left to go on with', async () => {
  const started = await start();
  const { id } = (started.body as { data: { id: string } }).data;
  expect(kindOf((await identify(id, identity({ nik: aNik() }))).body)).toBe('command-not-open');
  const proved = await proveNumber(app.url, { residency: 'outside', phone: aPhone() });
  expect(kindOf((await anyone.post(`/api/registrations/${proved}/otp`).send({ code: '123456' })).body)).toBe('command-not-open');
  expect(kindOf((await anyone.post(`/api/registrations/${proved}/otp/resend`).send({})).body)).toBe('command-not-open');
  expect((await anyone.get('/api/registrations/3f8b7a7e-1111-4222-8333-944455556666')).status).toBe(404);
  await app.setClock(new Date(Date.now() + 24 * 3_600_000 + 1_000).toISOString());
  expect((await identify(proved, identity())).status).toBe(404);
});
