import { startApp, type App } from '../support/app';
import { aPassword, aPhone, asCitizen, codeFor, messagesTo, registerOutsider, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { api, type Api } from '../support/http';
import { until } from '../support/until';

let app: App;
let anyone: Api;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
});
afterAll(() => app.stop());
beforeEach(() => query(app.databaseUrl, 'DELETE FROM maklumat_limit'));

interface Session {
  jwt: string;
  refreshToken: string;
  user: { id: string };
}

const newPassword = 'Pelangi-Jembatan-19';
const logIn = (identifier: string, password: string) => anyone.post('/api/auth/local').send({ identifier, password });
const forgot = (phone: string) => anyone.post('/api/auth/forgot-password').send({ phone });
const reset = (id: string, code: string, password = newPassword) => anyone.post('/api/auth/reset-password').send({ id, code, password });
const idOf = (body: unknown): string => (body as { data: { id: string } }).data.id;
const kindOf = (body: unknown): string => (body as { error: { details: { kind: string } } }).error.details.kind;
const fieldsOf = (body: unknown): Record<string, string[]> =>
  (body as { error: { details: { fields?: Record<string, string[]> } } }).error.details.fields ?? {};
const statusOfMe = async (jwt: string): Promise<number> => (await (await asCitizen(app.url, { jwt })).get('/api/me')).status;
const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Asks for a new password and reads the code from the SMS. */
async function codeOf({ phone }: Pick<Citizen, 'phone'>): Promise<{ id: string; code: string }> {
  const before = (await messagesTo(app.url, phone)).length;
  const { body } = await forgot(phone);
  return { id: idOf(body), code: await codeFor(app.url, phone, before) };
}

describe('a password', () => {
  const phone = aPhone();
  const register = (password: string) => anyone.post('/api/registrations').send({ residency: 'outside', phone, password, consent: true });

  test.each([
    ['nine characters', 'kuda-terb', 'paling sedikit 10 karakter'],
    ['nine emoji, which are more bytes', '😀😁😂🤣😃😄😅😆😉', 'paling sedikit 10 karakter'],
    ['73 bytes', `Kuda-terbang-di-atas-rel${'x7'.repeat(24)}z`, 'terlalu panjang'],
    ['letters that take 74 bytes', 'é'.repeat(37), 'terlalu panjang'],
    ['the most used of all', 'password123', 'sudah bocor'],
    ['the same in capitals', 'PASSWORD123', 'sudah bocor'],
    ['a row of the keyboard', 'qwertyuiop', 'sudah bocor'],
    ['a word of Indonesian and a year', 'kemerdekaan1945', 'mudah ditebak'],
    ['the city and a year', 'probolinggo2026', 'mudah ditebak'],
    ['a common word in disguise', 'R4h4514R4h4514', 'mudah ditebak'],
    ['one character many times', 'x'.repeat(40), 'mudah ditebak'],
    ['a sequence', 'abcdefghijklmnop', 'mudah ditebak'],
    ['the telephone number', `Nomor-${phone}-saya`, 'nomor HP'],
    ['the telephone number with dashes', `Nomor 0${phone.slice(3, 6)}-${phone.slice(6, 10)}-${phone.slice(10)}`, 'nomor HP'],
    ['what no keyboard sends', 'Kereta\u0000Senja\u00072041', 'tidak dapat diketik'],
  ])('of %s is refused with the reason', async (_case, password, reason) => {
    const { status, body } = await register(password);
    expect([status, kindOf(body)]).toEqual([400, 'invalid-request']);
    expect(fieldsOf(body).password?.join(' ')).toContain(reason);
  });

  test.each([
    ['three words', 'kucing makan mangga'],
    ['72 bytes', 'Kuda-terbang-di-atas-rel'.padEnd(72, 'Jk7')],
    ['another alphabet', 'ꦏꦸꦕꦶꦁꦲꦶꦗꦺꦴ'],
    ['signs that look like markup', '<kereta senja="2041">'],
  ])('of %s is taken', async (_case, password) => {
    const { status } = await anyone.post('/api/registrations').send({ residency: 'outside', phone: aPhone(), password, consent: true });
    expect(status).toBe(201);
  });

  test('is refused in English to who reads English', async () => {
    const { body } = await register('password123').set('Accept-Language', 'en');
    expect(fieldsOf(body).password).toEqual(['This password is on a list of passwords that have leaked. Choose another.']);
  });

  test('is the same password on a keyboard that sends accents apart', async () => {
    const composed = 'Crème-Brûlée-2041'.normalize('NFC');
    const citizen = await registerOutsider(app.url, { password: composed });
    expect((await logIn(citizen.phone, composed.normalize('NFD'))).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  test('is replaced by the code of the SMS; every session before it has ended', async () => {
    const citizen = await registerOutsider(app.url);
    const { id, code } = await codeOf(citizen);
    const done = await reset(id, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect([done.status, done.headers['cache-control']]).toEqual([200, 'no-store']);
    const session = done.body as Session;
    expect(session.user.id).toBe(citizen.id);
    expect([await statusOfMe(session.jwt), await statusOfMe(citizen.jwt)]).toEqual([200, 401]);
    const old = await anyone.post('/api/auth/refresh').send({ refreshToken: citizen.refreshToken });
    expect(old.status).toBe(401);
    expect([(await logIn(citizen.phone, citizen.password)).status, (await logIn(citizen.phone, newPassword)).status]).toEqual([401, 200]);
    const again = await reset(id, code, 'Layang-Kertas-Biru-8');
    expect([again.status, kindOf(again.body)]).toEqual([400, 'otp-invalid']);
  });

  test('is answered alike for a number that nobody has, which gets no SMS, and no code is right', async () => {
    const { phone } = await registerOutsider(app.url);
    const stranger = aPhone();
    const [known, unknown] = [await forgot(phone), await forgot(stranger)];
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(Object.keys((known.body as { data: object }).data)).toEqual(Object.keys((unknown.body as { data: object }).data));
    const states = () =>
      query<{ state: string }>(app.databaseUrl, 'SELECT state FROM maklumat_message ORDER BY created_at DESC, state LIMIT 2');
    expect((await until(states, (rows) => rows.every(({ state }) => state !== 'queued'))).map(({ state }) => state).sort()).toEqual([
      'expired',
      'kept',
    ]);
    expect(await messagesTo(app.url, stranger)).toEqual([]);
    for (const code of ['000000', '123456']) expect(kindOf((await reset(idOf(unknown.body), code)).body)).toBe('otp-invalid');
  });

  test('gets a new code after a minute, whether or not somebody has the number', async () => {
    const { phone } = await registerOutsider(app.url);
    for (const number of [phone, aPhone()]) {
      expect((await forgot(number)).status).toBe(200);
      const soon = await forgot(`0${number.slice(3)}`);
      expect([soon.status, kindOf(soon.body)]).toEqual([429, 'too-many-requests']);
      const wait = Number(soon.headers['retry-after']);
      expect([wait > 0, wait <= 61]).toEqual([true, true]);
    }
  });

  test('can be guessed at five times, and ten times over all codes of a number, alike whether or not somebody has it', async () => {
    const citizen = await registerOutsider(app.url);
    const { id, code } = await codeOf(citizen);
    for (let tried = 0; tried < 5; tried++) expect((await reset(id, wrongCode(code))).status).toBe(400);
    expect(kindOf((await reset(id, code)).body)).toBe('otp-invalid');
    const guesses = async (phone: string): Promise<number[]> => {
      await query(app.databaseUrl, 'DELETE FROM maklumat_limit');
      await query(app.databaseUrl, `UPDATE maklumat_otp SET sent_at = sent_at - interval '2 minutes'`);
      const statuses: number[] = [];
      const first = idOf((await forgot(phone)).body);
      await query(app.databaseUrl, `UPDATE maklumat_otp SET sent_at = sent_at - interval '2 minutes'`);
      const second = idOf((await forgot(phone)).body);
      for (const one of [first, second]) for (let tried = 0; tried < 6; tried++) statuses.push((await reset(one, '000000')).status);
      return statuses;
    };
    const [known, unknown] = [await guesses(citizen.phone), await guesses(aPhone())];
    expect(known).toEqual(unknown);
    expect(known).toEqual([...Array<number>(10).fill(400), 429, 429]);
  });

  test('stays when the code has run out', async () => {
    const own = await startApp();
    try {
      const client = await api(own.url);
      const { phone } = await registerOutsider(own.url);
      const { body } = await client.post('/api/auth/forgot-password').send({ phone });
      const code = await codeFor(own.url, phone, 1);
      await own.setClock(new Date(Date.now() + 301_000).toISOString());
      const late = await client.post('/api/auth/reset-password').send({ id: idOf(body), code, password: newPassword });
      expect(kindOf(late.body)).toBe('otp-invalid');
    } finally {
      await own.stop();
    }
  });

  test('a weak one is refused before the code is tried; one with the name only to who has the code, which then still holds', async () => {
    const citizen = await registerOutsider(app.url, { name: 'Bambang Wijaya' });
    const { id, code } = await codeOf(citizen);
    const weak = await reset(id, wrongCode(code), 'pendek');
    expect([kindOf(weak.body), Object.keys(fieldsOf(weak.body))]).toEqual(['invalid-request', ['password']]);
    const blind = await reset(id, wrongCode(code), 'Kereta-Wijaya-2041');
    expect([kindOf(blind.body), Object.keys(fieldsOf(blind.body))]).toEqual(['otp-invalid', ['code']]);
    const named = await reset(id, code, 'Kereta-Wijaya-2041');
    expect([kindOf(named.body), fieldsOf(named.body).password?.[0]]).toEqual(['invalid-request', expect.stringContaining('nama')]);
    expect((await reset(id, code)).status).toBe(200);
  });

  test('opens nothing for a blocked account, an id that never was, or an id of another purpose', async () => {
    const citizen = await registerOutsider(app.url);
    const { id, code } = await codeOf(citizen);
    await query(app.databaseUrl, 'UPDATE up_users SET blocked = true WHERE id = (SELECT user_id FROM maklumat_applicant WHERE id = $1)', [
      citizen.id,
    ]);
    expect(kindOf((await reset(id, code)).body)).toBe('otp-invalid');
    expect(kindOf((await reset('3f8b7a7e-1111-4222-8333-944455556666', code)).body)).toBe('otp-invalid');
    const phone = aPhone();
    const started = await anyone.post('/api/registrations').send({ residency: 'outside', phone, password: aPassword, consent: true });
    expect(kindOf((await reset(idOf(started.body), await codeFor(app.url, phone))).body)).toBe('otp-invalid');
  });

  test.each(['(0335) 427772', 'siti@contoh.id', '+1 202 555 0123'])('%s gets no code', async (phone) => {
    const { status, body } = await forgot(phone);
    expect([status, Object.keys(fieldsOf(body))]).toEqual([400, ['phone']]);
  });

  test('two that use one code at the same time set one password', async () => {
    const citizen = await registerOutsider(app.url);
    const { id, code } = await codeOf(citizen);
    const answers = await Promise.all(['Pelangi-Jembatan-19', 'Layang-Kertas-Biru-8'].map((password) => reset(id, code, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('a password that is changed', () => {
  const change = async (jwt: string, currentPassword: string, password: string) =>
    (await asCitizen(app.url, { jwt })).post('/api/auth/change-password').send({ currentPassword, password });

  test('ends every other session and opens a new one', async () => {
    const citizen = await registerOutsider(app.url);
    const there = (await logIn(citizen.phone, citizen.password)).body as Session;
    const { status, body } = await change(citizen.jwt, citizen.password, newPassword);
    expect(status).toBe(200);
    const { jwt } = body as Session;
    expect([await statusOfMe(jwt), await statusOfMe(there.jwt), await statusOfMe(citizen.jwt)]).toEqual([200, 401, 401]);
    expect([(await logIn(citizen.phone, citizen.password)).status, (await logIn(citizen.phone, newPassword)).status]).toEqual([401, 200]);
  });

  test('needs the present one, counted like log-ins, and a new one that may be used', async () => {
    const citizen = await registerOutsider(app.url);
    const wrong = await change(citizen.jwt, 'Kereta-Senja-2042', newPassword);
    expect([wrong.status, kindOf(wrong.body), Object.keys(fieldsOf(wrong.body))]).toEqual([401, 'credentials-wrong', ['currentPassword']]);
    for (const password of [citizen.password, 'pendek', 'Kereta-Aminah-2041', `Kereta-${citizen.phone}`]) {
      const refused = await change(citizen.jwt, citizen.password, password);
      expect([refused.status, Object.keys(fieldsOf(refused.body))]).toEqual([400, ['password']]);
    }
    for (let tried = 0; tried < 5; tried++) await change(citizen.jwt, 'Kereta-Senja-2042', newPassword);
    expect((await change(citizen.jwt, citizen.password, newPassword)).status).toBe(429);
    expect((await logIn(citizen.phone, citizen.password)).status).toBe(429);
  });

  test('needs a session', async () => {
    const { status, body } = await anyone.post('/api/auth/change-password').send({ currentPassword: aPassword, password: newPassword });
    expect([status, kindOf(body)]).toEqual([401, 'unauthorized']);
  });
});

test('no table holds a password or a code as it was typed', async () => {
  const citizen = await registerOutsider(app.url);
  const { code } = await codeOf(citizen);
  const rows = await query<{ hashed: string; otp: string }>(
    app.databaseUrl,
    `SELECT (SELECT string_agg(password, ' ') FROM up_users) AS hashed, (SELECT string_agg(code_digest, ' ') FROM maklumat_otp) AS otp`,
  );
  expect(rows[0]?.hashed).toMatch(/^(\$2[aby]\$10\$\S{53} ?)+$/);
  expect(rows[0]?.otp.split(' ')).not.toContain(code);
});
