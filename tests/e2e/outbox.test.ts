import type { Browser } from 'playwright-core';
import { administrator, startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openDesk, phone, photographed } from '../support/browser';
import { aPassword, aPhone, codeFor } from '../support/citizens';
import { api } from '../support/http';
import { submit } from '../support/requests';

const path = '/admin/plugins/maklumat/surat-keluar';

let app: App;
/** Where citizens register in earnest. */
let closed: App;
let browser: Browser;

beforeAll(async () => {
  [app, closed] = await Promise.all([startApp(), startApp({ env: { OUTBOX: 'false' } })]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([app.stop(), closed.stop()]);
});

it('shows the code of a registration as it comes, to be copied, and letters apart from SMS', () =>
  photographed(browser, async () => {
    const anyone = await api(app.url);
    const page = await openDesk(browser, app.url, administrator, {
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(path);
    await heading(page, 'Surat & SMS Keluar').waitFor();
    await page.getByText('Belum ada surat atau SMS yang disimpan.').waitFor();

    // Nobody touches the page: it looks again by itself.
    const number = aPhone();
    await anyone.post('/api/registrations').send({ residency: 'outside', phone: number, password: aPassword, consent: true }).expect(201);
    const code = await codeFor(app.url, number);
    const message = page.getByRole('region', { name: `SMS ke ${number}` });
    await message.getByText(code, { exact: true }).waitFor();
    await message.getByRole('button', { name: `Salin kode ${code}` }).click();
    await page.getByText(`Kode ${code} disalin.`).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);

    const { number: filed } = await submit(anyone, { caraPengiriman: 'email', email: 'siti@warga.test' });
    const letter = heading(page, `Permohonan ${filed} telah kami terima`);
    await letter.waitFor();
    await page.getByRole('combobox', { name: 'Tampilkan' }).click();
    await page.getByRole('option', { name: 'SMS', exact: true }).click();
    await letter.waitFor({ state: 'detached' });
    await message.waitFor();
    await page.reload();
    await message.waitFor();
    expect(await letter.count()).toBe(0);

    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
  }));

it('says why it cannot be read, and tries again', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, administrator, { reducedMotion: 'reduce' });
    await page.route('**/maklumat/outbox', (route) => route.abort());
    await page.goto(path);
    await page.getByText('Server tidak dapat dihubungi.').waitFor();
    expect(await flawsOf(page, 'id')).toEqual([]);
    await page.unroute('**/maklumat/outbox');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByRole('combobox', { name: 'Tampilkan' }).waitFor();
  }));

it('says that it is off where codes must not be read', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, closed.url, administrator, { reducedMotion: 'reduce' });
    await page.goto(path);
    await page.getByText('Halaman ini dimatikan pada pemasangan ini').waitFor();
    expect(await flawsOf(page, 'id')).toEqual([]);
  }));
