import type { Browser } from 'playwright-core';
import { startApp, type App } from '../support/app';
import {
  answerRequest,
  chooseService,
  chosenPdf,
  downloaded,
  fileInput,
  heading,
  openBrowser,
  openDesk,
  openPage,
  phone,
  photographed,
  termOf,
  track,
} from '../support/browser';
import { anOffice, type Office } from '../support/desk';
import { wordsOf } from '../support/requests';

let app: App;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-06T08:00:00+07:00');
  office = await anOffice(app.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Day 10, and the last day if it is extended: 16 January is a holiday. */
const dates = ['20 Januari 2026', '29 Januari 2026'];

it('shows the dates that follow from the time of receipt at the counter on the desk, to the applicant and on paper', () =>
  photographed(browser, async () => {
    // The time of receipt is the agency's, whatever zone the officer's computer keeps.
    const desk = await openDesk(browser, app.url, office.people.officer, { timezoneId: 'Asia/Jayapura' });
    await desk.getByRole('link', { name: 'Daftarkan permohonan loket' }).click();
    await chooseService(desk, 'Pelayanan Permohonan Informasi Publik');
    await desk.getByLabel('Diterima pada').fill('2026-01-05T09:00');
    await answerRequest(desk);
    await fileInput(desk, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
    await desk.getByText('ktp.pdf', { exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Daftarkan', exact: true }).click();

    await heading(desk, 'Permohonan terdaftar').waitFor();
    const number = await termOf(desk, 'Nomor pendaftaran');
    const code = await termOf(desk, 'Kode lacak');
    const result = await desk.locator('main').innerText();
    const [asked] = await Promise.all([
      desk.waitForRequest((request) => request.url().endsWith('/documents/receipt')),
      desk.getByRole('button', { name: 'Cetak tanda bukti' }).click(),
    ]);
    // The page reads the answer as a blob, of which the browser keeps no copy to show: the same request is made once more.
    const printed = await desk.request.fetch(asked);
    const paper = await wordsOf(await printed.body());
    expect(paper).toContain(code);

    await desk.getByRole('link', { name: 'Buka perkara' }).click();
    await heading(desk, number).waitFor();
    await desk.getByText('Mengapa tanggal ini?').click();
    const onDesk = await desk.locator('main').innerText();

    const citizen = await openPage(browser, app.url, { javaScriptEnabled: false, viewport: phone });
    await track(citizen, number, code);
    await citizen.getByText('Mengapa tanggal ini?').click();
    const onSite = await citizen.locator('main').innerText();
    const receipt = await wordsOf(
      await downloaded(citizen, citizen.locator('.documents').getByRole('link', { name: 'Tanda bukti permohonan' })),
    );

    for (const seen of [result, onDesk, onSite, paper, receipt]) for (const date of dates) expect(seen).toContain(date);
    for (const seen of [onDesk, onSite, paper, receipt]) expect(seen).toMatch(/16 Januari 2026 dilewati: libur Isra Mikraj/);
  }));
