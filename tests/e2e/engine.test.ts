import type { Browser, Page } from 'playwright-core';
import { createOfficer, type Officer } from '../support/admin';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import {
  chosenPdf,
  desktop,
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
import { decide } from '../support/desk';
import { api, type Api } from '../support/http';
import { upload, type Submitted } from '../support/requests';

let app: App;
let browser: Browser;
let person: Officer;
let anyone: Api;
let auditor: Page;
let officer: Api;

/** One person holds every position of both services: who may do what is tested elsewhere. */
const positions = [
  'petugas-agenda-diskominfo-kota-probolinggo',
  'kepala-diskominfo-kota-probolinggo',
  'kepala-bidang-pengelolaan-komunikasi-publik',
  'pelaksana-siaran-keliling',
  'kepala-bidang-layanan-e-government',
  'tim-layanan-e-government',
];

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-05T09:00:00+07:00');
  person = await createOfficer(app.url, 'maklumat-officer', positions, 'Olga Petugas');
  anyone = await api(app.url);
  officer = await api(app.url, person.headers);
  browser = await openBrowser();
  auditor = await openPage(browser, app.url, { viewport: phone });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Axe waits for timers, which do not run where scripts are off: it looks at the same page in a browser of its own. */
async function flawsWithoutScripts(page: Page): Promise<string[]> {
  await auditor.goto('/privasi');
  await auditor.setContent(await page.content());
  return flawsOf(auditor, 'id');
}

const wanted = '2026-01-13T08:00:00+07:00';

async function file(service: string, answers: Record<string, unknown>): Promise<Submitted> {
  const response = await anyone.post('/api/cases').send({ service, answers });
  if (response.status !== 201) throw new Error(`submission answered ${response.status}: ${JSON.stringify(response.body)}`);
  return (response.body as { data: Submitted }).data;
}

type Move = [outcome: string, more?: Record<string, unknown>];
const disposition = (outcome: string): Move => [outcome, { answers: { isiDisposisi: 'Tindak lanjuti' } }];

async function takes(number: string, outcomes: Move[]): Promise<void> {
  for (const [outcome, more] of outcomes) await decide(officer, number, outcome, more);
}

/** From the filing of a broadcast to the moment at which its time is agreed. */
const bringToSchedule = (number: string): Promise<void> =>
  takes(number, [['diagenda'], disposition('disposisikan'), ['diteruskan'], ['diterima'], ['setuju']]);

/** Somebody else has the van at the wanted time. */
async function takeTheSlot(): Promise<void> {
  const { number } = await file('siaran-keliling', {
    jenisPemohon: 'warga',
    nama: 'Budi Santoso',
    alamat: 'Jalan Melati 2, Mayangan',
    telepon: '0812-3456-7891',
    suratPermohonan: await upload(anyone, 'surat.pdf'),
    bentukMateri: 'narasi',
    rincianMateri: 'Warga diajak membersihkan saluran air pada hari Minggu pagi.',
    segmen: 'Warga umum',
    wilayahSasaran: [{ kelurahan: '35.74.03.1002' }],
    waktuPelaksanaan: wanted,
  });
  await bringToSchedule(number);
  await decide(officer, number, 'setujui-jadwal');
}

async function apply(citizen: Page): Promise<Submitted> {
  await citizen.goto('/layanan/siaran-keliling/ajukan');
  for (const choice of ['Warga', 'Narasi']) await citizen.getByRole('radio', { name: choice, exact: true }).check();
  const texts = {
    'Nama penanggung jawab': 'Siti Aminah',
    Alamat: 'Jalan Mawar 1, Kanigaran',
    'Nomor telepon': '0812-3456-7890',
    'Rincian materi yang akan diinformasikan': 'Warga diajak memilah sampah dari rumah masing-masing.',
    'Segmen masyarakat yang dituju': 'Warga umum',
  };
  for (const [label, text] of Object.entries(texts)) await textbox(citizen, label).fill(text);
  await fileInput(citizen, 'Surat permohonan siaran keliling').setInputFiles(await chosenPdf('surat.pdf'));
  await citizen.getByLabel('Tanggal dan jam siaran').fill(wanted.slice(0, 16));
  await citizen.getByLabel('Kelurahan', { exact: true }).selectOption({ index: 1 });
  await citizen.getByRole('button', { name: 'Tambah Wilayah sasaran yang dituju' }).click();
  expect(await citizen.getByLabel('Kelurahan', { exact: true }).count()).toBe(2);
  expect(await flawsWithoutScripts(citizen)).toEqual([]);
  await citizen.getByLabel('Kelurahan', { exact: true }).nth(1).selectOption({ index: 2 });
  await citizen.getByRole('button', { name: 'Periksa dan kirim' }).click();

  await heading(citizen, 'Periksa jawaban Anda').waitFor();
  const review = await citizen.locator('main').innerText();
  expect(review).toContain('Pada waktu yang Anda pilih mobil siaran sudah terpakai.');
  expect(review).toContain('Selasa 13 Januari 2026 pukul 08.00 WIB');
  expect(await flawsWithoutScripts(citizen)).toEqual([]);
  await citizen.getByRole('button', { name: 'Kirim permohonan' }).click();
  await heading(citizen, 'Permohonan Anda sudah diterima').waitFor();
  return { number: await termOf(citizen, 'Nomor pendaftaran'), trackingToken: await termOf(citizen, 'Kode lacak') };
}

async function choose(desk: Page, label: string): Promise<void> {
  await desk.getByRole('button', { name: label, exact: true }).first().click();
  await desk.getByRole('form', { name: label }).waitFor();
}

async function send(desk: Page, label: string): Promise<void> {
  await desk.getByRole('form', { name: label }).locator('button[type=submit]').click();
  await desk.getByRole('button', { name: 'Ya, lanjutkan' }).click();
}

it('offers a free time for one that is taken, and has it accepted on a telephone without JavaScript', () =>
  photographed(browser, async () => {
    await takeTheSlot();
    const citizen = await openPage(browser, app.url, { javaScriptEnabled: false, viewport: phone });
    const { number } = await apply(citizen);
    await bringToSchedule(number);

    const desk = await openDesk(browser, app.url, person, { reducedMotion: 'reduce' });
    await desk.goto(`/admin/plugins/maklumat/perkara/${number}`);
    await choose(desk, 'Setujui jadwal pemohon');
    await send(desk, 'Setujui jadwal pemohon');
    await desk.getByRole('alert').getByText('Mobil siaran keliling sudah terpakai').waitFor();
    await desk.getByText('Untuk memakainya, pilih tindakan yang menanyakan jadwal.').waitFor();
    expect(await flawsOf(desk, 'id')).toEqual([]);

    await choose(desk, 'Tawarkan jadwal lain');
    const slots = desk.getByRole('button', { name: /^Pakai / });
    expect(await slots.count()).toBe(3);
    const slot = (await slots.first().innerText()).replace('Pakai ', '');
    await slots.first().click();
    expect(await desk.getByLabel('Jadwal yang ditawarkan').inputValue()).toMatch(/^2026-01-\d\dT\d\d:\d\d$/);
    await desk.setViewportSize(phone);
    expect(await flawsOf(desk, 'id')).toEqual([]);
    await desk.setViewportSize(desktop);
    await send(desk, 'Tawarkan jadwal lain');
    await desk.getByText('Tersimpan: Tawarkan jadwal lain').first().waitFor();
    expect(await desk.locator('main').innerText()).toContain('Ditawarkan, menunggu pemohon');

    await citizen.goto(`/permohonan/${number}`);
    const offer = citizen.getByRole('region', { name: 'Kantor menawarkan jadwal ini' });
    expect(await offer.innerText()).toContain(slot);
    expect(await flawsWithoutScripts(citizen)).toEqual([]);
    await offer.getByRole('button', { name: 'Terima jadwal' }).click();
    await citizen.getByText('Sudah dicatat.').waitFor();
    const schedule = await citizen.getByRole('region', { name: 'Jadwal' }).innerText();
    expect(schedule).toContain(slot);
    expect(schedule).toContain('Sudah dipesan');
    expect(await citizen.locator('.case-top').innerText()).toContain('Dijadwalkan');
    expect(await flawsWithoutScripts(citizen)).toEqual([]);
  }));

const password = 'Mangga-Manalagi-2026';

it('shows a one-time value to the applicant once, and to nobody else', () =>
  photographed(browser, async () => {
    const { number, trackingToken } = await file('email-go-id', {
      asalPemohon: 'pegawai',
      nama: 'Rina Wulandari',
      nip: '199001012015032001',
      jabatan: 'Pranata Komputer',
      unitKerja: 'Dinas Perpustakaan',
      telepon: '0812-3456-7890',
      usulanAlamat: 'rina.wulandari',
      suratPermohonan: await upload(anyone, 'surat.pdf'),
      formulirPendaftaran: await upload(anyone, 'formulir.pdf'),
      pernyataan: true,
    });
    const citizen = await openPage(browser, app.url, { javaScriptEnabled: false, viewport: phone });
    await track(citizen, number, trackingToken);
    const deadline = citizen.getByRole('region', { name: 'Tenggat' });
    expect(await deadline.innerText()).toMatch(/Belum mulai berjalan[^]*Perkiraan: /);
    expect(await flawsWithoutScripts(citizen)).toEqual([]);

    await takes(number, [['diagendakan'], disposition('didisposisi'), ['ditindaklanjuti'], ['disetujui'], ['terdaftar']]);
    await citizen.reload();
    expect(await deadline.innerText()).toMatch(/Masih berjalan[^]*6 Januari 2026/);
    await decide(officer, number, 'diserahkan', { answers: { namaPengguna: 'rina.wulandari', kataSandiAwal: password } });

    await citizen.reload();
    expect(await citizen.content()).not.toContain(password);
    expect(await flawsWithoutScripts(citizen)).toEqual([]);
    await citizen.getByRole('button', { name: 'Buka Kata sandi awal' }).click();
    const once = citizen.getByRole('region', { name: 'Hanya dapat dibuka satu kali' });
    expect(await once.getByRole('status').innerText()).toContain(password);
    expect(await flawsWithoutScripts(citizen)).toEqual([]);

    await citizen.goto(`/permohonan/${number}`);
    expect(await once.innerText()).toContain('Kata sandi awal: sudah dibuka.');
    expect(await citizen.content()).not.toContain(password);

    const desk = await openDesk(browser, app.url, person, { reducedMotion: 'reduce' });
    await desk.goto(`/admin/plugins/maklumat/perkara/${number}`);
    await desk.getByText('Kata sandi awal: sudah dibuka pemohon').waitFor();
    expect(await desk.content()).not.toContain(password);
    expect(await flawsOf(desk, 'id')).toEqual([]);
  }));
