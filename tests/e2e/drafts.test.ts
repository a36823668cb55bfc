import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startApp, type App } from '../support/app';
import { flawsOf } from '../support/barriers';
import {
  answerRequest,
  button,
  chosenPdf,
  desktop,
  fileInput,
  heading,
  logInHere,
  openBrowser,
  openPage,
  phone as narrow,
  photographed,
  textbox,
} from '../support/browser';
import { asCitizen, registerOutsider, registerResident, type Citizen } from '../support/citizens';
import { bearer, logIn } from '../support/admin';
import { api } from '../support/http';
import { query } from '../support/database';
import { libraryCard } from '../support/libraryCard';
import { until } from '../support/until';

let app: App;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const form = '/layanan/informasi-publik/ajukan';

/** The telephone of a citizen who is logged in, on the form. */
async function aMember(citizen: Citizen, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(browser, app.url, { viewport: narrow, ...options });
  await page.goto(`/masuk?kembali=${form}`);
  await logInHere(page, citizen);
  await textbox(page, 'Pokok informasi').waitFor();
  return page;
}

/** The page on which a citizen reviews a request with a file that was saved as a draft before. */
async function aDraftUnderReview(citizen: Citizen): Promise<Page> {
  const page = await aMember(citizen, noScript);
  await answerRequest(page);
  await fileInput(page, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
  await button(page, 'Simpan draf').click();
  await page.getByText('Draf sudah disimpan.').waitFor();
  await button(page, 'Periksa dan kirim').click();
  return page;
}

const draftsOf = async (citizen: Citizen): Promise<{ answers: Record<string, unknown>; files: { name: string }[] }[]> => {
  const client = await asCitizen(app.url, citizen);
  const { body } = await client.get('/api/drafts').expect(200);
  const rows = (body as { data: { id: string }[] }).data;
  const whole = await Promise.all(rows.map(({ id }) => client.get(`/api/drafts/${id}`).expect(200)));
  return whole.map(({ body: one }) => (one as { data: { answers: Record<string, unknown>; files: { name: string }[] } }).data);
};

/** The same person with a session of their own, after all before it were ended. */
async function again({ phone, password, ...rest }: Citizen): Promise<Citizen> {
  const client = await api(app.url);
  const { body } = await client.post('/api/auth/local').send({ identifier: phone, password }).expect(200);
  return { ...rest, phone, password, jwt: (body as { jwt: string }).jwt };
}

const noScript = { javaScriptEnabled: false };

it('saves what is filled in with its file, goes on elsewhere, and files it once', () =>
  photographed(browser, async () => {
    const citizen = await registerResident(app.url);
    const first = await aMember(citizen, noScript);
    await button(first, 'Isi dengan data saya').click();
    await first.getByText('Isian yang kosong sudah diisi').waitFor();
    expect(await textbox(first, 'Nama pemohon').inputValue()).toBe(citizen.name);
    expect(await textbox(first, 'Nomor telepon').inputValue()).toBe(citizen.phone);
    await textbox(first, 'Pokok informasi').fill('Anggaran taman');
    await fileInput(first, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
    await button(first, 'Simpan draf').click();
    await first.getByText('Draf sudah disimpan.').waitFor();

    const second = await aMember(citizen, noScript);
    await second.goto('/akun/draf');
    await second.getByRole('link', { name: /^Lanjutkan/ }).click();
    expect(await textbox(second, 'Pokok informasi').inputValue()).toBe('Anggaran taman');
    expect(await second.locator('main').innerText()).toContain('ktp.pdf');
    await textbox(second, 'Pokok informasi').fill('Anggaran jalan');
    await button(second, 'Simpan draf').click();
    await second.getByText('Draf sudah disimpan.').waitFor();

    await textbox(first, 'Pokok informasi').fill('Anggaran sekolah');
    await button(first, 'Simpan draf').click();
    await heading(first, 'Draf ini sudah disimpan di perangkat lain').waitFor();
    expect(await textbox(first, 'Pokok informasi').inputValue()).toBe('Anggaran sekolah');
    await button(first, 'Simpan isian di halaman ini').click();
    await first.getByText('Draf sudah disimpan.').waitFor();
    expect(await draftsOf(citizen)).toEqual([
      expect.objectContaining({ answers: expect.objectContaining({ subjek: 'Anggaran sekolah' }) }),
    ]);

    await answerRequest(first);
    await button(first, 'Periksa dan kirim').click();
    await button(first, 'Kirim permohonan').click();
    await heading(first, 'Permohonan Anda sudah diterima').waitFor();
    expect(await draftsOf(citizen)).toEqual([]);
    await second.goto('/akun/draf');
    await second.getByText('Tidak ada draf.').waitFor();
  }));

it('says without a barrier that another device was faster, and takes what was saved there', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const client = await asCitizen(app.url, citizen);
    const draft = { service: 'informasi-publik', answers: { subjek: 'Anggaran taman' } };
    const { id } = ((await client.post('/api/drafts').send(draft).expect(201)).body as { data: { id: string } }).data;
    const page = await openPage(browser, app.url);
    await page.goto(`${form}?draf=${id}`);
    await logInHere(page, citizen);
    await textbox(page, 'Pokok informasi').fill('Anggaran jalan');
    await client
      .put(`/api/drafts/${id}`)
      .send({ answers: { subjek: 'Anggaran sekolah' }, revision: 1 })
      .expect(200);
    await button(page, 'Simpan draf').click();
    await heading(page, 'Draf ini sudah disimpan di perangkat lain').waitFor();
    for (const size of [narrow, desktop]) {
      await page.setViewportSize(size);
      expect(await flawsOf(page, 'id')).toEqual([]);
    }
    await page.getByRole('link', { name: 'Pakai yang sudah tersimpan' }).click();
    await page.waitForURL(`**${form}?draf=${id}`);
    expect(await textbox(page, 'Pokok informasi').inputValue()).toBe('Anggaran sekolah');
  }));

it('files what stands on the page after its draft has gone, once the person was told', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aDraftUnderReview(citizen);
    // As the night does that ends it.
    await query(app.databaseUrl, 'DELETE FROM maklumat_draft WHERE applicant_id = $1', [citizen.id]);
    await button(page, 'Kirim permohonan').click();
    expect(await page.getByRole('alert').innerText()).toContain('drafnya sudah tidak ada');
    expect(await textbox(page, 'Pokok informasi').inputValue()).toBe('Anggaran taman kota');
    await button(page, 'Periksa dan kirim').click();
    await button(page, 'Kirim permohonan').click();
    await heading(page, 'Permohonan Anda sudah diterima').waitFor();
  }));

it('keeps the answers of a person whose session ended before they were sent', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aDraftUnderReview(citizen);
    const client = await asCitizen(app.url, citizen);
    await client.post('/api/auth/logout').send({ everywhere: true }).expect(200);
    await button(page, 'Kirim permohonan').click();
    expect(await page.getByRole('alert').innerText()).toContain('sesi Anda sudah berakhir');
    const tab = await page.context().newPage();
    await tab.goto('/masuk');
    await logInHere(tab, citizen);
    await heading(tab, 'Permohonan saya').waitFor();
    await button(page, 'Periksa dan kirim').click();
    await button(page, 'Kirim permohonan').click();
    await heading(page, 'Permohonan Anda sudah diterima').waitFor();
    expect(await draftsOf(await again(citizen))).toEqual([]);
  }));

it('saves for a person who presses the button twice', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aMember(citizen, noScript);
    await textbox(page, 'Pokok informasi').fill('Anggaran taman');
    const key = page.locator('form.application input[name=kunci]');
    const used = await key.inputValue();
    await button(page, 'Simpan draf').click();
    await page.getByText('Draf sudah disimpan.').waitFor();
    await page.goto(form);
    await textbox(page, 'Pokok informasi').fill('Anggaran taman kota');
    await key.evaluate((input, value) => void ((input as HTMLInputElement).value = value), used);
    await button(page, 'Simpan draf').click();
    await page.getByText('Draf sudah disimpan.').waitFor();
  }));

it('shows a draft of another service in the form of that service', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const client = await asCitizen(app.url, citizen);
    const draft = { service: 'pengaduan-masyarakat', answers: {} };
    const { id } = ((await client.post('/api/drafts').send(draft).expect(201)).body as { data: { id: string } }).data;
    const page = await aMember(citizen, noScript);
    await page.goto(`${form}?draf=${id}`);
    expect(new URL(page.url()).pathname).toBe('/layanan/pengaduan-masyarakat/ajukan');
  }));

it('erases a draft, and says so', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aMember(citizen, noScript);
    await textbox(page, 'Pokok informasi').fill('Anggaran taman');
    await button(page, 'Simpan draf').click();
    await page.getByText('Draf sudah disimpan.').waitFor();
    await page.goto('/akun/draf');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Hapus draf/ })
      .click();
    await page.getByText('Draf sudah dihapus.').waitFor();
    expect(await draftsOf(citizen)).toEqual([]);
  }));

it('leads to log-in where a service takes registered applicants only, and back to its form', () =>
  photographed(browser, async () => {
    const staff = await api(app.url, bearer(await logIn(app.url)));
    await staff.post('/maklumat/definitions/bundle').send(libraryCard).expect(200);
    await staff.post(`/maklumat/definitions/${libraryCard.slug}/publish`).send({}).expect(200);
    const citizen = await registerResident(app.url);
    const page = await openPage(browser, app.url, { viewport: narrow, ...noScript });
    await page.goto(`/layanan/${libraryCard.slug}/ajukan`);
    await page.getByText('Layanan ini untuk pemohon yang sudah mendaftar.').waitFor();
    await logInHere(page, citizen);
    await heading(page, `Ajukan: ${libraryCard.name}`).waitFor();
    await textbox(page, 'Nama').fill('Budi Santoso');
    await page.context().clearCookies();
    await button(page, 'Simpan draf').click();
    expect(await page.getByRole('alert').innerText()).toContain('Masuk dahulu di tab lain');
    expect(await textbox(page, 'Nama').inputValue()).toBe('Budi Santoso');
  }));

it('keeps a member’s answers while there is no network, and makes them a draft once there is', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aMember(citizen);
    await textbox(page, 'Pokok informasi').fill('Anggaran taman');
    await fileInput(page, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
    await page.context().setOffline(true);
    await button(page, 'Periksa dan kirim').click();
    await page.getByText('Isian Anda disimpan di perangkat ini').waitFor();
    await page.getByText('disimpan sebagai draf di akun Anda').waitFor();
    expect(await flawsOf(page, 'id')).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('Draf sudah disimpan.').waitFor();
    expect(await draftsOf(citizen)).toEqual([
      expect.objectContaining({
        answers: expect.objectContaining({ subjek: 'Anggaran taman' }),
        files: [expect.objectContaining({ name: 'ktp.pdf' })],
      }),
    ]);
    await page.goto(form);
    await textbox(page, 'Pokok informasi').waitFor();
    expect(await copiesOn(page)).toBe(0);
  }));

it('sends what was left behind without a network, when its owner comes back to the form', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aMember(citizen);
    await page.context().setOffline(true);
    await textbox(page, 'Pokok informasi').fill('Anggaran taman');
    await page.getByText('Isian Anda disimpan di perangkat ini').waitFor();
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.context().setOffline(false);
    await again.goto(form);
    await again.getByText('Draf sudah disimpan.').waitFor();
    expect(await draftsOf(citizen)).toEqual([expect.objectContaining({ answers: expect.objectContaining({ subjek: 'Anggaran taman' }) })]);
  }));

it('keeps what was typed after a draft was saved, when that page is opened again', () =>
  photographed(browser, async () => {
    const citizen = await registerOutsider(app.url);
    const page = await aMember(citizen);
    await textbox(page, 'Pokok informasi').fill('Anggaran taman');
    await button(page, 'Simpan draf').click();
    await page.getByText('Draf sudah disimpan.').waitFor();
    const address = page.url();
    await page.context().setOffline(true);
    await textbox(page, 'Pokok informasi').fill('Anggaran jalan');
    await page.getByText('Isian Anda disimpan di perangkat ini').waitFor();
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.context().setOffline(false);
    await again.goto(address);
    const [draft] = await until(
      () => draftsOf(citizen),
      ([saved]) => saved?.answers.subjek === 'Anggaran jalan',
    );
    expect(draft?.answers).toMatchObject({ subjek: 'Anggaran jalan' });
  }));

it('puts a guest’s answers back into the form, file and all, and forgets them once they are sent', () =>
  photographed(browser, async () => {
    const page = await openPage(browser, app.url, { viewport: narrow });
    await page.goto(form);
    await answerRequest(page);
    await fileInput(page, 'Salinan KTP atau SIM').setInputFiles(await chosenPdf('ktp.pdf'));
    await page.context().setOffline(true);
    await button(page, 'Periksa dan kirim').click();
    await page.getByText('Begitu jaringan kembali, tekan tombol kirim lagi.').waitFor();
    await page.close();
    const again = await page.context().newPage();
    await again.context().setOffline(false);
    await again.goto(form);
    await again.getByText('Ada isian yang belum terkirim di perangkat ini').waitFor();
    for (const size of [narrow, desktop]) {
      await again.setViewportSize(size);
      expect(await flawsOf(again, 'id')).toEqual([]);
    }
    await button(again, 'Kembalikan isian ke formulir').click();
    await again.getByText('Isian dari perangkat ini sudah dikembalikan ke formulir.').waitFor();
    expect(await textbox(again, 'Nama pemohon').inputValue()).toBe('Siti Aminah');
    expect(await again.locator('main').innerText()).toContain('ktp.pdf');
    await until(
      () => copiesOn(again),
      (count) => count === 0,
    );
    await button(again, 'Periksa dan kirim').click();
    await button(again, 'Kirim permohonan').click();
    await heading(again, 'Permohonan Anda sudah diterima').waitFor();
  }));

it('erases the copy when asked to, when somebody else uses the device, and when its owner logs out', () =>
  photographed(browser, async () => {
    const page = await openPage(browser, app.url, { viewport: narrow });
    await page.goto(form);
    await leaveOffline(page);
    await button(page, 'Hapus salinan di perangkat ini').click();
    await page.getByText('Salinan di perangkat ini sudah dihapus.').waitFor();
    expect(await copiesOn(page)).toBe(0);

    await leaveOffline(page);
    const citizen = await registerOutsider(app.url);
    await page.context().setOffline(false);
    await page.goto(`/masuk?kembali=${form}`);
    await logInHere(page, citizen);
    await textbox(page, 'Pokok informasi').waitFor();
    await until(
      () => copiesOn(page),
      (count) => count === 0,
    );
    expect(await draftsOf(citizen)).toEqual([]);

    await leaveOffline(page);
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto('/keluar');
    await button(page, 'Keluar di perangkat ini').click();
    await page.getByText('Anda sudah keluar.').waitFor();
    expect(await copiesOn(page)).toBe(0);
  }));

/** Types something while there is no network, so that the device keeps it. */
async function leaveOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await textbox(page, 'Pokok informasi').fill('Anggaran taman');
  await page.getByText('Isian Anda disimpan di perangkat ini').waitFor();
}

/** How many copies of forms the device holds. */
const copiesOn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    // Opening one that is not there would make it, and without its table.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'maklumat')) return 0;
    const database = await result(indexedDB.open('maklumat'));
    const count = await result(database.transaction('salinan').objectStore('salinan').count());
    database.close();
    return count;
  });

it('lets the browser run that one script, and nothing else', async () => {
  const policy = async (path: string): Promise<string> => (await fetch(app.url + path)).headers.get('content-security-policy') ?? '';
  const page = await (await fetch(app.url + form)).text();
  const [, script] = /<script type="module" src="([^"]+)"><\/script>/.exec(page) ?? [];
  expect(await policy(form)).toContain(`script-src ${app.url}${script};`);
  for (const path of ['/', '/layanan/informasi-publik', '/daftar', '/masuk']) expect(await policy(path)).toContain("script-src 'none'");
});
