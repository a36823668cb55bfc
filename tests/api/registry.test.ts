import { createPopulationRegistry } from '../../plugins/maklumat/server/adapters/populationRegistry';
import { bearer, createOfficer, logIn, type Officer } from '../support/admin';
import { startApp, type App } from '../support/app';
import {
  aNik,
  aPhone,
  asCitizen,
  messagesTo,
  proveNumber,
  registerOutsider,
  registerResident,
  verify,
  revisionOf,
  type Citizen,
} from '../support/citizens';
import { query } from '../support/database';
import { aGateway, type Answer, type Gateway } from '../support/gateway';
import { api, type Api } from '../support/http';
import { until } from '../support/until';

const person = { nik: '3574031708900001', name: 'Siti "Aminah"', birthDate: '1990-08-17' };
const match: Answer = { text: '{"content":[{"NIK":"Sesuai"}]}' };
const mismatch: Answer = { status: 404, text: '{"content":[{"NIK":"Tidak Sesuai"}]}' };

let answer: Answer = match;
let gateway: Gateway;
beforeAll(async () => {
  gateway = await aGateway(() => answer);
});
beforeEach(() => {
  answer = match;
  gateway.received.length = 0;
});
afterAll(() => gateway.close());

describe('the population registry', () => {
  const patterns = { success: '"NIK":"Sesuai"', refusal: 'Tidak Sesuai' };
  const registry = (over: { url?: string; body?: string; success?: string; timeout?: number } = {}) =>
    createPopulationRegistry({
      url: gateway.url,
      method: 'POST',
      headers: '{"Content-Type":"application/json"}',
      body: '{"nik":"{{nik}}","nama":"{{name}}","lahir":"{{birthDay}}-{{birthMonth}}-{{birthYear}}"}',
      timeout: 300,
      ...patterns,
      ...over,
    });

  it('is asked about one person, in the words that it knows', async () => {
    expect(await registry().check(person)).toBe('match');
    expect(gateway.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { nik: person.nik, nama: person.name, lahir: '17-08-1990' },
    ]);
  });

  it.each<[string, Answer, string]>([
    ['that the person is another', mismatch, 'mismatch'],
    ['nothing that is known', { text: '<html>Selamat datang</html>' }, 'down'],
    ['nothing', { text: '' }, 'down'],
    ['the words of a match with an error', { status: 500, text: '"NIK":"Sesuai"' }, 'down'],
    ['an error', { status: 500 }, 'down'],
    ['by breaking off', 'reset', 'down'],
    ['not at all', 'stall', 'down'],
    ['to ask elsewhere', { status: 307, headers: { location: '/' } }, 'down'],
  ])('answers %s', async (_what, said, outcome) => {
    answer = said;
    expect(await registry().check(person)).toBe(outcome);
    expect(gateway.received).toHaveLength(1);
  });

  it('is off without an address, and does not vouch for anybody without a pattern', async () => {
    expect(await registry({ url: '' }).check(person)).toBe('off');
    expect(() => registry({ success: '' })).toThrow('POPULATION_MATCH: harus diisi bila POPULATION_URL diisi');
    expect(() => registry({ body: '{"x":"{{kk}}"}' })).toThrow('POPULATION_BODY: {{kk}} tidak dikenal');
    expect(await registry({ url: 'http://127.0.0.1:1' }).check(person)).toBe('down');
  });

  it('is given up by each of many at once, none of whom waits for another', async () => {
    answer = 'stall';
    const asked = registry({ timeout: 2_000 });
    expect(new Set(await Promise.all(Array.from({ length: 30 }, () => asked.check(person))))).toEqual(new Set(['down']));
    // One after the other only five would have been asked: after so many failures in a row it is left alone.
    expect(gateway.received).toHaveLength(30);
  });

  describe('that is down', () => {
    const start = Date.parse('2026-01-05T09:00:00+07:00');
    beforeEach(
      () =>
        void jest.useFakeTimers({
          now: start,
          doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
        }),
    );
    afterEach(() => void jest.useRealTimers());

    it('is left alone for 30 seconds after five failures in a row, then tried once, and used again when it answers', async () => {
      const asked = registry();
      const check = (): Promise<string> => asked.check(person);
      answer = { status: 500 };
      for (let failure = 0; failure < 4; failure += 1) expect(await check()).toBe('down');
      answer = mismatch;
      // An answer that says no is an answer.
      expect(await check()).toBe('mismatch');
      answer = { status: 500 };
      for (let failure = 0; failure < 5; failure += 1) expect(await check()).toBe('down');
      expect(gateway.received).toHaveLength(10);

      answer = match;
      jest.setSystemTime(start + 29_999);
      expect(await Promise.all([check(), check(), check()])).toEqual(['down', 'down', 'down']);
      expect(gateway.received).toHaveLength(10);

      answer = 'stall';
      jest.setSystemTime(start + 30_000);
      expect(await Promise.all([check(), check(), check()])).toEqual(['down', 'down', 'down']);
      expect(gateway.received).toHaveLength(11);

      answer = match;
      jest.setSystemTime(start + 60_000);
      expect(await Promise.all([check(), check(), check()])).toEqual(['match', 'match', 'match']);
      expect(gateway.received).toHaveLength(14);
    });
  });
});

interface Row {
  id: string;
  name: string;
  nik: string;
  region: string | null;
  because: string;
  warnings: string[];
  revision: string;
}

describe('a resident', () => {
  let app: App;
  let officer: Officer;
  let desk: Api;

  beforeAll(async () => {
    app = await startApp({
      env: {
        POPULATION_URL: gateway.url,
        POPULATION_MATCH: '"NIK":"Sesuai"',
        POPULATION_MISMATCH: 'Tidak Sesuai',
        POPULATION_TIMEOUT_MS: '500',
      },
    });
    officer = await createOfficer(app.url, 'maklumat-officer', ['petugas-layanan-informasi']);
    desk = await api(app.url, officer.headers);
  });
  afterAll(() => app.stop());

  const me = async (citizen: Citizen) => {
    const { body } = await (await asCitizen(app.url, citizen)).get('/api/me').expect(200);
    return (body as { data: { verification: string; verificationNote: string | null; warnings: string[] } }).data;
  };
  const queue = async (search = ''): Promise<{ data: Row[]; meta: { pagination: { total: number; pageCount: number } } }> =>
    (await desk.get(`/maklumat/verifications${search}`).expect(200)).body as never;
  const decide = (id: string, decision: object) => desk.post(`/maklumat/verifications/${id}`).send(decision);

  it('whom the registry knows is verified', async () => {
    const citizen = await registerResident(app.url, { name: 'Budi Santoso' });
    expect(await me(citizen)).toMatchObject({ verification: 'verified', verificationNote: null, warnings: [] });
    expect(gateway.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { nik: citizen.nik, name: 'Budi Santoso', birthDate: '1990-08-17' },
    ]);
    expect((await queue()).data.map(({ id }) => id)).not.toContain(citizen.id);
  });

  it('from outside is not asked about', async () => {
    expect(await me(await registerOutsider(app.url))).toMatchObject({ verification: 'not-needed' });
    expect(gateway.received).toEqual([]);
  });

  it.each<[string, Answer, string]>([
    ['whom the registry does not know', mismatch, 'Tidak cocok dengan data kependudukan (SIAK).'],
    ['of whom it says nothing', { text: '???' }, 'Data kependudukan (SIAK) tidak menjawab ketika diperiksa.'],
    ['for whom it takes too long', 'stall', 'Data kependudukan (SIAK) tidak menjawab ketika diperiksa.'],
  ])('%s registers all the same and waits for an officer', async (_who, said, because) => {
    answer = said;
    const citizen = await registerResident(app.url);
    expect(await me(citizen)).toMatchObject({ verification: 'waiting' });
    const row = (await queue()).data.find(({ id }) => id === citizen.id);
    expect(row).toMatchObject({ nik: citizen.nik, because, region: 'Mayangan, Kota Probolinggo', warnings: [] });
  });

  it('with a NIK of anywhere, or of another birth date, is warned and not refused', async () => {
    answer = mismatch;
    const elsewhere = await registerResident(app.url, { nik: '1101011708900001' });
    const neighbour = await registerResident(app.url, { nik: '3574991708900001' });
    const other = await registerResident(app.url, { nik: '3574031808900001' });
    const rows = new Map((await queue('?pageSize=100')).data.map((row) => [row.id, row]));
    expect(rows.get(elsewhere.id)).toMatchObject({ region: null, warnings: [] });
    expect(rows.get(neighbour.id)).toMatchObject({ region: 'Kota Probolinggo', warnings: [] });
    expect(rows.get(other.id)).toMatchObject({ warnings: [expect.stringContaining('Tanggal lahir yang diisi berbeda')] });
    expect((await me(other)).warnings).toHaveLength(1);
    expect((await me(elsewhere)).warnings).toEqual([]);
  });

  it('is told that an officer read the data, and what was decided', async () => {
    answer = mismatch;
    const [verified, refused] = [await registerResident(app.url), await registerResident(app.url)];
    await queue('?pageSize=100');
    const { body } = await (await asCitizen(app.url, verified)).get('/api/me/accesses').expect(200);
    expect(body).toMatchObject({ data: [{ what: 'identity', by: expect.stringContaining('Petugas Layanan Informasi') as unknown }] });

    const revision = await revisionOf(desk, verified.id);
    expect((await decide(verified.id, { decision: 'verify', revision }).expect(200)).body).toEqual({
      data: { id: verified.id, verification: 'verified' },
    });
    const before = (await messagesTo(app.url, refused.phone)).length;
    const reason = 'Nama pada eKTP berbeda.';
    await decide(refused.id, { decision: 'refuse', reason, revision: await revisionOf(desk, refused.id) }).expect(200);
    expect(await me(verified)).toMatchObject({ verification: 'verified', verificationNote: null });
    expect(await me(refused)).toMatchObject({ verification: 'refused', verificationNote: reason });
    const rows = (await queue('?pageSize=100')).data.map(({ id }) => id);
    expect(rows).not.toContain(verified.id);
    expect(rows).not.toContain(refused.id);
    const [told] = await until(
      () => messagesTo(app.url, refused.phone),
      ({ length }) => length > before,
    );
    expect(told).toContain('belum dapat dipastikan');
    expect(told).not.toContain(reason);
    expect(
      await query(app.databaseUrl, 'SELECT verified_at IS NOT NULL AS at FROM maklumat_applicant WHERE id = $1', [verified.id]),
    ).toEqual([{ at: true }]);
  });

  it('who gave an address for mail gets the reason there', async () => {
    answer = mismatch;
    const phone = aPhone();
    const registration = await proveNumber(app.url, { residency: 'city', phone });
    const { body } = await (
      await api(app.url)
    )
      .put(`/api/registrations/${registration}/identity`)
      .send({ nik: aNik(), name: 'Siti Aminah', birthDate: '1990-08-17', address: 'Jalan Mawar 1', email: 'siti@warga.test' })
      .expect(200);
    const { id } = (body as { data: { applicant: { id: string } } }).data.applicant;
    await decide(id, { decision: 'refuse', reason: 'Alamat tidak ditemukan.', revision: await revisionOf(desk, id) }).expect(200);
    const admin = await api(app.url, bearer(await logIn(app.url)));
    const kept = await until(
      async () => ((await admin.get('/maklumat/outbox').expect(200)).body as { data: { to: string; text: string }[] }).data,
      (messages) => messages.some(({ to }) => to === 'siti@warga.test'),
    );
    expect(kept.find(({ to }) => to === 'siti@warga.test')?.text).toContain('Alasannya: Alamat tidak ditemukan.');
  });

  it('whose data were refused keeps the NIK from nobody, and does not get it back once the person whose it is has it', async () => {
    answer = mismatch;
    const squatter = await registerResident(app.url);
    const nik = squatter.nik ?? '';
    await expect(registerResident(app.url, { nik })).rejects.toThrow('nik-taken');
    const revision = await revisionOf(desk, squatter.id);
    await decide(squatter.id, { decision: 'refuse', reason: 'NIK milik orang lain.', revision }).expect(200);
    const owner = await registerResident(app.url, { nik });
    await verify(desk, owner.id);

    const client = await asCitizen(app.url, squatter);
    const { status, body } = await client.patch('/api/me').send({ name: 'Siti Aminah Baru' });
    expect([status, body]).toMatchObject([409, { error: { details: { kind: 'nik-taken' } } }]);
    expect(await me(squatter)).toMatchObject({ verification: 'refused', verificationNote: 'NIK milik orang lain.' });
    await client.patch('/api/me').send({ name: 'Siti Aminah Baru', nik: aNik() }).expect(200);
    expect(await me(squatter)).toMatchObject({ verification: 'waiting' });
    expect(await me(owner)).toMatchObject({ verification: 'verified', nik });
  });

  it('is decided about once, also by two officers at a time', async () => {
    answer = mismatch;
    const { id } = await registerResident(app.url);
    const revision = await revisionOf(desk, id);
    const refusal = { decision: 'refuse', reason: 'Berbeda.', revision };
    const answers = await Promise.all([decide(id, { decision: 'verify', revision }), decide(id, refusal)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ error: { details: { kind: 'command-not-open' } } });
    expect((await decide('7d0c1b1e-0000-4000-8000-000000000001', { decision: 'verify', revision })).body).toMatchObject({
      error: { status: 404, details: { kind: 'not-found' } },
    });
    for (const incomplete of [{ decision: 'refuse', revision }, { decision: 'verify' }])
      expect((await decide(id, incomplete)).body).toMatchObject({ error: { status: 400, details: { kind: 'invalid-request' } } });
  });

  it('is not vouched for by an officer who read other data than there are now', async () => {
    answer = mismatch;
    const citizen = await registerResident(app.url, { name: 'Siti Aminah' });
    const revision = await revisionOf(desk, citizen.id);
    const client = await asCitizen(app.url, citizen);
    await client.patch('/api/me').send({ address: 'Jalan Melati 2, Kanigaran' }).expect(200);
    for (const decision of [
      { decision: 'verify', revision },
      { decision: 'refuse', reason: 'Alamat berbeda.', revision },
    ])
      expect((await decide(citizen.id, decision)).body).toMatchObject({ error: { status: 409, details: { kind: 'stale-sequence' } } });
    expect(await me(citizen)).toMatchObject({ verification: 'waiting' });
    const newest = await revisionOf(desk, citizen.id);
    await client.patch('/api/me').send({ name: 'Orang Lain' }).expect(200);
    expect((await decide(citizen.id, { decision: 'verify', revision: newest })).status).toBe(409);
    await decide(citizen.id, { decision: 'verify', revision: await revisionOf(desk, citizen.id) }).expect(200);
    expect(await me(citizen)).toMatchObject({ name: 'Orang Lain', verification: 'verified' });
  });

  it('whose data were erased meanwhile is not found', async () => {
    answer = mismatch;
    const citizen = await registerResident(app.url);
    const revision = await revisionOf(desk, citizen.id);
    await (await asCitizen(app.url, citizen)).delete('/api/me').expect(200);
    expect((await decide(citizen.id, { decision: 'verify', revision })).body).toMatchObject({
      error: { status: 404, details: { kind: 'not-found' } },
    });
    expect((await queue('?pageSize=100')).data.map(({ id }) => id)).not.toContain(citizen.id);
  });

  it('who waits is counted at the desk for whoever may verify, without being read', async () => {
    answer = mismatch;
    const { total } = (await queue()).meta.pagination;
    const last = await registerResident(app.url);
    const waiting = async (client: Api): Promise<unknown> =>
      ((await client.get('/maklumat/desk').expect(200)).body as { data: { waitingApplicants: unknown } }).data.waitingApplicants;
    expect(await waiting(desk)).toBe(total + 1);
    expect((await (await asCitizen(app.url, last)).get('/api/me/accesses').expect(200)).body).toMatchObject({ data: [] });
    expect(await waiting(await api(app.url, (await createOfficer(app.url, 'maklumat-ppid')).headers))).toBeNull();
  });

  it('is shown page by page, the longest waiting first', async () => {
    const all = await queue('?pageSize=100');
    const pages = await Promise.all([1, 2].map((page) => queue(`?pageSize=2&page=${page}`)));
    expect(pages.flatMap(({ data }) => data)).toEqual(all.data.slice(0, 4));
    expect(pages[0]?.meta.pagination).toMatchObject({ total: all.data.length, pageCount: Math.ceil(all.data.length / 2) });
    const last = all.data.at(-1);
    expect((await queue('?page=99')).data).toEqual([]);
    expect(last).toBeDefined();
  });

  it.each(['maklumat-ppid', 'maklumat-ppid-superior', 'maklumat-content'])(
    'is not shown to the role %s, which may not decide either',
    async (role) => {
      const other = await api(app.url, (await createOfficer(app.url, role)).headers);
      const [waiting] = (await queue()).data;
      for (const response of [
        await other.get('/maklumat/verifications'),
        await other.post(`/maklumat/verifications/${waiting?.id}`).send({ decision: 'verify', revision: waiting?.revision }),
      ])
        expect(response.body).toMatchObject({ error: { status: 403, details: { kind: 'forbidden' } } });
      expect((await queue()).data[0]?.id).toBe(waiting?.id);
    },
  );

  it('is not shown to anybody without a session of the office, an applicant’s own included', async () => {
    const citizen = await registerOutsider(app.url);
    for (const client of [await api(app.url), await asCitizen(app.url, citizen)]) {
      expect((await client.get('/maklumat/verifications')).body).toMatchObject({ error: { status: 401 } });
      expect((await client.post(`/maklumat/verifications/${citizen.id}`).send({ decision: 'verify' })).body).toMatchObject({
        error: { status: 401 },
      });
    }
  });
});
