import type { Browser, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import { desktop, heading, openBrowser, openDesk, openPage, phone, photographed } from '../support/browser';
import type { Credentials } from '../support/admin';
import { query } from '../support/database';
import { anOffice, type Office } from '../support/desk';

const path = '/admin/plugins/maklumat/masa-simpan';

let app: App;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  await app.setClock('2026-01-20T08:00:00+07:00');
  office = await anOffice(app.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

interface Night {
  day: number;
  drafts: number;
  otps: number;
  /** Codes could not be deleted. */
  failed?: boolean;
  /** It has not ended. */
  open?: boolean;
}

/** Carried out at 1 o'clock of that day of January. */
async function carriedOut({ day, drafts, otps, failed = false, open = false }: Night): Promise<void> {
  const at = `2026-01-${String(day).padStart(2, '0')}T01:00:00+07:00`;
  const report = [
    { kind: 'drafts', label: 'Draf permohonan', days: 30, before: at, removed: drafts, failed: false },
    { kind: 'otps', label: 'Kode OTP', days: 1, before: at, removed: otps, failed },
  ];
  await query(app.databaseUrl, 'INSERT INTO maklumat_retention_run (started_at, finished_at, report, error) VALUES ($1, $2, $3, $4)', [
    at,
    open ? null : at,
    JSON.stringify(report),
    failed ? 'otps' : null,
  ]);
}

/** A content admin has no desk to arrive at. */
async function openCms(person: Credentials): Promise<Page> {
  const page = await openPage(browser, app.url, { reducedMotion: 'reduce' });
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('link', { name: 'Masa Simpan' }).first().waitFor();
  return page;
}

it('reports what went, night by night and in sum, and leads the content admin to the periods', () =>
  photographed(browser, async () => {
    const page = await openCms(office.people.content);
    await page.goto(path);
    await heading(page, 'Masa Simpan').waitFor();
    await page.getByText('Penghapusan belum pernah dijalankan.').waitFor();

    for (let day = 1; day <= 17; day += 1) await carriedOut({ day, drafts: 1, otps: 100 });
    await carriedOut({ day: 18, drafts: 0, otps: 0 });
    await carriedOut({ day: 19, drafts: 3, otps: 0, failed: true });
    await page.reload();
    await heading(page, 'Yang dihapus dalam 19 malam terakhir').waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'Draf permohonan' }).innerText()).toMatch(/disimpan 30 hari\s+20$/);
    expect(await page.getByRole('row').filter({ hasText: 'Kode OTP' }).innerText()).toMatch(/disimpan 1 hari\s+1\.700$/);

    const nights = page.getByRole('region', { name: 'Malam demi malam' }).getByRole('listitem');
    expect(await nights.count()).toBe(14);
    expect(await nights.first().innerText()).toMatch(
      /19 Jan 2026[^]*Gagal[^]*terhapus: Kode OTP\.[^]*3 data dihapus[^]*Draf permohonan: 3/i,
    );
    expect(await nights.nth(1).innerText()).toMatch(/18 Jan 2026[^]*Selesai[^]*Tidak ada yang perlu dihapus/i);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
    await page.getByRole('button', { name: 'Tampilkan 5 malam sebelumnya' }).click();
    expect(await nights.count()).toBe(19);

    await page.getByRole('link', { name: 'Atur masa simpan' }).click();
    await page.getByRole('gridcell', { name: 'Draf permohonan', exact: true }).click();
    await page.getByText('Jenis tanpa entri tidak pernah dihapus.').waitFor();
    expect(await page.getByLabel('Lama disimpan (hari)').inputValue()).toBe('30');
  }));

it('follows a night that is under way, and says of one that never ended that it was cut off', () =>
  photographed(browser, async () => {
    await carriedOut({ day: 20, drafts: 7, otps: 0, open: true });
    const page = await openCms(office.people.content);
    await page.goto(path);
    const latest = page.getByRole('region', { name: 'Malam demi malam' }).getByRole('listitem').first();
    await latest.getByText('Sedang berjalan').waitFor();
    expect(await latest.innerText()).toMatch(/20 Jan 2026[^]*7 data dihapus/);
    // Nobody touches the page: it looks again by itself.
    await carriedOut({ day: 21, drafts: 9, otps: 0, open: true });
    await page.getByText('9 data dihapus').waitFor();
    const before = page.getByRole('region', { name: 'Malam demi malam' }).getByRole('listitem').nth(1);
    expect(await before.innerText()).toMatch(/20 Jan 2026[^]*Terputus[^]*Server berhenti sebelum selesai/i);
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
    await query(app.databaseUrl, 'UPDATE maklumat_retention_run SET finished_at = started_at WHERE finished_at IS NULL');
    await latest.getByText('Selesai').waitFor();
  }));

it('says why it cannot be read, and tries again', () =>
  photographed(browser, async () => {
    const page = await openCms(office.people.content);
    await page.route('**/maklumat/retention/runs', (route) => route.abort());
    await page.goto(path);
    await page.getByText('Server tidak dapat dihubungi.').waitFor();
    expect(await flawsOf(page, 'id')).toEqual([]);
    await page.unroute('**/maklumat/retention/runs');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await heading(page, 'Malam demi malam').waitFor();
  }));

it('tells the content admin at the field why settings are refused', () =>
  photographed(browser, async () => {
    const page = await openCms(office.people.content);
    await page.goto('/admin/content-manager/single-types/plugin::maklumat.registration');
    await page.getByLabel('SMS berisi kode').fill('Kode Anda sudah dikirim.');
    await page.getByRole('button', { name: 'Simpan', exact: true }).first().click();
    await page.getByText('Teks ini harus memuat {kode}').first().waitFor();
    await page.goto('/admin/content-manager/collection-types/plugin::maklumat.retention/create');
    await page.getByRole('combobox', { name: 'Jenis data' }).click();
    await page.getByRole('option', { name: 'Draf permohonan' }).click();
    await page.getByLabel('Lama disimpan (hari)').fill('5');
    await page.getByLabel('Nama').fill('Draf lagi');
    await page.getByLabel('Dasar penetapan').fill('Uji');
    await page.getByRole('button', { name: 'Simpan', exact: true }).first().click();
    await page.getByText('Jenis data ini sudah mempunyai masa simpan: "Draf permohonan"').first().waitFor();
  }));

it('explains to the content admin how accounts are registered and what is agreed to', () =>
  photographed(browser, async () => {
    const page = await openCms(office.people.content);
    await page.goto('/admin/content-manager/single-types/plugin::maklumat.registration');
    await heading(page, 'Pendaftaran akun').waitFor();
    await page.getByLabel('Masa berlaku kode OTP (detik)').waitFor();
    await page.getByText('Tanpa {kode} pendaftar tidak dapat melanjutkan.').waitFor();
    await page.getByRole('link', { name: 'Persetujuan data pribadi' }).click();
    await page.getByRole('gridcell', { name: 'Persetujuan pemrosesan data pribadi' }).waitFor();
    await page.getByRole('gridcell', { name: 'Nomor versi' }).waitFor();
  }));

it('is not for an officer of the desk', () =>
  photographed(browser, async () => {
    const page = await openDesk(browser, app.url, office.people.officer, { reducedMotion: 'reduce' });
    expect(await page.getByRole('link', { name: 'Masa Simpan' }).count()).toBe(0);
  }));
