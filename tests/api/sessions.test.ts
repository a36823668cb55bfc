import { createHmac } from 'node:crypto';
import { from } from '../support/addresses';
import { createOfficer, logIn as logInToCms } from '../support/admin';
import { administrator, secrets, startApp, type App } from '../support/app';
import { aPassword, aPhone, asCitizen, registerOutsider, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { holding, type Holding } from '../support/holding';
import { api, type Api } from '../support/http';

let app: App;
let anyone: Api;
let citizen: Citizen;
let other: Citizen;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  citizen = await registerOutsider(app.url);
  other = await registerOutsider(app.url);
});
afterAll(() => app.stop());
beforeEach(() => query(app.databaseUrl, 'DELETE FROM maklumat_limit'));

interface Session {
  jwt: string;
  refreshToken: string;
  user: { id: string };
}

const logIn = (identifier: string, password: string) => anyone.post('/api/auth/local').send({ identifier, password });
const refresh = (refreshToken: string) => anyone.post('/api/auth/refresh').send({ refreshToken });
const sessionOf = async ({ phone, password }: Citizen): Promise<Session> => (await logIn(phone, password)).body as Session;
const statusOfMe = async (jwt: string): Promise<number> => (await (await asCitizen(app.url, { jwt })).get('/api/me')).status;
const kindOf = (body: unknown): string => (body as { error: { details: { kind: string } } }).error.details.kind;
const block = (id: string, blocked: boolean) =>
  query(app.databaseUrl, 'UPDATE up_users SET blocked = $2 WHERE id = (SELECT user_id FROM maklumat_applicant WHERE id = $1)', [
    id,
    blocked,
  ]);

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function sign(payload: object, secret: string, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
const payloadOf = (token: string): { userId: string; sessionId: string } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { userId: string; sessionId: string };

test('a number in any spelling and its password open a session, in the shape of users-permissions', async () => {
  const local = citizen.phone.slice(3);
  for (const identifier of [citizen.phone, `0${local}`, `62${local}`, `0${local.slice(0, 3)}-${local.slice(3, 7)}-${local.slice(7)}`]) {
    const { status, body, headers } = await logIn(identifier, citizen.password);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({ jwt: expect.any(String) as unknown, refreshToken: expect.any(String) as unknown, user: { id: citizen.id } });
    expect(await statusOfMe((body as Session).jwt)).toBe(200);
  }
});

test('an unknown number, a wrong password, a blocked account and what is no number are answered the same', async () => {
  await block(other.id, true);
  const answers = [
    await logIn(aPhone(), citizen.password),
    await logIn(citizen.phone, 'Kereta-Senja-2042'),
    await logIn(other.phone, other.password),
    await logIn('siti@contoh.id', citizen.password),
  ];
  await block(other.id, false);
  const [first] = answers;
  expect([first?.status, kindOf(first?.body)]).toEqual([401, 'credentials-wrong']);
  for (const { status, body } of answers) expect([status, body]).toEqual([first?.status, first?.body]);
});

test('five wrong passwords hold that number and address up for a quarter of an hour, and nobody else', async () => {
  for (let tried = 0; tried < 5; tried++) expect((await logIn(citizen.phone, `salah-${tried}-salah`)).status).toBe(401);
  const held = await logIn(citizen.phone, citizen.password);
  expect([held.status, kindOf(held.body)]).toEqual([429, 'too-many-requests']);
  const wait = (held.body as { error: { details: { retryAfter: number } } }).error.details.retryAfter;
  expect(held.headers['retry-after']).toBe(String(wait));
  expect(wait).toBeGreaterThan(800);
  expect(wait).toBeLessThanOrEqual(900);
  expect((await logIn(other.phone, other.password)).status).toBe(200);
});

test('who guesses from many addresses holds the number itself up for a minute at most', async () => {
  const tries = Array.from({ length: 30 }, (_, tried) => logIn(citizen.phone, 'salah-salah-salah').set(from(`198.51.100.${tried}`)));
  expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]));
  const held = await logIn(citizen.phone, citizen.password).set(from('203.0.113.7'));
  expect(held.status).toBe(429);
  expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect((await logIn(other.phone, other.password).set(from('203.0.113.7'))).status).toBe(200);
});

test('a right password forgives the wrong ones before it', async () => {
  for (let round = 0; round < 3; round++) {
    for (let tried = 0; tried < 4; tried++) await logIn(citizen.phone, 'salah-salah-salah');
    expect((await logIn(citizen.phone, citizen.password)).status).toBe(200);
  }
});

test('logging out here ends this device at once and leaves the other; everywhere ends all', async () => {
  const [here, there] = [await sessionOf(citizen), await sessionOf(citizen)];
  const out = await (await asCitizen(app.url, here)).post('/api/auth/logout').send({});
  expect([out.status, out.body]).toEqual([200, { ok: true }]);
  expect([await statusOfMe(here.jwt), await statusOfMe(there.jwt)]).toEqual([401, 200]);
  expect((await refresh(here.refreshToken)).status).toBe(401);

  const third = await sessionOf(citizen);
  const neighbour = await sessionOf(other);
  await (await asCitizen(app.url, there)).post('/api/auth/logout').send({ everywhere: true });
  expect([await statusOfMe(there.jwt), await statusOfMe(third.jwt), await statusOfMe(neighbour.jwt)]).toEqual([401, 401, 200]);
  expect((await refresh(third.refreshToken)).status).toBe(401);
  expect((await anyone.post('/api/auth/logout').send({})).status).toBe(401);
});

test('a refresh token serves once; the tokens before it are dead from then on', async () => {
  const first = await sessionOf(citizen);
  const renewed = await refresh(first.refreshToken);
  expect(renewed.status).toBe(200);
  const second = renewed.body as Session;
  expect([await statusOfMe(second.jwt), await statusOfMe(first.jwt)]).toEqual([200, 401]);
  const reused = await refresh(first.refreshToken);
  expect([reused.status, kindOf(reused.body)]).toEqual([401, 'unauthorized']);
  expect((await refresh(second.refreshToken)).status).toBe(200);
});

test('of ten refreshes of one token at the same time one succeeds', async () => {
  const { refreshToken } = await sessionOf(citizen);
  const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(401)]);
});

/** Holds an account as whoever replaces its password or logs out everywhere, and has ended its sessions already. */
async function endingSessions({ id }: Citizen): Promise<Holding> {
  const other = await holding(app.databaseUrl);
  await other.run('SELECT 1 FROM maklumat_applicant WHERE id = $1 FOR NO KEY UPDATE', [id]);
  await other.run('DELETE FROM strapi_sessions WHERE user_id = (SELECT user_id::text FROM maklumat_applicant WHERE id = $1)', [id]);
  return other;
}

const replacePassword = (other: Holding, { id }: Citizen): Promise<void> =>
  other.run(`UPDATE up_users SET password = 'diganti' WHERE id = (SELECT user_id FROM maklumat_applicant WHERE id = $1)`, [id]);

test('a refresh that is under way when everything is logged out comes to nothing', async () => {
  const { refreshToken } = await sessionOf(citizen);
  const other = await endingSessions(citizen);
  const refreshing = Promise.all([refresh(refreshToken)]);
  await other.isWaitedFor(1);
  await other.commit();
  expect((await refreshing)[0].status).toBe(401);
});

test('a log-in that is under way when the password is replaced comes to nothing', async () => {
  const person = await registerOutsider(app.url);
  const other = await endingSessions(person);
  await replacePassword(other, person);
  const loggingIn = Promise.all([logIn(person.phone, person.password)]);
  await other.isWaitedFor(1);
  await other.commit();
  const [{ status, body }] = await loggingIn;
  expect([status, kindOf(body)]).toEqual([401, 'credentials-wrong']);
});

test('a password that is being changed by one that was just replaced stays', async () => {
  const person = await registerOutsider(app.url);
  const other = await endingSessions(person);
  await replacePassword(other, person);
  const client = await asCitizen(app.url, person);
  const changing = Promise.all([
    client.post('/api/auth/change-password').send({ currentPassword: person.password, password: 'Layang-Kertas-Biru-8' }),
  ]);
  await other.isWaitedFor(1);
  await other.commit();
  expect((await changing)[0].status).toBe(401);
  const rows = await query(
    app.databaseUrl,
    'SELECT password FROM up_users WHERE id = (SELECT user_id FROM maklumat_applicant WHERE id = $1)',
    [person.id],
  );
  expect(rows).toEqual([{ password: 'diganti' }]);
});

test('logging out after a refresh leaves nothing of the device', async () => {
  const first = await sessionOf(citizen);
  const second = (await refresh(first.refreshToken)).body as Session;
  await (await asCitizen(app.url, second)).post('/api/auth/logout').send({});
  expect([await statusOfMe(first.jwt), await statusOfMe(second.jwt)]).toEqual([401, 401]);
  for (const { refreshToken } of [first, second]) expect((await refresh(refreshToken)).status).toBe(401);
});

test('a blocked account is out at once, on every way in, and back when it is free again', async () => {
  const { jwt, refreshToken } = await sessionOf(other);
  await block(other.id, true);
  expect([await statusOfMe(jwt), (await refresh(refreshToken)).status]).toEqual([401, 401]);
  await block(other.id, false);
  expect([await statusOfMe(jwt), (await refresh(refreshToken)).status]).toEqual([200, 200]);
});

test.each<[string, () => Promise<string> | string]>([
  ['nothing', () => ''],
  ['garbage', () => 'bukan-token'],
  ['three parts of garbage', () => 'a.b.c'],
  ['an access token', async () => (await sessionOf(citizen)).jwt],
  ['a token with another key', async () => sign(payloadOf((await sessionOf(citizen)).refreshToken), 'kunci lain')],
  ['a session that never was', () => sign({ userId: '1', sessionId: 'tidak-ada', type: 'refresh' }, secrets.JWT_SECRET)],
  ['an admin session', () => logInToCms(app.url)],
])('%s does not refresh', async (_case, token) => {
  const { status, body } = await refresh(await token());
  expect([status, kindOf(body)]).toEqual([401, 'unauthorized']);
});

test.each<[string, () => Promise<string> | string]>([
  ['nobody', () => ''],
  ['no scheme', async () => (await sessionOf(citizen)).jwt],
  ['another scheme', async () => `Basic ${(await sessionOf(citizen)).jwt}`],
  ['garbage', () => 'Bearer bukan-token'],
  ['a refresh token', async () => `Bearer ${(await sessionOf(citizen)).refreshToken}`],
  ['an administrator', async () => `Bearer ${await logInToCms(app.url, administrator)}`],
  ['an officer', async () => (await createOfficer(app.url, 'maklumat-officer')).headers.Authorization],
  [
    'a token with another key',
    async () => `Bearer ${sign({ ...payloadOf((await sessionOf(citizen)).jwt), type: 'access' }, 'kunci lain')}`,
  ],
  [
    'a token without signature',
    async () =>
      `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${encode({ ...payloadOf((await sessionOf(citizen)).jwt), type: 'access' })}.`,
  ],
  [
    'a token that ran out',
    async () => `Bearer ${sign({ ...payloadOf((await sessionOf(citizen)).jwt), type: 'access', exp: 1_700_000_000 }, secrets.JWT_SECRET)}`,
  ],
  ['a session that never was', () => `Bearer ${sign({ userId: '1', sessionId: 'tidak-ada', type: 'access' }, secrets.JWT_SECRET)}`],
])('%s is not let in', async (_case, authorization) => {
  const { status, body } = await (await api(app.url, { Authorization: await authorization() })).get('/api/me');
  expect([status, kindOf(body)]).toEqual([401, 'unauthorized']);
});

test('an access token lives a quarter of an hour, a session fourteen days without use', async () => {
  const own = await startApp();
  try {
    const visitor = await registerOutsider(own.url);
    const client = await asCitizen(own.url, visitor);
    const after = (minutes: number): Promise<void> => own.setClock(new Date(Date.now() + minutes * 60_000).toISOString());
    await after(14);
    expect((await client.get('/api/me')).status).toBe(200);
    await after(16);
    expect((await client.get('/api/me')).status).toBe(401);
    const again = await (await api(own.url)).post('/api/auth/refresh').send({ refreshToken: visitor.refreshToken });
    expect(again.status).toBe(200);
    await after(16 + 14 * 24 * 60);
    const { refreshToken } = again.body as Session;
    expect((await (await api(own.url)).post('/api/auth/refresh').send({ refreshToken })).status).toBe(401);
  } finally {
    await own.stop();
  }
});

test('an account that somebody made in the CMS, without an applicant, opens nothing', async () => {
  const phone = aPhone();
  const [role] = await query<{ id: number }>(app.databaseUrl, `SELECT id FROM up_roles WHERE type = 'authenticated'`);
  const made = await fetch(`${app.url}/content-manager/collection-types/plugin::users-permissions.user`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await logInToCms(app.url)}` },
    body: JSON.stringify({
      username: phone,
      email: 'buatan@contoh.id',
      password: aPassword,
      confirmed: true,
      blocked: false,
      role: { connect: [{ id: role?.id }] },
    }),
  });
  expect([made.status, made.ok ? '' : await made.text()]).toEqual([201, '']);
  expect((await logIn(phone, aPassword)).status).toBe(401);
  expect((await logIn('buatan@contoh.id', aPassword)).status).toBe(401);
  const sessionId = 'sesi-tanpa-pemohon';
  await query(
    app.databaseUrl,
    `INSERT INTO strapi_sessions (user_id, session_id, origin, type, status, expires_at, absolute_expires_at)
     SELECT id::text, $1, 'users-permissions', 'refresh', 'active', now() + interval '1 day', now() + interval '1 day'
     FROM up_users WHERE email = 'buatan@contoh.id'`,
    [sessionId],
  );
  const [row] = await query<{ user_id: string }>(app.databaseUrl, 'SELECT user_id FROM strapi_sessions WHERE session_id = $1', [sessionId]);
  const tokens = (type: string): string => sign({ userId: row?.user_id, sessionId, type }, secrets.JWT_SECRET);
  expect([await statusOfMe(tokens('access')), (await refresh(tokens('refresh'))).status]).toEqual([401, 401]);
});

/** All that users-permissions 5.54 would offer to anyone, but for what the contract has under the same address. */
const closed: [method: keyof Api, path: string][] = [
  ['get', '/api/connect/google'],
  ['get', '/api/connect/google/callback'],
  ['post', '/api/auth/local/register'],
  ['get', '/api/auth/google/callback'],
  ['get', '/api/auth/email-confirmation'],
  ['post', '/api/auth/send-email-confirmation'],
  ['get', '/api/auth/sessions'],
  ['delete', '/api/auth/sessions/1'],
  ['get', '/api/users/count'],
  ['get', '/api/users'],
  ['get', '/api/users/me'],
  ['get', '/api/users/1'],
  ['post', '/api/users'],
  ['put', '/api/users/1'],
  ['delete', '/api/users/1'],
  ['get', '/api/users-permissions/permissions'],
  ['get', '/api/users-permissions/roles'],
  ['get', '/api/users-permissions/roles/1'],
  ['post', '/api/users-permissions/roles'],
  ['put', '/api/users-permissions/roles/1'],
  ['delete', '/api/users-permissions/roles/1'],
];

test.each(closed)('%s %s is answered like an address that never was, with a session or without', async (method, path) => {
  const clients = [anyone, await asCitizen(app.url, await sessionOf(citizen))];
  for (const client of clients) {
    const [closedOne, never] = [await client[method](path), await client[method]('/api/tidak-pernah-ada')];
    expect([404, 405]).toContain(closedOne.status);
    expect([closedOne.status, closedOne.body]).toEqual([never.status, never.body]);
  }
});

test('the settings of users-permissions in the CMS stay', async () => {
  const headers = { Authorization: `Bearer ${await logInToCms(app.url)}` };
  for (const path of ['roles', 'routes', 'permissions', 'advanced', 'providers'])
    expect([path, (await fetch(`${app.url}/users-permissions/${path}`, { headers })).status]).toEqual([path, 200]);
});

test.each<[path: string, body: object]>([
  ['/api/auth/local', { identifier: 'siti@contoh.id', password: aPassword, extra: true }],
  ['/api/auth/forgot-password', { email: 'siti@contoh.id' }],
  ['/api/auth/reset-password', { code: 'abc', password: aPassword, passwordConfirmation: aPassword }],
  ['/api/auth/refresh', {}],
])('POST %s asks for what the contract says', async (path, sent) => {
  const { status, body } = await anyone.post(path).send(sent);
  expect([status, kindOf(body)]).toEqual([400, 'invalid-request']);
});
