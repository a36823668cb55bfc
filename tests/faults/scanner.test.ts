import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, type App } from '../support/app';
import { aClamd, eicar, type Clamd } from '../support/clamd';
import { asCitizen, registerOutsider } from '../support/citizens';
import { query } from '../support/database';
import { anOffice, type Office } from '../support/desk';
import { api, type Api } from '../support/http';
import { aPdf, submit, upload } from '../support/requests';
import { until } from '../support/until';

let clamd: Clamd;
let app: App;
let anyone: Api;
let office: Office;

beforeAll(async () => {
  clamd = await aClamd();
  // The application starts without it.
  app = await startApp({ env: clamd.env });
  await clamd.start();
  anyone = await api(app.url);
  office = await anOffice(app.url);
});
afterAll(async () => {
  await app.stop();
  await clamd.remove();
});

/** A PDF that opens well and has the test text among its metadata. */
const infectedPdf = async (): Promise<Buffer> => {
  const pdf = await aPdf();
  const head = pdf.indexOf('\n') + 1;
  // Behind the header as a comment; what follows moves, so the place of the cross-references is told anew.
  const comment = Buffer.from(`%${eicar}\n`);
  const text = Buffer.concat([pdf.subarray(0, head), comment, pdf.subarray(head)]).toString('latin1');
  return Buffer.from(
    text.replace(/startxref\n(\d+)/, (_whole, told: string) => `startxref\n${Number(told) + comment.length}`),
    'latin1',
  );
};
const send = async (content: Buffer) => anyone.post('/api/attachments').attach('file', content, 'surat.pdf');
const stateOf = async (id: string): Promise<string | undefined> =>
  (await query<{ state: string }>(app.databaseUrl, 'SELECT state FROM maklumat_attachment WHERE id = $1', [id]))[0]?.state;
const contents = async (): Promise<string[]> =>
  (await readdir(join(app.dataDirectory, 'files'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

it('keeps what is clean, refuses what is infected and keeps nothing of it', async () => {
  const clean = await send(await aPdf());
  expect({ status: clean.status, body: clean.body as unknown }).toMatchObject({ status: 201, body: { data: { state: 'ready' } } });
  const before = await contents();
  const infected = await send(await infectedPdf());
  expect({ status: infected.status, body: infected.body as unknown }).toMatchObject({
    status: 422,
    body: { error: { details: { kind: 'file-infected' }, message: expect.stringContaining('berbahaya') as unknown } },
  });
  expect(await contents()).toEqual(before);
});

it('holds back what came while the scanner was silent, and settles it once it answers', async () => {
  const citizen = await asCitizen(app.url, await registerOutsider(app.url));
  await clamd.stop();
  const clean = await upload(citizen);
  const infected = await upload(citizen, 'surat.pdf', await infectedPdf());
  const free = await upload(citizen);
  const quarantined = { error: { status: 409, details: { kind: 'file-quarantined' } } };
  const { number } = await submit(citizen, { identitas: clean });
  const other = await submit(citizen, { identitas: infected, subjek: 'Anggaran pasar 2025' });
  const path = (of: { number: string }, id: string): string => `/cases/${of.number}/documents/${id}`;
  expect((await citizen.get(`/api${path({ number }, clean)}`).expect(409)).body).toMatchObject(quarantined);
  expect((await citizen.post(`/api/attachments/${free}/links`).expect(409)).body).toMatchObject(quarantined);
  expect((await office.officer.get(`/maklumat/desk${path({ number }, clean)}`).expect(409)).body).toMatchObject(quarantined);
  expect(
    (
      await office.officer
        .post(`/maklumat/desk${path({ number }, clean)}/links`)
        .send({})
        .expect(409)
    ).body,
  ).toMatchObject(quarantined);

  const tries = await query(
    app.databaseUrl,
    `SELECT DISTINCT retry_limit * retry_delay_max AS seconds FROM pgboss.job WHERE name = 'maklumat-scans'`,
  );
  expect(tries).toEqual([{ seconds: 86_400 }]);

  await clamd.start();
  await until(
    async () => [await stateOf(clean), await stateOf(free), await stateOf(infected)],
    (states) => !states.includes('quarantined'),
  );
  expect(await stateOf(infected)).toBe('infected');
  await citizen
    .get(`/api${path({ number }, clean)}`)
    .responseType('blob')
    .expect(200);
  await citizen.post(`/api/attachments/${free}/links`).expect(201);
  await citizen.get(`/api${path(other, infected)}`).expect(404);
  await office.officer.get(`/maklumat/desk${path(other, infected)}`).expect(404);
  await until(contents, (names) => !names.includes(infected));
});
