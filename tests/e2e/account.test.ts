import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import {
  answerRequest,
  button,
  chosenPdf,
  desktop,
  downloaded,
  fileInput,
  heading,
  logInHere,
  openBrowser,
  openPage,
  phone as narrow,
  photographed,
  termOf,
  textbox,
} from '../support/browser';
import { aPhone, asCitizen, codeFor, messagesTo, registerOutsider, registerResident, typed, type Citizen } from '../support/citizens';
import { anOffice, decide, type Office } from '../support/desk';
import { submit } from '../support/requests';

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

/** A telephone of somebody whose browser runs no scripts. */
const aTelephone = (): Promise<Page> => openPage(browser, app.url, { viewport: narrow, javaScriptEnabled: false });

async function logIn(page: Page, { phone, password }: Pick<Citizen, 'phone' | 'password'>): Promise<void> {
  await page.goto('/masuk');
  await logInHere(page, { phone: typed(phone), password });
  await heading(page, 'Permohonan saya').waitFor();
}

it('makes a new password by a code, and ends the sessions of before', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const old = await aTelephone();
    await logIn(old, citizen);
    const sent = (await messagesTo(app.url, citizen.phone)).length;
    const page = await aTelephone();
    await page.goto('/masuk');
    await page.getByRole('link', { name: 'Lupa kata sandi?' }).click();
    await textbox(page, 'Nomor HP').fill(typed(citizen.phone));
    await button(page, 'Kirim kode').click();
    await textbox(page, 'Kode OTP').fill(await codeFor(app.url, citizen.phone, sent));
    await page.getByLabel('Kata sandi baru').fill('Perahu-Fajar-3090');
    await page.getByLabel('Ulangi kata sandi').fill('Perahu-Fajar-3090');
    await button(page, 'Simpan kata sandi baru').click();
    await page.getByText('Kata sandi baru sudah disimpan').waitFor();
    await old.goto('/akun/draf');
    expect(old.url()).toContain('/masuk?kembali=%2Fakun%2Fdraf');
    await old.getByText('Sesi Anda sudah berakhir.').waitFor();
  }));

it('shows my requests, the one that waits for me first, and opens them without a code', () =>
  photographed(browser, async () => {
    const citizen = await registerResident(app.url);
    const client = await asCitizen(app.url, citizen);
    const returned = await submit(client);
    const open = await submit(client);
    await decide(office.officer, returned.number, 'diterima');
    await decide(office.officer, returned.number, 'belum-lengkap', { reason: 'Fotokopi KTP tidak terbaca.' });
    const page = await aTelephone();
    await page.goto(`/akun?halaman=1`);
    await logInHere(page, citizen);
    expect(await page.getByRole('region', { name: 'Menunggu Anda' }).innerText()).toContain(returned.number);
    expect(await page.getByRole('region', { name: 'Yang lain' }).innerText()).toContain(open.number);
    await page.getByRole('region', { name: 'Menunggu Anda' }).getByRole('link').click();
    await heading(page, `Permohonan ${returned.number}`).waitFor();
    await page.getByRole('link', { name: 'Lengkapi permohonan' }).click();
    await heading(page, 'Lengkapi permohonan').waitFor();

    const stranger = await aTelephone();
    await logIn(stranger, await registerOutsider(app.url));
    await stranger.goto(`/permohonan/${open.number}`);
    expect(stranger.url()).toContain('/lacak');
  }));

it('lets me correct my data, see who read it, take it along and erase it', () =>
  photographed(browser, async () => {
    const citizen = await registerResident(app.url);
    const client = await asCitizen(app.url, citizen);
    const { number } = await submit(client);
    await office.officer.get(`/maklumat/desk/cases/${number}`).expect(200);
    const page = await aTelephone();
    await logIn(page, citizen);
    await page.goto('/akun/data');
    await page.getByText('Data Anda menunggu diperiksa petugas.').waitFor();
    await page.getByText('Anda menyetujui versi 1').waitFor();
    await page.getByRole('link', { name: 'Perbaiki data diri' }).click();
    await textbox(page, 'Alamat').fill('Jalan Melati 2, Kedopok');
    await button(page, 'Simpan perubahan').click();
    await page.getByText('Data Anda sudah diperbaiki.').waitFor();
    expect(await termOf(page, 'Alamat')).toBe('Jalan Melati 2, Kedopok');

    await page.getByRole('link', { name: 'Lihat siapa yang membaca' }).click();
    expect(await page.locator('.timeline').innerText()).toContain(number);
    await page.goBack();
    const files = unzipSync(await downloaded(page, page.getByRole('link', { name: 'Unduh (zip)' })));
    expect(strFromU8(files['data.json'] ?? new Uint8Array())).toContain('Jalan Melati 2, Kedopok');

    await page.getByRole('link', { name: 'Hapus data saya …' }).click();
    await button(page, 'Hapus semua data saya').click();
    expect(await page.getByRole('alert').innerText()).toContain('Ketik HAPUS persis seperti tertulis');
    await textbox(page, 'Untuk melanjutkan, ketik HAPUS').fill('HAPUS');
    await button(page, 'Hapus semua data saya').click();
    await heading(page, 'Data Anda sudah dihapus').waitFor();
    await page.goto('/akun');
    await heading(page, 'Masuk').waitFor();
    await logInHere(page, citizen);
    expect(await page.getByRole('alert').innerText()).toContain('Nomor HP atau kata sandi tidak cocok.');
  }));

it('changes the number with the codes of both, and the password with the one before', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aTelephone();
    await logIn(page, citizen);
    const moved = aPhone();
    const sent = (await messagesTo(app.url, citizen.phone)).length;
    await page.goto('/akun/data/nomor');
    await textbox(page, 'Nomor HP baru').fill(typed(moved));
    await page.getByLabel('Kata sandi Anda').fill(citizen.password);
    await button(page, 'Kirim kedua kode').click();
    await textbox(page, 'Kode dari nomor lama').fill(await codeFor(app.url, citizen.phone, sent));
    await textbox(page, 'Kode dari nomor baru').fill(await codeFor(app.url, moved));
    await button(page, 'Ganti nomor').click();
    await page.getByText('Nomor HP Anda sudah diganti.').waitFor();
    await page.goto('/akun/data/kata-sandi');
    await page.getByLabel('Kata sandi sekarang').fill('bukan-kata-sandinya');
    await page.getByLabel('Kata sandi baru').fill('Perahu-Fajar-3090');
    await page.getByLabel('Ulangi kata sandi').fill('Perahu-Fajar-3090');
    await button(page, 'Simpan kata sandi').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Kata sandi sekarang').fill(citizen.password);
    await page.getByLabel('Kata sandi baru').fill('Perahu-Fajar-3090');
    await page.getByLabel('Ulangi kata sandi').fill('Perahu-Fajar-3090');
    await button(page, 'Simpan kata sandi').click();
    await page.getByText('Kata sandi sudah diganti.').waitFor();
    await page.goto('/keluar');
    await button(page, 'Keluar di perangkat ini').click();
    await page.getByText('Anda sudah keluar.').waitFor();
    await logIn(page, { phone: moved, password: 'Perahu-Fajar-3090' });
  }));

it('leaves nothing that opens my requests on a shared telephone, once I log out', () =>
  photographed(browser, async () => {
    const page = await aTelephone();
    await logIn(page, await registerOutsider(app.url));
    await page.goto('/layanan/informasi-publik/ajukan');
    await answerRequest(page);
    await fileInput(page, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
    await button(page, 'Periksa dan kirim').click();
    await button(page, 'Kirim permohonan').click();
    const number = await termOf(page, 'Nomor pendaftaran');
    await page.goto('/keluar');
    await button(page, 'Keluar di perangkat ini').click();
    await page.getByText('Anda sudah keluar.').waitFor();
    await page.goto(`/permohonan/${number}`);
    expect(new URL(page.url()).pathname).toBe('/lacak');
  }));

it('comes back to the page that was asked for, and to no other site', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aTelephone();
    await page.goto('/akun/data/akses');
    await logInHere(page, citizen);
    await heading(page, 'Siapa yang membaca data saya').waitFor();
    for (const path of ['//contoh.test/', '/\\contoh.test', 'https://contoh.test/']) {
      await page.goto(`/masuk?kembali=${encodeURIComponent(path)}`);
      expect(new URL(page.url()).origin).toBe(app.url);
    }
    const cookies = await page.context().cookies();
    expect(cookies.filter(({ name }) => name.startsWith('sesi')).map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
      { httpOnly: true, sameSite: 'Lax' },
      { httpOnly: true, sameSite: 'Lax' },
    ]);
  }));

const guestPlaces = ['/daftar', '/daftar/lanjutkan', '/masuk', '/lupa-sandi', '/privasi'];
const ownPlaces = [
  '/akun',
  '/akun/draf',
  '/akun/data',
  '/akun/data/ubah',
  '/akun/data/nomor',
  '/akun/data/kata-sandi',
  '/akun/data/akses',
  '/akun/data/hapus',
  '/keluar',
];

const visits = [...guestPlaces.map((path) => ({ path, logged: 'out' })), ...ownPlaces.map((path) => ({ path, logged: 'in' }))];
let someone: Citizen | undefined;

it.each(visits)('has no barrier on $path, narrow or wide, in both languages', ({ path, logged }) =>
  photographed(browser, async () => {
    const page = await openPage(browser, app.url);
    if (logged === 'in') await logIn(page, (someone ??= await registerResident(app.url)));
    for (const size of [narrow, desktop])
      for (const [language, prefix] of [
        ['id', ''],
        ['en', '/en'],
      ] as const) {
        await page.setViewportSize(size);
        const headers = (await page.goto(prefix + path))?.headers();
        expect(await flawsOf(page, language)).toEqual([]);
        if (path === '/privasi') continue;
        expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
      }
  }),
);

/** Looks at a page, narrow and wide; `flaws` gathers what is found. */
function looker(page: Page): { flaws: string[]; look: () => Promise<void>; refused: (name: string) => Promise<void> } {
  const flaws: string[] = [];
  const look = async (): Promise<void> => {
    for (const size of [narrow, desktop]) {
      await page.setViewportSize(size);
      flaws.push(...(await flawsOf(page, 'id')));
    }
  };
  const refused = async (name: string): Promise<void> => {
    await button(page, name).click();
    await page.getByRole('alert').waitFor();
    await look();
  };
  return { flaws, look, refused };
}

it('has no barrier on lists that are filled, and where a form is refused', () =>
  photographed(browser, async () => {
    const citizen = await registerResident(app.url);
    const client = await asCitizen(app.url, citizen);
    const returned = await submit(client);
    await decide(office.officer, returned.number, 'diterima');
    await decide(office.officer, returned.number, 'belum-lengkap', { reason: 'Fotokopi KTP tidak terbaca.' });
    await client
      .post('/api/drafts')
      .send({ service: 'informasi-publik', answers: { subjek: 'Anggaran taman' } })
      .expect(201);
    const page = await openPage(browser, app.url);
    const { flaws, look, refused } = looker(page);
    await page.goto('/masuk');
    await refused('Masuk');
    await logIn(page, citizen);
    await page.getByRole('region', { name: 'Menunggu Anda' }).waitFor();
    await look();
    await page.goto('/akun/draf');
    await page.getByRole('link', { name: /^Lanjutkan/ }).waitFor();
    await look();
    await page.goto('/akun/data/akses');
    await page.locator('.timeline li').first().waitFor();
    await look();
    await page.goto('/akun/data/ubah');
    await textbox(page, 'Nama lengkap').fill('');
    await refused('Simpan perubahan');
    await page.goto('/akun/data/kata-sandi');
    await refused('Simpan kata sandi');
    await page.goto('/akun/data/hapus');
    await refused('Hapus semua data saya');
    expect(flaws).toEqual([]);
  }));

it('has no barrier where codes are asked for, and at the end of an account', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await openPage(browser, app.url);
    const { flaws, look, refused } = looker(page);
    await page.goto('/lupa-sandi');
    await refused('Kirim kode');
    await textbox(page, 'Nomor HP').fill(typed(aPhone()));
    await button(page, 'Kirim kode').click();
    await textbox(page, 'Kode OTP').waitFor();
    await look();
    await refused('Simpan kata sandi baru');
    await refused('Kirim kode baru');
    await app.setClock(new Date(Date.now() + 61_000).toISOString());
    await button(page, 'Kirim kode baru').click();
    await page.getByText('kode baru sudah dikirim ke sana').waitFor();
    await look();
    await logIn(page, citizen);
    await page.goto('/akun/data/nomor');
    await refused('Kirim kedua kode');
    await textbox(page, 'Nomor HP baru').fill(typed(aPhone()));
    await page.getByLabel('Kata sandi Anda').fill(citizen.password);
    await button(page, 'Kirim kedua kode').click();
    await textbox(page, 'Kode dari nomor lama').waitFor();
    await look();
    await refused('Ganti nomor');
    await page.goto('/akun/data/hapus');
    await textbox(page, 'Untuk melanjutkan, ketik HAPUS').fill('HAPUS');
    await button(page, 'Hapus semua data saya').click();
    await heading(page, 'Data Anda sudah dihapus').waitFor();
    await look();
    expect(flaws).toEqual([]);
  }));
