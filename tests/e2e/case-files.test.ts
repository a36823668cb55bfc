import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openDesk, phone, photographed } from '../support/browser';
import { asCitizen, registerOutsider } from '../support/citizens';
import { query } from '../support/database';
import { anOffice, type Office } from '../support/desk';
import { api } from '../support/http';
import { submit, upload } from '../support/requests';

let app: App;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  office = await anOffice(app.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Widest side of the picture that is filed, in pixels. */
const width = 1_200;

/** A case whose identity card is a photo, on the desk of the officer. */
async function openFiled(): Promise<{ page: Page; file: string }> {
  const anyone = await api(app.url);
  const photo = await sharp({ create: { width, height: 800, channels: 3, background: '#2f6f9f' } })
    .jpeg()
    .toBuffer();
  const file = await upload(anyone, 'ktp.jpg', photo);
  const { number } = await submit(anyone, { identitas: file });
  const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
  await page.getByRole('link', { name: number }).click();
  await heading(page, number).waitFor();
  return { page, file };
}

const setState = (file: string, state: string) =>
  query(app.databaseUrl, 'UPDATE maklumat_attachment SET state = $2 WHERE id = $1', [file, state]);

/** Width of the picture that the page shows, once it is there. */
const shownWidth = (page: Page): Promise<number> =>
  page.locator('dd img').evaluate(async (image) => {
    await (image as HTMLImageElement).decode();
    return (image as HTMLImageElement).naturalWidth;
  });

it('shows a picture small, and opens it whole in a tab of its own', () =>
  photographed(browser, async () => {
    const { page } = await openFiled();
    const small = await shownWidth(page);
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(width);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Buka ktp.jpg' }).first().click()]);
    await tab.waitForURL(/^blob:/);
    expect(await tab.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(width);
  }));

it('says in words why a file cannot be opened', () =>
  photographed(browser, async () => {
    const { page, file } = await openFiled();
    await shownWidth(page);
    await setState(file, 'quarantined');
    await page.reload();
    await page.getByText('Menunggu pemindaian virus; belum dapat dibuka.').first().waitFor();
    expect(await page.locator('dd img').count()).toBe(0);
    expect(await flawsOf(page, 'id')).toEqual([]);

    await page.getByRole('button', { name: 'Buka ktp.jpg' }).first().click();
    await page.getByText('Berkas ini masih menunggu pemindaian keamanan.').waitFor();

    await setState(file, 'infected');
    await page.reload();
    await page.getByText('Ditolak pemindai virus dan isinya sudah dihapus.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Buka ktp.jpg' }).count()).toBe(0);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
  }));

it('a file that goes while the page is open says so when it is opened', () =>
  photographed(browser, async () => {
    const { page, file } = await openFiled();
    await shownWidth(page);
    await setState(file, 'erased');
    await page.getByRole('button', { name: 'Buka ktp.jpg' }).first().click();
    await page.getByText('Tidak dapat dibuka lagi: ditolak pemindai virus atau sudah dihapus.').waitFor();
  }));

it('an erased case says why so little of it is left', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const client = await asCitizen(app.url, citizen);
    const { number } = await submit(client);
    await client.delete('/api/me').expect(200);
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.goto(`/admin/plugins/maklumat/perkara/${number}`);
    await heading(page, 'Data pribadi telah dihapus').waitFor();
    expect(await heading(page, 'Isian pemohon').count()).toBe(0);
    expect(await page.getByText('Siti Aminah').count()).toBe(0);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
  }));
