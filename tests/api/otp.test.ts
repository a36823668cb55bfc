import { from } from '../support/addresses';
import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { aPassword, aPhone, codeFor, messagesTo, registerOutsider } from '../support/citizens';
import { query } from '../support/database';
import { api, type Api } from '../support/http';
import { until } from '../support/until';

let app: App;
let anyone: Api;
let addresses = 0;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  anyone = await api(app.url);
});
afterAll(() => app.stop());

interface Registration {
  id: string;
  stage: string;
  otp: { to: string; expiresAt: string; resendAt: string } | null;
}
const registrationIn = (response: { body: unknown }): Registration => (response.body as { data: Registration }).data;

/** An address of the documentation's range that nobody else here has. */
const anAddress = (): string => `198.51.${Math.floor(addresses / 250)}.${1 + (addresses++ % 250)}`;

const start = (phone: string, address = anAddress()) =>
  anyone.post('/api/registrations').set(from(address)).send({ residency: 'outside', phone, password: aPassword, consent: true });
const guess = (id: string, code: string, address = anAddress()) =>
  anyone.post(`/api/registrations/${id}/otp`).set(from(address)).send({ code });
const resend = (id: string, address = anAddress()) => anyone.post(`/api/registrations/${id}/otp/resend`).set(from(address));

/** A registration with its code, as the telephone shows it. */
async function begin(phone = aPhone()): Promise<Registration & { phone: string; code: string }> {
  const registration = registrationIn(await start(phone).expect(201));
  return { ...registration, phone, code: await codeFor(app.url, phone) };
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const later = (instant: string | undefined, milliseconds: number): string =>
  new Date(Date.parse(instant ?? '') + milliseconds).toISOString();

const invalid = { error: { status: 400, details: { kind: 'otp-invalid' } } };
const tooMany = { error: { status: 429, details: { kind: 'too-many-requests' } } };
const retryAfter = (response: { headers: Record<string, string> }): number => Number(response.headers['retry-after']);

describe('a code', () => {
  it('of six digits opens what it was sent for, written with spaces too, and once', async () => {
    const { id, code, otp, phone } = await begin();
    expect(otp?.to).not.toContain(phone.slice(4, 11));
    const opened = await guess(id, ` ${code.slice(0, 3)} ${code.slice(3)} `).expect(200);
    expect(registrationIn(opened)).toMatchObject({ stage: 'identity', otp: null });
    expect((await guess(id, code)).body).toMatchObject({ error: { status: 409, details: { kind: 'command-not-open' } } });
  });

  it('opens it for one of many at once', async () => {
    const { id, code } = await begin();
    const answers = await Promise.all(Array.from({ length: 5 }, () => guess(id, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('opens nothing else', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const code = mine.code === theirs.code ? wrong(theirs.code) : mine.code;
    expect((await guess(theirs.id, code)).body).toMatchObject(invalid);
    expect((await guess('7d0c1b1e-0000-4000-8000-000000000001', mine.code)).body).toMatchObject({ error: { status: 404 } });
  });

  it('is good until it expires, and not from then on', async () => {
    const [first, second] = [await begin(), await begin()];
    // The clock runs on, and a busy machine may take its time for the next call.
    await app.setClock(later(first.otp?.expiresAt, -30_000));
    await guess(first.id, first.code).expect(200);
    await app.setClock(second.otp?.expiresAt ?? '');
    expect((await guess(second.id, second.code)).body).toMatchObject(invalid);
  });

  it('allows five tries, and the right one after them opens nothing', async () => {
    const { id, code, phone, otp } = await begin();
    for (let turn = 0; turn < 5; turn += 1) expect((await guess(id, wrong(code))).body).toMatchObject(invalid);
    const refused = await guess(id, code);
    expect(refused.body).toMatchObject(invalid);
    await app.setClock(later(otp?.resendAt, 0));
    await resend(id).expect(200);
    await guess(id, await codeFor(app.url, phone, 1)).expect(200);
  });

  it('counts each of many tries at once', async () => {
    const { id, code } = await begin();
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(id, wrong(code))));
    for (const answer of answers) expect(answer.body).toMatchObject(invalid);
    expect((await guess(id, code)).body).toMatchObject(invalid);
    expect(await query(app.databaseUrl, 'SELECT tries FROM maklumat_otp WHERE subject = $1', [id])).toEqual([{ tries: 5 }]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('is not %p', async (typed) => {
    const { id, code } = await begin();
    expect((await guess(id, typed)).body).toMatchObject(invalid);
    await guess(id, code).expect(200);
  });
});

describe('a code that is asked for again', () => {
  it('is sent after 60 seconds, not before, and the one before opens nothing any more', async () => {
    const { id, code, phone, otp } = await begin();
    for (const early of [60, 30]) {
      await app.setClock(later(otp?.resendAt, -early * 1_000));
      const soon = await resend(id);
      expect(soon.body).toMatchObject(tooMany);
      expect(retryAfter(soon)).toBeGreaterThan(0);
      expect(retryAfter(soon)).toBeLessThanOrEqual(early);
    }

    await app.setClock(later(otp?.resendAt, 0));
    const again = registrationIn(await resend(id).expect(200));
    expect(Date.parse(again.otp?.expiresAt ?? '')).toBeGreaterThan(Date.parse(otp?.expiresAt ?? ''));
    const newer = await codeFor(app.url, phone, 1);
    if (newer !== code) expect((await guess(id, code)).body).toMatchObject(invalid);
    await guess(id, newer).expect(200);
  });

  it('is sent once to many who ask at once', async () => {
    const { id, phone, otp } = await begin();
    await app.setClock(later(otp?.resendAt, 0));
    const answers = await Promise.all(Array.from({ length: 8 }, () => resend(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(429)]);
    for (const answer of answers.filter(({ status }) => status === 429)) expect(retryAfter(answer)).toBeGreaterThan(0);
    await codeFor(app.url, phone, 1);
    expect(await query(app.databaseUrl, 'SELECT count(*)::int AS codes FROM maklumat_otp WHERE subject = $1', [id])).toEqual([
      { codes: 2 },
    ]);
  });
});

describe('whoever asks', () => {
  it('is answered the same whether or not a number has an account', async () => {
    const { phone } = await registerOutsider(app.url);
    const sent = (await messagesTo(app.url, phone)).length;
    const [known, unknown] = [await start(phone).expect(201), await start(aPhone()).expect(201)];
    const shape = (response: { body: unknown }) => {
      const { id: _id, otp, ...rest } = registrationIn(response);
      return { ...rest, otp: Object.keys(otp ?? {}) };
    };
    const times = /\d{4}-\d\d-\d\dT[\d:.+]+/g;
    expect(JSON.stringify(shape(known)).replace(times, '')).toBe(JSON.stringify(shape(unknown)).replace(times, ''));

    const [told] = await until(
      () => messagesTo(app.url, phone),
      ({ length }) => length > sent,
    );
    expect(told).toContain('sudah terdaftar');
    expect(told).not.toMatch(/\d{6}/);
    const id = registrationIn(known).id;
    expect((await guess(id, '000000')).body).toMatchObject(invalid);
    expect(await query(app.databaseUrl, 'SELECT code_digest, tries FROM maklumat_otp WHERE subject = $1', [id])).toEqual([
      { code_digest: null, tries: 1 },
    ]);
  });

  it('is answered the same whether or not a registration was left midway, and nobody is told of nothing', async () => {
    const left = await begin();
    await guess(left.id, left.code).expect(200);
    const stranger = aPhone();
    const resume = (phone: string) => anyone.post('/api/registrations/resumptions').set(from(anAddress())).send({ phone });
    const [some, none] = [await resume(left.phone).expect(201), await resume(stranger).expect(201)];
    expect(Object.keys(registrationIn(some))).toEqual(Object.keys(registrationIn(none)));
    await codeFor(app.url, left.phone, 1);
    expect(await messagesTo(app.url, stranger)).toEqual([]);
    const ids = [registrationIn(some).id, registrationIn(none).id];
    // The same rows are written for both, so that the time it takes tells nothing either.
    expect(await query(app.databaseUrl, 'SELECT count(*)::int AS codes FROM maklumat_otp WHERE subject = ANY($1)', [ids])).toEqual([
      { codes: 2 },
    ]);
    expect((await guess(registrationIn(none).id, '000000')).body).toMatchObject(invalid);
  });

  it('gets five codes an hour for one number, however it is written and wherever from', async () => {
    await app.setClock('2026-01-06T09:00:00+07:00');
    const phone = aPhone();
    const spellings = [phone, phone.slice(1), `0${phone.slice(3)}`, `+62 ${phone.slice(3, 6)}-${phone.slice(6)}`, phone];
    for (const spelling of spellings) await start(spelling).expect(201);
    const refused = await start(phone);
    expect(refused.body).toMatchObject(tooMany);
    expect(retryAfter(refused)).toBeGreaterThan(3_500);
    await start(aPhone()).expect(201);
    await app.setClock('2026-01-06T10:00:05+07:00');
    await start(phone).expect(201);
  });

  it('cannot use up the codes of somebody else’s number from one address', async () => {
    await app.setClock('2026-01-06T12:00:00+07:00');
    const [phone, attacker] = [aPhone(), anAddress()];
    const tried = await Promise.all(Array.from({ length: 12 }, () => start(phone, attacker)));
    expect(tried.map(({ status }) => status).sort()).toEqual([...Array<number>(4).fill(201), ...Array<number>(8).fill(429)]);
    await start(phone).expect(201);
  });

  it('cannot use them up from anywhere for an owner who logged in lately where they are', async () => {
    await app.setClock('2026-01-06T14:00:00+07:00');
    const { phone, password } = await registerOutsider(app.url);
    const home = anAddress();
    await anyone.post('/api/auth/local').set(from(home)).send({ identifier: phone, password }).expect(200);
    await Promise.all(Array.from({ length: 12 }, () => start(phone)));
    const forgot = (address: string) => anyone.post('/api/auth/forgot-password').set(from(address)).send({ phone });
    expect((await forgot(anAddress())).body).toMatchObject(tooMany);
    await forgot(home).expect(200);
  });

  it('gets thirty codes an hour for one address, whatever it says of itself without the key of the site', async () => {
    await app.setClock('2026-01-07T09:00:00+07:00');
    const address = anAddress();
    const answers = await Promise.all(Array.from({ length: 32 }, () => start(aPhone(), address)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(30).fill(201), 429, 429]);
    const plain = (claimed: string) =>
      anyone
        .post('/api/registrations')
        .set({ 'X-Client-Address': claimed, 'X-Forwarded-For': claimed, 'X-Site-Key': 'x' })
        .send({ residency: 'outside', phone: aPhone(), password: aPassword, consent: true });
    const claimed = await Promise.all(Array.from({ length: 32 }, () => plain(anAddress())));
    expect(claimed.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('of one network of IPv6 is one', async () => {
    await app.setClock('2026-01-08T09:00:00+07:00');
    const answers = await Promise.all(Array.from({ length: 32 }, (_, host) => start(aPhone(), `2001:db8:0:7::${host.toString(16)}`)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    await start(aPhone(), '2001:db8:0:8::1').expect(201);
  });

  it('gets no more than the office allows over all', async () => {
    await app.setClock('2026-01-09T09:00:00+07:00');
    const token = await logIn(app.url);
    const path = `${app.url}/content-manager/single-types/plugin::maklumat.registration`;
    const headers = { ...bearer(token), 'Content-Type': 'application/json' };
    const allow = async (codesPerHour: number) => {
      const response = await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ codesPerHour }) });
      expect(response.status).toBe(200);
    };
    await allow(3);
    const statuses = async () => (await Promise.all(Array.from({ length: 5 }, () => start(aPhone())))).map(({ status }) => status).sort();
    await until(statuses, (all) => all.every((status) => status === 429), 10_000);
    await allow(3_000);
    await app.setClock('2026-01-09T10:00:10+07:00');
    await start(aPhone()).expect(201);
  });
});

it('no number, code or password is in what the server printed, nor a code in the clear in the tables', async () => {
  const { code, phone, id } = await begin();
  await guess(id, wrong(code));
  for (const secret of [phone, phone.slice(1), `0${phone.slice(3)}`, code, aPassword]) expect(app.output()).not.toContain(secret);
  const rows = await query(app.databaseUrl, 'SELECT o::text FROM maklumat_otp o WHERE subject = $1', [id]);
  // Of a uuid, too, any six digits may be a part.
  expect(JSON.stringify(rows).match(/\d{6,}/g) ?? []).not.toContain(code);
});
