import type { Browser, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import {
  answerRequest,
  chooseService,
  chosenPdf,
  desktop,
  fileInput,
  heading,
  openBrowser,
  openDesk,
  openPage,
  phone,
  photographed,
  track,
} from '../support/browser';
import { anOffice, decide, type Office } from '../support/desk';
import { api } from '../support/http';
import { submit, type Submitted } from '../support/requests';

let app: App;
let office: Office;
let browser: Browser;
let site: Page;
let desk: Page;
let open: Submitted;
let returned: Submitted;

beforeAll(async () => {
  app = await startApp();
  office = await anOffice(app.url);
  const anyone = await api(app.url);
  open = await submit(anyone);
  returned = await submit(anyone);
  await decide(office.officer, returned.number, 'diterima');
  await decide(office.officer, returned.number, 'belum-lengkap', { reason: 'Fotokopi KTP tidak terbaca, mohon unggah ulang.' });
  browser = await openBrowser();
  site = await openPage(browser, app.url);
  for (const { number, trackingToken } of [open, returned]) await track(site, number, trackingToken);
  desk = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

interface Place {
  /** Below the prefix of the language. */
  path: string | (() => string);
  status?: number;
  /** Whether it carries the one script that keeps what was typed while the network is gone; no other page has any. */
  keeper?: true;
  /** What the reader does there before the page is looked at. */
  then?: (page: Page) => Promise<void>;
}

const check = (page: Page): Promise<void> => page.locator('button[value=periksa]:not([aria-hidden])').click();
const form = '/layanan/informasi-publik/ajukan';

const places: Record<string, Place> = {
  home: { path: '/' },
  'search without a result': { path: '/?q=paspor' },
  'service to apply for': { path: '/layanan/informasi-publik' },
  'service with a time for every step': { path: '/layanan/pendaftaran-sistem-elektronik' },
  versions: { path: '/layanan/informasi-publik/versi' },
  form: { path: form, keeper: true },
  'form with errors': {
    path: form,
    keeper: true,
    then: async (page) => {
      await check(page);
      // The script sends the form itself, so that the click is over before the page has changed.
      await page.locator('#galat').waitFor();
    },
  },
  review: {
    path: form,
    keeper: true,
    then: async (page) => {
      await answerRequest(page);
      await fileInput(page, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
      await check(page);
      await page.locator('button[value=kirim]').waitFor();
    },
  },
  'way to a case': { path: '/lacak' },
  'way to a case, mistyped': { path: '/lacak', then: (page) => page.locator('form.track button').click() },
  'check of a letter': { path: '/dokumen' },
  'check of a letter, mistyped': { path: '/dokumen', then: (page) => page.locator('form.track button').click() },
  receipt: { path: () => `/permohonan/${open.number}/tanda-bukti`, keeper: true },
  case: { path: () => `/permohonan/${open.number}`, then: (page) => page.locator('.why summary').click() },
  'returned case': { path: () => `/permohonan/${returned.number}` },
  'supply form': { path: () => `/permohonan/${returned.number}/lengkapi` },
  charter: { path: '/maklumat' },
  developers: { path: '/pengembang' },
  privacy: { path: '/privasi' },
  accessibility: { path: '/aksesibilitas' },
  'page that does not exist': { path: '/tidak-ada', status: 404 },
};

const deskPlaces: Record<string, Place> = {
  queue: { path: '', then: (page) => page.getByRole('link', { name: open.number }).waitFor() },
  'case on the desk': {
    path: () => `/perkara/${open.number}`,
    then: (page) => page.getByRole('button', { name: 'Berkas diterima' }).click(),
  },
  counter: {
    path: '/loket',
    then: async (page) => {
      await chooseService(page, 'Pelayanan Permohonan Informasi Publik');
      await page.getByRole('button', { name: 'Daftarkan', exact: true }).waitFor();
    },
  },
};

async function visit(page: Page, prefix: string, { path, status = 200, then }: Place): Promise<void> {
  const response = await page.goto(prefix + (typeof path === 'string' ? path : path()));
  expect(response?.status()).toBe(status);
  await then?.(page);
}

const sizes = [phone, desktop];
const languages = [
  { language: 'id', prefix: '' },
  { language: 'en', prefix: '/en' },
];
const table = Object.entries(places).flatMap(([name, place]) =>
  languages.flatMap((spoken) => sizes.map((size) => ({ name, place, size, ...spoken, width: size.width }))),
);

it.each(table)(
  'shows the $name in $language at $width px without a barrier, or a script that it does not need',
  ({ place, size, language, prefix }) =>
    photographed(browser, async () => {
      await site.setViewportSize(size);
      await visit(site, prefix, place);
      expect(await site.locator('script').count()).toBe(place.keeper ? 1 : 0);
      expect(await flawsOf(site, language)).toEqual([]);
    }),
);

const deskTable = Object.entries(deskPlaces).flatMap(([name, place]) => sizes.map((size) => ({ name, place, size, width: size.width })));

it.each(deskTable)('shows the $name to an officer at $width px without a barrier', ({ place, size }) =>
  photographed(browser, async () => {
    await desk.setViewportSize(size);
    await visit(desk, '/admin/plugins/maklumat', place);
    expect(await flawsOf(desk, 'id')).toEqual([]);
  }),
);

/** Bytes, compressed, of the page with everything that it loads. */
const mostBytes = 60 * 1024;

it('sends the service page in under 60 KB, with no script among it', () =>
  photographed(browser, async () => {
    const page = await openPage(browser, app.url, { viewport: phone });
    const finished: Promise<{ type: string; bytes: number }>[] = [];
    page.on('requestfinished', (request) => {
      finished.push(request.sizes().then(({ responseBodySize }) => ({ type: request.resourceType(), bytes: responseBodySize })));
    });
    await page.goto('/layanan/informasi-publik', { waitUntil: 'networkidle' });
    await heading(page, 'Pelayanan Permohonan Informasi Publik').waitFor();
    const loaded = await Promise.all(finished);
    expect(loaded.map(({ type }) => type)).toEqual(expect.arrayContaining(['document', 'stylesheet']));
    expect(loaded.filter(({ type }) => type === 'script')).toEqual([]);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(mostBytes);
  }));
