import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import type { Credentials } from './admin';
import { aPdf } from './requests';
import { root } from './root';

const executables = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const screenshots = join(root, '.tmp');
/** Milliseconds that a click or a page may take on a busy machine of two cores. */
const patience = 20_000;

/** Widths in CSS pixels of the cheapest telephone that is served, and of an office's screen. */
export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

function chromiumPath(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') return chosen;
  const candidates = (process.env.PATH ?? '').split(':').flatMap((folder) => executables.map((name) => join(folder, name)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error('Chromium is neither on PATH nor named by CHROMIUM_PATH');
  return found;
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: flags });

/** A person's browser: a session of its own, with no cookies from anybody else. */
export async function openPage(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'id-ID', timezoneId: 'Asia/Jakarta', viewport: desktop, ...options });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/** Logs in through the form of the CMS, and opens the desk. */
export async function openDesk(browser: Browser, url: string, person: Credentials, options?: BrowserContextOptions): Promise<Page> {
  const page = await openPage(browser, url, options);
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('link', { name: 'Meja Kerja' }).first().click();
  await heading(page, 'Meja Kerja').waitFor();
  return page;
}

/** Runs the body of a test; when it fails, every open page is photographed under `.tmp/`. */
export async function photographed(browser: Browser, body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    mkdirSync(screenshots, { recursive: true });
    const name = (expect.getState().currentTestName ?? 'test').replace(/\W+/g, '-').slice(0, 100);
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(screenshots, `${name}-${index + 1}.png`), fullPage: true });
    throw error;
  }
}

export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });
export const textbox = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
/** Beside its input the desk has a button of the same name. */
export const fileInput = (page: Page, label: string): Locator => page.getByLabel(label).and(page.locator('input[type=file]'));

/** A button of the page itself; the header has links of the same names. */
export const button = (page: Page, name: string): Locator => page.getByRole('main').getByRole('button', { name, exact: true });

/** Logs in on the page that asks for it. */
export async function logInHere(page: Page, { phone: number, password }: { phone: string; password: string }): Promise<void> {
  await textbox(page, 'Nomor HP').fill(number);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(page, 'Masuk').click();
}

/** What stands beside a term of a definition list, such as the tracking code on the receipt. */
export const termOf = (page: Page, term: string): Promise<string> =>
  page
    .locator('dl > div', { has: page.getByText(term, { exact: true }) })
    .locator('dd')
    .innerText();

/** A PDF as a file chooser hands it over. */
export const chosenPdf = async (name: string, text = name): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name,
  mimeType: 'application/pdf',
  buffer: await aPdf(text),
});

/** Clicks what starts a download and resolves to the file's content. */
export async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Chooses the service to register at the counter; an officer may take in requests for more than one. */
export async function chooseService(desk: Page, name: string): Promise<void> {
  await desk.getByRole('combobox', { name: 'Layanan' }).click();
  await desk.getByRole('option', { name, exact: true }).click();
}

/** Answers every required question of informasi-publik but the file; site and desk ask them in the same words. */
export async function answerRequest(page: Page): Promise<void> {
  const texts = {
    'Nama pemohon': 'Siti Aminah',
    'Alamat pemohon': 'Jalan Mawar 1, Kanigaran',
    'Nomor telepon': '0812-3456-7890',
    'Pokok informasi': 'Anggaran taman kota',
    'Rincian informasi yang diminta': 'Rincian anggaran pemeliharaan taman kota tahun 2025.',
    'Alasan permintaan': 'Warga ingin mengetahui pemakaian anggaran taman.',
    'Tujuan penggunaan informasi': 'Bahan diskusi warga di kelurahan.',
  };
  const choices = ['Perorangan', 'KTP', 'Mendapatkan salinan', 'Salinan digital (softcopy)', 'Diambil langsung di meja layanan'];
  for (const [label, text] of Object.entries(texts)) await textbox(page, label).fill(text);
  for (const label of choices) await page.getByRole('radio', { name: label, exact: true }).check();
}

/** Opens a case on the site as the applicant does, with the number and the code of the receipt. */
export async function track(page: Page, number: string, code: string): Promise<void> {
  await page.goto('/lacak');
  await textbox(page, 'Nomor pendaftaran').fill(number);
  await textbox(page, 'Kode lacak').fill(code);
  await page.getByRole('button', { name: 'Buka permohonan' }).click();
  await heading(page, `Permohonan ${number}`).waitFor();
}

/** The first date in words, without its weekday: "20 Januari 2026". */
export function dateIn(text: string): string {
  const [date] = /\d{1,2} \p{L}+ \d{4}/u.exec(text) ?? [];
  if (date === undefined) throw new Error(`No date in "${text}"`);
  return date;
}
