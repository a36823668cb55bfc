import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { bearer, logIn } from '../support/admin';
import { administrator, startApp, type App } from '../support/app';
import { desktop, heading, openBrowser, openPage, phone, photographed } from '../support/browser';
import { until } from '../support/until';

const services = '/content-manager/collection-types/plugin::maklumat.service';

let app: App;
let browser: Browser;
let context: BrowserContext;
let headers: { Authorization: string };
let documentId: string;

interface Rule {
  key: string;
  sentence: string;
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(app.url + path, { headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

/** The rules of the draft as the server keeps them. */
const savedRules = async (): Promise<Rule[]> => (await ask<{ data: { rules: Rule[] } }>(`${services}/${documentId}`)).data.rules;

beforeAll(async () => {
  app = await startApp();
  headers = bearer(await logIn(app.url));
  const { results } = await ask<{ results: { documentId: string }[] }>(`${services}?filters[slug][$eq]=informasi-publik`);
  documentId = results[0]?.documentId ?? '';
  browser = await openBrowser();
  const page = await openPage(browser, app.url, { reducedMotion: 'reduce' });
  context = page.context();
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(administrator.email);
  await page.locator('input[name=password]').fill(administrator.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const editor = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const findings = (page: Page, part: string): Locator => page.getByRole('region', { name: `Temuan: ${part}`, exact: true });

/** Opens the service in the Content Manager, in a page of its own, and waits for the first answer of the publish gate. */
async function openService(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/admin/content-manager/collection-types/plugin::maklumat.service/${documentId}`);
  await editor(page, 'Aturan').waitFor();
  await findings(page, 'Aturan').and(page.locator('[aria-busy=false]')).waitFor();
  return page;
}

/** Puts a text in front of all that the rules say, within their list. */
async function writeFirstRule(page: Page, text: string): Promise<void> {
  await editor(page, 'Aturan').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText(text);
}

const ruleOf = (key: string, fact: string): string =>
  `{ "key": "${key}", "when": { "fact": "${fact}", "operator": "isFilled", "value": true }, "then": { "type": "warn" }, "sentence": "Periksa kembali jawaban Anda." },`;

it('marks what does not fit where it stands, and says it in Indonesian', () =>
  photographed(browser, async () => {
    const page = await openService();
    await writeFirstRule(page, ruleOf('coba', 'answers.pemohon').replace('"key"', '"prioritas": 5, "key"'));
    const mark = page.locator('.cm-lintRange-error', { hasText: '"prioritas"' });
    const sentence = page.locator('.cm-tooltip').getByText('“prioritas” tidak dikenal di sini. Periksa ejaannya, atau hapus.');
    // A mark that is drawn anew under a resting pointer shows nothing: the pointer comes again.
    const shown = async (): Promise<boolean> => {
      await page.mouse.move(0, 0);
      await mark.hover();
      return sentence.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    };
    expect(await until(shown, (visible) => visible, 20_000)).toBe(true);
    await page.close();
  }));

it('shows the findings of the publish gate beside the text before anything is saved, and leads to their place', () =>
  photographed(browser, async () => {
    const page = await openService();
    await findings(page, 'Aturan').getByText('Tidak ada temuan pada bagian ini.').waitFor();
    await writeFirstRule(page, ruleOf('coba', 'answers.tidakAda'));
    const finding = findings(page, 'Aturan').getByRole('listitem').filter({ hasText: 'Kesalahan' });
    await finding.getByText('tidakAda').first().waitFor();
    await editor(page, 'Aturan').press('Control+End');
    await finding.getByRole('button', { name: 'Ke rules.coba' }).first().click();
    await page.locator('.cm-activeLine', { hasText: '"coba"' }).waitFor();
    expect((await savedRules()).map(({ key }) => key)).not.toContain('coba');
    await page.close();
  }));

it('completes names and values with the keyboard alone', () =>
  photographed(browser, async () => {
    const page = await openService();
    await writeFirstRule(page, '{},');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    // Each choice opens the next list; a key pressed in the first moments of a list is still meant for the text.
    for (const name of ['then', 'type', 'route']) {
      await page.getByRole('option', { name }).waitFor();
      await page.keyboard.type(name, { delay: 50 });
      await page.keyboard.press('Enter');
    }
    await expect(editor(page, 'Aturan').innerText()).resolves.toContain('{"then": {"type": "route"}}');
    await page.close();
  }));

it('never saves a text that is no whole JSON, and keeps it to be mended', () =>
  photographed(browser, async () => {
    const page = await openService();
    const before = await savedRules();
    await writeFirstRule(page, '{ "key": "setengah');
    await page.getByText('Teks ini belum menjadi JSON yang utuh, jadi belum dapat disimpan.').waitFor();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Ada isian yang belum benar.').waitFor();
    expect(await savedRules()).toEqual(before);
    await expect(editor(page, 'Aturan').innerText()).resolves.toContain('"setengah');
    await page.close();
  }));

it('shows the findings of a refused publishing at the field they are about', () =>
  photographed(browser, async () => {
    const page = await openService();
    await writeFirstRule(page, ruleOf('coba', 'answers.tidakAda'));
    await page.getByRole('button', { name: 'Terbitkan', exact: true }).click();
    await page.getByText('Belum dapat diterbitkan.').first().waitFor();
    const described = await editor(page, 'Aturan').and(page.locator('[aria-invalid=true]')).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('tidakAda');
    await page.close();
  }));

it('saves what was written as data, and lays the draft beside the version in force', () =>
  photographed(browser, async () => {
    const page = await openService();
    await writeFirstRule(page, ruleOf('ingatkan', 'receivedAt'));
    await page.getByRole('button', { name: 'Rapikan Aturan' }).click();
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok()),
      page.getByRole('button', { name: 'Simpan', exact: true }).click(),
    ]);
    expect((await savedRules())[0]).toMatchObject({ key: 'ingatkan', sentence: 'Periksa kembali jawaban Anda.' });

    await page.getByRole('link', { name: 'Bandingkan versi' }).click();
    await heading(page, 'Aturan · 1 perubahan').waitFor();
    const change = page.getByRole('listitem').filter({ hasText: 'rules.ingatkan' });
    expect(await change.innerText()).toMatch(/Ditambah/i);
    expect(await flawsOf(page)).toEqual([]);
    await page.close();
  }));

/** What is wrong with a page for somebody who cannot see it or has a narrow screen; the stock JSON box of corrections is not ours. */
async function flawsOf(page: Page): Promise<string[]> {
  const { width, beyond } = await page.evaluate(() => ({ width: innerWidth, beyond: document.documentElement.scrollWidth }));
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('main')
    .exclude('.cm-editor:not(:has([aria-labelledby]))')
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return [
    ...(beyond > width ? [`scrolls sideways: ${beyond} px on ${width} px`] : []),
    ...serious.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`)),
  ];
}

it.each([phone, desktop])('can be read and left by everybody at $width px', (viewport) =>
  photographed(browser, async () => {
    const page = await openService();
    await page.setViewportSize(viewport);
    await writeFirstRule(page, ruleOf('coba', 'answers.tidakAda'));
    await findings(page, 'Aturan').getByRole('listitem').first().waitFor();
    expect(await flawsOf(page)).toEqual([]);

    const box = editor(page, 'Aturan');
    await box.focus();
    await page.keyboard.press('Tab');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(false);
    await page.close();
  }),
);
