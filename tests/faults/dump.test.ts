import { startApp, type App } from '../support/app';
import { asCitizen, messagesTo, proveNumber } from '../support/citizens';
import { query } from '../support/database';
import { startDebianPostgres, type DebianPostgres } from '../support/debianPostgres';
import { anOffice, deskCase } from '../support/desk';
import { api, type Api } from '../support/http';
import { answersWith, submit, upload, type Submitted } from '../support/requests';
import { until } from '../support/until';

interface Person {
  phone: string;
  password: string;
  nik: string | null;
  name: string;
  birthDate: string;
  address: string;
  email: string;
  file: string;
}

const residents = 12;

/** Words of one person that occur nowhere else. */
function aPerson(index: number): Person {
  const two = String(index + 10);
  const city = index < residents;
  return {
    phone: `+62856123400${two}`,
    password: `Sandi-Rahasia-Kertajaya-${two}`,
    nik: city ? `35740157049100${two}` : null,
    name: `Xaverius Kuncoroputra ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index)}`,
    birthDate: `1991-04-${two}`,
    address: `Gang Cempaka Wangi ${two}`,
    email: `xaverius.${two}@surat-contoh.id`,
    file: `akta-kuncoroputra-${two}.pdf`,
  };
}

const people = Array.from({ length: 18 }, (_, index) => aPerson(index));
const wrongPassword = 'Bukan-Sandi-Siapapun-55';
const written = {
  subject: 'Perihal yang hanya ditulis Kuncoroputra',
  message: 'Mohon kabari istri saya Nyonya Kuncoroputra',
  withdrawal: 'Dibatalkan sebab keluarga Kuncoroputra pindah',
  note: 'Pemohon Kuncoroputra sudah ditelepon',
  title: 'Surat untuk Tuan Kuncoroputra',
  draft: 'Draf milik Kuncoroputra',
};

let postgres: DebianPostgres;
let app: App;
const codes: string[] = [];

beforeAll(async () => {
  postgres = await startDebianPostgres();
  app = await startApp({ database: postgres.url });
  await live();
}, 600_000);
afterAll(async () => {
  await app.stop();
  await postgres.stop();
});

async function register(person: Person): Promise<Api> {
  const { phone, password, nik, name, birthDate, address, email } = person;
  const id = await proveNumber(app.url, { residency: nik === null ? 'outside' : 'city', phone, password });
  const anyone = await api(app.url);
  const { status, body } = await anyone
    .put(`/api/registrations/${id}/identity`)
    .send({ name, birthDate, address, email, ...(nik === null ? {} : { nik }) });
  if (status !== 200) throw new Error(`identity answered ${status}: ${JSON.stringify(body)}`);
  return asCitizen(app.url, (body as { data: { jwt: string } }).data);
}

const numbersOf = ({ phone }: Person): string[] => {
  const local = phone.slice(3);
  const grouped = `${local.slice(0, 3)}-${local.slice(3, 7)}-${local.slice(7)}`;
  return [phone, phone.slice(1), `0${local}`, `0${grouped}`, `0${grouped.replaceAll('-', ' ')}`, `+62 ${grouped}`, grouped];
};

const answersOf = (person: Person, file: string): Record<string, unknown> =>
  answersWith(file, {
    nama: person.name,
    alamat: person.address,
    telepon: numbersOf(person)[3],
    email: person.email,
    subjek: written.subject,
  });

/** What goes on in an office for a while: people register, save, file, write, forget passwords and mistype them; officers read and write. */
async function live(): Promise<void> {
  const office = await anOffice(app.url);
  const anyone = await api(app.url);
  const clients: Api[] = [];
  for (const person of people) clients.push(await register(person));
  const filed: Submitted[] = [];
  for (const [index, client] of clients.entries()) {
    const person = aPerson(index);
    const { body } = await client
      .post('/api/cases')
      .set('Idempotency-Key', `permohonan-${index}-0001`)
      .send({ service: 'informasi-publik', answers: answersOf(person, await upload(client, person.file)) })
      .expect(201);
    filed.push((body as { data: Submitted }).data);
    await client
      .post('/api/drafts')
      .send({ service: 'informasi-publik', answers: { ...answersOf(person, await upload(client, person.file)), rincian: written.draft } })
      .expect(201);
    await anyone
      .post('/api/auth/local')
      .send({ identifier: numbersOf(person)[4], password: wrongPassword })
      .expect(401);
  }
  const [first, second, third] = filed;
  const [client, other] = clients;
  if (!first || !second || !third || !client || !other) throw new Error('Nobody filed anything');
  await submit(anyone, { telepon: people[0]?.phone, nama: people[0]?.name });
  await client.post(`/api/cases/${first.number}/commands`).send({ type: 'message', text: written.message }).expect(200);
  await other.post(`/api/cases/${second.number}/commands`).send({ type: 'withdraw', reason: written.withdrawal }).expect(200);
  const desk = `/maklumat/desk/cases/${third.number}`;
  const note = { type: 'note', text: written.note, expectedSequence: (await deskCase(office.officer, third.number)).sequence };
  await office.officer.post(`${desk}/commands`).set('Idempotency-Key', 'catatan-petugas-1').send(note).expect(200);
  const attachment = await upload(anyone, people[2]?.file);
  const attach = { type: 'attach', attachment, title: written.title, audience: 'applicant', expectedSequence: note.expectedSequence + 1 };
  await office.officer.post(`${desk}/commands`).send(attach).expect(200);
  for (const person of people.slice(0, 3)) await anyone.post('/api/auth/forgot-password').send({ phone: person.phone }).expect(200);
  await client.post('/api/me/phone').send({ phone: '+6285612349999', password: people[0]?.password }).expect(201);
  await client
    .patch('/api/me')
    .send({ address: `${people[0]?.address} RT 5` })
    .expect(200);
  await anyone.post('/api/auth/local').send({ identifier: people[1]?.phone, password: people[1]?.password }).expect(200);
  for (const { phone } of people.slice(0, 3)) {
    const texts = await until(
      () => messagesTo(app.url, phone),
      ({ length }) => length >= 2,
    );
    codes.push(...texts.flatMap((text) => /\b\d{6}\b/.exec(text)?.[0] ?? []));
  }
}

/** A text as it stands in base64, wherever it begins in what was encoded: the letters that depend on nothing around it. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(offset === 0 ? 0 : offset + 1, -2);
  });
}

const spellings = (text: string): string[] => [text.toLowerCase(), Buffer.from(text).toString('hex'), ...inBase64(text)];

/** Which of these a text contains, in the clear or merely encoded. */
function found(haystack: string, needles: readonly string[]): string[] {
  const lower = haystack.toLowerCase();
  return needles.filter((needle) => {
    const [plain = '', hex = '', ...base64] = spellings(needle);
    return lower.includes(plain) || lower.includes(hex) || base64.some((encoded) => haystack.includes(encoded));
  });
}

/** Whether a code stands in a text by itself, and not as six digits that happen to be in a digest, an id or the fraction of a second. */
const tells = (text: string, code: string): boolean => new RegExp(`(?<![\\w.+/])${code}(?![\\w+/])`).test(text);

const needles = [
  ...people.flatMap((person) => [
    ...numbersOf(person),
    ...(person.nik === null ? [] : [person.nik]),
    person.name,
    person.birthDate,
    person.address,
    person.email,
    person.file,
    person.password,
  ]),
  '+6285612349999',
  '085612349999',
  wrongPassword,
  'Kuncoroputra',
  ...Object.values(written),
];

it('runs on the PostgreSQL of Debian', async () => {
  expect(Number(postgres.version)).toBeGreaterThanOrEqual(15);
  const [row] = await query<{ version: string }>(postgres.url, "SELECT current_setting('server_version') AS version");
  expect(row?.version).toMatch(new RegExp(`^${postgres.version}\\.`));
});

it('finds what is not hidden: a record with these words in it is noticed however it is written', () => {
  for (const needle of needles) {
    expect(found(`x ${needle.toUpperCase()} y`, [needle])).toEqual([needle]);
    for (const before of ['', 'a', 'ab']) expect(found(Buffer.from(`${before}${needle}zz`).toString('base64'), [needle])).toEqual([needle]);
    expect(found(`\\x00${Buffer.from(needle).toString('hex')}`, [needle])).toEqual([needle]);
  }
});

it('contains no NIK, number, name, address, e-mail, name of a file, password or anything that was written in the clear', async () => {
  const dump = await postgres.dump();
  // The dump is one: every table is in it, with what was done.
  for (const table of ['maklumat_applicant', 'maklumat_draft', 'maklumat_message', 'maklumat_access', 'maklumat_case_personal', 'up_users'])
    expect(dump).toMatch(new RegExp(`COPY public\\.${table} `));
  const [row] = await query<{ people: number; drafts: number; messages: number; reads: number; cases: number }>(
    postgres.url,
    `SELECT (SELECT count(*)::int FROM maklumat_applicant) AS people, (SELECT count(*)::int FROM maklumat_draft) AS drafts,
            (SELECT count(*)::int FROM maklumat_message WHERE state = 'kept') AS messages, (SELECT count(*)::int FROM maklumat_access) AS reads,
            (SELECT count(*)::int FROM maklumat_case) AS cases`,
  );
  expect(row).toMatchObject({ people: people.length, drafts: people.length, cases: people.length + 1 });
  expect(row?.messages).toBeGreaterThan(people.length);
  expect(row?.reads).toBeGreaterThan(0);
  expect(found(dump, needles)).toEqual([]);
  expect(codes.length).toBeGreaterThanOrEqual(6);
  expect(codes.filter((code) => tells(dump, code))).toEqual([]);
}, 300_000);

it('and neither does anything that the server printed', () => {
  expect(found(app.output(), needles)).toEqual([]);
  expect(codes.filter((code) => tells(app.output(), code))).toEqual([]);
});
