import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { findContent, saveContent } from '../support/content';
import { decide } from '../support/desk';
import { api, type Api } from '../support/http';
import { meetingRoom } from '../support/meetingRoom';
import { upload } from '../support/requests';

let app: App;
let anyone: Api;
let staff: Api;
let headers: Record<string, string>;

const { slug } = meetingRoom;
const answers = { nama: 'Budi Santoso', telepon: '081234567890', asal: 'dalam', mulai: '2026-01-12T09:00:00+07:00' };

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  headers = bearer(await logIn(app.url));
  anyone = await api(app.url);
  staff = await api(app.url, headers);
  const agency = await findContent(app.url, headers, 'agency', 'slug', meetingRoom.agency);
  await saveContent(app.url, headers, 'resource', {
    slug: 'ruang-rapat',
    name: 'Ruang rapat',
    capacity: 1,
    active: true,
    agency: { connect: [{ documentId: agency }] },
  });
});
afterAll(() => app.stop());

const published = async (bundle: object) => {
  await staff
    .post('/maklumat/definitions/bundle')
    .send({ ...bundle })
    .expect(200);
  return staff.post(`/maklumat/definitions/${slug}/publish`).send({});
};

const submit = (over: Record<string, unknown> = {}) => anyone.post('/api/cases').send({ service: slug, answers: { ...answers, ...over } });
const filed = async (over: Record<string, unknown> = {}) => {
  const { body } = await submit(over).expect(201);
  return (body as { data: { number: string; trackingToken: string; deadline: { at: string } } }).data;
};
const read = async ({ number, trackingToken }: { number: string; trackingToken: string }) => {
  const { body } = await anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', trackingToken).expect(200);
  return (body as { data: Record<string, unknown> }).data;
};

interface Refused {
  error: {
    message: string;
    details: { kind: string; findings: { severity: string; where: string; what: string; why: string; mend: string }[] };
  };
}

describe('a service that nobody programmed', () => {
  it('tells before it is kept what its import would change', async () => {
    const { body } = await staff.post('/maklumat/definitions/bundle?dryRun=true').send(meetingRoom).expect(200);
    expect(body).toMatchObject({ data: { slug, action: 'create' } });
    await anyone.get(`/api/services/${slug}`).expect(404);
  });

  it.each([
    [
      'two rules that contradict',
      {
        rules: [
          ...meetingRoom.rules,
          {
            key: 'ke-petugas',
            when: { fact: 'answers.asal', operator: 'is', value: 'luar' },
            then: { type: 'route', unit: 'ppid', position: 'petugas-layanan-informasi' },
            sentence: 'Lembaga luar dilayani petugas.',
          },
        ],
      },
      /ke-petugas/,
    ],
    [
      'a step from which no way leads to an end',
      {
        procedure: {
          ...meetingRoom.procedure,
          steps: meetingRoom.procedure.steps.map((step) =>
            step.key === 'serahkan'
              ? { ...step, outcomes: [{ key: 'serah', label: 'Ulangi', to: 'serahkan', sentence: 'Diulang.' }] }
              : step,
          ),
        },
      },
      /serahkan|Menyerahkan kunci/,
    ],
    [
      'a standard that says 3 days while the clock says 5',
      {
        standard: {
          ...meetingRoom.standard,
          servicePoint: { ...meetingRoom.standard.servicePoint, completionTime: '3 (tiga) hari sejak permohonan diterima' },
        },
        clock: { ...meetingRoom.clock, duration: { amount: 5, unit: 'days' } },
        examples: [],
      },
      /3 hari.*5 hari|5 hari.*3 hari/s,
    ],
  ])('is refused at publishing with %s, in words that a clerk understands', async (_what, part, words) => {
    const { status, body } = await published({ ...meetingRoom, ...part });
    expect(status).toBe(400);
    const { message, details } = (body as Refused).error;
    const errors = details.findings.filter(({ severity }) => severity === 'error');
    expect(details.kind).toBe('publish-refused');
    expect(errors.map(({ what, why, mend }) => `${what} ${why} ${mend}`).join('\n')).toMatch(words);
    expect(JSON.stringify(errors)).not.toMatch(/regex|undefined|null|\bnode\b|\bfact\b|operator/i);
    expect(message).not.toBe('');
    await anyone.get(`/api/services/${slug}`).expect(404);
  });

  it('is published as it is, and stands in the list beside the eleven', async () => {
    const { status, body } = await published(meetingRoom);
    expect({ status, body: body as unknown }).toMatchObject({ status: 200, body: { data: { version: 1, findings: [] } } });
    const list = await anyone.get('/api/services').expect(200);
    expect((list.body as { data: { slug: string }[] }).data.map((service) => service.slug)).toContain(slug);
    expect((list.body as { data: unknown[] }).data).toHaveLength(12);
    const service = await anyone.get(`/api/services/${slug}`).expect(200);
    const steps = (service.body as { data: { procedure: { steps: { allowance: { amount: number } }[] } } }).data.procedure.steps;
    expect(steps.map(({ allowance }) => allowance.amount)).toEqual([10, 15, 30, 20, 5]);
  });

  it('asks outside bodies, and nobody else, for a letter', async () => {
    const { body } = await submit({ asal: 'luar' }).expect(400);
    expect(body).toMatchObject({ error: { details: { kind: 'invalid-answers', fields: { surat: [expect.any(String)] } } } });
    await submit({ surat: await upload(anyone) }).expect(400);
    await submit({ asal: 'luar', surat: await upload(anyone), mulai: '2026-01-20T09:00:00+07:00' }).expect(201);
  });

  it('refuses who comes too late, with the reason of the rule', async () => {
    const { body } = await submit({ mulai: '2026-01-05T15:00:00+07:00' }).expect(422);
    expect((body as Refused).error.message).toContain('paling lambat sehari sebelum dipakai');
  });

  it('takes a case and ends it, with its slot, its deadline and the time of each step', async () => {
    const request = await filed();
    expect(Date.parse(request.deadline.at)).toBeGreaterThanOrEqual(Date.parse('2026-01-05T10:20:00+07:00'));
    for (const outcome of ['lengkap', 'setuju', 'siap', 'serah']) await decide(staff, request.number, outcome);
    expect(await read(request)).toMatchObject({
      status: 'completed',
      result: 'Dipinjamkan',
      deadline: { state: 'met' },
      reservations: [{ resource: 'ruang-rapat', from: '2026-01-12T09:00:00+07:00', to: '2026-01-12T11:00:00+07:00', offered: false }],
    });
    const progress = (await read(request)).progress as { allowance: object; overrun: boolean }[];
    expect(progress.map(({ overrun }) => overrun).slice(1)).toEqual([false, false, false, false]);
  });

  it('does not lend the room twice, and names the next three free slots', async () => {
    const request = await filed({ mulai: '2026-01-12T10:00:00+07:00' });
    await decide(staff, request.number, 'lengkap');
    const { body } = await staff.get(`/maklumat/desk/cases/${request.number}`).expect(200);
    const { sequence } = (body as { data: { sequence: number } }).data;
    const taken = await staff
      .post(`/maklumat/desk/cases/${request.number}/commands`)
      .send({ type: 'decide', step: 'setujui', outcome: 'setuju', expectedSequence: sequence })
      .expect(409);
    expect(taken.body).toMatchObject({ error: { details: { kind: 'slot-taken' } } });
    expect((taken.body as { error: { details: { slots: object[] } } }).error.details.slots).toHaveLength(3);
    expect(await read(request)).toMatchObject({ status: 'processing', reservations: [] });
    await staff
      .post(`/maklumat/desk/cases/${request.number}/commands`)
      .send({ type: 'decide', step: 'setujui', outcome: 'tolak', expectedSequence: sequence })
      .expect(400);
    await decide(staff, request.number, 'tolak', { reason: 'Ruang sudah dipakai pada waktu itu.' });
    expect(await read(request)).toMatchObject({ status: 'rejected', result: 'Ditolak' });
  });
});
