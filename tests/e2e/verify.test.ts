import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { ServiceDefinition } from '../../plugins/maklumat/core/definition/schema';
import { bearer, logIn } from '../support/admin';
import { startApp, unusedPort, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openPage, phone, photographed, termOf, textbox } from '../support/browser';
import { decide } from '../support/desk';
import { api } from '../support/http';
import type { Submitted } from '../support/requests';
import { root } from '../support/root';

interface Letter {
  code: string;
  title: string;
  number: string;
}

const seed = join(root, 'database', 'seeds', 'services', '02-pengaduan-masyarakat.json');
const service = ServiceDefinition.parse(JSON.parse(readFileSync(seed, 'utf8')));

let app: App;
let browser: Browser;
let auditor: Page;
let letter: Letter;

/** The letter by which a written complaint is passed on to the agency that it is about. */
async function issueLetter(url: string): Promise<Letter> {
  const anyone = await api(url);
  const staff = await api(url, bearer(await logIn(url)));
  const answers = service.examples.find(({ name }) => name.startsWith('Pengaduan tertulis'))?.answers;
  const { body: filed } = await anyone.post('/api/cases').send({ service: service.slug, answers }).expect(201);
  const { number } = (filed as { data: Submitted }).data;
  await decide(staff, number, 'lengkap');
  await decide(staff, number, 'diteruskan', { answers: { instansiTujuan: 'Dinas Pekerjaan Umum' } });
  const { body } = await staff.get(`/maklumat/desk/cases/${number}`).expect(200);
  const { documents } = (body as { data: { documents: { id: string; kind: string; title: string }[] } }).data;
  const issued = documents.find(({ kind }) => kind === 'issued');
  if (!issued) throw new Error(`${number} has no letter`);
  return { code: issued.id, title: issued.title, number };
}

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-07-06T09:00:00+07:00');
  letter = await issueLetter(app.url);
  browser = await openBrowser();
  auditor = await openPage(browser, app.url);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Axe waits for timers, which do not run where scripts are off: it looks at the same page in a browser of its own. */
async function flawsWithoutScripts(page: Page, language = 'id'): Promise<string[]> {
  const flaws: string[] = [];
  for (const size of [phone, desktop]) {
    await auditor.setViewportSize(size);
    await auditor.goto('/privasi');
    await auditor.setContent(await page.content());
    flaws.push(...(await flawsOf(auditor, language)));
  }
  return flaws;
}

const openReader = (url = app.url): Promise<Page> => openPage(browser, url, { javaScriptEnabled: false, viewport: phone });

async function check(reader: Page, typed: string): Promise<void> {
  await textbox(reader, 'Kode dokumen').fill(typed);
  await reader.getByRole('button', { name: 'Periksa surat' }).click();
}

/** What the browser shows and reads out first: the part of the page that has the answer. */
const answer = (reader: Page): Locator => reader.locator('#hasil:focus');

it('vouches for a letter by its code, typed as people type, and tells nothing of what stands in it', () =>
  photographed(browser, async () => {
    const reader = await openReader();
    await reader.goto('/lacak');
    await reader.locator('main').getByRole('link', { name: 'Periksa keaslian surat' }).click();
    await check(reader, ` ${letter.code.toLowerCase().replaceAll('-', ' ')} `);
    await heading(reader, 'Surat ini diterbitkan di sini').waitFor();
    expect(await termOf(reader, 'Surat')).toBe(letter.title);
    expect(await termOf(reader, 'Layanan')).toBe(service.name);
    expect(await termOf(reader, 'Kantor')).toMatch(/^Dinas /);
    expect(await termOf(reader, 'Nomor pendaftaran')).toBe(letter.number);
    expect(await termOf(reader, 'Diterbitkan')).toBe('Senin 6 Juli 2026');
    expect(await answer(reader).innerText()).toContain('Cocokkan keterangan ini');
    expect(await reader.content()).not.toContain('Dinas Pekerjaan Umum');
    expect(await flawsWithoutScripts(reader)).toEqual([]);

    expect(await textbox(reader, 'Kode dokumen').inputValue()).toBe('');
    await check(reader, letter.code);
    await heading(reader, 'Surat ini diterbitkan di sini').waitFor();
  }));

it('vouches for it in English, with the office’s own words marked as Indonesian', () =>
  photographed(browser, async () => {
    const reader = await openReader();
    await reader.goto('/en');
    await reader.getByRole('contentinfo').getByRole('link', { name: 'Check a letter' }).click();
    await textbox(reader, 'Document code').fill(letter.code);
    await reader.getByRole('button', { name: 'Check the letter' }).click();
    await heading(reader, 'This letter was issued here').waitFor();
    expect(await termOf(reader, 'Issued')).toBe('Monday 6 July 2026');
    expect(await answer(reader).locator('dd[lang=id]').first().innerText()).toBe(letter.title);
    expect(await flawsWithoutScripts(reader, 'en')).toEqual([]);
  }));

it('says calmly what to do when nobody issued the code, and keeps what was typed', () =>
  photographed(browser, async () => {
    const reader = await openReader();
    await reader.goto('/dokumen');
    await check(reader, 'aaaaabbbbb ccccc-ddddd');
    await heading(reader, 'Kode ini tidak kami kenal').waitFor();
    const said = await answer(reader).innerText();
    for (const words of ['AAAAA-BBBBB-CCCCC-DDDDD', 'huruf demi huruf']) expect(said).toContain(words);
    expect(await reader.getByRole('alert').count()).toBe(0);
    expect(await textbox(reader, 'Kode dokumen').inputValue()).toBe('aaaaabbbbb ccccc-ddddd');
    expect(await flawsWithoutScripts(reader)).toEqual([]);
  }));

it.each([
  ['nothing', '  ', 'Isi kode dokumen yang tercetak di bawah surat.'],
  ['too little', 'k7m2p-9qrst', 'Kode dokumen terdiri atas 20 huruf dan angka. Yang Anda isi ada 10.'],
  ['too much', 'A'.repeat(300), 'Kode dokumen terdiri atas 20 huruf dan angka. Yang Anda isi ada 300.'],
])('asks for the code again when %s was typed', (_name, typed, message) =>
  photographed(browser, async () => {
    const reader = await openReader();
    await reader.goto('/dokumen');
    await check(reader, typed);
    await heading(reader, 'Ada yang perlu diperbaiki').waitFor();
    expect(await answer(reader).innerText()).toContain(message);
    expect(await reader.locator('#kode[aria-invalid=true]').getAttribute('aria-describedby')).toContain('kode-galat');
    expect(await reader.locator('#kode-galat').innerText()).toContain(message);
    expect(await flawsWithoutScripts(reader)).toEqual([]);
  }),
);

it('says that the letter was not checked when the REST server is silent, and keeps what was typed', () =>
  photographed(browser, async () => {
    const alone = await startApp({ env: { MAKLUMAT_API_URL: `http://127.0.0.1:${await unusedPort()}` } });
    try {
      const reader = await openReader(alone.url);
      await reader.goto('/dokumen');
      await check(reader, letter.code);
      await heading(reader, 'Surat belum dapat diperiksa').waitFor();
      expect(await textbox(reader, 'Kode dokumen').inputValue()).toBe(letter.code);
      expect(await reader.locator('[aria-invalid]').count()).toBe(0);
      expect(await flawsWithoutScripts(reader)).toEqual([]);
    } finally {
      await alone.stop();
    }
  }));
