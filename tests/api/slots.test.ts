import { createOfficer } from '../support/admin';
import { startApp, type App } from '../support/app';
import { decide, deskCase } from '../support/desk';
import { api, type Api } from '../support/http';
import { upload } from '../support/requests';

let app: App;
let anyone: Api;
let office: Api;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  anyone = await api(app.url);
  // One person for every position, since this is about the slot and not about who decides.
  const positions = [
    'petugas-agenda-diskominfo-kota-probolinggo',
    'kepala-diskominfo-kota-probolinggo',
    'kepala-bidang-pengelolaan-komunikasi-publik',
    'pelaksana-siaran-keliling',
  ];
  office = await api(app.url, (await createOfficer(app.url, 'maklumat-head', positions)).headers);
});
afterAll(() => app.stop());

interface Waiting {
  number: string;
  trackingToken: string;
}

/** A case that waits for its slot to be approved. */
async function aRequest(start: string): Promise<Waiting> {
  const answers = {
    jenisPemohon: 'warga',
    nama: 'Siti Rahmawati',
    alamat: 'Jalan Contoh Nomor 1, Mangunharjo',
    telepon: '081234567890',
    suratPermohonan: await upload(anyone, 'surat.pdf'),
    bentukMateri: 'narasi',
    rincianMateri: 'Warga diajak membersihkan saluran air di lingkungan masing-masing.',
    segmen: 'Warga umum',
    wilayahSasaran: [{ kelurahan: '35.74.03.1002', lokasi: 'Sekitar pasar' }],
    waktuPelaksanaan: start,
  };
  const { body } = await anyone.post('/api/cases').send({ service: 'siaran-keliling', answers }).expect(201);
  const { data } = body as { data: Waiting };
  await decide(office, data.number, 'diagenda');
  await decide(office, data.number, 'disposisikan', { answers: { isiDisposisi: 'Laksanakan sesuai standar.' } });
  for (const outcome of ['diteruskan', 'diterima', 'setuju']) await decide(office, data.number, outcome);
  return data;
}

/** Sends an outcome of the present step and resolves to the answer, whatever it is. */
async function attempt(number: string, outcome: string, answers: object = {}) {
  const { sequence, step } = await deskCase(office, number);
  return office
    .post(`/maklumat/desk/cases/${number}/commands`)
    .send({ type: 'decide', step: step?.key, outcome, answers, expectedSequence: sequence });
}
const command = (one: Waiting, body: object) =>
  anyone.post(`/api/cases/${one.number}/commands`).set('X-Tracking-Token', one.trackingToken).send(body);

it('is given to one of twelve cases approved at once; the others stay where they are and hear of the next three free slots', async () => {
  const waiting: Waiting[] = [];
  for (let count = 0; count < 12; count += 1) waiting.push(await aRequest('2026-01-13T08:00:00+07:00'));
  const before = await Promise.all(waiting.map(({ number }) => deskCase(office, number)));
  const answers = await Promise.all(
    before.map(({ sequence, step }, index) =>
      office
        .post(`/maklumat/desk/cases/${waiting[index]?.number}/commands`)
        .send({ type: 'decide', step: step?.key, outcome: 'setujui-jadwal', expectedSequence: sequence }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
  const refused = answers.findIndex(({ status }) => status === 409);
  expect(answers[refused]?.body).toMatchObject({
    error: {
      message: expect.stringContaining('Waktu kosong berikutnya: Selasa 13 Januari 2026 pukul 11.00') as unknown,
      details: {
        kind: 'slot-taken',
        slots: ['11:00', '11:30', '13:00'].map((time) => ({ from: `2026-01-13T${time}:00+07:00` })),
      },
    },
  });
  const after = await deskCase(office, waiting[refused]?.number ?? '');
  expect(after).toMatchObject({ sequence: before[refused]?.sequence, step: { key: 'koordinasi' } });
});

it('may begin when the one before it ends, is held while it is offered, and free again when the case is withdrawn', async () => {
  const first = await aRequest('2026-02-03T08:00:00+07:00');
  await decide(office, first.number, 'setujui-jadwal');
  const second = await aRequest('2026-02-03T11:00:00+07:00');
  await decide(office, second.number, 'setujui-jadwal');

  const third = await aRequest('2026-02-03T09:00:00+07:00');
  expect((await attempt(third.number, 'setujui-jadwal')).status).toBe(409);
  await decide(office, third.number, 'tawarkan-jadwal', { answers: { jadwalTawaran: '2026-02-04T08:00:00+07:00' } });
  const fourth = await aRequest('2026-02-04T08:00:00+07:00');
  expect((await attempt(fourth.number, 'setujui-jadwal')).status).toBe(409);

  const { body: seen } = await anyone.get(`/api/cases/${third.number}`).set('X-Tracking-Token', third.trackingToken).expect(200);
  const { sequence } = (seen as { data: { sequence: number } }).data;
  await command(third, { type: 'withdraw', reason: 'Acara dibatalkan.', expectedSequence: sequence }).expect(200);
  await decide(office, fourth.number, 'setujui-jadwal');
});

it('is the applicant’s once the offer is accepted', async () => {
  const one = await aRequest('2026-03-03T08:00:00+07:00');
  await decide(office, one.number, 'tawarkan-jadwal', { answers: { jadwalTawaran: '2026-03-04T08:00:00+07:00' } });
  const { body } = await command(one, { type: 'accept-schedule' }).expect(200);
  expect(body).toMatchObject({
    data: { reservations: [{ from: '2026-03-04T08:00:00+07:00', to: '2026-03-04T11:00:00+07:00', offered: false }] },
  });
  const { body: week } = await office.get('/maklumat/resources/mobil-siaran-keliling/bookings?from=2026-03-04&to=2026-03-04').expect(200);
  expect(week).toMatchObject({
    data: { days: [{ occupiedMinutes: 180, bookings: [{ offered: false, case: { number: one.number } }] }] },
  });
});
