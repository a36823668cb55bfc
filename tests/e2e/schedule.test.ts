import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { desktop, heading, openBrowser, openDesk, phone, photographed } from '../support/browser';
import { query } from '../support/database';
import { anOffice, type Office } from '../support/desk';
import { api } from '../support/http';
import { submit } from '../support/requests';

let app: App;
let office: Office;
let browser: Browser;
let number: string;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-06T08:00:00+07:00');
  office = await anOffice(app.url);
  ({ number } = await submit(await api(app.url)));
  await query(
    app.databaseUrl,
    `INSERT INTO maklumat_booking (resource, unit, reserved_for, case_id, during, offered)
     SELECT 'mobil-siaran-keliling', 1, 'mobil-siaran-keliling', id, during::tstzrange, offered FROM maklumat_case,
       (VALUES ('[2026-01-06 09:00+07,2026-01-06 12:00+07)', false), ('[2026-01-08 22:00+07,2026-01-09 01:30+07)', true)) AS slot (during, offered)
     WHERE number = $1`,
    [number],
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const row = (page: Page, day: string) => page.getByRole('row').filter({ hasText: day });
const complaints = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('main').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

it('shows a week of a resource, leads to the case, and moves by the keyboard', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'Jadwal' }).first().click();
    await heading(page, 'Jadwal').waitFor();
    await page.goto('/admin/plugins/maklumat/jadwal?sumber=mobil-siaran-keliling&minggu=2026-01-07');
    await heading(page, 'Senin 5 sampai Minggu 11 Januari 2026').waitFor();

    await row(page, 'Selasa 6').getByText('3 jam', { exact: true }).waitFor();
    expect(await row(page, 'Selasa 6').innerText()).toContain('09.00–12.00');
    expect(await row(page, 'Kamis 8').innerText()).toMatch(/2 jam[^]*tawaran, menunggu pemohon/);
    expect(await row(page, 'Jumat 9').innerText()).toContain('1 jam 30 menit');
    expect(await row(page, 'Minggu 11').innerText()).toMatch(/Kantor tutup[^]*Kosong/);
    expect(await complaints(page)).toEqual([]);

    await page.getByRole('button', { name: 'Minggu berikutnya' }).focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Senin 12 sampai Minggu 18 Januari 2026').waitFor();
    await row(page, 'Jumat 16')
      .getByText(/Isra Mikraj/)
      .waitFor();
    await page.goBack();
    await row(page, 'Selasa 6').getByRole('link', { name: number }).click();
    await heading(page, number).waitFor();
  }));

it('fits a telephone', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    await page.setViewportSize(phone);
    await page.goto('/admin/plugins/maklumat/jadwal?sumber=mobil-siaran-keliling&minggu=2026-01-07');
    await page.getByRole('link', { name: number }).first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await complaints(page)).toEqual([]);
    await page.setViewportSize(desktop);
    await page.getByRole('row').first().waitFor();
  }));
