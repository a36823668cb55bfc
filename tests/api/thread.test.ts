import { startApp, type App } from '../support/app';
import { anOffice, bringToPpid, decide, deskCase, type Office } from '../support/desk';
import { api, type Api } from '../support/http';
import { aPdf, answersWith, submit, upload, wordsOf } from '../support/requests';

let app: App;
let anyone: Api;
let office: Office;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  anyone = await api(app.url);
  office = await anOffice(app.url);
});
afterAll(() => app.stop());

/** Moves the server's time, and with it everybody's working day. */
async function goTo(instant: string): Promise<void> {
  await app.setClock(instant);
  await office.logInAgain(instant);
}

const tracked = async (token: string, number: string) => {
  const { body } = await anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', token).expect(200);
  return (
    body as {
      data: {
        status: string;
        result: string | null;
        sequence: number;
        deadline: { at: string; extended: boolean; state: string; extension: { at: string } | null };
        timeline: { sentence: string; by: string; reason?: string; details?: { label: string; value: string }[] }[];
        commands: { type: string; outcome?: string }[];
        documents: { id: string; title: string }[];
        objection: { until: string; sentence: string } | null;
        progress: { state: string }[];
      };
    }
  ).data;
};

const send = (number: string, token: string, command: Record<string, unknown>) =>
  anyone.post(`/api/cases/${number}/commands`).set('X-Tracking-Token', token).send(command);

it('goes from the form over return, supply and extension to the delivered answer', async () => {
  const { number, trackingToken: token } = await submit(anyone);
  expect((await tracked(token, number)).deadline.at).toBe('2026-01-20T16:00:00+07:00');

  await decide(office.officer, number, 'diterima');
  await decide(office.officer, number, 'belum-lengkap', { reason: 'Fotokopi KTP tidak terbaca, mohon unggah ulang.' });
  const returned = await tracked(token, number);
  expect(returned).toMatchObject({ status: 'returned', deadline: { at: '2026-01-20T16:00:00+07:00' } });
  expect(returned.timeline.at(-1)?.reason).toBe('Fotokopi KTP tidak terbaca, mohon unggah ulang.');
  expect(returned.commands.map(({ type }) => type)).toContain('supply');

  await goTo('2026-01-07T10:00:00+07:00');
  await send(number, token, {
    type: 'supply',
    answers: { identitas: await upload(anyone, 'ktp-jelas.pdf') },
    expectedSequence: returned.sequence,
  }).expect(200);
  await bringToPpid(office.officer, number);

  await goTo('2026-01-19T15:00:00+07:00');
  const before = await deskCase(office.ppid, number);
  await office.ppid
    .post(`/maklumat/desk/cases/${number}/commands`)
    .send({ type: 'extend', reason: 'Data tersebar pada tiga perangkat daerah.', expectedSequence: before.sequence })
    .expect(200);
  expect((await tracked(token, number)).deadline).toMatchObject({ at: '2026-01-29T16:00:00+07:00', extended: true, extension: null });

  await goTo('2026-01-28T11:00:00+07:00');
  await decide(office.ppid, number, 'dikabulkan-penuh');
  const document = await upload(anyone, 'anggaran-taman.pdf', await aPdf('Anggaran taman kota'));
  await decide(office.ppid, number, 'disampaikan', { answers: { dokumen: document, caraPenyampaian: 'daring' } });

  const answered = await tracked(token, number);
  expect(answered).toMatchObject({ status: 'answered', result: 'Dikabulkan seluruhnya', deadline: { state: 'met' } });
  expect(answered.objection).toMatchObject({ sentence: expect.stringContaining('keberatan') as unknown });
  const { body: pdf } = await anyone
    .get(`/api/cases/${number}/documents/${document}`)
    .set('X-Tracking-Token', token)
    .responseType('blob')
    .expect(200);
  expect(await wordsOf(pdf as Buffer)).toContain('Anggaran taman kota');

  await send(number, token, { type: 'decide', step: 'terima-informasi', outcome: 'diterima' }).expect(200);
  const ended = await tracked(token, number);
  expect(ended.status).toBe('completed');
  expect(ended.progress.map(({ state }) => state)).toEqual(Array.from({ length: 11 }, () => 'done'));
  expect(ended.commands).toEqual([]);
  expect(JSON.stringify(ended.timeline)).not.toMatch(/Olga|Prita/);
});

it.each([
  ['dikabulkan-sebagian', { reason: 'Sebagian informasi sedang disusun.' }, 'Dikabulkan sebagian'],
  ['ditolak', { reason: 'Informasi termasuk yang dikecualikan.', answers: { pasal: '17a' } }, 'Ditolak'],
  [
    'tidak-dikuasai',
    { reason: 'Informasi ini tidak kami kuasai.', answers: { badanPublik: 'Badan Pusat Statistik' } },
    'Informasi tidak dikuasai',
  ],
])('ends with %s, its ground shown to the applicant', async (outcome, more, result) => {
  await goTo('2026-01-05T09:00:00+07:00');
  const { number, trackingToken: token } = await submit(anyone);
  await bringToPpid(office.officer, number);
  await decide(office.ppid, number, outcome, more);
  await decide(office.ppid, number, 'disampaikan', { answers: { caraPenyampaian: 'daring' } });
  const answered = await tracked(token, number);
  expect(answered.result).toContain(result);
  expect(answered.timeline.map(({ reason }) => reason)).toContain(more.reason);
  if ('answers' in more) expect(answered.timeline.flatMap(({ details }) => details ?? [])).not.toEqual([]);
});

it('registers what was brought to the counter with its time of receipt, the same dates everywhere', async () => {
  await goTo('2026-01-06T08:00:00+07:00');
  const identitas = await upload(anyone);
  const { body } = await office.officer
    .post('/maklumat/desk/cases')
    .send({ service: 'informasi-publik', answers: answersWith(identitas), receivedAt: '2026-01-05T09:00:00+07:00' })
    .expect(201);
  const { data } = body as {
    data: { number: string; trackingToken: string; receivedAt: string; deadline: { at: string; extension: { at: string } } };
  };
  expect(data).toMatchObject({
    receivedAt: '2026-01-05T09:00:00+07:00',
    deadline: { at: '2026-01-20T16:00:00+07:00', extension: { at: '2026-01-29T16:00:00+07:00' } },
  });

  const seen = await tracked(data.trackingToken, data.number);
  expect(seen.deadline).toMatchObject({ at: '2026-01-20T16:00:00+07:00', extension: { at: '2026-01-29T16:00:00+07:00' } });
  expect(seen.timeline[0]).toMatchObject({ sentence: 'Permohonan diterima di loket', by: expect.stringContaining('Pemohon') as unknown });
  expect((await deskCase(office.ppid, data.number)).deadline.at).toBe('2026-01-20T16:00:00+07:00');

  const receipt = await anyone
    .get(`/api/cases/${data.number}/documents/receipt`)
    .set('X-Tracking-Token', data.trackingToken)
    .responseType('blob')
    .expect(200);
  const words = await wordsOf(receipt.body as Buffer);
  expect(words).toContain(data.number);
  expect(words).toContain(data.trackingToken);
  expect(words).toContain('Selasa 20 Januari 2026 pukul 16.00 WIB');
  expect(words).toContain('Kamis 29 Januari 2026 pukul 16.00 WIB');
  expect(words).toContain('Isra Mikraj');

  const reprint = await office.officer.get(`/maklumat/desk/cases/${data.number}/documents/receipt`).responseType('blob').expect(200);
  expect(await wordsOf(reprint.body as Buffer)).not.toContain(data.trackingToken);
});

it('lets the counter supply for an applicant without a telephone of their own', async () => {
  await goTo('2026-01-06T08:00:00+07:00');
  const { number } = await submit(anyone);
  await decide(office.officer, number, 'diterima');
  await decide(office.officer, number, 'belum-lengkap', { reason: 'Surat belum ditandatangani pemohon.' });
  const now = await deskCase(office.officer, number);
  const { body } = await office.officer
    .post(`/maklumat/desk/cases/${number}/commands`)
    .send({ type: 'supply', answers: { subjek: 'Anggaran taman kota 2025' }, expectedSequence: now.sequence })
    .expect(200);
  expect(body).toMatchObject({ data: { status: 'submitted', answers: { subjek: 'Anggaran taman kota 2025' } } });
  expect((body as { data: { timeline: { by: string }[] } }).data.timeline.at(-1)?.by).toContain(
    'Pemohon, melalui Petugas Layanan Informasi',
  );
});

it('refuses an extension after day 10, and a second one', async () => {
  await goTo('2026-01-05T09:00:00+07:00');
  const first = await submit(anyone);
  const second = await submit(anyone);
  const extend = async (number: string) => {
    const { sequence } = await deskCase(office.ppid, number);
    return office.ppid
      .post(`/maklumat/desk/cases/${number}/commands`)
      .send({ type: 'extend', reason: 'Perlu koordinasi antarbidang.', expectedSequence: sequence });
  };
  await goTo('2026-01-20T15:59:00+07:00');
  expect((await extend(first.number)).status).toBe(200);
  expect((await extend(first.number)).body).toMatchObject({ error: { status: 409, details: { kind: 'extension-exhausted' } } });
  await goTo('2026-01-20T16:00:01+07:00');
  expect((await extend(second.number)).body).toMatchObject({ error: { status: 409, details: { kind: 'extension-too-late' } } });
  expect((await tracked(second.trackingToken, second.number)).deadline).toMatchObject({
    state: 'overdue',
    at: '2026-01-20T16:00:00+07:00',
  });
});

it('shows each queue what belongs in it, nearest deadline first', async () => {
  await goTo('2026-02-02T09:00:00+07:00');
  const { number } = await submit(anyone);
  const numbers = async (client: Api, queue: string) => {
    const { body } = await client.get(`/maklumat/desk/cases?queue=${queue}&pageSize=100`).expect(200);
    return (body as { data: { number: string; deadlineAt: string }[] }).data;
  };
  expect((await numbers(office.officer, 'mine')).map((row) => row.number)).toContain(number);
  expect((await numbers(office.ppid, 'mine')).map((row) => row.number)).not.toContain(number);
  expect((await numbers(office.ppid, 'unit')).map((row) => row.number)).toContain(number);
  const overdue = await numbers(office.ppid, 'overdue');
  expect(overdue.map((row) => row.number)).not.toContain(number);
  expect(overdue.map((row) => row.deadlineAt)).toEqual([...overdue.map((row) => row.deadlineAt)].sort());
  await goTo('2026-02-13T09:00:00+07:00');
  expect((await numbers(office.officer, 'due-soon')).map((row) => row.number)).toContain(number);

  const { id } = office.people.officer;
  const { sequence } = await deskCase(office.ppid, number);
  const { body } = await office.ppid
    .post('/maklumat/desk/commands')
    .send({
      cases: [
        { number, expectedSequence: sequence },
        { number: 'PI-2026-999999', expectedSequence: 1 },
      ],
      command: { type: 'assign', user: id },
    })
    .expect(200);
  expect(body).toMatchObject({
    data: [
      { number, ok: true },
      { ok: false, kind: 'not-found' },
    ],
  });
  expect((await numbers(office.officer, 'unassigned')).map((row) => row.number)).not.toContain(number);
});
