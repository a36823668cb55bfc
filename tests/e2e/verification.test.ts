import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openDesk, phone, photographed, textbox } from '../support/browser';
import { asCitizen, registerResident, type Citizen } from '../support/citizens';
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

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** What an applicant reads of the decision about them. */
async function verificationOf(citizen: Citizen): Promise<string> {
  const answer = await (await asCitizen(app.url, citizen)).get('/api/me').expect(200);
  return (answer.body as { data: { verification: string } }).data.verification;
}

it('shows who waits, fits a telephone, and has each confirmed or refused', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'Pemeriksaan Pendaftar' }).first().click();
    await heading(page, 'Pemeriksaan Pendaftar').waitFor();
    await page.getByText('2 pendaftar menunggu pemeriksaan').waitFor();
    await page.getByText('tercatat sebagai dibaca oleh Anda').waitFor();
    for (const shown of [siti.nik ?? '', '17 Agustus 1990', 'Jalan Mawar 1, Kanigaran'])
      expect(await panel(page, 'Siti Aminah').innerText()).toContain(shown);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }

    await page.getByRole('button', { name: 'Pastikan data Siti Aminah' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await page.getByText('Data Siti Aminah sudah dipastikan.').waitFor();
    await panel(page, 'Siti Aminah').waitFor({ state: 'detached' });
    expect(await verificationOf(siti)).toBe('verified');

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

it('is not for whoever may not verify', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.ppid, { reducedMotion: 'reduce' });
    expect(await page.getByRole('link', { name: 'Pemeriksaan Pendaftar' }).count()).toBe(0);
    await page.goto(path);
    await page.getByText('Anda tidak memiliki izin').first().waitFor();
  }));
