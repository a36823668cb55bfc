import { bearer, createOfficer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { api, type Api } from '../support/http';
import { answersWith, upload } from '../support/requests';
import { until } from '../support/until';

let app: App;
let anyone: Api;
let staff: Api;

const slug = 'informasi-publik';
const path = `/maklumat/definitions/${slug}/replay`;

interface Replay {
  id: string;
  state: string;
  total: number;
  done: number;
  differing: number;
  kinds: Record<string, number>;
  differences: { number: string; changes: { kind: string; before: string[]; after: string[] }[] }[];
}

const dataOf = (body: unknown): Replay => (body as { data: Replay }).data;
const numbers: string[] = [];

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  anyone = await api(app.url);
  staff = await api(app.url, bearer(await logIn(app.url)));
  for (const over of [{}, { jenisPemohon: 'kelompok' }, { format: 'hardcopy', caraPengiriman: 'pos' }]) {
    const answers = answersWith(await upload(anyone), over);
    const { body } = await anyone.post('/api/cases').send({ service: slug, answers }).expect(201);
    numbers.push((body as { data: { number: string } }).data.number);
  }
});
afterAll(() => app.stop());

const rules = async (): Promise<Record<string, unknown>[]> => {
  const { body } = await staff.get(`/maklumat/definitions/${slug}/bundle`).expect(200);
  return (body as { data: { rules: Record<string, unknown>[] } }).data.rules;
};
const finished = async (draft?: object): Promise<Replay> => {
  const { body } = await staff
    .post(path)
    .send(draft ? { draft } : {})
    .expect(202);
  const { id } = dataOf(body);
  return until(
    async () => dataOf((await staff.get(`/maklumat/replays/${id}`).expect(200)).body),
    ({ state }) => state !== 'queued' && state !== 'running',
  );
};

it('finds nothing when the draft decides as its version did', async () => {
  expect(await finished()).toMatchObject({ state: 'done', total: 3, done: 3, differing: 0, kinds: {}, differences: [] });
});

it('names each case that other rules would decide otherwise, by kind and both sides, and nothing of what was answered', async () => {
  const refuse = {
    key: 'bukan-kelompok',
    when: { fact: 'answers.jenisPemohon', operator: 'is', value: 'kelompok' },
    then: { type: 'refuse' },
    sentence: 'Kelompok orang tidak dilayani.',
  };
  const result = await finished({ rules: [...(await rules()), refuse] });
  expect(result).toMatchObject({ state: 'done', done: 3, differing: 1, kinds: { eligibility: 1 } });
  expect(result.differences).toEqual([
    { number: numbers[1], version: 1, changes: [{ kind: 'eligibility', before: [], after: ['bukan-kelompok'] }] },
  ]);
  expect(JSON.stringify(result)).not.toMatch(/Siti|0812|628/);
});

it('can be called off, and stays so', async () => {
  const { id } = dataOf((await staff.post(path).send({}).expect(202)).body);
  const { body } = await staff.post(`/maklumat/replays/${id}/cancel`).send({}).expect(200);
  const { state } = dataOf(body);
  expect(['cancelled', 'done']).toContain(state);
  const later = await until(
    async () => dataOf((await staff.get(`/maklumat/replays/${id}`).expect(200)).body),
    ({ state: now }) => now === state,
  );
  expect(later.id).toBe(id);
});

it('is refused for a draft that cannot be read, for an unknown service and to whoever may not edit definitions', async () => {
  await staff
    .post(path)
    .send({ draft: { rules: 'semua' } })
    .expect(400);
  await staff.post('/maklumat/definitions/paspor/replay').send({}).expect(404);
  await staff.get('/maklumat/replays/1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b').expect(404);
  const officer = await createOfficer(app.url, 'maklumat-officer', ['ppid'], 'Olga Petugas');
  const other = await api(app.url, officer.headers);
  await other.post(path).send({}).expect(403);
  await anyone.post(path).send({}).expect(401);
});
