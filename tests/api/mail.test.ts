import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { bearer, logIn } from '../support/admin';
import { startApp, type App } from '../support/app';
import { anOffice, decide } from '../support/desk';
import { api } from '../support/http';
import { submit } from '../support/requests';

/** A real SMTP server on the loopback address that keeps each letter it is given; the first one is turned away once. */
async function aPostOffice(): Promise<{ port: number; letter: (about: string) => Promise<string>; close: () => Promise<void> }> {
  const letters: string[] = [];
  let busy = true;
  let wake = (): void => undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (busy) {
          busy = false;
          done(Object.assign(new Error('try again'), { responseCode: 451 }));
          return;
        }
        letters.push(Buffer.concat(chunks).toString('utf8'));
        done();
        wake();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    async letter(about) {
      for (;;) {
        const found = letters.find((text) => text.includes(about));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

let app: App | undefined;
afterEach(() => app?.stop());

it('tells the applicant of every turn by mail, also when the mail server is busy at first', async () => {
  const post = await aPostOffice();
  app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${post.port}`, MAIL_FROM: 'PPID <ppid@maklumat.test>' } });
  const anyone = await api(app.url);
  const office = await anOffice(app.url);
  const { number, trackingToken } = await submit(anyone, { caraPengiriman: 'email', email: 'siti@warga.test' });
  await decide(office.officer, number, 'diterima');
  await decide(office.officer, number, 'belum-lengkap', { reason: 'Fotokopi KTP tidak terbaca.' });
  const returned = await post.letter(`Subject: Permohonan ${number} perlu Anda lengkapi`);
  expect(returned).toContain('To: siti@warga.test');
  expect(returned).toContain('Fotokopi KTP tidak terbaca.');
  // The one that was turned away comes by itself.
  const submitted = await post.letter(`Subject: Permohonan ${number} telah kami terima`);
  expect(submitted + returned).not.toContain(trackingToken);
  await post.close();
});

it('keeps letters for the outbox page when no mail server is set', async () => {
  app = await startApp();
  const anyone = await api(app.url);
  const { number } = await submit(anyone, { caraPengiriman: 'email', email: 'siti@warga.test' });
  const admin = await api(app.url, bearer(await logIn(app.url)));
  const kept = async () => ((await admin.get('/maklumat/outbox').expect(200)).body as { data: { to: string; subject: string }[] }).data;
  let letters = await kept();
  while (letters.length === 0) letters = await kept();
  expect(letters).toMatchObject([{ to: 'siti@warga.test', subject: `Permohonan ${number} telah kami terima` }]);
});
