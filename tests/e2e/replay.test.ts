import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { bearer, createOfficer, logIn } from '../support/admin';
import { administrator, startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openDesk, openPage, phone, photographed } from '../support/browser';
import { findContent, saveContent } from '../support/content';
import { query } from '../support/database';
import { api } from '../support/http';
import { submit } from '../support/requests';

const slug = 'informasi-publik';
const address = '/admin/plugins/maklumat/uji-ulang';
const refusal = {
  key: 'bukan-kelompok',
  when: { fact: 'answers.jenisPemohon', operator: 'is', value: 'kelompok' },
  then: { type: 'refuse' },
  sentence: 'Kelompok orang tidak dilayani.',
};

let app: App;
let browser: Browser;
let context: BrowserContext;
let service: string;
let group: string;

/** Keeps a rule in the draft as an editor does, beside those that it has already. */
async function addToDraft(rule: object): Promise<void> {
  const headers = bearer(await logIn(app.url));
  const { body } = await (await api(app.url, headers)).get(`/maklumat/definitions/${slug}/bundle`).expect(200);
  const { rules } = (body as { data: { rules: object[] } }).data;
  await saveContent(app.url, headers, 'service', { rules: [...rules, rule] }, service);
}

beforeAll(async () => {
  app = await startApp();
  const anyone = await api(app.url);
  await submit(anyone);
  ({ number: group } = await submit(anyone, { jenisPemohon: 'kelompok' }));
  service = await findContent(app.url, bearer(await logIn(app.url)), 'service', 'slug', slug);
  browser = await openBrowser();
  context = (await openDesk(browser, app.url, administrator, { reducedMotion: 'reduce' })).context();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The page in a tab of its own, with nothing chosen unless the query says so. */
async function openReplays(chosen = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address + chosen);
  await heading(page, 'Uji Ulang').waitFor();
  return page;
}

const summary = (page: Page): Locator => page.getByRole('group', { name: 'Hasil uji ulang' });
const differing = (page: Page): Locator => page.getByRole('region', { name: 'Perkara yang berbeda' });
const progress = (page: Page): Locator => page.getByRole('progressbar', { name: 'Kemajuan uji ulang' });
const startButton = (page: Page): Locator => page.getByRole('button', { name: 'Mulai uji ulang' });

/** What a replay of many cases has found about one of them. */
const found = {
  kinds: { promise: 1_200, fee: 1 },
  changes: [
    { kind: 'promise', before: [], after: ['5 workingDays'] },
    { kind: 'fee', before: ['25000 × answers.jumlah'], after: [] },
  ],
};

/** A replay of 100,000 cases as the server keeps it; nothing works on this one. */
async function keepReplay(state: 'running' | 'done' | 'failed'): Promise<string> {
  const id = randomUUID();
  await query(
    app.databaseUrl,
    `INSERT INTO maklumat_replay (id, service, definition, state, requested_by, total, done, differing, kinds, differences)
     VALUES ($1, $2, '{}', $3, 'uji', 100000, 41000, 1200, $4, $5)`,
    [id, slug, state, JSON.stringify(found.kinds), JSON.stringify([{ number: group, version: 1, changes: found.changes }])],
  );
  return id;
}

it('is reached from the service, and says so when nothing differs', () =>
  photographed(browser, async () => {
    const page = await context.newPage();
    await page.goto(`/admin/content-manager/collection-types/plugin::maklumat.service/${service}`);
    await page.getByRole('link', { name: 'Uji ulang aturan' }).click();
    await heading(page, 'Uji Ulang').waitFor();
    expect(await page.getByRole('combobox', { name: 'Layanan' }).innerText()).toContain('Informasi Publik');
    expect(await flawsOf(page, 'id')).toEqual([]);
    await startButton(page).click();
    await summary(page).getByText('Tidak ada yang berbeda').waitFor();
    expect(await flawsOf(page, 'id')).toEqual([]);
    await page.close();
  }));

it('names the cases that the draft would decide otherwise, and keeps them through a reload', () =>
  photographed(browser, async () => {
    await addToDraft(refusal);
    const page = await openReplays();
    await page.getByText('Pilih layanan yang aturannya hendak diuji.').waitFor();
    await page.getByRole('combobox', { name: 'Layanan' }).press('Enter');
    await page.getByRole('option', { name: 'Permohonan Informasi Publik' }).press('Enter');
    await startButton(page).press('Enter');
    await summary(page).getByText('1 dari 2 perkara akan diputuskan berbeda.').waitFor();
    await page.reload();
    await summary(page).getByText('1 dari 2 perkara akan diputuskan berbeda.').waitFor();

    const chart = page.getByRole('table', { name: 'Yang berbeda, menurut jenis keputusan' });
    await chart.getByRole('row', { name: 'Kelayakan 1' }).waitFor();
    await chart.getByRole('row', { name: 'Biaya 0' }).waitFor();
    expect(await differing(page).innerText()).toMatch(
      /paling banyak 500[^]*Semula: tidak ditolak[^]*Menjadi: ditolak oleh aturan bukan-kelompok/,
    );
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
    await differing(page).getByRole('link', { name: group }).click();
    await page.waitForURL(`**/perkara/${encodeURIComponent(group)}`);
    await page.close();
  }));

it.each([phone, desktop])('shows how far it is, and can be stopped, at $width px', (viewport) =>
  photographed(browser, async () => {
    const id = await keepReplay('running');
    const page = await openReplays(`?layanan=${slug}&uji=${id}`);
    await page.setViewportSize(viewport);
    const bar = progress(page);
    await bar.waitFor();
    const values = ['aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext'];
    expect(await Promise.all(values.map((name) => bar.getAttribute(name)))).toEqual([
      '0',
      '100000',
      '41000',
      '41.000 dari 100.000 perkara',
    ]);
    expect(await page.getByRole('status').allInnerTexts()).toContain('40% perkara sudah diperiksa');
    expect(await startButton(page).isDisabled()).toBe(true);
    expect(await flawsOf(page, 'id')).toEqual([]);

    await query(app.databaseUrl, 'UPDATE maklumat_replay SET done = 87500 WHERE id = $1', [id]);
    await page.getByText('87.500 dari 100.000 perkara').waitFor();
    await page.getByRole('button', { name: 'Hentikan' }).press('Enter');
    await page.getByText('Uji ulang dihentikan setelah 87.500 dari 100.000 perkara.').waitFor();
    expect(await differing(page).innerText()).toMatch(/1 dari 1\.200[^]*waktu baku layanan[^]*5 hari kerja[^]*Rp25\.000 × answers\.jumlah/);
    expect(await summary(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await startButton(page).isEnabled()).toBe(true);
    expect(await flawsOf(page, 'id')).toEqual([]);
    await page.close();
  }),
);

it('tells why there is no result', () =>
  photographed(browser, async () => {
    const failed = await openReplays(`?layanan=${slug}&uji=${await keepReplay('failed')}`);
    await failed.getByRole('alert').getByText('Uji ulang terhenti karena kesalahan pada sistem.').waitFor();
    expect(await flawsOf(failed, 'id')).toEqual([]);
    await failed.goto(`${address}?layanan=${slug}&uji=${randomUUID()}`);
    await failed.getByRole('alert').getByText('Uji ulang ini tidak ditemukan').waitFor();
    await failed.getByRole('button', { name: 'Coba lagi' }).waitFor();
    await failed.close();
  }));

/** The page of a finished replay, as somebody of this role sees it. */
async function openAs(role: string): Promise<Page> {
  const id = await keepReplay('done');
  const person = await createOfficer(app.url, role);
  const page = await openPage(browser, app.url, { reducedMotion: 'reduce' });
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.goto(`${address}?layanan=${slug}&uji=${id}`);
  return page;
}

it('names the cases without the way to them for an editor who is not of the desk', () =>
  photographed(browser, async () => {
    const page = await openAs('maklumat-content');
    await heading(page, group).waitFor();
    expect(await page.getByRole('link', { name: group }).count()).toBe(0);
    await page.context().close();
  }));

it('is closed to an officer who does not edit definitions', () =>
  photographed(browser, async () => {
    const page = await openAs('maklumat-officer');
    await page.getByText('tidak memiliki izin').first().waitFor();
    expect(await startButton(page).count()).toBe(0);
    await page.context().close();
  }));
