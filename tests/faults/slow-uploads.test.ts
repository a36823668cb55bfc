import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { from } from '../support/addresses';
import { startApp, type App } from '../support/app';
import { beginForm, formOf, pdfOfSize, sendForm, type Begun } from '../support/files';
import { until } from '../support/until';

let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.stop());

const form = formOf('surat.pdf', pdfOfSize(100_000));
const slowOnes = from('203.0.113.7');
const somebodyElse = from('203.0.113.8');
const begin = (count: number): Promise<Begun[]> => Promise.all(Array.from({ length: count }, () => beginForm(app.url, form, slowOnes)));
const beingRead = async (): Promise<number> => (await readdir(join(app.dataDirectory, 'incoming')).catch(() => [])).length;

it('uploads that stop in the middle leave room for everybody else, however many come from one address', async () => {
  const begun = await begin(300);
  expect((await sendForm(app.url, form, somebodyElse)).status).toBe(201);
  for (const one of begun) one.abandon();
});

it('of one address 16 are read at a time, whatever came in between, and each is kept when the rest comes', async () => {
  const begun: Begun[] = [];
  while (begun.length < 15) {
    begun.push(...(await begin(1)));
    await until(beingRead, (count) => count === begun.length);
    expect((await sendForm(app.url, form, slowOnes)).status).toBe(201);
  }
  begun.push(...(await begin(20)));
  expect((await sendForm(app.url, form, somebodyElse)).status).toBe(201);
  await until(beingRead, (count) => count >= 16);
  expect(await beingRead()).toBe(16);
  const answers = await Promise.all(begun.map((one) => one.finish()));
  expect(answers.map(({ status }) => status)).toEqual(begun.map(() => 201));
});
