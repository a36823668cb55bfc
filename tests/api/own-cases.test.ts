import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { asCitizen, registerOutsider, registerResident, verify, type Citizen } from '../support/citizens';
import { findContent, saveContent } from '../support/content';
import { decide } from '../support/desk';
import { api, type Api } from '../support/http';
import { libraryCard } from '../support/libraryCard';
import { answersWith, submit, upload } from '../support/requests';

let app: App;
let anyone: Api;
let staff: Api;
let headers: Record<string, string>;
let resident: Citizen;
let me: Api;
let outsider: Api;

const { slug } = libraryCard;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  headers = bearer(await logIn(app.url));
  anyone = await api(app.url);
  staff = await api(app.url, headers);
  resident = await registerResident(app.url);
  me = await asCitizen(app.url, resident);
  outsider = await asCitizen(app.url, await registerOutsider(app.url));
});
afterAll(() => app.stop());

const dataOf = <T>(body: unknown): T => (body as { data: T }).data;

interface Listed {
  number: string;
  service: { slug: string; name: string };
  status: string;
  statusLabel: string;
  result: string | null;
  receivedAt: string;
  deadlineAt: string | null;
  waitsForMe: boolean;
}

const listed = async (client: Api, query = ''): Promise<Listed[]> => dataOf((await client.get(`/api/cases${query}`).expect(200)).body);
const row = async (client: Api, number: string): Promise<Listed> => {
  const found = (await listed(client, '?pageSize=100')).find((candidate) => candidate.number === number);
  if (!found) throw new Error(`${number} is not in the list`);
  return found;
};

describe('the list of own cases', () => {
  it('is empty before the first', async () => {
    const client = await asCitizen(app.url, await registerOutsider(app.url));
    const { body } = await client.get('/api/cases').expect(200);
    expect(body).toEqual({ data: [], meta: { pagination: { page: 1, pageSize: 25, pageCount: 0, total: 0 } } });
  });

  it('has what this person filed, the newest first, page by page, and nobody else’s', async () => {
    const client = await asCitizen(app.url, await registerOutsider(app.url));
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) numbers.unshift((await submit(client)).number);
    await submit(outsider);
    await submit(anyone);
    expect((await listed(client)).map(({ number }) => number)).toEqual(numbers);
    const { body } = await client.get('/api/cases?page=2&pageSize=2').expect(200);
    expect(body).toMatchObject({
      data: [{ number: numbers[2] }],
      meta: { pagination: { page: 2, pageSize: 2, pageCount: 2, total: 3 } },
    });
    await client.get('/api/cases?pageSize=101').expect(400);
  });

  it('says how each stands: the deadline in the zone of the office, and whether it waits for the applicant', async () => {
    const { number } = await submit(me);
    expect(await row(me, number)).toMatchObject({
      service: { slug: 'informasi-publik', name: 'Pelayanan Permohonan Informasi Publik' },
      status: 'submitted',
      statusLabel: 'Diajukan',
      result: null,
      receivedAt: expect.stringMatching(/^2026-01-05T09:0.*\+07:00$/),
      deadlineAt: '2026-01-20T16:00:00+07:00',
      waitsForMe: false,
    });
    await decide(staff, number, 'diterima');
    await decide(staff, number, 'belum-lengkap', { reason: 'Surat belum ditandatangani pemohon.' });
    expect(await row(me, number)).toMatchObject({ status: 'returned', statusLabel: 'Perlu dilengkapi', waitsForMe: true });
    const english = await me.get('/api/cases').set('Accept-Language', 'en').expect(200);
    expect(dataOf<Listed[]>(english.body)[0]?.statusLabel).not.toBe('Perlu dilengkapi');
  });
});

describe('a case of a registered applicant', () => {
  it('opens by the session, by the tracking code, and by nothing else', async () => {
    const { number, trackingToken } = await submit(me);
    const address = `/api/cases/${number}`;
    await me.get(address).expect(200);
    await anyone.get(address).set('X-Tracking-Token', trackingToken).expect(200);
    // Who helps with a code in hand may be logged in as somebody else.
    await outsider.get(address).set('X-Tracking-Token', trackingToken).expect(200);
    const refused = [
      await outsider.get(address).expect(404),
      await anyone.get(address).expect(404),
      await anyone.get(`${address}9`).expect(404),
    ];
    expect(new Set(refused.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('is worked on without the code', async () => {
    const { number } = await submit(me);
    const address = `/api/cases/${number}`;
    await outsider.post(`${address}/commands`).send({ type: 'withdraw' }).expect(404);
    await me.post(`${address}/commands`).send({ type: 'message', text: 'Saya sudah di loket.' }).expect(200);
    const receipt = await me.get(`${address}/documents/receipt`).responseType('blob').expect(200);
    expect((receipt.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const { body } = await me.post(`${address}/commands`).send({ type: 'withdraw' }).expect(200);
    expect(body).toMatchObject({ data: { status: 'withdrawn' } });
    expect(await row(me, number)).toMatchObject({ status: 'withdrawn', waitsForMe: false });
  });

  it('takes the case that it opened along: the same person reads both', async () => {
    const { body } = await me
      .post('/api/cases')
      .send({
        service: 'informasi-dukcapil',
        answers: {
          jenis: 'pengaduan',
          kanal: 'whatsapp',
          topik: 'akta-kelahiran',
          pertanyaan: 'Akta kelahiran anak saya belum selesai setelah dua minggu dan loket tidak memberi penjelasan.',
          nama: 'Budi Santoso',
          telepon: '081298765432',
          usia: 41,
          alamat: 'Jalan Contoh Nomor 7, Kelurahan Mangunharjo, Kecamatan Mayangan, Kota Probolinggo',
          pekerjaan: 'Pedagang',
          jalan: 'Loket pelayanan kantor Dinas',
          kelurahan: '35.74.03.1001',
          mengetahuiSendiri: true,
        },
      })
      .expect(201);
    const { links } = dataOf<{ links: { number: string; service: string }[] }>(body);
    expect(links).toMatchObject([{ service: 'pengaduan-masyarakat' }]);
    const linked = links[0]?.number ?? '';
    await me.get(`/api/cases/${linked}`).expect(200);
    await outsider.get(`/api/cases/${linked}`).expect(404);
    expect(await row(me, linked)).toMatchObject({ service: { slug: 'pengaduan-masyarakat' } });
  });

  it('is not made of somebody else’s upload', async () => {
    const { body } = await me
      .post('/api/cases')
      .send({ service: 'informasi-publik', answers: answersWith(await upload(outsider)) })
      .expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'invalid-answers', fields: { identitas: [expect.any(String)] } } } });
  });
});

describe('a service for registered applicants', () => {
  const answers = { jenis: 'umum', nama: 'Siti Aminah', telepon: '081234567890' };
  const ask = (client: Api, over: object = {}) => client.post('/api/cases').send({ service: slug, answers: { ...answers, ...over } });
  const message = (body: unknown): string => (body as { error: { message: string } }).error.message;

  it('is written and published like any other, and says before the filling that it asks for an account', async () => {
    const planned = await staff.post('/maklumat/definitions/bundle?dryRun=true').send(libraryCard).expect(200);
    expect(dataOf<{ changes: { where: string; label: string; after: string }[] }>(planned.body).changes).toContainEqual(
      expect.objectContaining({ where: 'applicants', label: 'Pemohon', after: 'registered' }),
    );
    await staff.post('/maklumat/definitions/bundle').send(libraryCard).expect(200);
    const published = await staff.post(`/maklumat/definitions/${slug}/publish`).send({});
    expect(published.body).toMatchObject({ data: { version: 1, findings: [] } });
    const { body } = await anyone.get(`/api/services/${slug}`).expect(200);
    expect(body).toMatchObject({ data: { applicants: 'registered' } });
    const other = await anyone.get('/api/services/informasi-publik').expect(200);
    expect(other.body).toMatchObject({ data: { applicants: 'anyone' } });
    const exported = await staff.get(`/maklumat/definitions/${slug}/bundle`).expect(200);
    expect(exported.body).toMatchObject({ data: { applicants: 'registered' } });
  });

  it('asks whoever is not logged in to do so, in words', async () => {
    const { body } = await ask(anyone).expect(401);
    expect(body).toMatchObject({ error: { details: { kind: 'unauthorized' } } });
    expect(message(body)).toContain('Masuk atau daftar dulu');
    expect(message((await ask(anyone).set('Accept-Language', 'en').expect(401)).body)).toContain('Log in or register');
    // A dry run is for anybody: it tells what the rules would say of such a person.
    const { body: dry } = await anyone
      .post(`/api/services/${slug}/assessments`)
      .send({ answers, applicant: { residency: 'city', verified: true } })
      .expect(200);
    expect(dry).toMatchObject({ data: { eligible: true } });
  });

  it('knows by its rules where the person lives, and whether the office has verified them', async () => {
    expect(message((await ask(outsider).expect(422)).body)).toContain('hanya untuk warga kota');
    expect(message((await ask(me).expect(422)).body)).toContain('belum diperiksa petugas');
    await verify(staff, resident.id);
    const { body } = await ask(me).expect(201);
    expect(await row(me, dataOf<{ number: string }>(body).number)).toMatchObject({ service: { slug }, status: 'submitted' });
  });

  it('tells whoever is logged in before they file what the rules will say of them, and of their own files', async () => {
    const shown = { ...libraryCard, slug: 'kartu-berkas', numberPrefix: 'KB', name: 'Kartu dengan Berkas', examples: [] };
    const scanned = {
      key: 'kartu-pindaian',
      when: { fact: 'files.kartuPelajar.mime', operator: 'is', value: 'application/pdf' },
      then: { type: 'warn' },
      sentence: 'Foto kartu Anda berupa PDF.',
    };
    await staff
      .post('/maklumat/definitions/bundle')
      .send({ ...shown, rules: [...shown.rules, scanned] })
      .expect(200);
    await staff.post('/maklumat/definitions/kartu-berkas/publish').send({}).expect(200);
    const dry = async (client: Api, kartuPelajar: string): Promise<{ refusals: string[]; warnings: string[] }> => {
      const body = { answers: { ...answers, jenis: 'pelajar', kartuPelajar } };
      const answer = await client.post('/api/services/kartu-berkas/assessments').send(body).expect(200);
      const { refusals, warnings } = dataOf<Record<'refusals' | 'warnings', { rule: string }[]>>(answer.body);
      return { refusals: refusals.map(({ rule }) => rule), warnings: warnings.map(({ rule }) => rule) };
    };
    const file = await upload(outsider);
    expect(await dry(outsider, file)).toEqual({ refusals: ['hanya-warga'], warnings: ['kartu-pindaian'] });
    expect(await dry(me, file)).toEqual({ refusals: [], warnings: [] });
    expect(await dry(anyone, file)).toEqual({ refusals: [], warnings: [] });
    await (await api(app.url, { Authorization: 'Bearer a.b.c' })).post(`/api/services/${slug}/assessments`).send({ answers }).expect(401);
  });

  it('counts the person’s open cases whatever number they give', async () => {
    expect(message((await ask(me, { telepon: '085712345678', nama: 'Nama Lain' }).expect(422)).body)).toContain('belum selesai');
    const [open] = (await listed(me)).filter(({ service }) => service.slug === slug);
    await decide(staff, open?.number ?? '', 'lengkap');
    await decide(staff, open?.number ?? '', 'terbit', { answers: { pin: '739146' } });
    expect(await row(me, open?.number ?? '')).toMatchObject({ status: 'completed', result: 'Kartu terbit' });
    await ask(me, { telepon: '085712345678' }).expect(201);
  });

  it('of ten requests that one person files at once takes one', async () => {
    const person = await registerResident(app.url);
    await verify(staff, person.id);
    const client = await asCitizen(app.url, person);
    const filed = await Promise.all(Array.from({ length: 10 }, (_, count) => ask(client, { telepon: `08571234567${count}` })));
    expect(filed.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(422)]);
  });

  it('is served at the counter without an account', async () => {
    await staff
      .post('/maklumat/desk/cases')
      .send({ service: slug, answers: { ...answers, telepon: '081399887766' }, receivedAt: '2026-01-05T08:30:00+07:00' })
      .expect(201);
  });

  it('is opened to anybody again by the select of the CMS', async () => {
    const documentId = await findContent(app.url, headers, 'service', 'slug', slug);
    await saveContent(app.url, headers, 'service', { applicants: 'siapa_saja' }, documentId);
    const compared = await staff.get(`/maklumat/definitions/${slug}/compare?from=1&to=draft`).expect(200);
    expect(compared.body).toMatchObject({
      data: { changes: [{ where: 'applicants', kind: 'changed', before: 'registered', after: 'anyone', label: 'Pemohon' }] },
    });
    await staff.post(`/maklumat/definitions/${slug}/publish`).send({}).expect(200);
    await ask(anyone, { telepon: '081311112222' }).expect(201);
  });
});
