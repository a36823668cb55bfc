import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { bearer, createOfficer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { api, type Api } from '../support/http';
import { submit } from '../support/requests';

type Json = Record<string, unknown>;

let app: App;
let anyone: Api;
let content: Api;

beforeAll(async () => {
  app = await startApp();
  anyone = await api(app.url);
  content = await api(app.url, (await createOfficer(app.url, 'maklumat-content', [], 'Kania Konten')).headers);
});
afterAll(() => app.stop());

const path = (slug: string, call = '') => `/maklumat/definitions/${slug}${call}`;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

async function exportedBy(client: Api, slug: string, version?: number): Promise<Json> {
  const { body } = await client.get(path(slug, `/bundle${version === undefined ? '' : `?version=${version}`}`)).expect(200);
  return (body as { data: Json }).data;
}

const exported = (slug: string, version?: number): Promise<Json> => exportedBy(content, slug, version);

interface Imported {
  slug: string;
  accepted: boolean;
  action: string;
  changes: { where: string; kind: string; before?: unknown; after?: unknown; label: string }[];
  findings: { severity: string; where: string; what: string; why: string; mend: string }[];
}

async function imported(bundle: unknown, query = ''): Promise<Imported> {
  const { body } = await content
    .post(`/maklumat/definitions/bundle${query}`)
    .send(bundle as object)
    .expect(200);
  return (body as { data: Imported }).data;
}

async function linted(slug: string, draft?: Json): Promise<Imported['findings']> {
  const { body } = await content
    .post(path(slug, '/lint'))
    .send(draft ? { draft } : {})
    .expect(200);
  return (body as { data: Pick<Imported, 'findings'> }).data.findings;
}

async function documentOf(slug: string): Promise<string> {
  const { body } = await content.get('/maklumat/definitions').expect(200);
  return (body as { data: { slug: string; documentId: string }[] }).data.find((service) => service.slug === slug)?.documentId ?? '';
}

const errorsIn = (findings: Imported['findings']) => findings.filter(({ severity }) => severity === 'error');

interface Procedure {
  intake: string;
  steps: { key: string; title: string; actor: Json; outcomes: { key: string; to?: string; end?: string }[] }[];
}

const seeds = readdirSync(join(__dirname, '../../database/seeds/services')).map(
  (file) => JSON.parse(readFileSync(join(__dirname, '../../database/seeds/services', file), 'utf8')) as Json & { slug: string },
);
const slugs = seeds.map(({ slug }) => slug);

describe('the list', () => {
  it('names every service with its versions, the one in force, and whether the draft has gone on', async () => {
    const { body } = await content.get('/maklumat/definitions').expect(200);
    const { data } = body as { data: { slug: string; draftDiffers: boolean; versions: object[] }[] };
    expect(data.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
    expect(data.find(({ slug }) => slug === 'informasi-publik')).toMatchObject({
      agency: { slug: 'diskominfo-kota-probolinggo' },
      draftDiffers: false,
      versions: [{ number: 1, effectiveFrom: '2023-01-05', inForce: true }],
    });
  });

  it('is for those who may work on definitions', async () => {
    const officer = await api(app.url, (await createOfficer(app.url, 'maklumat-officer')).headers);
    await anyone.get('/maklumat/definitions').expect(401);
    await officer.get('/maklumat/definitions').expect(403);
    await officer.post(path('informasi-publik', '/publish')).send({}).expect(403);
  });
});

describe('an admin token of Strapi', () => {
  async function tokenFor(adminPermissions: { action: string; subject?: string }[]): Promise<Api> {
    const owner = await logIn(app.url);
    const response = await fetch(`${app.url}/admin/admin-tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bearer(owner) },
      body: JSON.stringify({ name: `uji-${adminPermissions.length}`, description: '', lifespan: null, adminPermissions }),
    });
    const { data } = (await response.json()) as { data: { accessKey: string } };
    return api(app.url, bearer(data.accessKey));
  }

  it('opens these calls and the desk as far as it was given permission, and no further', async () => {
    const [reader, deskReader] = [
      await tokenFor([{ action: 'plugin::maklumat.definitions.use' }]),
      await tokenFor([{ action: 'plugin::maklumat.definitions.use' }, { action: 'plugin::maklumat.desk.read' }]),
    ];
    await reader.post(path('email-go-id', '/lint')).send({}).expect(200);
    await reader.get('/maklumat/desk/cases').expect(403);
    await reader.post(path('email-go-id', '/publish')).send({}).expect(403);
    await reader.post('/maklumat/definitions/bundle').send({}).expect(403);
    await deskReader.get('/maklumat/desk/cases').expect(200);
    const wrong = await api(app.url, bearer('bukan-token'));
    await wrong.get('/maklumat/definitions').expect(401);
  });
});

describe('lint', () => {
  it.each(slugs)('finds no error in %s as it was shipped', async (slug) => {
    expect(errorsIn(await linted(slug))).toEqual([]);
  });

  it('looks at what is not saved yet, in place of that part of the draft', async () => {
    const { procedure } = copy(await exported('informasi-publik')) as { procedure: Procedure };
    const step = procedure.steps.find(({ key }) => key === 'arsip');
    if (step?.outcomes[0]) step.outcomes[0].to = 'gudang';
    const findings = errorsIn(await linted('informasi-publik', { procedure }));
    expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ where: 'procedure.arsip.diarsipkan' })]));
    for (const { what, why, mend } of findings) expect([what, why, mend].every((sentence) => sentence.length > 5)).toBe(true);
    expect(errorsIn(await linted('informasi-publik'))).toEqual([]);
  });

  it('tells a wrong shape at the place where it stands', async () => {
    const findings = await linted('informasi-publik', {
      rules: [{ key: 'aneh', when: {}, then: { type: 'usir' }, sentence: 'Ditolak saja.' }],
    });
    expect(findings.map(({ where }) => where)).toEqual(expect.arrayContaining(['rules.aneh.then.type']));
    expect(await linted('informasi-publik', { form: 'bukan formulir', messages: [] })).not.toEqual([]);
  });

  it('takes a whole service that nobody has saved, and knows no other', async () => {
    await content.post(path('belum-ada', '/lint')).send({}).expect(404);
    await content
      .post(path('belum-ada', '/lint'))
      .send({ draft: { rules: [] } })
      .expect(404);
    const whole = { ...(await exported('informasi-publik')), slug: 'belum-ada' };
    expect(errorsIn(await linted('belum-ada', whole))).toEqual([]);
  });
});

describe('simulate', () => {
  const at = '2026-01-05T09:00:00+07:00';

  it('answers as an assessment does, with the rules that fired and the values that they asked for', async () => {
    const when = { fact: 'answers.jenisPemohon', operator: 'is', value: 'kelompok' };
    const rule = { key: 'uji-peringatan', when, then: { type: 'warn' }, sentence: 'Kelompok mohon membawa daftar anggota.' };
    const { rules } = (await exported('informasi-publik')) as { rules: object[] };
    const request = { answers: { jenisPemohon: 'kelompok' }, at, draft: { rules: [...rules, rule] } };
    const { body } = await content.post(path('informasi-publik', '/simulate')).send(request).expect(200);
    expect(body).toMatchObject({
      data: {
        eligible: true,
        warnings: [{ rule: 'uji-peringatan' }],
        fired: expect.arrayContaining([{ rule: 'uji-peringatan', facts: { 'answers.jenisPemohon': 'kelompok' } }]) as unknown,
        deadline: { at: '2026-01-20T16:00:00+07:00' },
        step: { key: 'terima' },
      },
    });
    const { body: now } = await anyone
      .post('/api/services/informasi-publik/assessments')
      .send({ answers: request.answers, at })
      .expect(200);
    expect(now).toMatchObject({ data: { warnings: [] } });
  });

  it('takes facts that are supposed', async () => {
    const when = { fact: 'openCases.sameService', operator: 'atLeast', value: 2 };
    const rule = { key: 'terlalu-banyak', when, then: { type: 'refuse' }, sentence: 'Masih ada dua permohonan yang berjalan.' };
    const { rules } = (await exported('informasi-publik')) as { rules: object[] };
    const draft = { rules: [...rules, rule] };
    const eligible = async (facts: Json) => {
      const { body } = await content.post(path('informasi-publik', '/simulate')).send({ answers: {}, at, facts, draft }).expect(200);
      return (body as { data: { eligible: boolean } }).data.eligible;
    };
    expect(await eligible({ 'openCases.sameService': 2 })).toBe(false);
    expect(await eligible({})).toBe(true);
  });

  it('refuses a draft that is too broken to be tried, with findings', async () => {
    const { procedure } = copy(await exported('informasi-publik')) as { procedure: Procedure };
    const [first] = procedure.steps;
    if (first?.outcomes[0]) first.outcomes[0].to = 'gudang';
    for (const draft of [{ procedure }, { form: 7 }, { form: null }]) {
      const { body } = await content.post(path('informasi-publik', '/simulate')).send({ answers: {}, at, draft }).expect(400);
      expect(body).toMatchObject({ error: { details: { kind: 'publish-refused' } } });
    }
  });
});

describe('bundles', () => {
  it.each(slugs)('%s goes out and in and out again as the same text', async (slug) => {
    const first = await exported(slug);
    const other = { ...copy(first), name: `${String(first.name)} (ubahan)` };
    expect(await imported(other)).toMatchObject({ action: 'update', changes: [{ where: 'name', kind: 'changed', after: other.name }] });
    expect(await imported({ data: first })).toMatchObject({ action: 'update', accepted: true });
    expect(JSON.stringify(await exported(slug))).toBe(JSON.stringify(first));
    expect(await imported(first)).toMatchObject({ action: 'none', changes: [] });
    const seed = seeds.find((candidate) => candidate.slug === slug);
    expect(await imported(seed, '?dryRun=true')).toMatchObject({ action: 'none', changes: [] });
  });

  it('a new service is created as a draft, and published by nobody', async () => {
    const bundle = { ...(await exported('informasi-publik')), slug: 'layanan-baru', numberPrefix: 'LB' };
    const planned = await imported(bundle, '?dryRun=true');
    expect(planned).toMatchObject({ slug: 'layanan-baru', action: 'create', accepted: true });
    expect(planned.changes.every(({ kind }) => kind === 'added')).toBe(true);
    await content.get(path('layanan-baru', '/bundle')).expect(404);
    expect(await imported(bundle)).toEqual(planned);
    expect(await exported('layanan-baru')).toEqual(bundle);
    await anyone.get('/api/services/layanan-baru').expect(404);
    const { body } = await content.post(path('layanan-baru', '/publish')).send({}).expect(200);
    expect(body).toMatchObject({ data: { version: 1, created: true } });
    await anyone.get('/api/services/layanan-baru').expect(200);
  });

  it('an agency that does not exist is a finding, and nothing is stored', async () => {
    const bundle = { ...(await exported('informasi-publik')), slug: 'tanpa-kantor', agency: 'dinas-antariksa' };
    const planned = await imported(bundle, '?dryRun=true');
    expect(planned).toMatchObject({ accepted: false, action: 'none', findings: [{ severity: 'error', where: 'agency' }] });
    const { body } = await content.post('/maklumat/definitions/bundle').send(bundle).expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'invalid-request', findings: [{ where: 'agency' }] } } });
    await content.get(path('tanpa-kantor', '/bundle')).expect(404);
  });

  it.each([
    ['nothing', {}],
    ['another format', { format: 2, slug: 'email-go-id' }],
    ['an unknown part', { ...seeds[0], formulir: {} }],
    ['a null character', { ...seeds[0], summary: 'Ringkasan dengan \u0000 di dalamnya.' }],
    ['a text longer than its column', { ...seeds[0], decree: { number: '9'.repeat(400), title: 'J', date: '2023-01-05', signatory: 'S' } }],
  ])('%s is refused with a kind, and the draft stays as it was', async (_what, bundle) => {
    const before = await exported('informasi-publik');
    const { body } = await content.post('/maklumat/definitions/bundle').send(bundle).expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'invalid-request' } } });
    expect(await exported('informasi-publik')).toEqual(before);
  });

  it('the same key and file answer the first result again, another file is a conflict', async () => {
    const bundle = { ...(await exported('informasi-publik')), slug: 'sekali-saja', numberPrefix: 'SS' };
    const send = (body: object) => content.post('/maklumat/definitions/bundle').set('Idempotency-Key', 'impor-uji-0001').send(body);
    const { body: first } = await send(bundle).expect(200);
    const { body: second } = await send(bundle).expect(200);
    expect(first).toMatchObject({ data: { action: 'create' } });
    expect(second).toEqual(first);
    await send({ ...bundle, name: 'Nama yang lain' }).expect(409);
  });

  it('many imports of one new service at once leave one draft', async () => {
    const bundle = { ...(await exported('informasi-publik')), slug: 'serentak', numberPrefix: 'SR' };
    const actions = await Promise.all(Array.from({ length: 6 }, () => imported(bundle).then(({ action }) => action)));
    expect(actions.sort()).toEqual(['create', 'none', 'none', 'none', 'none', 'none']);
    const { body } = await content.get('/maklumat/definitions').expect(200);
    expect((body as { data: { slug: string }[] }).data.filter(({ slug }) => slug === 'serentak')).toHaveLength(1);
  });
});

describe('publish and compare', () => {
  it('refuses with findings, and changes nothing, the date on the draft included', async () => {
    const before = await exported('rekomendasi-aplikasi');
    const broken = { ...copy(before), examples: [], rules: [] };
    await imported(broken);
    const { body } = await content.post(path('rekomendasi-aplikasi', '/publish')).send({ effectiveFrom: '2030-01-01' }).expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'publish-refused' } } });
    const { findings } = (body as { error: { details: { findings: Imported['findings'] } } }).error.details;
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
    const document = `/content-manager/collection-types/plugin::maklumat.service/${await documentOf('rekomendasi-aplikasi')}`;
    const { body: manager } = await request(app.url)
      .post(`${document}/actions/publish`)
      .set(bearer(await logIn(app.url)))
      .send({})
      .expect(400);
    // What the Content Manager needs to show a finding at its field.
    expect(manager).toMatchObject({
      error: { name: 'ValidationError', details: { kind: 'publish-refused', errors: [{ path: ['rules'], name: 'ValidationError' }] } },
    });
    expect(await exported('rekomendasi-aplikasi')).toMatchObject({ effectiveFrom: before.effectiveFrom });
    await imported(before);
  });

  it('the same draft again is no new version', async () => {
    const { body } = await content.post(path('email-go-id', '/publish')).send({}).expect(200);
    expect(body).toMatchObject({ data: { version: 1, created: false } });
  });

  it('the difference of two versions is told field by field', async () => {
    const bundle = copy(await exported('video-conference')) as Json & { summary: string };
    const summary = `${bundle.summary} Pesan tempat lebih awal.`;
    await imported({ ...bundle, summary });
    const compare = async (query: string) => {
      const { body } = await content.get(path('video-conference', `/compare?${query}`)).expect(200);
      return (body as { data: { changes: object[] } }).data;
    };
    const expected = [{ where: 'summary', kind: 'changed', before: bundle.summary, after: summary, label: 'Ringkasan' }];
    expect(await compare('from=1')).toEqual({ from: '1', to: 'draft', changes: expected });
    const send = () => content.post(path('video-conference', '/publish')).set('Idempotency-Key', 'terbit-uji-0001').send({});
    const { body: first } = await send().expect(200);
    expect(first).toMatchObject({ data: { version: 2, created: true } });
    expect((await send().expect(200)).body).toEqual(first);
    expect(await compare('from=1&to=2')).toEqual({ from: '1', to: '2', changes: expected });
    expect((await compare('from=2')).changes).toEqual([]);
    await content.get(path('video-conference', '/compare?from=1&to=9')).expect(404);
    await content.get(path('video-conference', '/compare?from=satu')).expect(400);
    expect(await exported('video-conference', 1)).toEqual(bundle);
  });
});

describe('a version with a date ahead', () => {
  const versionOf = async (slug: string) => {
    const { body } = await anyone.get(`/api/services/${slug}`).expect(200);
    return (body as { data: { version: number } }).data.version;
  };
  /** Sessions of the CMS end after half an hour of the moved clock. */
  const contentAt = async (instant: string) => {
    await app.setClock(instant);
    const headers = bearer(await logIn(app.url));
    return { client: await api(app.url, headers), headers };
  };

  it('comes into force on its day in the zone of the agency; open cases keep theirs', async () => {
    const { client: before } = await contentAt('2026-03-01T01:00:00Z');
    const { number, trackingToken } = await submit(anyone);
    const bundle = await exportedBy(before, 'informasi-publik');
    await before
      .post('/maklumat/definitions/bundle')
      .send({ ...bundle, summary: 'Ringkasan yang berlaku mulai besok.' })
      .expect(200);
    const { body } = await before.post(path('informasi-publik', '/publish')).send({ effectiveFrom: '2026-03-02' }).expect(200);
    expect(body).toMatchObject({ data: { version: 2, effectiveFrom: '2026-03-02' } });
    expect(await versionOf('informasi-publik')).toBe(1);
    await app.setClock('2026-03-01T16:59:00Z');
    expect(await versionOf('informasi-publik')).toBe(1);
    await app.setClock('2026-03-01T17:01:00Z');
    expect(await versionOf('informasi-publik')).toBe(2);
    const { body: pinned } = await anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', trackingToken).expect(200);
    expect(pinned).toMatchObject({ data: { version: 1 } });
  });

  it('begins at midnight of WITA for an agency of Kalimantan', async () => {
    const slug = 'pendaftaran-sistem-elektronik';
    const { client: before } = await contentAt('2026-03-03T01:00:00Z');
    const bundle = await exportedBy(before, slug);
    await before
      .post('/maklumat/definitions/bundle')
      .send({ ...bundle, summary: 'Ringkasan yang berlaku mulai besok.' })
      .expect(200);
    await before.post(path(slug, '/publish')).send({ effectiveFrom: '2026-03-04' }).expect(200);
    await app.setClock('2026-03-03T15:30:00Z');
    expect(await versionOf(slug)).toBe(1);
    await app.setClock('2026-03-03T16:01:00Z');
    expect(await versionOf(slug)).toBe(2);
  });

  it('may not begin before the one that it replaces', async () => {
    const { client } = await contentAt('2026-03-05T01:00:00Z');
    const bundle = await exportedBy(client, 'informasi-publik');
    await client
      .post('/maklumat/definitions/bundle')
      .send({ ...bundle, summary: 'Ringkasan untuk tanggal yang sudah lewat.' })
      .expect(200);
    const { body } = await client.post(path('informasi-publik', '/publish')).send({ effectiveFrom: '2026-03-01' }).expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'publish-refused', findings: [{ where: 'effectiveFrom' }] } } });
  });

  it('renders for ever, whatever becomes of its draft and its positions', async () => {
    const { client, headers } = await contentAt('2026-03-06T01:00:00Z');
    const read = async () => (await client.get('/api/services/siaran-keliling?version=1').expect(200)).body as { data: Json };
    const before = await read();
    const remove = async (type: string, slug: string) => {
      const entries = `/content-manager/collection-types/plugin::maklumat.${type}`;
      const { body } = await request(app.url).get(`${entries}?filters[slug][$eq]=${slug}`).set(headers).expect(200);
      const [entry] = (body as { results: { documentId: string }[] }).results;
      await request(app.url)
        .delete(`${entries}/${entry?.documentId ?? ''}`)
        .set(headers)
        .expect(200);
    };
    const { procedure } = (await exportedBy(client, 'siaran-keliling')) as { procedure: Procedure };
    const position = procedure.steps.map(({ actor }) => actor.position).find((slug) => typeof slug === 'string') ?? '';
    await remove('position', position);
    await remove('service', 'siaran-keliling');
    const after = await read();
    expect(after.data).toMatchObject({ version: 1, standard: before.data.standard, form: before.data.form });
    expect(JSON.stringify(after.data.procedure)).toContain(`"label":"${position}"`);
    await client.get(path('siaran-keliling', '/bundle')).expect(404);
    expect(await exportedBy(client, 'siaran-keliling', 1)).toMatchObject({ slug: 'siaran-keliling' });
    const { body } = await client.get('/maklumat/definitions').expect(200);
    const listed = (body as { data: { slug: string; documentId: string | null }[] }).data.find(({ slug }) => slug === 'siaran-keliling');
    expect(listed).toMatchObject({ documentId: null, draftDiffers: false });
  });
});
