import { startApp, type App } from '../support/app';
import { createOfficer, type Officer } from '../support/admin';
import { aPassword, aPhone, codeFor, messagesTo, registerOutsider } from '../support/citizens';

const registration = '/content-manager/single-types/plugin::maklumat.registration';
const consent = '/content-manager/collection-types/plugin::maklumat.consent';
const retention = '/content-manager/collection-types/plugin::maklumat.retention';

interface Answer {
  status: number;
  /** What the Content Manager shows: one sentence, and one more at each field. */
  body: { error?: { message: string; details: { errors?: { path: string[]; message: string }[] } }; data?: Record<string, unknown> };
}

let app: App;
let content: Officer;

beforeAll(async () => {
  app = await startApp();
  content = await createOfficer(app.url, 'maklumat-content');
});
afterAll(() => app.stop());

async function send(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: { ...content.headers, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const saved = async (): Promise<unknown> => (await send('GET', registration)).body.data;

describe('the settings of registrations', () => {
  it.each<[what: string, edit: object, path: string[], sentence: string]>([
    ['an SMS without the code', { codeText: 'Kode OTP Anda sudah dikirim.' }, ['codeText'], 'harus memuat {kode}'],
    ['an SMS whose code is named otherwise', { codeText: '{code} adalah kode OTP Anda.' }, ['codeText'], 'harus memuat {kode}'],
    ['a name that nothing is put in the place of', { codeText: '{kode} untuk {nama}.' }, ['codeText'], '{nama} tidak dikenal'],
    ['a code where none is sent', { knownText: 'Kode Anda {kode}.' }, ['knownText'], '{kode} tidak dikenal'],
    [
      'a notice that names what is not known',
      { draftText: 'Draf dihapus {hari} hari lagi.' },
      ['draftText'],
      'Yang dapat dipakai: {layanan}, {tanggal}.',
    ],
    ['a service that there is not', { service: 'view-registrsi' }, ['service'], 'Layanan "view-registrsi" tidak ada atau belum terbit'],
    [
      'a step that the procedure has not',
      { stages: [{ stage: 'otp', step: 'kode' }] },
      ['stages', '0', 'step'],
      'Langkah "kode" tidak ada',
    ],
    [
      'two steps for one screen',
      {
        stages: [
          { stage: 'otp', step: 'otp' },
          { stage: 'otp', step: 'nik' },
        ],
      },
      ['stages', '1', 'stage'],
      'Layar ini sudah diberi langkah',
    ],
  ])('refuse %s, say why at the field, and stay as they were', async (_what, edit, path, sentence) => {
    const before = await saved();
    const { status, body } = await send('PUT', registration, edit);
    expect(status).toBe(400);
    expect(body.error?.details.errors).toEqual([expect.objectContaining({ path, message: expect.stringContaining(sentence) as unknown })]);
    expect(await saved()).toEqual(before);
  });

  it('hold from the next registration, in the words of the office', async () => {
    expect((await send('PUT', registration, { codeText: 'Kota Uji: {kode}, berlaku {menit} menit.' })).status).toBe(200);
    const phone = aPhone();
    const started = await fetch(`${app.url}/api/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ residency: 'outside', phone, password: aPassword, consent: true }),
    });
    expect(started.status).toBe(201);
    await codeFor(app.url, phone);
    expect((await messagesTo(app.url, phone))[0]).toMatch(/^Kota Uji: \d{6}, berlaku 5 menit\.$/);
  });
});

it('a kind of data has one retention period', async () => {
  const entry = { kind: 'drafts', name: 'Draf lagi', days: 5, basis: 'Uji' };
  const { status, body } = await send('POST', retention, entry);
  expect(status).toBe(400);
  const sentence = expect.stringContaining('sudah mempunyai masa simpan: "Draf permohonan"') as unknown;
  expect(body.error?.details.errors).toEqual([expect.objectContaining({ path: ['kind'], message: sentence })]);
});

describe('the words of a consent', () => {
  interface Entry {
    documentId: string;
    version: number;
    title: string;
  }
  const entry = async (): Promise<Entry> => {
    const { results } = (await send('GET', `${consent}?sort=version:asc`)).body as unknown as { results: Entry[] };
    if (!results[0]) throw new Error('No consent was seeded');
    return results[0];
  };

  it('are mended until somebody has agreed to them, and stay from then on', async () => {
    const { documentId, title } = await entry();
    const path = `${consent}/${documentId}`;
    // The test before this one began a registration, and nobody agrees before its end.
    expect((await send('PUT', path, { title: `${title}.` })).status).toBe(200);
    await registerOutsider(app.url);
    const sentence = expect.stringContaining('Naskah versi 1 sudah disetujui orang') as unknown;
    for (const refused of [await send('PUT', path, { title }), await send('PUT', path, { version: 7 }), await send('DELETE', path)]) {
      expect(refused.status).toBe(400);
      expect(refused.body.error?.details.errors).toEqual([expect.objectContaining({ path: ['body'], message: sentence })]);
    }
    expect((await entry()).title).toBe(`${title}.`);
    expect((await send('PUT', path, { effectiveFrom: '2026-01-02' })).status).toBe(200);
  });

  it('come once under each number', async () => {
    const words = { version: 1, title: 'Lain', body: 'Naskah lain.', effectiveFrom: '2026-03-01' };
    const { status, body } = await send('POST', consent, words);
    expect(status).toBe(400);
    expect(body.error?.details.errors).toEqual([expect.objectContaining({ path: ['version'] })]);
  });
});
