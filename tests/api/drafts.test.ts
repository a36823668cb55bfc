import { randomUUID } from 'node:crypto';
import { bearer, logIn as logInToCms } from '../support/admin';
import { startApp, type App } from '../support/app';
import { asCitizen, messagesTo, registerOutsider, registerResident, type Citizen } from '../support/citizens';
import { findContent, saveContent } from '../support/content';
import { query } from '../support/database';
import { api, type Api } from '../support/http';
import { libraryCard } from '../support/libraryCard';
import { answersWith, upload } from '../support/requests';
import { until } from '../support/until';

let app: App;
let citizen: Citizen;
let me: Api;
let another: Api;
let anyone: Api;

const received = '2026-01-05T09:00:00+07:00';
const nothing = randomUUID();

beforeAll(async () => {
  app = await startApp();
  await app.setClock(received);
  citizen = await registerResident(app.url);
  me = await asCitizen(app.url, citizen);
  another = await asCitizen(app.url, await registerOutsider(app.url));
  anyone = await api(app.url);
});
afterAll(() => app.stop());

interface Draft {
  id: string;
  revision: number;
  answers: Record<string, unknown>;
  files: { id: string; name: string }[];
  updatedAt: string;
  expiresAt: string;
}

const dataOf = <T>(body: unknown): T => (body as { data: T }).data;
const service = 'informasi-publik';

async function saved(answers: Record<string, unknown>, client = me): Promise<Draft> {
  const { body } = await client.post('/api/drafts').send({ service, answers }).expect(201);
  return dataOf(body);
}
const read = async (id: string): Promise<Draft> => dataOf((await me.get(`/api/drafts/${id}`).expect(200)).body);
const gone = (id: string) => me.get(`/api/drafts/${id}`).expect(404);
const kind = (body: unknown): string => (body as { error: { details: { kind: string } } }).error.details.kind;
const fieldsOf = (body: unknown) => (body as { error: { details: { fields?: Record<string, string[]> } } }).error.details.fields;

describe('a draft', () => {
  it('is resumed on another device as it was left, finished or not', async () => {
    const answers = { nama: 'S', jenisPemohon: 'belum-ada', telepon: 12, tidakDikenal: [{ dalam: null }], rincian: '' };
    const { id, updatedAt, expiresAt } = await saved(answers);
    expect(Date.parse(expiresAt) - Date.parse(updatedAt)).toBe(30 * 86_400_000);
    expect(updatedAt).toMatch(/^2026-01-05T.*\+07:00$/);

    const { body } = await anyone.post('/api/auth/local').send({ identifier: citizen.phone, password: citizen.password }).expect(200);
    const phone = await asCitizen(app.url, body as { jwt: string });
    const resumed = await phone.get(`/api/drafts/${id}`).expect(200);
    expect(resumed.body).toMatchObject({ data: { id, answers, files: [], revision: 1, service: { slug: service } } });
    expect(resumed.headers['cache-control']).toBe('no-store');
    const list = dataOf<{ id: string }[]>((await phone.get('/api/drafts').expect(200)).body);
    expect(list.map((row) => row.id)).toContain(id);
    expect(JSON.stringify(list)).not.toContain('tidakDikenal');
  });

  it('is listed last saved first', async () => {
    const [one, other] = [await saved({ nama: 'Satu' }), await saved({ nama: 'Dua' })];
    await me
      .put(`/api/drafts/${one.id}`)
      .send({ answers: { nama: 'Satu lagi' }, revision: 1 })
      .expect(200);
    const list = dataOf<{ id: string }[]>((await me.get('/api/drafts').expect(200)).body).map(({ id }) => id);
    expect(list.indexOf(one.id)).toBeLessThan(list.indexOf(other.id));
  });

  it('is not overwritten by a device that looked at an older one', async () => {
    const { id } = await saved({ nama: 'Awal' });
    const replaced = await me
      .put(`/api/drafts/${id}`)
      .send({ answers: { nama: 'Telepon' }, revision: 1 })
      .expect(200);
    expect(replaced.body).toMatchObject({ data: { revision: 2, answers: { nama: 'Telepon' } } });
    const stale = await me
      .put(`/api/drafts/${id}`)
      .send({ answers: { nama: 'Laptop' }, revision: 1 })
      .expect(409);
    expect(kind(stale.body)).toBe('stale-sequence');
    expect((await read(id)).answers).toEqual({ nama: 'Telepon' });
  });

  it('of ten devices that save the same revision at once, one wins', async () => {
    const { id } = await saved({});
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, device) => me.put(`/api/drafts/${id}`).send({ answers: { nama: `Gawai ${device}` }, revision: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect((await read(id)).revision).toBe(2);
  });

  it('is made once per Idempotency-Key', async () => {
    const key = randomUUID();
    const post = (answers: object) => me.post('/api/drafts').set('Idempotency-Key', key).send({ service, answers });
    const [first, again] = [await post({ nama: 'Sekali' }).expect(201), await post({ nama: 'Sekali' }).expect(201)];
    expect(again.body).toEqual(first.body);
    expect(kind((await post({ nama: 'Lain' }).expect(409)).body)).toBe('idempotency-conflict');
    // The same key of another person is another key.
    const theirs = await another.post('/api/drafts').set('Idempotency-Key', key).send({ service, answers: {} }).expect(201);
    expect(dataOf<Draft>(theirs.body).id).not.toBe(dataOf<Draft>(first.body).id);
  });

  it.each([
    ['does not exist', 'tidak-ada'],
    ['takes no requests', 'view-registrasi'],
  ])('is not kept for a service that %s', async (_what, slug) => {
    await me.post('/api/drafts').send({ service: slug, answers: {} }).expect(404);
  });

  it('says that its service takes no requests any more, and can still be read and deleted', async () => {
    const headers = bearer(await logInToCms(app.url));
    const staff = await api(app.url, headers);
    await staff.post('/maklumat/definitions/bundle').send(libraryCard).expect(200);
    await staff.post(`/maklumat/definitions/${libraryCard.slug}/publish`).send({}).expect(200);
    const { body } = await me
      .post('/api/drafts')
      .send({ service: libraryCard.slug, answers: { nama: 'Siti' } })
      .expect(201);
    expect(body).toMatchObject({ data: { service: { slug: libraryCard.slug, name: libraryCard.name, open: true } } });
    const { id } = dataOf<Draft>(body);
    await saveContent(
      app.url,
      headers,
      'service',
      { listed: false },
      await findContent(app.url, headers, 'service', 'slug', libraryCard.slug),
    );
    await staff.post(`/maklumat/definitions/${libraryCard.slug}/publish`).send({}).expect(200);
    const rows = dataOf<{ id: string }[]>((await me.get('/api/drafts').expect(200)).body);
    expect(rows.find((row) => row.id === id)).toMatchObject({ service: { name: libraryCard.name, open: false } });
    const { body: described } = await anyone.get(`/api/services/${libraryCard.slug}`).expect(200);
    expect(described).toMatchObject({ data: { operable: false } });
    expect((await read(id)).answers).toEqual({ nama: 'Siti' });
    await me.put(`/api/drafts/${id}`).send({ answers: {}, revision: 1 }).expect(404);
    await me.delete(`/api/drafts/${id}`).expect(200);
  });

  it('says nothing of its answers in the tables', async () => {
    const { id } = await saved({ nama: 'Kuncoro Wibisono', rincian: 'rahasia-draf-7781' });
    const [row] = await query(app.databaseUrl, 'SELECT * FROM maklumat_draft WHERE id = $1', [id]);
    expect(JSON.stringify(row)).not.toMatch(/Kuncoro|rahasia-draf/);
  });

  it('is deleted with its files', async () => {
    const identitas = await upload(me);
    const { id } = await saved({ identitas });
    await me.delete(`/api/drafts/${id}`).expect(200);
    await gone(id);
    await me.delete(`/api/drafts/${id}`).expect(404);
    expect(await query(app.databaseUrl, 'SELECT 1 FROM maklumat_attachment WHERE id = $1', [identitas])).toEqual([]);
  });
});

describe('files of a draft', () => {
  const draftOf = async (file: string) => {
    const [row] = await query<{ draft_id: string | null }>(app.databaseUrl, 'SELECT draft_id FROM maklumat_attachment WHERE id = $1', [
      file,
    ]);
    return row?.draft_id;
  };

  it('are those that its answers name in file fields, and no others', async () => {
    const [identitas, other] = [await upload(me, 'ktp.pdf'), await upload(me, 'paspor.pdf')];
    const { id, files } = await saved({ identitas, nama: other });
    expect(files).toMatchObject([{ id: identitas, name: 'ktp.pdf' }]);
    expect([await draftOf(identitas), await draftOf(other)]).toEqual([id, null]);
    await me
      .put(`/api/drafts/${id}`)
      .send({ answers: { identitas: other }, revision: 1 })
      .expect(200);
    expect([await draftOf(identitas), await draftOf(other)]).toEqual([null, id]);
  });

  it('may have been uploaded before the person logged in, and are theirs then', async () => {
    const identitas = await upload(anyone);
    await saved({ identitas });
    await another.post('/api/drafts').send({ service, answers: { identitas } }).expect(400);
  });

  it.each([
    ['of somebody else', () => upload(another)],
    ['that does not exist', () => Promise.resolve(randomUUID())],
    ['that is not even an id', () => Promise.resolve('ktp.pdf')],
  ])('are not %s', async (_what, file) => {
    const before = dataOf<unknown[]>((await me.get('/api/drafts').expect(200)).body).length;
    const { body } = await me
      .post('/api/drafts')
      .send({ service, answers: { identitas: await file() } })
      .expect(400);
    expect(kind(body)).toBe('file-missing');
    expect(fieldsOf(body)).toEqual({ identitas: [expect.any(String)] });
    expect(dataOf<unknown[]>((await me.get('/api/drafts').expect(200)).body)).toHaveLength(before);
  });

  it('stay with the draft when a later saving is refused', async () => {
    const identitas = await upload(me);
    const { id } = await saved({ identitas });
    const { body } = await me
      .put(`/api/drafts/${id}`)
      .send({ answers: { identitas: nothing }, revision: 1 })
      .expect(400);
    expect(kind(body)).toBe('file-missing');
    expect(await read(id)).toMatchObject({ revision: 1, answers: { identitas }, files: [{ id: identitas }] });
  });
});

describe('filing a draft', () => {
  const file = (draft: string, answers: object, client = me) => client.post('/api/cases').send({ service, answers, draft });

  it('makes a case of it with its files, and the draft is gone', async () => {
    const identitas = await upload(me);
    const answers = answersWith(identitas);
    const { id } = await saved(answers);
    const { body } = await file(id, answers).expect(201);
    const { number } = dataOf<{ number: string }>(body);
    await gone(id);
    const filed = await me.get(`/api/cases/${number}`).expect(200);
    expect(filed.body).toMatchObject({ data: { answers: { identitas: { id: identitas } } } });
    await file(id, answersWith(await upload(me))).expect(404);
  });

  it('leaves the draft as it is when the request is refused', async () => {
    const identitas = await upload(me);
    const { id } = await saved({ identitas });
    await file(id, { identitas }).expect(400);
    expect(await read(id)).toMatchObject({ revision: 1, files: [{ id: identitas }] });
  });

  it('of ten that file the same draft at once makes one case', async () => {
    const answers = answersWith(await upload(me));
    const { id } = await saved(answers);
    const filed = await Promise.all(Array.from({ length: 10 }, () => file(id, answers)));
    expect(filed.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(404)]);
  });

  it('answers a repetition with the same key as it answered first', async () => {
    const answers = answersWith(await upload(me));
    const { id } = await saved(answers);
    const key = randomUUID();
    const first = await file(id, answers).set('Idempotency-Key', key).expect(201);
    expect((await file(id, answers).set('Idempotency-Key', key).expect(201)).body).toEqual(first.body);
  });

  it('is not for another service, for somebody else or for nobody', async () => {
    const { id } = await saved({ nama: 'Siti' });
    const elsewhere = await me.post('/api/cases').send({ service: 'informasi-dukcapil', draft: id, answers: {} }).expect(400);
    expect(fieldsOf(elsewhere.body)).toEqual({ draft: [expect.any(String)] });
    const theirs = await file(id, answersWith(await upload(another)), another).expect(404);
    const unknown = await file(nothing, answersWith(await upload(another)), another).expect(404);
    expect(theirs.body).toEqual(unknown.body);
    await file(id, answersWith(await upload(anyone)), anyone).expect(401);
    await read(id);
  });
});

it('are fifty at most, whoever asks at once', async () => {
  const client = await asCitizen(app.url, await registerOutsider(app.url));
  for (let count = 0; count < 48; count += 1) await saved({ count }, client);
  const more = await Promise.all(Array.from({ length: 6 }, () => client.post('/api/drafts').send({ service, answers: {} })));
  expect(more.map(({ status }) => status).sort()).toEqual([201, 201, 400, 400, 400, 400]);
  expect(dataOf<unknown[]>((await client.get('/api/drafts').expect(200)).body)).toHaveLength(50);
});

describe('the end of a draft', () => {
  const houseKeeping = async (): Promise<void> => {
    const [job] = await query<{ id: string }>(
      app.databaseUrl,
      `INSERT INTO pgboss.job (name) VALUES ('maklumat-housekeeping') RETURNING id`,
    );
    await until(
      () => query<{ state: string }>(app.databaseUrl, 'SELECT state FROM pgboss.job WHERE id = $1', [job?.id]),
      ([row]) => row?.state === 'completed',
    );
  };
  const logIn = async (person: Citizen): Promise<Api> => {
    const { body } = await anyone.post('/api/auth/local').send({ identifier: person.phone, password: person.password }).expect(200);
    return asCitizen(app.url, body as { jwt: string });
  };

  it('is announced once, three days before, and put off by saving again', async () => {
    await app.setClock(received);
    const person = await registerOutsider(app.url);
    const client = await logIn(person);
    const [left, kept] = [await saved({ nama: 'Ditinggal' }, client), await saved({ nama: 'Dipakai' }, client)];
    const notices = async () => (await messagesTo(app.url, person.phone)).filter((text) => text.includes('akan dihapus'));

    await app.setClock('2026-02-01T20:00:00+07:00');
    const again = await logIn(person);
    const late = await saved({ nama: 'Malam-malam terlewat' }, again);
    await houseKeeping();
    const announced = await until(notices, ({ length }) => length >= 2);
    expect(announced).toHaveLength(2);
    expect(announced[0]).toContain('Permohonan Informasi Publik');
    expect(announced[0]).toContain('Rabu 4 Februari 2026');
    await again
      .put(`/api/drafts/${kept.id}`)
      .send({ answers: { nama: 'Masih dipakai' }, revision: 1 })
      .expect(200);

    // As if it had been there all the time while no night told its owner.
    await query(app.databaseUrl, `UPDATE maklumat_draft SET updated_at = '2025-12-01T09:00:00+07:00' WHERE id = $1`, [late.id]);
    await app.setClock('2026-02-04T20:00:00+07:00');
    await houseKeeping();
    expect(await until(notices, ({ length }) => length >= 3)).toHaveLength(3);
    const later = await logIn(person);
    await later.get(`/api/drafts/${left.id}`).expect(404);
    await later.get(`/api/drafts/${kept.id}`).expect(200);
    const told = await later.get(`/api/drafts/${late.id}`).expect(200);
    expect(dataOf<Draft>(told.body).expiresAt).toMatch(/^2026-02-06T20:0/);
  });
});
