import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type request from 'supertest';
import { startApp, type App } from '../support/app';
import { asCitizen, registerOutsider, registerResident, type Citizen } from '../support/citizens';
import { query } from '../support/database';
import { anOffice, type Office } from '../support/desk';
import { beginForm, formOf, photograph } from '../support/files';
import { api, type Api } from '../support/http';
import { aPdf, answersWith, upload, type Submitted } from '../support/requests';
import { until } from '../support/until';

let app: App;
let anyone: Api;
let siti: Api;
let budi: Api;
let sitiHerself: Citizen;
let office: Office;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  sitiHerself = await registerResident(app.url);
  siti = await asCitizen(app.url, sitiHerself);
  budi = await asCitizen(app.url, await registerOutsider(app.url));
  office = await anOffice(app.url);
});
afterAll(() => app.stop());

interface ErrorBody {
  error: { details: { kind: string } };
}
interface Link {
  url: string;
  expiresAt: string;
}

const notFound = { error: { status: 404, details: { kind: 'not-found' }, message: 'Dokumen tidak ditemukan.' } };
const linkOf = async (call: PromiseLike<request.Response>): Promise<Link> => {
  const response = await call;
  expect({ status: response.status, body: response.body as unknown }).toMatchObject({ status: 201 });
  return (response.body as { data: Link }).data;
};
const pathOf = ({ url }: Link): string => url.slice(app.url.length);
const open = (link: Link) => anyone.get(pathOf(link)).responseType('blob');
const ownLink = (client: Api, id: string) => client.post(`/api/attachments/${id}/links`);

async function file(client: Api, answers: Record<string, unknown>): Promise<Submitted> {
  const response = await client.post('/api/cases').send({ service: 'informasi-publik', answers });
  expect({ status: response.status, body: response.body as unknown }).toMatchObject({ status: 201 });
  return (response.body as { data: Submitted }).data;
}

describe('an upload with an owner', () => {
  it('is opened by the owner through a link that needs no session and is never kept by a cache', async () => {
    const content = await aPdf('Kartu Siti');
    const id = await upload(siti, 'ktp.pdf', content);
    const link = await linkOf(ownLink(siti, id));
    expect(pathOf(link)).toMatch(/^\/api\/files\/[\w-]+$/);
    expect(link.expiresAt).toMatch(/\+07:00$/);
    const { body, headers } = await open(link).expect(200);
    expect(body).toEqual(content);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'attachment; filename="ktp.pdf"',
    });
  });

  it('cannot be told by anybody else from one that does not exist', async () => {
    const id = await upload(siti);
    for (const unknown of [id, '4f6c2a2e-7d3a-4d2b-9a57-0a4f3a2b1c0d']) {
      expect((await ownLink(budi, unknown).expect(404)).body).toMatchObject(notFound);
      expect((await budi.delete(`/api/attachments/${unknown}`).expect(404)).body).toMatchObject(notFound);
    }
    await ownLink(anyone, id).expect(401);
    await anyone.delete(`/api/attachments/${id}`).expect(401);
    await linkOf(ownLink(siti, id));
  });

  it('is used in a case by the owner alone', async () => {
    const id = await upload(siti);
    for (const client of [budi, anyone]) {
      const { body } = await client
        .post('/api/cases')
        .send({ service: 'informasi-publik', answers: answersWith(id) })
        .expect(400);
      expect(body).toMatchObject({ error: { details: { kind: 'invalid-answers', fields: { identitas: expect.any(Array) as unknown } } } });
    }
    const { number } = await file(siti, answersWith(id));
    // Once the case has it, the case says who may open it.
    expect((await ownLink(siti, id).expect(404)).body).toMatchObject(notFound);
    expect((await siti.delete(`/api/attachments/${id}`).expect(404)).body).toMatchObject(notFound);
    await open(await linkOf(siti.post(`/api/cases/${number}/documents/${id}/links`))).expect(200);
  });

  it('goes to one case alone, also of two that are filed at once', async () => {
    const id = await upload(siti);
    const filed = await Promise.all(
      Array.from({ length: 4 }, () => siti.post('/api/cases').send({ service: 'informasi-publik', answers: answersWith(id) })),
    );
    expect(filed.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    for (const { status, body } of filed)
      if (status === 400) expect(['file-missing', 'invalid-answers']).toContain((body as ErrorBody).error.details.kind);
  });

  it('is saved under a name whose ending says what it is, and that a header can carry', async () => {
    for (const [name, expected] of [
      ['surat.hta', 'surat.hta.pdf'],
      [`a${'😀'.repeat(100)}.pdf`, `a${'😀'.repeat(72)}.pdf`],
    ] as const) {
      const link = await linkOf(ownLink(siti, await upload(siti, name)));
      const { headers } = await open(link).expect(200);
      expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain(expected);
    }
  });

  it('is gone when the owner deletes it, with the links to it', async () => {
    const id = await upload(siti, 'foto.jpg', await photograph(400, 300));
    const link = await linkOf(ownLink(siti, id));
    await siti.delete(`/api/attachments/${id}`).expect(200);
    expect((await anyone.get(pathOf(link)).expect(404)).body).toMatchObject(notFound);
    await siti.delete(`/api/attachments/${id}`).expect(404);
    expect(await query(app.databaseUrl, 'SELECT 1 FROM maklumat_attachment WHERE id = $1', [id])).toEqual([]);
  });
});

describe('an upload that comes in slowly', () => {
  it('is not kept when its owner has everything erased meanwhile', async () => {
    const person = await registerOutsider(app.url);
    const begun = await beginForm(app.url, formOf('ktp.pdf', await aPdf()), { Authorization: `Bearer ${person.jwt}` });
    await until(
      () => readdir(join(app.dataDirectory, 'incoming')),
      (names) => names.length > 0,
    );
    await (await asCitizen(app.url, person)).delete('/api/me').expect(200);
    expect(await begun.finish()).toMatchObject({ status: 401, body: { error: { details: { kind: 'unauthorized' } } } });
    expect(await query(app.databaseUrl, 'SELECT 1 FROM maklumat_attachment WHERE applicant_id = $1', [person.id])).toEqual([]);
    expect(await readdir(join(app.dataDirectory, 'incoming'))).toEqual([]);
  });
});

describe('an upload without an owner', () => {
  it('is used by whoever knows its id, and becomes theirs', async () => {
    const id = await upload(anyone);
    expect((await ownLink(siti, id).expect(404)).body).toMatchObject(notFound);
    await file(budi, answersWith(id));
    expect(await query(app.databaseUrl, 'SELECT applicant_id IS NOT NULL AS owned FROM maklumat_attachment WHERE id = $1', [id])).toEqual([
      { owned: true },
    ]);
  });
});

describe('a document of a case', () => {
  let case_: Submitted;
  let identitas: string;
  beforeAll(async () => {
    identitas = await upload(siti, 'ktp.jpg', await photograph(640, 480));
    case_ = await file(siti, answersWith(identitas));
  });
  const path = (id: string): string => `/cases/${case_.number}/documents/${id}/links`;

  it('is linked for the applicant, by session or by tracking code', async () => {
    for (const id of [identitas, 'receipt']) {
      await open(await linkOf(siti.post(`/api${path(id)}`))).expect(200);
      await open(await linkOf(anyone.post(`/api${path(id)}`).set('X-Tracking-Token', case_.trackingToken))).expect(200);
    }
  });

  it('is not found under a number that no case can have', async () => {
    for (const number of ['%00', `${case_.number}%00`, 'x'.repeat(61)]) {
      for (const path of ['', '/documents/receipt', '/accesses']) expect((await siti.get(`/api/cases/${number}${path}`)).status).toBe(404);
    }
  });

  it('is linked for nobody else', async () => {
    for (const id of [identitas, 'receipt', 'tidak-ada']) {
      await budi.post(`/api${path(id)}`).expect(404);
      await anyone.post(`/api${path(id)}`).expect(404);
      await office.head
        .post(`/maklumat/desk${path(id)}`)
        .send({})
        .expect(404);
      await office.content
        .post(`/maklumat/desk${path(id)}`)
        .send({})
        .expect(403);
    }
    expect((await siti.post(`/api${path('tidak-ada')}`).expect(404)).body).toMatchObject(notFound);
  });

  it('is linked for the officers on it, with a small picture for the desk', async () => {
    const whole = await open(await linkOf(office.officer.post(`/maklumat/desk${path(identitas)}`).send({}))).expect(200);
    const small = await open(await linkOf(office.officer.post(`/maklumat/desk${path(identitas)}`).send({ thumbnail: true }))).expect(200);
    expect(whole.headers['content-type']).toBe('image/jpeg');
    expect(small.headers['content-type']).toBe('image/jpeg');
    expect((small.body as Buffer).length).toBeLessThan((whole.body as Buffer).length);
    expect(
      (
        await office.officer
          .post(`/maklumat/desk${path('receipt')}`)
          .send({ thumbnail: true })
          .expect(404)
      ).body,
    ).toMatchObject(notFound);
  });
});

describe('a link', () => {
  it('ends after five minutes', async () => {
    const id = await upload(siti);
    await app.setClock('2026-11-23T09:00:00+07:00');
    const { phone, password } = sitiHerself;
    const session = await anyone.post('/api/auth/local').send({ identifier: phone, password }).expect(200);
    const link = await linkOf(ownLink(await asCitizen(app.url, session.body as { jwt: string }), id));
    expect(link.expiresAt).toMatch(/^2026-11-23T09:05:0\d/);
    await app.setClock('2026-11-23T09:04:55+07:00');
    await open(link).expect(200);
    await app.setClock('2026-11-23T09:05:10+07:00');
    expect((await anyone.get(pathOf(link)).expect(404)).body).toMatchObject(notFound);
  });

  it('cannot be forged: neither changed, nor made of something else that was sealed', async () => {
    const [row] = await query<{ sealed_name: string }>(app.databaseUrl, 'SELECT sealed_name FROM maklumat_attachment LIMIT 1');
    const sealed = Buffer.from(row?.sealed_name ?? '').toString('base64url');
    for (const token of [sealed, 'x', 'a'.repeat(1_900), 'a'.repeat(2_100), Buffer.from('k1.AAAA.AAAA.AAAA').toString('base64url')])
      expect((await anyone.get(`/api/files/${token}`).expect(404)).body).toMatchObject(notFound);
  });
});
