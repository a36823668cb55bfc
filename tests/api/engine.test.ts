import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOperable, ServiceDefinition, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { bearer, createOfficer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { removeContent, saveContent } from '../support/content';
import { query } from '../support/database';
import { decide } from '../support/desk';
import { file, move, read, slots, type Driver, type Filed, type ReadCase } from '../support/drive';
import { api, type Api } from '../support/http';
import { plansOf, type Plan } from '../support/plans';
import { root } from '../support/root';
import { until } from '../support/until';

let app: App;
let anyone: Api;
let staff: Api;
let headers: Record<string, string>;
let driver: Driver;

const now = '2026-07-06T09:00:00+07:00';

beforeAll(async () => {
  app = await startApp();
  await app.setClock(now);
  headers = bearer(await logIn(app.url));
  anyone = await api(app.url);
  staff = await api(app.url, headers);
  driver = { anyone, staff, slot: slots('2026-08-01'), documentCode: () => '' };
});
afterAll(() => app.stop());

function service(file: string): OperableDefinition {
  const definition = ServiceDefinition.parse(JSON.parse(readFileSync(join(root, 'database', 'seeds', 'services', `${file}.json`), 'utf8')));
  if (!isOperable(definition)) throw new Error(`${file} takes no cases`);
  return definition;
}

/** A plan whose example has this in its name. */
function planned(definition: OperableDefinition, words: RegExp): Plan {
  const example = definition.examples.find(({ name, expect: { eligible } }) => eligible && words.test(name));
  if (!example) throw new Error(`No example of ${definition.slug} like ${String(words)}`);
  return { example, moves: [], covers: [] };
}

const seen = (filed: Filed): Promise<ReadCase> => read(driver, filed);
const onDesk = async (client: Api, number: string) => {
  const { body } = await client.get(`/maklumat/desk/cases/${number}`).expect(200);
  return (body as { data: Record<string, unknown> & { answerList: { key: string; value: string; files?: object[] }[] } }).data;
};

describe('a case that opens another', () => {
  it('links both, under one tracking code, and neither opens with the code of a stranger', async () => {
    const definition = service('10-informasi-dukcapil');
    const filed = await file(driver, definition, planned(definition, /Pengaduan lewat WhatsApp/));
    const [link] = filed.links;
    expect(filed.links).toMatchObject([{ service: 'pengaduan-masyarakat', name: expect.stringContaining('Pengaduan') as string }]);
    const opened = { ...filed, number: link?.number ?? '' };
    expect((await seen(filed)).links).toMatchObject([{ number: opened.number }]);
    expect((await seen(opened)).links).toMatchObject([{ number: filed.number, service: 'informasi-dukcapil' }]);
    const stranger = await file(driver, definition, planned(definition, /Bertanya tentang KK/));
    for (const number of [filed.number, opened.number])
      await anyone.get(`/api/cases/${number}`).set('X-Tracking-Token', stranger.trackingToken).expect(404);
  });

  it('is not filed at all when the other’s form refuses what it would get', async () => {
    const definition = service('10-informasi-dukcapil');
    const plan = planned(definition, /Pengaduan lewat WhatsApp/);
    const before = await query<{ count: string }>(app.databaseUrl, 'SELECT count(*) FROM maklumat_case');
    // The area lies outside what the complaint's form takes.
    const answers = { ...plan.example.answers, usia: 121 };
    await anyone.post('/api/cases').send({ service: definition.slug, answers }).expect(400);
    expect(await query(app.databaseUrl, 'SELECT count(*) FROM maklumat_case')).toEqual(before);
  });
});

describe('confidential answers', () => {
  it('are kept from the office that is complained about, on the page, in files and in the record', async () => {
    const definition = service('02-pengaduan-masyarakat');
    const filed = await file(driver, definition, planned(definition, /Pengaduan tertulis/));
    await decide(staff, filed.number, 'lengkap');
    await decide(staff, filed.number, 'diteruskan', { answers: { instansiTujuan: 'Dinas Pekerjaan Umum' } });
    const person = await createOfficer(app.url, 'maklumat-officer', ['pejabat-penghubung-perangkat-daerah'], 'Oki Penghubung');
    const agency = await api(app.url, person.headers);
    const shown = await onDesk(agency, filed.number);
    const names = definition.form.sections.flatMap((section) => section.fields).filter(({ confidential }) => confidential);
    const secret = names.map(({ key }) => plannedAnswer(definition, key)).filter((value) => typeof value === 'string' && value.length > 3);
    expect(secret.length).toBeGreaterThan(2);
    for (const value of secret) expect(JSON.stringify(shown)).not.toContain(value);
    expect(shown.answerList.find(({ key }) => key === 'nama')).toMatchObject({ value: 'Dirahasiakan' });
    expect(JSON.stringify(await onDesk(staff, filed.number))).toContain(plannedAnswer(definition, 'nama'));
    const { body: queue } = await agency.get('/maklumat/desk/cases').expect(200);
    expect(JSON.stringify(queue)).toContain(filed.number);
    for (const value of secret) expect(JSON.stringify(queue)).not.toContain(value);
  });
});

const plannedAnswer = (definition: OperableDefinition, key: string): unknown =>
  planned(definition, /Pengaduan tertulis/).example.answers[key];

describe('an answer that must be one of a kind', () => {
  it('is refused at its field while another case holds it, and free again once that case is withdrawn', async () => {
    const definition = service('07-hosting-domain');
    const plan = planned(definition, /^Lengkap/);
    const first = await file(driver, definition, plan);
    const taken = (await onDesk(staff, first.number)).answerList.find(({ key }) => key === 'subdomain')?.value ?? '';
    const subdomain = taken.split('.')[0];
    const again = { ...plan, example: { ...plan.example, answers: { ...plan.example.answers } } };
    const attempt = async () => {
      const second = await file(driver, definition, again);
      const answers = Object.fromEntries(Object.entries(again.example.answers));
      return { second, answers };
    };
    const { second } = await attempt();
    // The second case is sent back and tries to take the first one's name, in capitals of its own.
    await decide(staff, second.number, 'dikembalikan', { reason: 'Nama subdomain perlu diganti.' });
    const supply = (value: string | undefined) =>
      anyone
        .post(`/api/cases/${second.number}/commands`)
        .set('X-Tracking-Token', second.trackingToken)
        .send({ type: 'supply', answers: { subdomain: value } });
    const { body } = await supply(subdomain).expect(400);
    expect(body).toMatchObject({
      error: { details: { kind: 'invalid-answers', fields: { subdomain: [expect.stringContaining('Sudah dipakai')] } } },
    });
    const { body: dry } = await anyone
      .post(`/api/services/${definition.slug}/assessments`)
      .send({ answers: { ...plan.example.answers, subdomain } })
      .expect(200);
    expect((dry as { data: { invalid: object } }).data.invalid).toHaveProperty('subdomain');
    await anyone
      .post(`/api/cases/${first.number}/commands`)
      .set('X-Tracking-Token', first.trackingToken)
      .send({ type: 'withdraw' })
      .expect(200);
    await supply(subdomain).expect(200);
  });
});

describe('a document that another case must have issued', () => {
  it('is not believed without a code that an office gave', async () => {
    const definition = service('11-pendaftaran-sistem-elektronik');
    const plan = {
      example: definition.examples.find(({ facts }) => Object.keys(facts).some((name) => name.startsWith('linked.'))),
      moves: [],
      covers: [],
    };
    if (!plan.example) throw new Error('No example with a linked case');
    driver.documentCode = () => 'AAAAA-BBBBB-CCCCC-DDDDD';
    await expect(file(driver, definition, { ...plan, example: plan.example })).rejects.toThrow(/422|400/);
  });
});

describe('a letter that the office issued', () => {
  it('is vouched for by its code, typed as people type, and tells nothing of what stands in it', async () => {
    const definition = service('02-pengaduan-masyarakat');
    const filed = await file(driver, definition, planned(definition, /Pengaduan tertulis/));
    await decide(staff, filed.number, 'lengkap');
    await decide(staff, filed.number, 'diteruskan', { answers: { instansiTujuan: 'Dinas Pekerjaan Umum' } });
    const letter = (await onDesk(staff, filed.number)).documents as { id: string; kind: string; title: string }[];
    const { id = '', title } = letter.find(({ kind }) => kind === 'issued') ?? {};
    const ask = (code: string) => anyone.post('/api/documents/verifications').send({ code });
    const { body } = await ask(id.toLowerCase().replaceAll('-', ' ')).expect(200);
    expect(body).toEqual({
      data: {
        title,
        service: definition.name,
        agency: expect.stringContaining('Dinas') as string,
        number: filed.number,
        issuedAt: expect.stringMatching(/^2026-07-06T/) as string,
      },
    });
    await ask('AAAAA-BBBBB-CCCCC-DDDDD').expect(404);
    await ask(filed.number).expect(404);
    await ask('x').expect(400);
  });
});

describe('a schedule', () => {
  it('is offered by the office and accepted by the applicant through the commands that the contract names', async () => {
    const definition = service('03-siaran-keliling');
    const offer = plansOf(definition).find(
      ({ covers }) =>
        covers.some((covered) => covered.endsWith('.terima-jadwal')) || covers.some((covered) => /\.(tawarkan|jadwal-lain)/.test(covered)),
    );
    const step = definition.procedure.steps.find(({ outcomes }) =>
      outcomes.some(({ effects }) => effects.some((effect) => effect.type === 'reserve' && effect.offer)),
    );
    if (!offer || !step) throw new Error('No plan offers a slot');
    const filed = await file(driver, definition, offer);
    for (const planned of offer.moves) {
      if (planned.step === step.key) break;
      await move(driver, definition, filed, planned);
    }
    const { sequence } = await seen(filed);
    const start = '2026-09-21T09:00:00+07:00';
    await staff
      .post(`/maklumat/desk/cases/${filed.number}/commands`)
      .send({ type: 'schedule', start, expectedSequence: sequence })
      .expect(200);
    expect((await seen(filed)).reservations).toMatchObject([{ from: start, offered: true }]);
    const accept = () =>
      anyone.post(`/api/cases/${filed.number}/commands`).set('X-Tracking-Token', filed.trackingToken).send({ type: 'accept-schedule' });
    await accept().expect(200);
    expect((await seen(filed)).reservations).toMatchObject([{ from: start, offered: false }]);
    await accept().expect(409);
  });
});

describe('a one-time value', () => {
  const definition = service('08-email-go-id');
  const plan = plansOf(definition).find(({ moves }) => moves.at(-1)?.then.status === 'completed');

  it('opens once, for who brings the code, and is nowhere else', async () => {
    if (!plan) throw new Error('No plan ends the service');
    const filed = await file(driver, definition, plan);
    let latest = await seen(filed);
    for (const step of plan.moves) {
      if (latest.secrets.length > 0) break;
      latest = await move(driver, definition, filed, step);
    }
    const id = latest.secrets[0]?.id ?? '';
    const open = (token: string) => anyone.post(`/api/cases/${filed.number}/secrets/${id}`).set('X-Tracking-Token', token);
    await open('AAAAA-BBBBB-CCCCC-DDDDD').expect(404);
    expect(JSON.stringify(await onDesk(staff, filed.number))).not.toContain('Keterangan petugas......');
    const { body } = await open(filed.trackingToken).expect(200);
    const { value } = (body as { data: { value: string } }).data;
    await open(filed.trackingToken).expect(409);
    expect(value.length).toBeGreaterThan(4);
    const events = await query<{ data: string }>(app.databaseUrl, `SELECT data::text FROM maklumat_case_event WHERE type LIKE 'secret%'`);
    expect(events.length).toBeGreaterThan(1);
    expect(JSON.stringify(events)).not.toContain(value);
    const kept = await query(app.databaseUrl, 'SELECT 1 FROM maklumat_secret WHERE sealed IS NOT NULL AND id = $1', [id]);
    expect(kept).toEqual([]);
    expect((await seen(filed)).timeline.map(({ sentence }) => sentence).join()).toMatch(/sudah dibuka oleh pemohon/);
  });
});

describe('a day off that is declared later', () => {
  it('moves the deadline of an open case, says why in its record, and changes nothing else', async () => {
    const definition = service('05-rekomendasi-aplikasi');
    const filed = await file(driver, definition, planned(definition, /Perangkat daerah, diterima Senin/));
    const before = await seen(filed);
    const date = before.deadline.at.slice(0, 10);
    const day = await saveContent(app.url, headers, 'holiday', { date, name: 'Hari Uji Coba', kind: 'libur_setempat' });
    const after = await until(
      () => seen(filed),
      ({ sequence }) => sequence > before.sequence,
    );
    const [entry] = after.timeline.slice(-1);
    expect(entry?.sentence).toMatch(/^Tenggat bergeser dari .* menjadi /);
    expect(JSON.stringify(entry)).toMatch(/Hari libur .*Hari Uji Coba.* ditambahkan/);
    expect(after.deadline.at > before.deadline.at).toBe(true);
    expect({ ...after, sequence: 0, timeline: [], deadline: null }).toEqual({ ...before, sequence: 0, timeline: [], deadline: null });
    expect(after.timeline).toHaveLength(before.timeline.length + 1);
    await removeContent(app.url, headers, 'holiday', day.documentId);
    const back = await until(
      () => seen(filed),
      ({ sequence }) => sequence > after.sequence,
    );
    expect(back.deadline.at).toBe(before.deadline.at);
    expect(JSON.stringify(back.timeline.at(-1))).toMatch(/dihapus/);
  });
});

describe('a case that comes late', () => {
  it('is reported to whom the rules name, once for each part of the time, in the record of the office only', async () => {
    const definition = service('05-rekomendasi-aplikasi');
    const filed = await file(driver, definition, planned(definition, /Perangkat daerah, diterima Senin/));
    const { sequence } = await seen(filed);
    const reports = () =>
      query<{ data: { after: number } }>(
        app.databaseUrl,
        `SELECT event.data FROM maklumat_case_event event JOIN maklumat_case c ON c.id = event.case_id WHERE c.number = $1 AND event.type = 'escalated' ORDER BY event.sequence`,
        [filed.number],
      );
    await app.setClock('2026-07-20T09:00:00+07:00');
    const made = await until(reports, (rows) => rows.length === 2, 150_000);
    expect(made.map(({ data }) => data.after)).toEqual([75, 100]);
    const late = await seen(filed);
    expect(late.deadline.state).toBe('overdue');
    expect(late.sequence).toBe(sequence + 2);
    expect(JSON.stringify(late.timeline)).not.toMatch(/dilaporkan/);
    const again = bearer(await logIn(app.url));
    expect(JSON.stringify((await onDesk(await api(app.url, again), filed.number)).timeline)).toMatch(
      /75% waktu terpakai.*Tenggat terlewati/,
    );
  }, 200_000);
});
