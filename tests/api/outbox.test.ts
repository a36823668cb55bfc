import { bearer, createOfficer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { aPassword, aPhone, codeFor } from '../support/citizens';
import { query } from '../support/database';
import { api } from '../support/http';

interface Kept {
  id: string;
  channel: string;
  to: string;
  subject: string;
  text: string;
  at: string;
}

const begin = (url: string, phone: string) =>
  fetch(`${url}/api/registrations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ residency: 'outside', phone, password: aPassword, consent: true }),
  });

describe('the outbox of a machine of one’s own', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('keeps codes where an administrator reads them, the newest first', async () => {
    const phones = [aPhone(), aPhone()];
    for (const phone of phones) {
      expect((await begin(app.url, phone)).status).toBe(201);
      await codeFor(app.url, phone);
    }
    const admin = await api(app.url, bearer(await logIn(app.url)));
    const { data } = (await admin.get('/maklumat/outbox').expect(200)).body as { data: Kept[] };
    expect(data.map(({ to }) => to)).toEqual(phones.toReversed());
    expect(data[0]).toMatchObject({ channel: 'sms', subject: '', text: expect.stringMatching(/^\d{6} adalah kode OTP Anda/) as unknown });
    const stored = await query(app.databaseUrl, 'SELECT m::text AS row FROM maklumat_message m');
    for (const { to, text } of data) for (const secret of [to, text.slice(7)]) expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('shows them to no officer, and to nobody without a session', async () => {
    for (const role of ['maklumat-officer', 'maklumat-head', 'maklumat-ppid', 'maklumat-content']) {
      const officer = await api(app.url, (await createOfficer(app.url, role)).headers);
      expect((await officer.get('/maklumat/outbox')).body).toMatchObject({ error: { status: 403, details: { kind: 'forbidden' } } });
    }
    expect((await (await api(app.url)).get('/maklumat/outbox')).body).toMatchObject({ error: { status: 401 } });
  });
});

it('is not there under a public address, whatever is set, and nobody can register there until a gateway is set', async () => {
  const app = await startApp({ env: { PUBLIC_URL: 'https://maklumat.contoh.go.id', OUTBOX: 'true' } });
  try {
    const admin = await api(app.url, bearer(await logIn(app.url)));
    expect((await admin.get('/maklumat/outbox')).body).toMatchObject({ error: { status: 404, details: { kind: 'not-found' } } });
    const refused = await begin(app.url, aPhone());
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({
      error: { details: { kind: 'unavailable' }, message: expect.stringContaining('SMS') as unknown },
    });
    expect(await query(app.databaseUrl, 'SELECT count(*)::int AS messages FROM maklumat_message')).toEqual([{ messages: 0 }]);
  } finally {
    await app.stop();
  }
});
