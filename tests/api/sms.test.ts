import { createSmsGateway, type Sms } from '../../plugins/maklumat/server/adapters/smsGateway';
import { startApp, type App } from '../support/app';
import { aPassword, aPhone } from '../support/citizens';
import { query } from '../support/database';
import { aGateway, type Answer, type Gateway, type Received } from '../support/gateway';
import { api, type Api } from '../support/http';
import { until } from '../support/until';

const json = '{"Content-Type":"application/json"}';
const form = '{"Content-Type":"application/x-www-form-urlencoded"}';
/** Settings of a gateway that takes anything, unless a test says otherwise. */
const settings = { url: '', method: 'POST', headers: json, body: '{"to":"{{to}}"}', success: '', refusal: '', timeout: 1_000 };
const sms: Sms = { id: '7d0c1b1e-0000-4000-8000-000000000001', to: '+6281234567890', text: '123456 "kode" & <b>\\ é\nbaris=2%' };

describe('an SMS to a gateway of any kind', () => {
  let gateway: Gateway;
  let answer: Answer = {};
  beforeAll(async () => {
    gateway = await aGateway(() => answer);
  });
  beforeEach(() => {
    answer = {};
    gateway.received.length = 0;
  });
  afterAll(() => gateway.close());

  const send = (over: Partial<typeof settings>) => createSmsGateway({ ...settings, url: gateway.url, ...over }).send(sms);
  const sent = (): Received => {
    const [one, ...others] = gateway.received;
    if (!one || others.length > 0) throw new Error(`${gateway.received.length} requests`);
    return one;
  };

  it('of a gateway that reads JSON', async () => {
    await send({
      headers: '{"Content-Type":"application/json; charset=utf-8","Authorization":"Bearer r4hasia","X-Request-Id":"{{id}}"}',
      body: '{"ref":"{{id}}","messages":[{"msisdn":"{{ to62 }}","content":"{{text}}"}]}',
    });
    expect(sent().headers).toMatchObject({ authorization: 'Bearer r4hasia', 'x-request-id': sms.id });
    expect(JSON.parse(sent().body)).toEqual({ ref: sms.id, messages: [{ msisdn: '6281234567890', content: sms.text }] });
  });

  it('of a gateway that reads form fields', async () => {
    await send({ headers: form, body: 'user=kota&pass=a%26b&nohp={{to0}}&pesan={{text}}&ref={{id}}' });
    const fields = Object.fromEntries(new URLSearchParams(sent().body));
    expect(fields).toEqual({ user: 'kota', pass: 'a&b', nohp: '081234567890', pesan: sms.text, ref: sms.id });
  });

  it('of a gateway that reads its address', async () => {
    await send({ url: `${gateway.url}/kirim/{{to}}?pesan={{text}}&tetap=1`, method: 'get', headers: '', body: '' });
    const { method, path, body } = sent();
    const read = new URL(path, gateway.url);
    expect({ method, body, pathname: read.pathname }).toEqual({ method: 'GET', body: '', pathname: '/kirim/%2B6281234567890' });
    expect(Object.fromEntries(read.searchParams)).toEqual({ pesan: sms.text, tetap: '1' });
  });

  it('of a gateway that reads XML, and headers', async () => {
    await send({ headers: '{"Content-Type":"text/xml","X-Pesan":"{{text}}"}', body: '<sms to="{{to}}">{{text}}</sms>' });
    expect(sent().body).toBe('<sms to="+6281234567890">123456 &#34;kode&#34; &#38; &#60;b&#62;\\ é\nbaris=2%</sms>');
    expect(sent().headers['x-pesan']).toBe('123456 "kode" & <b>\\  baris=2%');
  });

  it.each<[string, Answer, Partial<typeof settings>, 'sent' | 'refused' | 'again']>([
    ['2xx when nothing more is asked', { status: 202 }, {}, 'sent'],
    ['2xx and the text', { text: '{"status": "queued"}' }, { success: '"status"\\s*:\\s*"queued"' }, 'sent'],
    ['2xx and another text', { text: '{"status":"failed"}' }, { success: '"queued"' }, 'again'],
    ['the text without 2xx', { status: 500, text: '"queued"' }, { success: '"queued"' }, 'again'],
    ['4xx', { status: 401 }, {}, 'again'],
    ['5xx', { status: 503 }, {}, 'again'],
    ['a no for good', { status: 400, text: 'invalid number' }, { refusal: 'invalid number' }, 'refused'],
    ['a no for good among words of success', { text: 'success: 0, invalid number' }, { success: 'success', refusal: 'invalid' }, 'refused'],
    ['a way to elsewhere', { status: 302, headers: { location: '/lain' } }, {}, 'again'],
    ['a broken connection', 'reset', {}, 'again'],
    ['no answer', 'stall', { timeout: 100 }, 'again'],
    ['yes before a megabyte', { text: `ok${' '.repeat(1_000_000)}` }, { success: '^ok' }, 'sent'],
    ['yes behind a megabyte', { text: `${' '.repeat(1_000_000)}ok` }, { success: 'ok$' }, 'again'],
  ])('is judged by the answer: %s', async (_what, said, over, outcome) => {
    answer = said;
    const ended = await send(over).catch((error: unknown) => `again: ${String(error)}`);
    expect(ended.slice(0, 5)).toBe(outcome.slice(0, 5));
    expect(ended).not.toMatch(/\d{6}/);
    expect(gateway.received).toHaveLength(1);
  });

  it.each<[string, Partial<typeof settings>, string]>([
    ['an unknown name', { body: '{"to":"{{nomor}}"}' }, 'SMS_BODY: {{nomor}} tidak dikenal; yang ada id, to, to62, to0, text'],
    ['a name in the host', { url: 'https://{{to}}.contoh.id' }, 'SMS_URL: bukan alamat http(s) dengan nama server yang tetap'],
    ['no address', { url: 'gerbang' }, 'SMS_URL: bukan alamat http(s) dengan nama server yang tetap'],
    [
      'a name and password in the address',
      { url: 'https://kota:r4hasia@contoh.id/kirim' },
      'SMS_URL: nama dan kata sandi ditulis di header Authorization, bukan di alamat',
    ],
    ['a method that nobody calls with', { method: 'POS' }, 'SMS_METHOD: harus salah satu dari GET, POST, PUT'],
    ['a header of two lines', { headers: '{"X":"a\\r\\nb"}' }, 'SMS_HEADERS: harus objek JSON berisi nama dan nilai header'],
    ['headers that are no JSON', { headers: 'Authorization: x' }, 'SMS_HEADERS: harus objek JSON berisi nama dan nilai header'],
    ['a header that is a number', { headers: '{"X":1}' }, 'SMS_HEADERS: harus objek JSON berisi nama dan nilai header'],
    ['a header of an impossible name', { headers: '{"X Y":""}' }, 'SMS_HEADERS: harus objek JSON berisi nama dan nilai header'],
    ['a body of an unknown kind', { headers: '{}' }, 'SMS_HEADERS: Content-Type harus JSON, XML, atau application/x-www-form-urlencoded'],
    ['a wrong pattern', { success: '(' }, 'SMS_SUCCESS: bukan ekspresi reguler yang sah'],
    ['a wrong pattern of a no', { refusal: '(' }, 'SMS_REFUSAL: bukan ekspresi reguler yang sah'],
  ])('is not even tried with %s', (_what, over, message) => {
    expect(() => createSmsGateway({ ...settings, url: gateway.url, ...over })).toThrow(message);
  });
});

describe('a code by SMS', () => {
  /** What the gateway answers to one number, in turn; then it takes everything. */
  const scripts = new Map<string, Answer[]>();
  const accepted: Answer = { text: '{"status":"queued"}' };
  const waiting = new Set<() => void>();
  let gateway: Gateway;
  let app: App;
  let anyone: Api;

  const to = ({ body }: Received): string => (JSON.parse(body) as { to: string }).to;
  const received = (phone: string) => gateway.received.filter((one) => to(one) === phone).map((one) => JSON.parse(one.body) as Sms);

  beforeAll(async () => {
    gateway = await aGateway((request) => scripts.get(to(request))?.shift() ?? accepted);
    app = await startApp({
      env: {
        SMS_URL: `${gateway.url}/kirim`,
        SMS_SUCCESS: '"status":"queued"',
        SMS_REFUSAL: '"status":"rejected"',
        SMS_TIMEOUT_MS: '500',
      },
    });
    anyone = await api(app.url);
  });
  afterAll(async () => {
    for (const free of waiting) free();
    await app.stop();
    await gateway.close();
  });

  /** Begins a registration of a number to which the gateway answers like this. */
  async function begin(...answers: Answer[]): Promise<{ phone: string; id: string }> {
    const phone = aPhone();
    scripts.set(phone, answers);
    const { body } = await anyone
      .post('/api/registrations')
      .send({ residency: 'outside', phone, password: aPassword, consent: true })
      .expect(201);
    return { phone, id: (body as { data: { id: string } }).data.id };
  }

  const stateOf = async (id: string): Promise<{ state: string; attempts: number; error: string | null }[]> =>
    query(app.databaseUrl, 'SELECT state, attempts, error FROM maklumat_message WHERE id = $1', [id]);

  /** Waits until so many requests came for a number, and resolves to them; all must be one message. */
  async function attempts(phone: string, count: number): Promise<Sms[]> {
    const all = await until(
      () => Promise.resolve(received(phone)),
      ({ length }) => length >= count,
    );
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    return all;
  }

  const settled = (id: string) =>
    until(
      () => stateOf(id),
      ([row]) => row?.state !== 'queued',
    );

  it('arrives through a gateway that fails, breaks off, stalls and denies, each number by itself', async () => {
    const [failing, stalling, denying] = await Promise.all([
      begin({ status: 500, text: 'oops' }, 'reset'),
      begin('stall'),
      begin({ text: '{"status":"no credit"}' }),
    ]);
    for (const [{ phone, id }, count] of [
      [failing, 3],
      [stalling, 2],
      [denying, 2],
    ] as const) {
      const [sent] = await attempts(phone, count);
      expect(await settled(sent?.id ?? '')).toEqual([{ state: 'sent', attempts: count, error: null }]);
      const code = /\b\d{6}\b/.exec(sent?.text ?? '')?.[0];
      await anyone.post(`/api/registrations/${id}/otp`).send({ code }).expect(200);
    }
  });

  it('is not sent again when the gateway refuses for good', async () => {
    const { phone } = await begin({ status: 400, text: '{"status":"rejected"}' });
    const [sent] = await attempts(phone, 1);
    expect(await settled(sent?.id ?? '')).toEqual([{ state: 'failed', attempts: 1, error: 'refused' }]);
    // Somebody's later message has been through the queue since.
    const later = await begin();
    await attempts(later.phone, 1);
    expect(received(phone)).toHaveLength(1);
  });

  it('arrives twice under one id when the gateway takes it and answers too late', async () => {
    const late = new Promise<void>((resolve) => waiting.add(resolve));
    const { phone } = await begin({ late });
    const [first, second] = await attempts(phone, 2);
    expect(second).toEqual(first);
    expect(await settled(first?.id ?? '')).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('leaves neither number nor text in the log, the queue or the tables', async () => {
    const { phone } = await begin({ status: 500, text: 'oops' }, 'reset');
    const [sent] = await attempts(phone, 3);
    await settled(sent?.id ?? '');
    const code = /\b\d{6}\b/.exec(sent?.text ?? '')?.[0] ?? '';
    const jobs = await query(app.databaseUrl, 'SELECT data::text, output::text FROM pgboss.job');
    const rows = await query(app.databaseUrl, 'SELECT m::text FROM maklumat_message m UNION ALL SELECT o::text FROM maklumat_otp o');
    const written = JSON.stringify([jobs, rows]) + app.output();
    for (const secret of [phone, phone.slice(1), `0${phone.slice(3)}`]) expect(written).not.toContain(secret);
    expect(JSON.stringify(jobs) + app.output()).not.toContain(code);
    expect(jobs.length).toBeGreaterThan(0);
  });

  it('is not sent once it has expired', async () => {
    const { phone } = await begin(...Array.from({ length: 20 }, (): Answer => ({ status: 503 })));
    const [sent] = await attempts(phone, 1);
    await app.setClock(new Date(Date.now() + 301_000).toISOString());
    const [message] = await settled(sent?.id ?? '');
    expect(message?.state).toBe('expired');
    // One attempt may have been under way while the clock moved.
    expect(received(phone).length).toBeLessThanOrEqual(message?.attempts ?? 0);
  });
});
