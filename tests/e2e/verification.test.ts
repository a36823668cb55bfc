import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openDesk, phone, photographed, textbox } from '../support/browser';
import { asCitizen, registerResident, verify, type Citizen } from '../support/citizens';
import { anOffice, type Office } from '../support/desk';

const path = '/admin/plugins/maklumat/pendaftar';

let app: App;
let office: Office;
let browser: Browser;
let siti: Citizen;
let budi: Citizen;

beforeAll(async () => {
  app = await startApp();
  office = await anOffice(app.url);
  siti = await registerResident(app.url, { name: 'Siti Aminah' });
  budi = await registerResident(app.url, { name: 'Budi Santoso' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Until the keyboard goes on from there. */
const hasFocus = (element: Locator): Promise<void> => element.and(element.page().locator(':focus')).waitFor();

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** What an applicant reads of the decision about them. */
async function verificationOf(citizen: Citizen): Promise<string> {
  const answer = await (await asCitizen(app.url, citizen)).get('/api/me').expect(200);
  return (answer.body as { data: { verification: string } }).data.verification;
}

it('shows who waits, fits a telephone, and has each confirmed or refused', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.getByRole('link', { name: '2 pendaftar menunggu pemeriksaan' }).click();
    await heading(page, 'Pemeriksaan Pendaftar').waitFor();
    await page.getByText('2 pendaftar menunggu pemeriksaan').waitFor();
    await page.getByText('tercatat sebagai dibaca oleh Anda').waitFor();
    for (const shown of [siti.nik ?? '', '17 Agustus 1990', 'Jalan Mawar 1, Kanigaran'])
      expect(await panel(page, 'Siti Aminah').innerText()).toContain(shown);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }

    const confirmation = page.getByRole('button', { name: 'Pastikan data Siti Aminah' });
    await confirmation.click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await hasFocus(confirmation);
    await confirmation.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await page.getByText('Data Siti Aminah sudah dipastikan.').waitFor();
    await panel(page, 'Siti Aminah').waitFor({ state: 'detached' });
    expect(await verificationOf(siti)).toBe('verified');
    // The button that had the focus is gone with its applicant.
    await hasFocus(page.getByRole('status').filter({ hasText: '1 pendaftar menunggu pemeriksaan' }));

    await page.getByRole('button', { name: 'Tolak data Budi Santoso' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tolak data Budi Santoso' });
    await dialog.getByRole('button', { name: 'Tolak', exact: true }).click();
    await dialog.getByText('Tulis alasannya, paling sedikit 3 huruf.').waitFor();
    // What lies behind a dialog, its heading too, is hidden from who cannot see.
    expect(await flawsOf(page, 'id')).toEqual(['0 headings of level 1']);
    await textbox(page, 'Alasan penolakan').fill('NIK ini tercatat atas nama orang lain. Periksa kembali KTP Anda.');
    await dialog.getByRole('button', { name: 'Tolak', exact: true }).click();
    await page.getByText('Tidak ada pendaftar yang menunggu pemeriksaan.').waitFor();
    expect(await verificationOf(budi)).toBe('refused');
    expect(await flawsOf(page, 'id')).toEqual([]);
  }));

/** Presses the button of one applicant and what is asked then. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Pastikan data ${name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ya, lanjutkan' }).click();
}

it('warns of what does not agree, and says of whom a decision came too late', () =>
  photographed(browser, async () => {
    const born = await registerResident(app.url, { name: 'Wati Lahir', nik: '3574031808900001' });
    const [erased, checked] = await Promise.all([
      registerResident(app.url, { name: 'Joko Pergi', nik: '1101011708900001' }),
      registerResident(app.url, { name: 'Rini Lain' }),
    ]);
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.goto(path);
    expect(await panel(page, 'Wati Lahir').innerText()).toMatch(/Yang perlu diperhatikan[^]*Tanggal lahir yang diisi berbeda/);
    expect(await panel(page, 'Joko Pergi').innerText()).toContain('Di luar wilayah kota ini; lihat enam angka pertama NIK');
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }

    await (await asCitizen(app.url, erased)).delete('/api/me').expect(200);
    await confirm(page, 'Joko Pergi');
    await page.getByText('Pendaftar ini sudah menghapus datanya').waitFor();
    await panel(page, 'Joko Pergi').waitFor({ state: 'detached' });

    await verify(office.head, checked.id);
    await confirm(page, 'Rini Lain');
    await page.getByText('Pendaftar ini sudah diperiksa orang lain.').waitFor();
    await panel(page, 'Rini Lain').waitFor({ state: 'detached' });

    await (await asCitizen(app.url, born)).patch('/api/me').send({ address: 'Jalan Melati 2' }).expect(200);
    await confirm(page, 'Wati Lahir');
    await page.getByText('Pendaftar ini baru saja mengubah datanya.').waitFor();
    await panel(page, 'Wati Lahir').getByText('Jalan Melati 2').waitFor();
    expect(await verificationOf(born)).toBe('waiting');

    await page.route('**/maklumat/verifications/*', (route) => route.abort());
    await confirm(page, 'Wati Lahir');
    await panel(page, 'Wati Lahir').getByRole('alert').getByText('Server tidak dapat dihubungi.').waitFor();
    await page.unroute('**/maklumat/verifications/*');
    await confirm(page, 'Wati Lahir');
    await page.getByText('Tidak ada pendaftar yang menunggu pemeriksaan.').waitFor();
  }));

it('shows ten at a time, and goes back when a page has emptied', () =>
  photographed(browser, async () => {
    const people = await Promise.all(Array.from({ length: 11 }, (_, place) => registerResident(app.url, { name: `Warga ${place + 1}` })));
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.goto(path);
    await page.getByText('11 pendaftar menunggu pemeriksaan').waitFor();
    const applicants = page.getByRole('button', { name: 'Pastikan data' });
    expect(await applicants.count()).toBe(10);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
    await page.goto(`${path}?page=2`);
    await applicants.first().waitFor();
    expect(await applicants.count()).toBe(1);
    const name = (await applicants.getAttribute('aria-label'))?.replace('Pastikan data ', '') ?? '';
    const last = people.find((citizen) => citizen.name === name);
    await verify(office.head, last?.id ?? '');
    await confirm(page, name);
    await page.waitForURL(/[?]page=1$/);
    await applicants.nth(9).waitFor();
    await page.getByText('10 pendaftar menunggu pemeriksaan').waitFor();
  }));

it('says why the queue cannot be read, and tries again', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.route('**/maklumat/verifications?*', (route) => route.abort());
    await page.goto(path);
    await page.getByText('Server tidak dapat dihubungi.').waitFor();
    expect(await flawsOf(page, 'id')).toEqual([]);
    await page.unroute('**/maklumat/verifications?*');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText('menunggu pemeriksaan').first().waitFor();
  }));

it('is not for whoever may not verify', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.ppid, { reducedMotion: 'reduce' });
    expect(await page.getByRole('link', { name: 'Pemeriksaan Pendaftar' }).count()).toBe(0);
    await page.goto(path);
    await page.getByText('Anda tidak memiliki izin').first().waitFor();
  }));
