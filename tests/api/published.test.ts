import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import request from 'supertest';
import { api, type Api } from '../support/http';
import { root } from '../support/root';
import { sharedUrl } from '../support/shared';

interface ServiceBody {
  data: {
    standard: {
      servicePoint: Record<string, string | string[]>;
      manufacturing: Record<string, string | string[]>;
      unset: string[];
      corrections: unknown[];
    };
    form: { schema: Record<string, unknown> } | null;
    procedure: { steps: { number: number; actor: { label: string } }[] } | null;
    charter: { text: string } | null;
    version: number;
  };
}

let anyone: Api;
beforeAll(async () => {
  anyone = await api(sharedUrl());
});

const decreed = [
  'informasi-publik',
  'pengaduan-masyarakat',
  'siaran-keliling',
  'iklan-radio',
  'rekomendasi-aplikasi',
  'video-conference',
  'hosting-domain',
  'email-go-id',
  'sertifikat-elektronik',
];

describe('published services', () => {
  it('are the eleven of three offices, in the order of the decree', async () => {
    const { body } = await anyone.get('/api/services').expect(200);
    expect((body as { data: { slug: string }[] }).data.map(({ slug }) => slug)).toEqual([
      ...decreed,
      'informasi-dukcapil',
      'pendaftaran-sistem-elektronik',
    ]);
  });

  it.each(decreed)('%s has all 14 components', async (slug) => {
    const { body } = await anyone.get(`/api/services/${slug}`).expect(200);
    const { standard } = (body as ServiceBody).data;
    const components = [...Object.values(standard.servicePoint), ...Object.values(standard.manufacturing)];
    expect(components).toHaveLength(14);
    expect(components.filter((component) => component.length === 0)).toEqual([]);
    expect(standard.unset).toEqual([]);
  });

  it('say of an SOP what it leaves out', async () => {
    const { body } = await anyone.get('/api/services/pendaftaran-sistem-elektronik').expect(200);
    const { standard } = (body as ServiceBody).data;
    expect(standard.unset).toContain('servicePoint.fee');
    expect(standard.servicePoint.fee).toBe('Belum ditetapkan');
  });

  it('give informasi-publik a valid JSON Schema, eleven steps and the promise', async () => {
    const { body } = await anyone.get('/api/services/informasi-publik').expect(200);
    const { form, procedure, charter } = (body as ServiceBody).data;
    expect(new Ajv2020({ strict: false }).validateSchema(form?.schema ?? {})).toBe(true);
    expect(procedure?.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(new Set(procedure?.steps.map(({ actor }) => actor.label))).toEqual(
      new Set(['Pemohon', 'Petugas Layanan Informasi', 'PPID (Kepala Dinas Komunikasi dan Informatika)']),
    );
    expect(charter?.text).toContain('sanggup menyelenggarakan pelayanan sesuai standar pelayanan');
  });

  it('let a client that knows only the JSON Schema fill the form', async () => {
    const { body } = await anyone.get('/api/services/informasi-publik').expect(200);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile((body as ServiceBody).data.form?.schema ?? {});
    expect(validate({ jenisPemohon: 'lembaga' })).toBe(false);
    expect(validate.errors?.map(({ params }) => (params as { missingProperty?: string }).missingProperty)).toEqual(
      expect.arrayContaining(['nama', 'suratTugas', 'rincian']),
    );
  });

  it('are found by words and by office', async () => {
    const found = await anyone.get('/api/services?q=radio iklan').expect(200);
    expect((found.body as { data: { slug: string }[] }).data.map(({ slug }) => slug)).toEqual(['iklan-radio']);
    const none = await anyone.get('/api/services?q=paspor').expect(200);
    expect((none.body as { data: unknown[] }).data).toEqual([]);
    const kaltara = await anyone.get('/api/services?agency=diskominfo-kaltara').expect(200);
    expect((kaltara.body as { data: { slug: string; agency: { zoneLabel: string } }[] }).data).toMatchObject([
      { slug: 'pendaftaran-sistem-elektronik', agency: { zoneLabel: 'WITA' } },
    ]);
  });

  it('answer 304 to a client that has the answer, and a new one to a client that has another', async () => {
    const first = await anyone.get('/api/services/informasi-publik').expect(200);
    const etag = first.headers.etag ?? '';
    await anyone.get('/api/services/informasi-publik').set('If-None-Match', etag).expect(304);
    await anyone.get('/api/services/informasi-publik').set('If-None-Match', '"lain"').expect(200);
  });

  it('keep each version readable', async () => {
    const { body } = await anyone.get('/api/services/informasi-publik/versions').expect(200);
    expect((body as { data: unknown[] }).data).toMatchObject([{ version: 1, effectiveFrom: '2023-01-05', inForce: true }]);
    await anyone.get('/api/services/informasi-publik?version=1').expect(200);
    const missing = await anyone.get('/api/services/informasi-publik?version=7').expect(404);
    expect(missing.body).toMatchObject({ error: { details: { kind: 'not-found' } } });
  });
});

describe('offices', () => {
  it('show hours, zone and complaint channels', async () => {
    const { body } = await anyone.get('/api/agencies').expect(200);
    expect(
      (body as { data: { slug: string; zoneLabel: string; serviceCount: number }[] }).data.map(({ slug, zoneLabel, serviceCount }) => ({
        slug,
        zoneLabel,
        serviceCount,
      })),
    ).toEqual([
      { slug: 'diskominfo-kota-probolinggo', zoneLabel: 'WIB', serviceCount: 9 },
      { slug: 'disdukcapil-kota-probolinggo', zoneLabel: 'WIB', serviceCount: 1 },
      { slug: 'diskominfo-kaltara', zoneLabel: 'WITA', serviceCount: 1 },
    ]);
    const { body: agency } = await anyone.get('/api/agencies/diskominfo-kaltara').expect(200);
    expect(agency).toMatchObject({
      data: { officeHours: expect.arrayContaining([{ day: 'friday', opens: '08:00', closes: '16:30' }]) as unknown },
    });
  });

  it('publish their maklumat, word for word', async () => {
    const { body } = await anyone.get('/api/charters').expect(200);
    expect((body as { data: { text: string; signatory: string }[] }).data).toMatchObject([
      {
        text: 'Dengan ini, kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku',
        signatory: 'AMAN SURYAMAN, AP. MM',
      },
    ]);
  });
});

describe('an assessment', () => {
  it('of a request received Monday 5 January 2026 names the holiday and both dates', async () => {
    const { body } = await anyone
      .post('/api/services/informasi-publik/assessments')
      .send({ answers: {}, at: '2026-01-05T09:00:00+07:00' })
      .expect(200);
    const { data } = body as {
      data: {
        eligible: boolean;
        route: { position: string; sentence: string };
        deadline: { at: string; steps: { date: string; sentence: string }[]; extension: { at: string } };
      };
    };
    expect(data.deadline.at).toBe('2026-01-20T16:00:00+07:00');
    expect(data.deadline.extension.at).toBe('2026-01-29T16:00:00+07:00');
    expect(data.deadline.steps.find(({ date }) => date === '2026-01-16')?.sentence).toContain('Isra Mikraj');
    expect(data.route).toMatchObject({ position: 'ppid', sentence: expect.stringContaining('PPID') as unknown });
  });

  it('tells in English what is missing when asked to', async () => {
    const { body } = await anyone
      .post('/api/services/informasi-publik/assessments')
      .set('Accept-Language', 'en')
      .send({ answers: { jenisPemohon: 'lembaga' }, at: '2026-01-05T09:00:00+07:00' })
      .expect(200);
    const { data } = body as { data: { invalid: Record<string, string[]>; deadline: { steps: { sentence: string }[] } } };
    expect(Object.keys(data.invalid)).toEqual(expect.arrayContaining(['suratTugas', 'nama']));
    expect(data.deadline.steps[0]?.sentence).toMatch(/January/);
  });
});

it('health names every part', async () => {
  const { body } = await anyone.get('/api/health').expect(200);
  expect(body).toEqual({ data: { status: 'ok', database: 'ok', jobs: 'ok', storage: 'ok' } });
});

it('the OpenAPI document in docs/ is the one that the server gives', async () => {
  const { body } = await request(sharedUrl()).get('/api/openapi.json').expect(200);
  const kept = JSON.parse(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8')) as object;
  expect({ ...kept, servers: [] }).toEqual({ ...(body as object), servers: [] });
});
