/** The browser for the end-to-end tests: CHROMIUM_PATH, else one on PATH, else Debian's package when root may install it. */
import { existsSync } from 'node:fs';
import { Failure, sentenceOf } from './lib/failure.mts';
import { run } from './lib/process.mts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isPresent(): boolean {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return true;
    throw new Failure(`CHROMIUM_PATH menunjuk ke ${chosen}, yang tidak ada.`);
  }
  const folders = (process.env.PATH ?? '').split(':');
  return folders.some((folder) => names.some((name) => existsSync(`${folder}/${name}`)));
}

async function install(): Promise<void> {
  const advice = 'Chromium tidak ditemukan; pasang dengan "apt-get install chromium" atau isi CHROMIUM_PATH.';
  if (process.getuid?.() !== 0) throw new Failure(advice);
  console.log('Memasang chromium dari paket Debian …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const { code, output } = await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env });
  if (code !== 0) throw new Failure(`${advice} (${output.trim().split('\n').at(-1) ?? ''})`);
}

try {
  if (!isPresent()) await install();
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
