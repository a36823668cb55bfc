import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { createVault } from '../../plugins/maklumat/server/adapters/vault';
import { secrets, startApp, type App } from '../support/app';
import { aPhone, asCitizen, codeFor, messagesTo, registerOutsider, registerResident, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { anOffice, bringToPpid, decide, type Office } from '../support/desk';
import { api, type Api } from '../support/http';
import { answersWith, aPdf, upload, type Submitted } from '../support/requests';
import { until } from '../support/until';

const Accesses = z.object({
  data: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), sentence: z.string(), case: z.string().nullable() })),
});
const Erasure = z.object({
  data: z.object({
    erased: z.array(z.object({ what: z.string(), count: z.int() })),
    kept: z.array(z.object({ what: z.string(), why: z.string(), count: z.int() })),
  }),
});
const Archived = z.object({
  profile: z.object({ name: z.string(), nik: z.string().nullable(), phone: z.string() }).nullable(),
  consents: z.array(z.object({ version: z.int() })),
  sessions: z.array(z.object({ openedAt: z.string() })),
  cases: z.array(z.object({ number: z.string(), erased: z.boolean(), answers: z.record(z.string(), z.unknown()) })),
  drafts: z.array(z.object({ answers: z.record(z.string(), z.unknown()) })),
  files: z.array(z.object({ name: z.string(), state: z.string(), path: z.string().nullable(), problem: z.string().nullable() })),
  messages: z.array(z.object({ text: z.string() })),
  accesses: z.array(z.object({ what: z.string() })),
});

let app: App;
let office: Office;
let anyone: Api;
/** The server's clock, moved on by the tests. */
let now = Date.parse('2026-02-02T02:00:00Z');

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  office = await anOffice(app.url);
  await forward(0);
});
afterAll(() => app.stop());

async function forward(minutes: number): Promise<void> {
  now += minutes * 60_000;
  const instant = new Date(now).toISOString();
  await app.setClock(instant);
  await office.logInAgain(instant);
}

async function submitAs(client: Api, over: Record<string, unknown> = {}, file = 'ktp-siti.pdf'): Promise<Submitted> {
  const answers = answersWith(await upload(client, file), over);
  const { status, body } = await client.post('/api/cases').send({ service: 'informasi-publik', answers });
  if (status !== 201) throw new Error(`submission answered ${status}: ${JSON.stringify(body)}`);
  return (body as { data: Submitted }).data;
}

const accessesOf = async (client: Api, path = '/api/me/accesses') => Accesses.parse((await client.get(path).expect(200)).body).data;

async function exportOf(client: Api): Promise<{ data: z.infer<typeof Archived>; entries: Record<string, Uint8Array>; text: string }> {
  const { body } = await client.get('/api/me/export').responseType('blob').expect(200).expect('Content-Type', 'application/zip');
  const entries = unzipSync(new Uint8Array(body as Buffer));
  const text = strFromU8(entries['data.json'] ?? new Uint8Array());
  return { data: Archived.parse(JSON.parse(text)), entries, text };
}

const rows = (sql: string, values: unknown[] = []) => query<Record<string, unknown>>(app.databaseUrl, sql, values);
const vault = createVault(secrets.MAKLUMAT_KEYS, secrets.MAKLUMAT_INDEX_KEY);
/** Tables in which one of these stands in whatever column, the job queue's among them. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const tables = await query<{ name: string }>(
    app.databaseUrl,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  );
  const looks = tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} AS one WHERE one::text ~ $1)`);
  const found = await query<{ name: string }>(app.databaseUrl, looks.join(' UNION ALL '), [words.join('|')]);
  return found.map(({ name }) => name);
}
/** By what a person can be found in the tables: the id of their account, and the digests of their numbers. */
const marksOf = (id: string, phones: readonly string[], nik: string | null): string[] => [
  id,
  vault.digest(`applicant:${id}`),
  ...phones.flatMap((phone) => [vault.digest(`account-phone:${phone}`), vault.digest(`recipient:${phone}`)]),
  ...(nik === null ? [] : [vault.digest(`account-nik:${nik}`)]),
];
const countIn = async (table: string, where = 'true', values: unknown[] = []): Promise<number> => {
  const [row] = await query<{ count: number }>(app.databaseUrl, `SELECT count(*)::int AS count FROM ${table} WHERE ${where}`, values);
  return row?.count ?? 0;
};

describe('who of the office read my data', () => {
  let person: Citizen;
  let citizen: Api;
  let filed: Submitted;

  beforeAll(async () => {
    person = await registerResident(app.url);
    citizen = await asCitizen(app.url, person);
    filed = await submitAs(citizen);
  });

  it('begins with nobody', async () => {
    expect(await accessesOf(citizen)).toEqual([]);
  });

  it('names the position and its office for a case and for a document, once for readings within a quarter of an hour', async () => {
    const path = `/maklumat/desk/cases/${filed.number}`;
    for (let time = 0; time < 3; time += 1) await office.officer.get(path).expect(200);
    await office.officer.get(`${path}/documents/receipt`).responseType('blob').expect(200);
    await office.ppid.get(path).expect(200);
    const read = await accessesOf(citizen);
    expect(read.map(({ what }) => what).sort()).toEqual(['case', 'case', 'document']);
    const [one] = read.filter(({ by, what }) => what === 'case' && by.startsWith('Petugas'));
    expect(one).toMatchObject({ case: filed.number, at: expect.stringMatching(/^2026-02-02T09:.*\+07:00$/) as unknown });
    expect(one?.by).toMatch(/^Petugas Layanan Informasi.*, Dinas /i);
    expect(one?.sentence).toContain(`membaca permohonan ${filed.number}`);
    expect(JSON.stringify(read)).not.toMatch(/Olga|Prita/);
  });

  it('is shown by the tracking code, too, and to nobody else', async () => {
    const byCode = anyone.get(`/api/cases/${filed.number}/accesses`).set('X-Tracking-Token', filed.trackingToken);
    expect(Accesses.parse((await byCode.expect(200)).body).data).toHaveLength(3);
    await anyone.get(`/api/cases/${filed.number}/accesses`).set('X-Tracking-Token', 'AAAAA-AAAAA-AAAAA-AAAAA').expect(404);
    const other = await asCitizen(app.url, await registerOutsider(app.url));
    expect(await accessesOf(other)).toEqual([]);
    await other.get(`/api/cases/${filed.number}/accesses`).expect(404);
    await anyone.get('/api/me/accesses').expect(401);
  });

  it('counts a reading a quarter of an hour later, and one by acting on the case', async () => {
    await forward(16);
    await decide(office.officer, filed.number, 'diterima');
    // A session's token lives for a quarter of an hour, too.
    const renewed = await anyone.post('/api/auth/refresh').send({ refreshToken: person.refreshToken }).expect(200);
    expect(
      (await accessesOf(await asCitizen(app.url, renewed.body as { jwt: string }))).filter(({ what }) => what === 'case'),
    ).toHaveLength(3);
  });

  it('leaves out what was not read: a document that is not there, a case of another', async () => {
    const before = await countIn('maklumat_access');
    await office.officer.get(`/maklumat/desk/cases/${filed.number}/documents/${randomUUID()}`).expect(404);
    await office.officer.get('/maklumat/desk/cases/INF-2026-999999').expect(404);
    expect(await countIn('maklumat_access')).toBe(before);
  });
});

describe('an export', () => {
  let person: Citizen;
  let citizen: Api;
  let filed: Submitted;
  let archive: Awaited<ReturnType<typeof exportOf>>;

  beforeAll(async () => {
    person = await registerResident(app.url, { name: 'Wulan Kencana' });
    citizen = await asCitizen(app.url, person);
    filed = await submitAs(citizen, { nama: 'Wulan Kencana' }, 'ktp.pdf');
    await submitAs(citizen, {}, 'ktp.pdf');
    const other = await asCitizen(app.url, await registerOutsider(app.url, { name: 'Orang Lain' }));
    await submitAs(other, { nama: 'Orang Lain' });
    const file = await upload(citizen, '../../../etc/passwd.pdf');
    await citizen
      .post('/api/drafts')
      .send({ service: 'informasi-publik', answers: { subjek: 'Draf taman kota', identitas: file } })
      .expect(201);
    await upload(citizen, 'belum-dipakai.pdf');
    await office.officer.get(`/maklumat/desk/cases/${filed.number}`).expect(200);
    archive = await exportOf(citizen);
  });

  it('holds every section', () => {
    const { data } = archive;
    expect(data.profile).toEqual(expect.objectContaining({ name: 'Wulan Kencana', nik: person.nik, phone: person.phone }));
    expect(data.consents).toEqual([expect.objectContaining({ version: 1 })]);
    expect(data.sessions).toHaveLength(1);
    expect(data.cases.map(({ answers }) => answers.nama).sort()).toEqual(['Siti Aminah', 'Wulan Kencana']);
    expect(data.drafts).toEqual([expect.objectContaining({ answers: expect.objectContaining({ subjek: 'Draf taman kota' }) as unknown })]);
    expect(data.accesses).toEqual([expect.objectContaining({ what: 'case' })]);
    expect(archive.text).not.toContain('Orang Lain');
  });

  it('holds the files that it names, each below files/ and openable, two of one name apart', async () => {
    const { data, entries } = archive;
    const named = data.files.flatMap(({ path }) => path ?? []);
    expect(new Set(named).size).toBe(data.files.length);
    expect(data.files.map(({ name }) => name).sort()).toEqual(
      expect.arrayContaining(['belum-dipakai.pdf', 'ktp.pdf', 'ktp.pdf', 'passwd.pdf', 'Tanda bukti permohonan']),
    );
    expect(Object.keys(entries).sort()).toEqual(['BACA-SAYA.txt', 'data.json', ...named].sort());
    for (const path of named) {
      expect(path).toMatch(/^files\/[\w-]+\/\d{2}-[^/]+\.pdf$/);
      expect(strFromU8((entries[path] ?? new Uint8Array()).subarray(0, 5), true)).toBe('%PDF-');
    }
    const ktp = named.find((path) => path.includes(filed.number) && path.endsWith('ktp.pdf'));
    expect(Buffer.from(entries[ktp ?? ''] ?? []).length).toBe((await aPdf('ktp.pdf')).length);
  });

  it('holds no code that still opens something', async () => {
    await anyone.post('/api/auth/forgot-password').send({ phone: person.phone }).expect(200);
    const texts = await until(
      () => messagesTo(app.url, person.phone),
      ({ length }) => length > 1,
    );
    const code = /\b\d{6}\b/.exec(texts[0] ?? '')?.[0] ?? '';
    expect(code).not.toBe('');
    expect((await exportOf(citizen)).text).not.toMatch(new RegExp(`\\b${code}\\b`));
  });

  it('names a file whose content is gone from the store or still waits for its scan, says why it is not there, and holds the rest', async () => {
    const owner = await asCitizen(app.url, await registerOutsider(app.url));
    await submitAs(owner, {}, 'utuh.pdf');
    const lost = await upload(owner, 'hilang.pdf');
    const waiting = await upload(owner, 'belum-dipindai.pdf');
    await rows(`UPDATE maklumat_attachment SET state = 'quarantined' WHERE id = $1`, [waiting]);
    rmSync(join(app.dataDirectory, 'files', lost.slice(0, 2), lost));
    const { data, entries } = await exportOf(owner);
    const of = (name: string) => data.files.find((file) => file.name === name);
    expect(of('hilang.pdf')).toMatchObject({
      state: 'ready',
      path: null,
      problem: expect.stringContaining('tidak dapat dibaca') as unknown,
    });
    expect(of('belum-dipindai.pdf')).toMatchObject({
      state: 'quarantined',
      path: null,
      problem: expect.stringContaining('diperiksa') as unknown,
    });
    expect(of('utuh.pdf')).toMatchObject({ problem: null });
    const named = data.files.flatMap(({ path }) => path ?? []);
    expect(Object.keys(entries).sort()).toEqual(['BACA-SAYA.txt', 'data.json', ...named].sort());
  });

  it('is refused without a session, and after ten within an hour', async () => {
    await anyone.get('/api/me/export').expect(401);
    const limited = await asCitizen(app.url, await registerOutsider(app.url));
    for (let time = 0; time < 10; time += 1) await exportOf(limited);
    await limited.get('/api/me/export').expect(429);
  });
});

describe('an erasure', () => {
  let person: Citizen;
  let citizen: Api;
  let running: Submitted;
  let answered: Submitted;
  let erasure: z.infer<typeof Erasure>['data'];
  let before: Record<string, number>;
  let user: unknown;

  const registered = async () => {
    const { body } = await office.ppid.get('/maklumat/desk/cases?pageSize=100').expect(200);
    return (body as { data: { number: string; status: string }[] }).data;
  };

  beforeAll(async () => {
    person = await registerResident(app.url, { name: 'Ratna Melati' });
    citizen = await asCitizen(app.url, person);
    running = await submitAs(citizen, { nama: 'Ratna Melati', alasan: 'Alasan Ratna yang sangat pribadi.' });
    answered = await submitAs(citizen, { nama: 'Ratna Melati' });
    await citizen.post(`/api/cases/${running.number}/commands`).send({ type: 'message', text: 'Pesan Ratna untuk kantor.' }).expect(200);
    await bringToPpid(office.officer, answered.number);
    const draft = { service: 'informasi-publik', answers: { subjek: 'Draf Ratna', identitas: await upload(citizen, 'draf-ratna.pdf') } };
    await citizen.post('/api/drafts').set('Idempotency-Key', 'draf-ratna-0001').send(draft).expect(201);
    await upload(citizen, 'lepas-ratna.pdf');
    await rows(`UPDATE maklumat_attachment SET state = 'infected' WHERE case_id = (SELECT id FROM maklumat_case WHERE number = $1)`, [
      answered.number,
    ]);
    const brought = {
      service: 'informasi-publik',
      answers: answersWith(await upload(anyone), { nama: 'Ratna Melati', telepon: person.phone }),
    };
    await office.officer
      .post('/maklumat/desk/cases')
      .send({ ...brought, receivedAt: new Date(now).toISOString() })
      .expect(201);
    user = (await rows('SELECT user_id FROM maklumat_applicant WHERE id = $1', [person.id]))[0]?.user_id;
    before = { cases: (await registered()).length, events: await countIn('maklumat_case_event') };
    erasure = Erasure.parse((await citizen.delete('/api/me').expect(200)).body).data;
  });

  it('says what is gone and what is kept, and why', () => {
    const counts = Object.fromEntries(erasure.erased.map(({ what, count }) => [what.split(/[:. ]/, 1)[0], count]));
    expect(counts).toMatchObject({ Akun: 1, Draf: 1, Persetujuan: 1, Permohonan: 2 });
    expect(erasure.erased.find(({ what }) => what.startsWith('Berkas'))?.count).toBeGreaterThanOrEqual(4);
    const [register] = erasure.kept;
    expect(register).toMatchObject({ count: 2, what: expect.stringContaining('nomor, layanan, tanggal') as unknown });
    for (const { why } of erasure.kept) expect(why).toMatch(/^\S.*\.$/);
    // What was brought to the counter under the person's number is nobody's account's.
    expect(erasure.kept.find(({ what }) => what.includes('loket'))).toMatchObject({ count: 1 });
  });

  it('leaves the register whole: the case is counted, with number, dates, steps and outcome', async () => {
    const after = await registered();
    expect(after).toHaveLength(before.cases ?? 0);
    expect(after.find(({ number }) => number === running.number)).toMatchObject({ status: 'withdrawn' });
    const { body } = await office.officer.get(`/maklumat/desk/cases/${running.number}`).expect(200);
    expect(body).toMatchObject({ data: { erased: true, answers: {}, answerList: [], documents: [{ id: 'receipt' }] } });
    const { timeline, deadline } = (body as { data: { timeline: { sentence: string }[]; deadline: { at: string } } }).data;
    expect(timeline.at(-1)?.sentence).toBe('Data pribadi telah dihapus atas permintaan pemohon');
    expect(deadline.at).toMatch(/^2026-/);
    expect(JSON.stringify(body)).not.toMatch(/Ratna/);
    await office.officer.get(`/maklumat/desk/cases/${running.number}/documents/receipt`).responseType('blob').expect(200);
  });

  it('then an export is empty, with the token that has not run out', async () => {
    const { data, entries, text } = await exportOf(citizen);
    expect(data).toEqual({ profile: null, consents: [], sessions: [], cases: [], drafts: [], files: [], messages: [], accesses: [] });
    expect(Object.keys(entries)).toEqual(['BACA-SAYA.txt', 'data.json']);
    expect(strFromU8(entries['BACA-SAYA.txt'] ?? new Uint8Array())).toContain('register');
    expect(text).not.toContain(person.phone);
  });

  it('ends the session everywhere else, and the code of the case', async () => {
    for (const path of ['/api/me', '/api/cases', '/api/drafts', '/api/me/accesses', `/api/cases/${running.number}`])
      await citizen.get(path).expect(401);
    await citizen.delete('/api/me').expect(401);
    await anyone.post('/api/auth/refresh').send({ refreshToken: person.refreshToken }).expect(401);
    await anyone.post('/api/auth/local').send({ identifier: person.phone, password: person.password }).expect(401);
    await anyone.get(`/api/cases/${running.number}`).set('X-Tracking-Token', running.trackingToken).expect(404);
  });

  it('leaves nothing of the person in any table, and the record as it was', async () => {
    const ofCases = `case_id IN (SELECT id FROM maklumat_case WHERE number = ANY ($1))`;
    const numbers = [[running.number, answered.number]];
    for (const table of ['maklumat_case_personal', 'maklumat_case_applicant', 'maklumat_secret', 'maklumat_message'])
      expect([table, await countIn(table, ofCases, numbers)]).toEqual([table, 0]);
    expect(await rows(`SELECT DISTINCT state, sha256 FROM maklumat_attachment WHERE ${ofCases}`, numbers)).toEqual([
      { state: 'erased', sha256: '' },
    ]);
    for (const { name } of await query<{ name: string }>(
      app.databaseUrl,
      `SELECT sealed_name AS name FROM maklumat_attachment WHERE ${ofCases}`,
      numbers,
    ))
      expect(vault.open(name)).toBe('');
    for (const table of ['maklumat_draft', 'maklumat_consent', 'maklumat_attachment', 'maklumat_case', 'maklumat_phone_change'])
      expect([table, await countIn(table, 'applicant_id = $1', [person.id])]).toEqual([table, 0]);
    expect(await rows('SELECT * FROM maklumat_applicant WHERE id = $1', [person.id])).toEqual([
      expect.objectContaining({ user_id: null, phone_digest: null, nik_digest: null, sealed_phone: null, sealed_identity: null }),
    ]);
    expect(await tablesWith(marksOf(person.id, [person.phone], person.nik))).toEqual(['public.maklumat_applicant']);
    expect(await countIn('strapi_sessions', 'user_id = $1', [String(user)])).toBe(0);
    expect(await countIn('up_users', 'id = $1', [user])).toBe(0);
    expect(await countIn('maklumat_idempotency', `scope LIKE '%' || $1 || '%'`, [person.id])).toBe(0);
    // Two withdrawn, two erased; nothing of what was there went.
    expect(await countIn('maklumat_case_event')).toBe((before.events ?? 0) + 4);
    expect(await countIn('maklumat_case_event', `data::text ~ 'Ratna'`)).toBe(0);
  });

  it('of somebody whose number changed leaves nothing of the number of before', async () => {
    const moved = await registerOutsider(app.url);
    const client = await asCitizen(app.url, moved);
    const phone = aPhone();
    const sent = (await messagesTo(app.url, moved.phone)).length;
    const begun = await client.post('/api/me/phone').send({ phone, password: moved.password }).expect(201);
    const { id } = (begun.body as { data: { id: string } }).data;
    const codes = { oldCode: await codeFor(app.url, moved.phone, sent), newCode: await codeFor(app.url, phone) };
    await client.post(`/api/me/phone/${id}/otp`).send(codes).expect(200);
    await until(
      () => messagesTo(app.url, moved.phone),
      (texts) => texts.some((text) => text.includes('diganti')),
    );
    expect((await exportOf(client)).data.messages.some(({ text }) => text.includes('diganti'))).toBe(true);
    await client.delete('/api/me').expect(200);
    expect([await messagesTo(app.url, moved.phone), await messagesTo(app.url, phone)]).toEqual([[], []]);
    expect(await tablesWith(marksOf(moved.id, [moved.phone, phone], null))).toEqual(['public.maklumat_applicant']);
  });

  it('lets the same person register again with the same number and NIK, and begin with nothing', async () => {
    const again = await registerResident(app.url, {
      name: 'Ratna Melati',
      phone: person.phone,
      ...(person.nik ? { nik: person.nik } : {}),
    });
    const client = await asCitizen(app.url, again);
    expect((await client.get('/api/cases').expect(200)).body).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
    expect((await client.get('/api/drafts').expect(200)).body).toMatchObject({ data: [] });
    expect(again.id).not.toBe(person.id);
  });

  it('of a person without anything says so, in English too', async () => {
    const client = await asCitizen(app.url, await registerOutsider(app.url));
    const { body } = await client.delete('/api/me').set('Accept-Language', 'en').expect(200);
    expect(Erasure.parse(body).data.kept).toEqual([
      expect.objectContaining({ what: expect.stringContaining('Proof of the erasure') as unknown }),
    ]);
  });

  it('asked for twenty times at once happens once', async () => {
    const client = await asCitizen(app.url, await registerOutsider(app.url));
    await submitAs(client);
    const statuses = await Promise.all(Array.from({ length: 20 }, () => client.delete('/api/me').then(({ status }) => status)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
  });

  it('and a submission at the same moment leave no case with a name in it', async () => {
    const citizenAtOnce = await registerOutsider(app.url, { name: 'Serentak Sekali' });
    const client = await asCitizen(app.url, citizenAtOnce);
    const files = await Promise.all(Array.from({ length: 6 }, () => upload(client)));
    const submissions = files.map((file) =>
      client.post('/api/cases').send({ service: 'informasi-publik', answers: answersWith(file, { nama: 'Serentak Sekali' }) }),
    );
    const [erased, ...submitted] = await Promise.all([client.delete('/api/me'), ...submissions]);
    expect(erased.status).toBe(200);
    for (const { status } of submitted) expect([201, 401]).toContain(status);
    expect(await countIn('maklumat_case', 'applicant_id = $1', [citizenAtOnce.id])).toBe(0);
    expect(await countIn('maklumat_case_personal p JOIN maklumat_case c ON c.id = p.case_id', 'c.erased_at IS NOT NULL')).toBe(0);
  });
});
