import { logIn as logInToCms } from '../support/admin';
import { startApp, type App } from '../support/app';
import { aNik, aPhone, asCitizen, codeFor, messagesTo, registerOutsider, registerResident, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { aGateway } from '../support/gateway';
import { api, type Api } from '../support/http';
import { until } from '../support/until';

let app: App;
let anyone: Api;
/** Whose data no test changes. */
let resident: Citizen;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  resident = await registerResident(app.url);
});
afterAll(() => app.stop());
beforeEach(() => query(app.databaseUrl, 'DELETE FROM maklumat_limit'));

const logIn = (identifier: string, password: string) => anyone.post('/api/auth/local').send({ identifier, password });
const kindOf = (body: unknown): string => (body as { error: { details: { kind: string } } }).error.details.kind;
const fieldsOf = (body: unknown): Record<string, string[]> =>
  (body as { error: { details: { fields?: Record<string, string[]> } } }).error.details.fields ?? {};
const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('the own data', () => {
  const verify = (id: string) => query(app.databaseUrl, `UPDATE maklumat_applicant SET verification = 'verified' WHERE id = $1`, [id]);

  test('are those of whose session it is, and of nobody without one', async () => {
    const [one, two] = [resident, await registerOutsider(app.url)];
    const own = await (await asCitizen(app.url, one)).get('/api/me');
    expect([own.status, own.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(own.body).toMatchObject({
      data: { id: one.id, phone: one.phone, nik: one.nik, name: 'Siti Aminah', verification: 'waiting', consent: { version: 1 } },
    });
    expect((await (await asCitizen(app.url, two)).get('/api/me')).body).toMatchObject({ data: { id: two.id, nik: null } });
    for (const answer of [await anyone.get('/api/me'), await anyone.patch('/api/me').send({ name: 'Orang Lain' })])
      expect([answer.status, kindOf(answer.body)]).toEqual([401, 'unauthorized']);
  });

  test('are corrected one by one, kept in their normal form, and sealed', async () => {
    const citizen = await registerOutsider(app.url);
    const me = await asCitizen(app.url, citizen);
    const changed = await me.patch('/api/me').send({ address: '  Jalan Melati 2, Mangunharjo\r\n', email: 'siti@contoh.id' });
    expect(changed.body).toMatchObject({
      data: { name: 'Siti Aminah', birthDate: '1990-08-17', address: 'Jalan Melati 2, Mangunharjo', email: 'siti@contoh.id' },
    });
    const cleared = await me.patch('/api/me').send({ email: null, name: 'Siti Aminah Putri' });
    expect(cleared.body).toMatchObject({ data: { name: 'Siti Aminah Putri', address: 'Jalan Melati 2, Mangunharjo', email: null } });
    expect((await me.patch('/api/me').send({})).body).toEqual(cleared.body);
    const [row] = await query<{ row: string }>(app.databaseUrl, 'SELECT a::text AS row FROM maklumat_applicant a WHERE id = $1', [
      citizen.id,
    ]);
    for (const clear of ['Putri', 'Melati', citizen.phone.slice(3)]) expect(row?.row).not.toContain(clear);
  });

  test.each([
    ['a name of one letter', { name: 'X' }, 'name'],
    ['a name with a tag', { name: '<b>Siti</b>' }, 'name'],
    ['no name', { name: '  ' }, 'name'],
    ['a name of 101 letters', { name: 'a'.repeat(101) }, 'name'],
    ['a day that is not', { birthDate: '1990-02-30' }, 'birthDate'],
    ['a birth date to come', { birthDate: '2090-01-01' }, 'birthDate'],
    ['a birth date of 1880', { birthDate: '1880-01-01' }, 'birthDate'],
    ['an address of 301 letters', { address: 'a'.repeat(301) }, 'address'],
    ['half an e-mail address', { email: 'siti@' }, 'email'],
    ['no NIK', { nik: '' }, 'nik'],
    ['a NIK of ten digits', { nik: '3574031708' }, 'nik'],
    ['words that are not in force', { consentVersion: 7 }, 'consentVersion'],
    ['another number', { phone: '081234567890' }, 'phone'],
  ])('%s is refused at its field, and nothing changes', async (_case, change, field) => {
    const me = await asCitizen(app.url, resident);
    const before = (await me.get('/api/me')).body as unknown;
    const { status, body } = await me.patch('/api/me').send({ address: 'Jalan Lain 3', ...change });
    expect([status, kindOf(body), Object.keys(fieldsOf(body))]).toEqual([400, 'invalid-request', [field]]);
    expect((await me.get('/api/me')).body).toEqual(before);
  });

  test('go back to the officer when NIK, name or birth date changes, and not for an address', async () => {
    const citizen = await registerResident(app.url);
    const me = await asCitizen(app.url, citizen);
    const verification = async (change: object): Promise<string> => {
      await verify(citizen.id);
      return ((await me.patch('/api/me').send(change)).body as { data: { verification: string } }).data.verification;
    };
    expect(await verification({ address: 'Jalan Melati 2' })).toBe('verified');
    expect(await verification({ name: 'Siti Aminah', nik: citizen.nik })).toBe('verified');
    expect(await verification({ name: 'Siti Aminah Putri' })).toBe('waiting');
    expect(await verification({ birthDate: '1990-08-18' })).toBe('waiting');
    expect((await me.get('/api/me')).body).toMatchObject({ data: { warnings: [expect.stringContaining('Tanggal lahir berbeda')] } });
    const nik = aNik();
    expect(await verification({ nik: `${nik.slice(0, 6)} ${nik.slice(6)}`, birthDate: '1990-08-17' })).toBe('waiting');
    expect((await me.get('/api/me')).body).toMatchObject({ data: { nik, warnings: [] } });
  });

  test('are verified at once when the population registry agrees with the correction, and asked of it once', async () => {
    let said = '{"cocok":true}';
    const registry = await aGateway(() => ({ text: said }));
    const own = await startApp({
      env: { POPULATION_URL: registry.url, POPULATION_MATCH: '"cocok":true', POPULATION_MISMATCH: '"cocok":false' },
    });
    try {
      const citizen = await registerResident(own.url);
      const me = await asCitizen(own.url, citizen);
      said = '{"cocok":false}';
      expect((await me.patch('/api/me').send({ name: 'Siti Aminnah' })).body).toMatchObject({ data: { verification: 'waiting' } });
      said = '{"cocok":true}';
      expect((await me.patch('/api/me').send({ name: 'Siti Aminah' })).body).toMatchObject({ data: { verification: 'verified' } });
      expect((await me.patch('/api/me').send({ address: 'Jalan Melati 2' })).body).toMatchObject({ data: { verification: 'verified' } });
      expect(registry.received.map(({ body }) => (JSON.parse(body) as { name: string }).name)).toEqual([
        'Siti Aminah',
        'Siti Aminnah',
        'Siti Aminah',
      ]);
    } finally {
      await own.stop();
      await registry.close();
    }
  });

  test('two that are corrected at once both hold, though the population registry takes its time over one', async () => {
    let answerNow = (): void => undefined;
    const late = new Promise<void>((resolve) => (answerNow = resolve));
    const registry = await aGateway(({ body }) => (body.includes('Terlambat') ? { late } : { text: '{"cocok":true}' }));
    const own = await startApp({ env: { POPULATION_URL: registry.url, POPULATION_MATCH: '"cocok":true' } });
    try {
      const me = await asCitizen(own.url, await registerResident(own.url));
      const slow = me
        .patch('/api/me')
        .send({ name: 'Siti Terlambat' })
        .then(({ status }) => status);
      await until(
        () => Promise.resolve(registry.received.length),
        (asked) => asked > 1,
      );
      expect((await me.patch('/api/me').send({ address: 'Jalan Melati 9' })).status).toBe(200);
      answerNow();
      expect(await slow).toBe(200);
      expect((await me.get('/api/me')).body).toMatchObject({
        data: { name: 'Siti Terlambat', address: 'Jalan Melati 9', verification: 'waiting' },
      });
    } finally {
      answerNow();
      await own.stop();
      await registry.close();
    }
  });

  test('take a NIK of nobody else, and none from outside the city; looking for one by trying is limited', async () => {
    const me = await asCitizen(app.url, await registerResident(app.url));
    const taken = await me.patch('/api/me').send({ nik: resident.nik });
    expect([taken.status, kindOf(taken.body)]).toEqual([409, 'nik-taken']);
    const outside = await (await asCitizen(app.url, await registerOutsider(app.url))).patch('/api/me').send({ nik: aNik() });
    expect([outside.status, Object.keys(fieldsOf(outside.body))]).toEqual([400, ['nik']]);
    for (let tried = 1; tried < 10; tried++) expect((await me.patch('/api/me').send({ nik: resident.nik })).status).toBe(409);
    expect((await me.patch('/api/me').send({ nik: resident.nik })).status).toBe(429);
    expect((await me.patch('/api/me').send({ address: 'Jalan Melati 2' })).status).toBe(200);
  });

  test('two who take one NIK at the same time: one has it', async () => {
    const nik = aNik();
    const both = await Promise.all([1, 2].map(async () => asCitizen(app.url, await registerResident(app.url))));
    const answers = await Promise.all(both.map((me) => me.patch('/api/me').send({ nik })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('carry the consent to new words, once they are in force', async () => {
    const me = await asCitizen(app.url, await registerOutsider(app.url));
    const url = `${app.url}/content-manager/collection-types/plugin::maklumat.consent`;
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${await logInToCms(app.url)}` };
    const words = { version: 2, title: 'Persetujuan baru', body: 'Naskah persetujuan yang baru.', effectiveFrom: '2026-02-01' };
    const made = await fetch(url, { method: 'POST', headers, body: JSON.stringify(words) });
    expect(made.status).toBe(201);
    const stale = await until(
      async () => ((await me.get('/api/me')).body as { data: { consent: { version: number; current: boolean } } }).data.consent,
      ({ current }) => !current,
    );
    expect(stale.version).toBe(1);
    expect(fieldsOf((await me.patch('/api/me').send({ consentVersion: 1 })).body)).toHaveProperty('consentVersion');
    const agreed = await me.patch('/api/me').send({ consentVersion: 2 });
    expect(agreed.body).toMatchObject({ data: { consent: { version: 2, current: true } } });
  });
});

describe('the number', () => {
  interface Change {
    id: string;
    oldCode: string;
    newCode: string;
  }
  const begin = async (citizen: Citizen, phone: string, password = citizen.password) =>
    (await asCitizen(app.url, citizen)).post('/api/me/phone').send({ phone, password });
  const prove = async (citizen: Citizen, { id, ...codes }: Change) =>
    (await asCitizen(app.url, citizen)).post(`/api/me/phone/${id}/otp`).send(codes);

  /** Begins a change and reads both codes. */
  async function begun(citizen: Citizen, phone: string): Promise<Change> {
    const before = [(await messagesTo(app.url, citizen.phone)).length, (await messagesTo(app.url, phone)).length];
    const { status, body } = await begin(citizen, phone);
    expect(status).toBe(201);
    return {
      id: (body as { data: { id: string } }).data.id,
      oldCode: await codeFor(app.url, citizen.phone, before[0]),
      newCode: await codeFor(app.url, phone, before[1]),
    };
  }

  test('is changed by the codes of both; log-in goes by the new one, other devices are out, and the old number is told', async () => {
    const citizen = await registerOutsider(app.url);
    const there = (await logIn(citizen.phone, citizen.password)).body as { jwt: string; refreshToken: string };
    const phone = aPhone();
    const change = await begun(citizen, phone);
    const { status, body } = await prove(citizen, change);
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { id: citizen.id, phone } });
    expect([(await logIn(phone, citizen.password)).status, (await logIn(citizen.phone, citizen.password)).status]).toEqual([200, 401]);
    expect((await (await asCitizen(app.url, citizen)).get('/api/me')).status).toBe(200);
    expect((await (await asCitizen(app.url, there)).get('/api/me')).status).toBe(401);
    expect((await anyone.post('/api/auth/refresh').send({ refreshToken: there.refreshToken })).status).toBe(401);
    const told = await until(
      () => messagesTo(app.url, citizen.phone),
      (texts) => texts.some((text) => text.includes('diganti')),
    );
    expect(told.find((text) => text.includes('diganti'))).toContain(`••${phone.slice(-2)}`);
    expect((await prove(citizen, change)).status).toBe(404);
    // The old number is free for somebody else.
    expect((await registerOutsider(app.url, { phone: citizen.phone })).id).not.toBe(citizen.id);
  });

  test('stays when either code is wrong, said at its field; both can then be given rightly', async () => {
    const citizen = await registerOutsider(app.url);
    const change = await begun(citizen, aPhone());
    for (const field of ['oldCode', 'newCode'] as const) {
      const { status, body } = await prove(citizen, { ...change, [field]: wrongCode(change[field]) });
      expect([status, kindOf(body), Object.keys(fieldsOf(body))]).toEqual([400, 'otp-invalid', [field]]);
    }
    expect((await prove(citizen, change)).status).toBe(200);
  });

  test('is not taken from another account: its owner is told, the asker learns nothing, and no code is right', async () => {
    const [citizen, owner] = [await registerOutsider(app.url), resident];
    const before = (await messagesTo(app.url, owner.phone)).length;
    const answer = await begin(citizen, owner.phone);
    expect(answer.status).toBe(201);
    const texts = await until(
      () => messagesTo(app.url, owner.phone),
      ({ length }) => length > before,
    );
    expect(texts[0]).toContain('sudah terdaftar');
    const { id } = (answer.body as { data: { id: string } }).data;
    const oldCode = await codeFor(app.url, citizen.phone, 1);
    const { status, body } = await prove(citizen, { id, oldCode, newCode: '000000' });
    expect([status, kindOf(body), Object.keys(fieldsOf(body))]).toEqual([400, 'otp-invalid', ['newCode']]);
  });

  test('that two want at the same time goes to one of them; the other is told that the code is not right', async () => {
    const phone = aPhone();
    const [one, two] = [await registerOutsider(app.url), await registerOutsider(app.url)];
    const changes = [await begun(one, phone), await begun(two, phone)] as const;
    const answers = await Promise.all([prove(one, changes[0]), prove(two, changes[1])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const refused = answers.find(({ status }) => status === 400);
    expect(kindOf(refused?.body)).toBe('otp-invalid');
  });

  test('of another person is out of reach: their change is not there, before and after', async () => {
    const [citizen, stranger] = [await registerOutsider(app.url), resident];
    const change = await begun(citizen, aPhone());
    const theirs = await prove(stranger, change);
    const none = await prove(stranger, { ...change, id: '3f8b7a7e-1111-4222-8333-944455556666' });
    expect([theirs.status, kindOf(theirs.body)]).toEqual([404, 'not-found']);
    expect([none.status, none.body]).toEqual([theirs.status, theirs.body]);
    expect((await prove(citizen, change)).status).toBe(200);
  });

  test('that is begun again after a minute has new codes, and the change before is gone', async () => {
    const citizen = await registerOutsider(app.url);
    const phone = aPhone();
    const first = await begun(citizen, phone);
    expect((await begin(citizen, phone)).status).toBe(429);
    await query(app.databaseUrl, `UPDATE maklumat_otp SET sent_at = sent_at - interval '61 seconds' WHERE subject = $1`, [first.id]);
    const second = await begun(citizen, phone);
    expect((await prove(citizen, first)).status).toBe(404);
    expect((await prove(citizen, second)).status).toBe(200);
  });

  test.each([
    ['a fixed line', '(0335) 427772'],
    ['a foreign number', '+1 202 555 0123'],
    ['words', 'nomor baru'],
  ])('cannot become %s', async (_case, phone) => {
    const { status, body } = await begin(resident, phone);
    expect([status, Object.keys(fieldsOf(body))]).toEqual([400, ['phone']]);
  });

  test('needs the password, counted like log-ins; the present number is no change', async () => {
    const citizen = await registerOutsider(app.url);
    const same = await begin(citizen, citizen.phone);
    expect([same.status, Object.keys(fieldsOf(same.body))]).toEqual([400, ['phone']]);
    for (let tried = 0; tried < 5; tried++) {
      const { status, body } = await begin(citizen, aPhone(), 'Kereta-Senja-2042');
      expect([status, kindOf(body), Object.keys(fieldsOf(body))]).toEqual([401, 'credentials-wrong', ['password']]);
    }
    expect((await begin(citizen, aPhone())).status).toBe(429);
  });

  test('needs a session', async () => {
    const calls = [
      await anyone.post('/api/me/phone').send({ phone: aPhone(), password: 'Kereta-Senja-2041' }),
      await anyone.post('/api/me/phone/3f8b7a7e-1111-4222-8333-944455556666/otp').send({ oldCode: '123456', newCode: '123456' }),
    ];
    for (const { status, body } of calls) expect([status, kindOf(body)]).toEqual([401, 'unauthorized']);
  });
});
