import request from 'supertest';
import { startApp, type App } from '../support/app';
import { registerOutsider } from '../support/citizens';
import { anOffice, deskCase, type Office } from '../support/desk';
import { api, type Api } from '../support/http';
import { answersWith, submit, upload } from '../support/requests';

let app: App;
let anyone: Api;
let office: Office;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  office = await anOffice(app.url);
});
afterAll(() => app.stop());

interface Entry {
  documentId: string;
}

/** What the content admin does in the Content Manager, through the calls that it makes. */
const manager = {
  path: (type: string) => `/content-manager/collection-types/plugin::maklumat.${type}`,
  async find(type: string, filter: string): Promise<Entry & Record<string, unknown>> {
    const { body } = await request(app.url)
      .get(`${manager.path(type)}?${filter}`)
      .set(office.people.content.headers)
      .expect(200);
    const [entry] = (body as { results: (Entry & Record<string, unknown>)[] }).results;
    if (!entry) throw new Error(`no ${type} with ${filter}`);
    return entry;
  },
  send: (method: 'post' | 'put', path: string, data: object) =>
    request(app.url)[method](path).set(office.people.content.headers).send(data),
};

const service = async (slug: string) => {
  const { body } = await anyone.get(`/api/services/${slug}`).expect(200);
  return (body as { data: { version: number; standard: { servicePoint: { fee: string; requirements: string[] } } } }).data;
};

async function openService(slug: string): Promise<{ path: string; entry: Record<string, unknown> }> {
  const { documentId } = await manager.find('service', `filters[slug][$eq]=${slug}`);
  const path = `${manager.path('service')}/${documentId}`;
  const { body } = await request(app.url).get(path).set(office.people.content.headers).expect(200);
  return { path, entry: (body as { data: Record<string, unknown> }).data };
}

it('a component edited and published is at once what REST shows, while an open case keeps its version', async () => {
  const { number, trackingToken } = await submit(anyone);
  const { path } = await openService('informasi-publik');
  await manager.send('put', path, { fee: 'Tidak dipungut biaya; penggandaan oleh pemohon.' }).expect(200);
  expect((await service('informasi-publik')).standard.servicePoint.fee).toBe('Tidak dipungut biaya (gratis).');

  await manager.send('post', `${path}/actions/publish`, {}).expect(200);
  expect(await service('informasi-publik')).toMatchObject({
    version: 2,
    standard: { servicePoint: { fee: 'Tidak dipungut biaya; penggandaan oleh pemohon.' } },
  });
  const { body: old } = await anyone.get('/api/services/informasi-publik?version=1').expect(200);
  expect(old).toMatchObject({ data: { standard: { servicePoint: { fee: 'Tidak dipungut biaya (gratis).' } } } });

  const { body: pinned } = await anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', trackingToken).expect(200);
  expect(pinned).toMatchObject({ data: { version: 1 } });
  const fresh = await submit(anyone);
  const { body: later } = await anyone.get(`/api/cases/${fresh.number}`).set('X-Tracking-Token', fresh.trackingToken).expect(200);
  expect(later).toMatchObject({ data: { version: 2 } });
});

it('publishing the same words again makes no new version', async () => {
  const { path } = await openService('email-go-id');
  await manager.send('post', `${path}/actions/publish`, {}).expect(200);
  expect((await service('email-go-id')).version).toBe(1);
});

it('a definition that contradicts itself is refused with what to mend, and the public side stays', async () => {
  const before = await service('informasi-publik');
  const { path, entry } = await openService('informasi-publik');
  const procedure = JSON.parse(JSON.stringify(entry.procedure)) as { steps: { key: string; outcomes: { to?: string }[] }[] };
  const step = procedure.steps.find(({ key }) => key === 'arsip');
  if (step?.outcomes[0]) step.outcomes[0].to = 'gudang';
  await manager.send('put', path, { procedure }).expect(200);
  const { body } = await manager.send('post', `${path}/actions/publish`, {}).expect(400);
  expect(body).toMatchObject({
    error: { message: expect.stringContaining('"gudang" yang tidak ada') as unknown, details: { kind: 'publish-refused' } },
  });
  expect((await service('informasi-publik')).version).toBe(before.version);
  await manager.send('put', path, { procedure: entry.procedure }).expect(200);
});

it('an example that comes out otherwise stops the publishing', async () => {
  const { path, entry } = await openService('informasi-publik');
  const examples = JSON.parse(JSON.stringify(entry.examples)) as { expect: { deadline?: string } }[];
  if (examples[0]) examples[0].expect.deadline = '2026-01-19T16:00:00+07:00';
  await manager.send('put', path, { examples }).expect(200);
  const { body } = await manager.send('post', `${path}/actions/publish`, {}).expect(400);
  expect((body as { error: { message: string } }).error.message).toContain('2026-01-20T16:00:00+07:00');
  await manager.send('put', path, { examples: entry.examples }).expect(200);
});

it('the maklumat edited and published is at once what REST shows', async () => {
  const { documentId } = await manager.find('charter', 'page=1');
  const path = `${manager.path('charter')}/${documentId}`;
  await manager.send('put', path, { signatory: 'Pejabat Baru, S.Kom' }).expect(200);
  await manager.send('post', `${path}/actions/publish`, {}).expect(200);
  const { body } = await anyone.get('/api/charters').expect(200);
  expect(body).toMatchObject({ data: [{ signatory: 'Pejabat Baru, S.Kom' }] });
});

it('a holiday declared later moves the deadline of an open case, and taking it back moves it again', async () => {
  const { number, trackingToken } = await submit(anyone);
  const due = async () => (await deskCase(office.ppid, number)).deadline.at;
  const before = await due();
  const date = before.slice(0, 10);
  const { body } = await manager
    .send('post', manager.path('holiday'), { date, name: 'Hari Jadi Kota Uji', kind: 'libur_setempat' })
    .expect(201);
  expect((await due()) > before).toBe(true);
  const { body: seen } = await anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', trackingToken).expect(200);
  expect(JSON.stringify((seen as { data: { deadline: unknown } }).data.deadline)).toContain('Hari Jadi Kota Uji');
  await request(app.url)
    .delete(`${manager.path('holiday')}/${(body as { data: Entry }).data.documentId}`)
    .set(office.people.content.headers)
    .expect(200);
  expect(await due()).toBe(before);
});

it('a calendar cannot be left in a state that no deadline could be counted with', async () => {
  const { documentId } = await manager.find('calendar', 'filters[slug][$eq]=kota-probolinggo');
  const path = `${manager.path('calendar')}/${documentId}`;
  const { body } = await manager
    .send('put', path, { officeHours: [{ day: 'Senin', opens: '16:00:00.000', closes: '07:00:00.000' }] })
    .expect(400);
  expect((body as { error: { message: string } }).error.message).toContain('Jam tutup harus sesudah jam buka');
  await request(app.url).delete(path).set(office.people.content.headers).expect(400);
  await anyone.post('/api/services/informasi-publik/assessments').send({ answers: {} }).expect(200);
});

it('what belongs to a person is told in the zone of the office whose procedure registers people', async () => {
  const { jwt } = await registerOutsider(app.url);
  const since = async () => {
    const { body } = await anyone.get('/api/me').set('Authorization', `Bearer ${jwt}`).expect(200);
    return (body as { data: { createdAt: string } }).data.createdAt;
  };
  const before = await since();
  expect(before).toMatch(/\+07:00$/);
  const { documentId, zone } = await manager.find('calendar', 'filters[slug][$eq]=kota-probolinggo');
  const path = `${manager.path('calendar')}/${documentId}`;
  await manager.send('put', path, { zone: 'WITA' }).expect(200);
  expect(await since()).toMatch(/\+08:00$/);
  expect(Date.parse(await since())).toBe(Date.parse(before));
  await manager.send('put', path, { zone }).expect(200);
});

it('a rule that requires an answer is held at submission, with its sentence at the field', async () => {
  const { path, entry } = await openService('informasi-publik');
  const sentence = 'Kelompok orang menyebutkan pekerjaan wakilnya.';
  const rule = {
    key: 'pekerjaan-wakil',
    when: { fact: 'answers.jenisPemohon', operator: 'is', value: 'kelompok' },
    then: { type: 'require', field: 'pekerjaan' },
    sentence,
  };
  await manager.send('put', path, { rules: [...(entry.rules as object[]), rule] }).expect(200);
  await manager.send('post', `${path}/actions/publish`, {}).expect(200);
  const answers = answersWith(await upload(anyone), { jenisPemohon: 'kelompok' });
  const { body } = await anyone.post('/api/cases').send({ service: 'informasi-publik', answers }).expect(400);
  expect(body).toMatchObject({ error: { details: { kind: 'invalid-answers', fields: { pekerjaan: [sentence] } } } });
  await anyone
    .post('/api/cases')
    .send({ service: 'informasi-publik', answers: { ...answers, pekerjaan: 'Guru' } })
    .expect(201);
});
