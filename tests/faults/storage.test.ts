import { startApp, type App } from '../support/app';
import { aBucket, type Bucket } from '../support/bucket';
import { query } from '../support/database';
import { anOffice } from '../support/desk';
import { photograph } from '../support/files';
import { api, type Api } from '../support/http';
import { aPdf, submit, upload } from '../support/requests';
import { until } from '../support/until';

let bucket: Bucket;
let app: App;
let anyone: Api;

beforeAll(async () => {
  bucket = await aBucket();
  app = await startApp({ env: bucket.env });
  anyone = await api(app.url);
});
afterAll(async () => {
  await app.stop();
  await bucket.remove();
});

const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`;

/** Has the nightly work done now. */
const tidy = async (): Promise<void> => {
  const [job] = await query<{ id: string }>(app.databaseUrl, `INSERT INTO pgboss.job (name) VALUES ('maklumat-housekeeping') RETURNING id`);
  await until(
    () => query<{ state: string }>(app.databaseUrl, 'SELECT state FROM pgboss.job WHERE id = $1', [job?.id]),
    ([now]) => now?.state === 'completed',
  );
};

it('keeps the files of a case in the bucket, opens them for the office, and sweeps what no case took', async () => {
  const content = await aPdf('Lampiran');
  const identitas = await upload(anyone, 'ktp.pdf', content);
  const { number } = await submit(anyone, { identitas });
  const unused = await upload(anyone, 'foto.jpg', await photograph(400, 300));
  const keys = await bucket.keys();
  expect(keys).toEqual(expect.arrayContaining([keyOf(identitas), keyOf(unused), `${keyOf(unused)}.thumbnail`]));

  const office = await anOffice(app.url);
  const { body } = await office.officer.get(`/maklumat/desk/cases/${number}/documents/${identitas}`).responseType('blob').expect(200);
  expect(body).toEqual(content);

  await tidy();
  expect(await bucket.keys()).toEqual(keys);
  await app.setClock(new Date(Date.now() + 40 * 86_400_000).toISOString());
  await tidy();
  const left = await bucket.keys();
  expect(left).toContain(keyOf(identitas));
  expect(left).not.toContain(keyOf(unused));
  expect(left).not.toContain(`${keyOf(unused)}.thumbnail`);
  expect(await query(app.databaseUrl, 'SELECT 1 FROM maklumat_attachment WHERE id = $1', [unused])).toEqual([]);
});

it('says so while the store does not answer, keeps nothing by halves, and goes on by itself', async () => {
  const identitas = await upload(anyone, 'ktp.pdf');
  const { number } = await submit(anyone, { identitas });
  const office = await anOffice(app.url);
  const count = () => query(app.databaseUrl, 'SELECT count(*) FROM maklumat_attachment');
  const before = await count();
  await bucket.stop();
  const { body } = await anyone
    .post('/api/attachments')
    .attach('file', await aPdf(), 'surat.pdf')
    .expect(503);
  expect(body).toMatchObject({ error: { details: { kind: 'unavailable' } } });
  expect(await count()).toEqual(before);
  await anyone.get('/api/health').expect(503);
  const stored = await office.officer.get(`/maklumat/desk/cases/${number}/documents/${identitas}`);
  expect([stored.status, (stored.body as { error: { details: { kind: string } } }).error.details.kind]).toEqual([503, 'unavailable']);

  await bucket.start();
  await upload(anyone);
  await anyone.get('/api/health').expect(200);
});
