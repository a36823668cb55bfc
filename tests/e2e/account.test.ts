import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { administrator, startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import {
  desktop,
  downloaded,
  heading,
  openBrowser,
  openDesk,
  openPage,
  phone as narrow,
  photographed,
  termOf,
  textbox,
} from '../support/browser';
import {
  aNik,
  aPassword,
  aPhone,
  asCitizen,
  codeFor,
  messagesTo,
  registerOutsider,
  registerResident,
  type Citizen,
} from '../support/citizens';
import { anOffice, decide, type Office } from '../support/desk';
import { submit } from '../support/requests';

let app: App;
let office: Office;
let browser: Browser;
let outbox: Page;

beforeAll(async () => {
  app = await startApp();
  office = await anOffice(app.url);
  browser = await openBrowser();
  outbox = await openDesk(browser, app.url, administrator, { reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A telephone of somebody whose browser runs no scripts. */
const aTelephone = (): Promise<Page> => openPage(browser, app.url, { viewport: narrow, javaScriptEnabled: false });

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
const next = (page: Page): Promise<void> => button(page, 'Lanjut').click();
/** The number as it is typed at home. */
const typed = (e164: string): string => e164.replace('+62', '0');

/** The code that the administrator reads off the page of kept messages, newer than the one before. */
async function codeOnOutboxPage(phone: string, before?: string): Promise<string> {
  await outbox.goto('/admin/plugins/maklumat/surat-keluar?kanal=sms');
  const newest = outbox
    .getByRole('region', { name: `SMS ke ${phone}` })
    .first()
    .getByLabel(/^Kode \d{6}$/);
  const code = before === undefined ? newest : newest.and(outbox.locator(`:not([aria-label="Kode ${before}"])`));
  return code.innerText();
}

async function beginRegistration(page: Page, residency: string, phone: string): Promise<void> {
  await page.goto('/daftar');
  expect(await page.locator('ol.steps > li').count()).toBe(10);
  await button(page, 'Mulai').click();
  await page.getByText('Langkah 3 dari 10').waitFor();
  await page.getByRole('radio', { name: residency }).check();
  await next(page);
  await page.getByText('Langkah 4 dari 10 · waktu 1 menit').waitFor();
  await textbox(page, 'Nomor HP aktif').fill(typed(phone));
  await next(page);
  await page.getByText('Langkah 5 dari 10').waitFor();
  await page.getByText('Kami menyimpan nomor ponsel').waitFor();
  await page.getByLabel('Kata sandi', { exact: true }).fill(aPassword);
  await page.getByLabel('Ulangi kata sandi').fill(aPassword);
  await page.getByRole('checkbox').check();
  await button(page, 'Kirim kode ke HP saya').click();
  await heading(page, 'Masukkan kode dari SMS').waitFor();
}

async function identify(page: Page, name: string): Promise<void> {
  await heading(page, 'Identitas diri').waitFor();
  await textbox(page, 'Nama lengkap').fill(name);
  await page.getByLabel('Tanggal lahir').fill('1990-08-17');
  await textbox(page, 'Alamat').fill('Jalan Mawar 1, Kanigaran');
  await button(page, 'Selesaikan pendaftaran').click();
}

async function logIn(page: Page, { phone, password }: Pick<Citizen, 'phone' | 'password'>): Promise<void> {
  await page.goto('/masuk');
  await textbox(page, 'Nomor HP').fill(typed(phone));
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await button(page, 'Masuk').click();
  await heading(page, 'Permohonan saya').waitFor();
}

it.each([
  { who: 'resident of the city', residency: 'Warga kota ini', asked: 'NIK Anda' },
  { who: 'resident of another place', residency: 'Warga luar kota', asked: 'Identitas diri' },
])('registers a $who in ten steps without a script, and logs in', ({ residency, asked }) =>
  photographed(browser, async () => {
    const page = await aTelephone();
    const number = aPhone();
    await beginRegistration(page, residency, number);
    expect(await page.locator('main').innerText()).toContain(`••${number.slice(-2)}`);
    expect(page.url()).not.toContain(typed(number).slice(1));
    expect(await page.content()).not.toContain(aPassword);

    await textbox(page, 'Kode OTP').fill('000000');
    await next(page);
    expect(await page.getByRole('alert').innerText()).toContain('Kode tidak cocok');
    await textbox(page, 'Kode OTP').fill(await codeOnOutboxPage(number));
    await next(page);
    await heading(page, asked).waitFor();
    if (asked === 'NIK Anda') {
      await page.getByText('Langkah 7 dari 10 · waktu 2 menit').waitFor();
      await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(aNik());
      await next(page);
    }
    await identify(page, 'Ratna Dewi');
    await heading(page, 'Pendaftaran berhasil').waitFor();
    await page.getByText('Langkah 9 dari 10').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Masuk' }).click();
    await page.getByText('Langkah 10 dari 10').waitFor();
    await textbox(page, 'Nomor HP').fill(typed(number));
    await page.getByLabel('Kata sandi', { exact: true }).fill(aPassword);
    await button(page, 'Masuk').click();
    await heading(page, 'Permohonan saya').waitFor();
    expect(await page.locator('.account-menu summary').innerText()).toContain('Ratna');
  }),
);

it('says what is wrong at its field, and loses nothing but the password', () =>
  photographed(browser, async () => {
    const page = await aTelephone();
    await page.goto('/daftar');
    await button(page, 'Mulai').click();
    await next(page);
    expect(await page.getByRole('alert').innerText()).toContain('Pilih salah satu.');
    await page.getByRole('radio', { name: 'Warga luar kota' }).check();
    await next(page);
    await textbox(page, 'Nomor HP aktif').fill('(0335) 427772');
    await next(page);
    expect(await page.getByRole('alert').innerText()).toContain('Nomor telepon rumah atau kantor tidak dapat menerima SMS');
    expect(await textbox(page, 'Nomor HP aktif').inputValue()).toBe('(0335) 427772');
    await textbox(page, 'Nomor HP aktif').fill(typed(aPhone()));
    await next(page);
    await page.getByLabel('Kata sandi', { exact: true }).fill('password123');
    await page.getByLabel('Ulangi kata sandi').fill('password123');
    await button(page, 'Kirim kode ke HP saya').click();
    expect(await page.getByRole('alert').innerText()).toContain('Pendaftaran memerlukan persetujuan Anda');
    expect(await page.content()).not.toContain('password123');
    await page.getByLabel('Kata sandi', { exact: true }).fill('password123');
    await page.getByLabel('Ulangi kata sandi').fill('password123');
    await page.getByRole('checkbox').check();
    await button(page, 'Kirim kode ke HP saya').click();
    expect(await page.getByRole('alert').innerText()).toContain('bocor');
    await button(page, 'Kembali').click();
    expect(await textbox(page, 'Nomor HP aktif').inputValue()).toMatch(/^08/);
  }));

it('warns of a birth date that differs from the NIK, and lets the person pass', () =>
  photographed(browser, async () => {
    const page = await aTelephone();
    const number = aPhone();
    await beginRegistration(page, 'Warga kota ini', number);
    await textbox(page, 'Kode OTP').fill(await codeFor(app.url, number));
    await next(page);
    await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(aNik());
    await next(page);
    await heading(page, 'Identitas diri').waitFor();
    await textbox(page, 'Nama lengkap').fill('Ratna Dewi');
    await page.getByLabel('Tanggal lahir').fill('1991-02-03');
    await textbox(page, 'Alamat').fill('Jalan Mawar 1');
    await button(page, 'Selesaikan pendaftaran').click();
    await heading(page, 'Pendaftaran berhasil').waitFor();
    expect(await page.getByRole('status').innerText()).toContain('Perlu Anda ketahui');
  }));

it('goes on with a registration on another device, by a fresh code', () =>
  photographed(browser, async () => {
    const number = aPhone();
    const first = await aTelephone();
    await beginRegistration(first, 'Warga luar kota', number);
    await textbox(first, 'Kode OTP').fill(await codeFor(app.url, number));
    await next(first);
    await heading(first, 'Identitas diri').waitFor();
    const sent = (await messagesTo(app.url, number)).length;
    const second = await aTelephone();
    await second.goto('/daftar');
    await second.getByRole('link', { name: 'Lanjutkan pendaftaran' }).click();
    await textbox(second, 'Nomor HP aktif').fill(typed(number));
    await button(second, 'Kirim kode').click();
    await textbox(second, 'Kode OTP').fill(await codeFor(app.url, number, sent));
    await next(second);
    await identify(second, 'Budi Santoso');
    await heading(second, 'Pendaftaran berhasil').waitFor();
  }));

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
    await textbox(page, 'Nomor HP').fill(typed(citizen.phone));
    await page.getByLabel('Kata sandi', { exact: true }).fill(citizen.password);
    await button(page, 'Masuk').click();
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
    await textbox(page, 'Nomor HP').fill(typed(citizen.phone));
    await page.getByLabel('Kata sandi', { exact: true }).fill(citizen.password);
    await button(page, 'Masuk').click();
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

it('comes back to the page that was asked for, and to no other site', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aTelephone();
    await page.goto('/akun/data/akses');
    await textbox(page, 'Nomor HP').fill(typed(citizen.phone));
    await page.getByLabel('Kata sandi', { exact: true }).fill(citizen.password);
    await button(page, 'Masuk').click();
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

it('has no barrier on any screen of the registration', () =>
  photographed(browser, async () => {
    const page = await openPage(browser, app.url, { viewport: narrow });
    const flaws: string[] = [];
    const look = async (): Promise<void> => {
      for (const size of [desktop, narrow]) {
        await page.setViewportSize(size);
        flaws.push(...(await flawsOf(page, 'id')));
      }
    };
    const number = aPhone();
    await page.goto('/daftar');
    await button(page, 'Mulai').click();
    await next(page);
    await look();
    await page.getByRole('radio', { name: 'Warga kota ini' }).check();
    await next(page);
    await look();
    await textbox(page, 'Nomor HP aktif').fill(typed(number));
    await next(page);
    await page.locator('.all-steps summary').click();
    await look();
    await button(page, 'Kirim kode ke HP saya').click();
    await look();
    await page.getByLabel('Kata sandi', { exact: true }).fill(aPassword);
    await page.getByLabel('Ulangi kata sandi').fill(aPassword);
    await page.getByRole('checkbox').check();
    await button(page, 'Kirim kode ke HP saya').click();
    await look();
    await textbox(page, 'Kode OTP').fill(await codeFor(app.url, number));
    await next(page);
    await look();
    await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(aNik());
    await next(page);
    await look();
    await identify(page, 'Ratna Dewi');
    await look();
    expect(flaws).toEqual([]);
  }));
