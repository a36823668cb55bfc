import type { Browser, Page } from 'playwright-core';
import { administrator, startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import {
  button,
  desktop,
  heading,
  logInHere,
  openBrowser,
  openDesk,
  openPage,
  phone as narrow,
  photographed,
  textbox,
} from '../support/browser';
import { aNik, aPassword, aPhone, codeFor, messagesTo, registerResident, typed } from '../support/citizens';

let app: App;
let browser: Browser;
let outbox: Page;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
  outbox = await openDesk(browser, app.url, administrator, { reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A telephone of somebody whose browser runs no scripts. */
const aTelephone = (): Promise<Page> => openPage(browser, app.url, { viewport: narrow, javaScriptEnabled: false });

const next = (page: Page): Promise<void> => button(page, 'Lanjut').click();

/** The code that the administrator reads off the page of kept messages. */
async function codeOnOutboxPage(phone: string): Promise<string> {
  await outbox.goto('/admin/plugins/maklumat/surat-keluar?kanal=sms');
  const newest = outbox.getByRole('region', { name: `SMS ke ${phone}` }).first();
  return newest.getByLabel(/^Kode \d{6}$/).innerText();
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
    await logInHere(page, { phone: typed(number), password: aPassword });
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
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
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

it('asks for the NIK again when another registration with it was finished first', () =>
  photographed(browser, async () => {
    const page = await aTelephone();
    const number = aPhone();
    const nik = aNik();
    await beginRegistration(page, 'Warga kota ini', number);
    await textbox(page, 'Kode OTP').fill(await codeFor(app.url, number));
    await next(page);
    await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(nik);
    await next(page);
    await heading(page, 'Identitas diri').waitFor();
    await registerResident(app.url, { nik });
    await identify(page, 'Ratna Dewi');
    await page.getByRole('alert').getByRole('link', { name: 'NIK ini sudah dipakai akun lain' }).click();
    await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(aNik());
    await button(page, 'Selesaikan pendaftaran').click();
    await heading(page, 'Pendaftaran berhasil').waitFor();
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
    await textbox(page, 'Kode OTP').fill('000000');
    await next(page);
    await page.getByRole('alert').waitFor();
    await look();
    await textbox(page, 'Kode OTP').fill(await codeFor(app.url, number));
    await next(page);
    await look();
    const { nik } = await registerResident(app.url);
    await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(nik ?? '');
    await next(page);
    expect(await page.getByRole('alert').innerText()).toContain('NIK ini sudah dipakai akun lain');
    await look();
    await textbox(page, 'Nomor Induk Kependudukan (NIK)').fill(aNik());
    await next(page);
    await look();
    await identify(page, 'Ratna Dewi');
    await look();
    expect(flaws).toEqual([]);
  }));
