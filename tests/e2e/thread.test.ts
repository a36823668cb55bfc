import type { Browser, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import {
  answerRequest,
  chosenPdf,
  dateIn,
  downloaded,
  fileInput,
  heading,
  openBrowser,
  openDesk,
  openPage,
  phone,
  photographed,
  termOf,
  textbox,
  track,
} from '../support/browser';
import { anOffice, bringToPpid, deskCase, type Office } from '../support/desk';
import { wordsOf } from '../support/requests';

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

const missingReason = 'Fotokopi KTP tidak terbaca, mohon unggah ulang.';
const extensionReason = 'Data tersebar pada tiga perangkat daerah.';

/** The date of the deadline, "20 Januari 2026". */
const deadlineOf = async (page: Page): Promise<string> => dateIn(await page.locator('.deadline-at').first().innerText());

async function act(page: Page, label: string, fill: (form: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  await page.getByRole('form', { name: label }).waitFor();
  await fill(page);
  await page.getByRole('form', { name: label }).locator('button[type=submit]').click();
}

async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
  await page.getByText(`Tersimpan: ${label}`).first().waitFor();
}

async function apply(citizen: Page): Promise<{ number: string; code: string }> {
  await citizen.goto('/');
  await citizen.getByRole('searchbox', { name: 'Cari layanan' }).fill('informasi publik');
  await citizen.getByRole('button', { name: 'Cari' }).click();
  await citizen.getByRole('link', { name: 'Pelayanan Permohonan Informasi Publik' }).click();
  await heading(citizen, 'Pelayanan Permohonan Informasi Publik').waitFor();
  await citizen.locator('.call-to-action a').click();

  await citizen.getByRole('button', { name: 'Periksa dan kirim' }).click();
  const summary = citizen.getByRole('alert');
  expect(await summary.innerText()).toContain('Ada yang perlu diperbaiki');
  expect(await citizen.locator(':focus').getAttribute('id')).toBe('galat');
  await summary.getByRole('link', { name: 'Nama pemohon' }).click();
  expect(await citizen.locator(':focus').evaluate((input) => (input as HTMLInputElement).labels?.[0]?.innerText)).toBe('Nama pemohon');

  await answerRequest(citizen);
  await fileInput(citizen, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
  await citizen.getByRole('button', { name: 'Periksa dan kirim' }).click();
  await heading(citizen, 'Periksa jawaban Anda').waitFor();
  expect(await citizen.locator('main').innerText()).toContain('ktp.pdf');
  await citizen.getByRole('button', { name: 'Kirim permohonan' }).click();

  await heading(citizen, 'Permohonan Anda sudah diterima').waitFor();
  const number = await termOf(citizen, 'Nomor pendaftaran');
  const code = await termOf(citizen, 'Kode lacak');
  expect(number).toMatch(/^PI-\d{4}-\d{6}$/);
  expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);

  const words = await wordsOf(await downloaded(citizen, citizen.getByRole('link', { name: 'Unduh tanda bukti (PDF)' })));
  for (const shown of [number, code, await deadlineOf(citizen)]) expect(words).toContain(shown);
  return { number, code };
}

async function returnToApplicant(desk: Page, number: string): Promise<void> {
  await desk.getByRole('link', { name: number }).click();
  await act(desk, 'Berkas diterima');
  await act(desk, 'Belum lengkap', (form) => textbox(form, 'Alasan').fill(missingReason));
  await confirm(desk, 'Belum lengkap');
}

async function supply(citizen: Page): Promise<void> {
  expect(await citizen.locator('.asked').innerText()).toContain(missingReason);
  await citizen.getByRole('link', { name: 'Lengkapi permohonan' }).click();
  await fileInput(citizen, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp-jelas.pdf'));
  await citizen.getByRole('button', { name: 'Kirim kelengkapan' }).click();
  await citizen.getByText('Kelengkapan sudah dikirim.').waitFor();
}

async function answer(desk: Page): Promise<void> {
  await act(desk, 'Kabulkan seluruhnya');
  await confirm(desk, 'Kabulkan seluruhnya');
  await act(desk, 'Sampaikan jawaban', async (form) => {
    await fileInput(form, 'Dokumen jawaban').setInputFiles(await chosenPdf('anggaran-taman.pdf', 'Anggaran taman kota tahun 2025'));
    await form.getByText('anggaran-taman.pdf', { exact: true }).waitFor();
    await form.getByRole('radio', { name: 'Daring, lewat halaman lacak permohonan' }).check();
  });
  await confirm(desk, 'Sampaikan jawaban');
}

it('goes from the form, without JavaScript, over return, supply and extension to the answer in the applicant’s hands', () =>
  photographed(browser, async () => {
    const citizen = await openPage(browser, app.url, { javaScriptEnabled: false, viewport: phone });
    const { number, code } = await apply(citizen);

    const officer = await openDesk(browser, app.url, office.people.officer);
    await returnToApplicant(officer, number);

    await track(citizen, number, code);
    const furthest = dateIn(await citizen.getByText('kantor masih dapat memperpanjangnya sampai').innerText());
    await supply(citizen);
    await bringToPpid(office.officer, number);

    const ppid = await openDesk(browser, app.url, office.people.ppid);
    await ppid.getByRole('link', { name: number }).click();
    await act(ppid, 'Perpanjang waktu menjawab', (form) => textbox(form, 'Alasan').fill(extensionReason));
    await confirm(ppid, 'Perpanjang waktu menjawab');

    await citizen.goto(`/permohonan/${number}`);
    expect(await deadlineOf(citizen)).toBe(furthest);
    await citizen.getByText('Mengapa tanggal ini?').click();
    expect(await citizen.locator('.why-steps').innerText()).toContain('Diperpanjang 7 hari kerja');
    expect(await citizen.locator('.timeline').innerText()).toContain(extensionReason);
    expect(await ppid.locator('main').innerText()).toContain(furthest);

    await answer(ppid);
    await citizen.goto(`/permohonan/${number}`);
    const read = await citizen.locator('main').innerText();
    expect(read).toContain('Dikabulkan seluruhnya');
    expect(read).toMatch(/berhak mengajukan keberatan kepada Atasan PPID .+ paling lambat/);
    const document = await downloaded(citizen, citizen.locator('.documents').getByRole('link', { name: 'anggaran-taman' }));
    expect(await wordsOf(document)).toContain('Anggaran taman kota tahun 2025');
    await citizen.getByRole('button', { name: 'Informasi sudah diterima' }).click();
    await citizen.getByText('Sudah dicatat.').waitFor();
    expect((await deskCase(office.ppid, number)).status).toBe('completed');
  }));
