/**
 * The programs of other people that the tests run: a browser, the malware scanner, and a PostgreSQL server with pg_dump. What is missing comes from Debian's packages
 * when root may install them.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Failure, sentenceOf } from './lib/failure.mts';
import { run } from './lib/process.mts';

interface Program {
  name: string;
  packages: string[];
  isPresent(): boolean;
  /** Another way than installing it, as the end of a sentence. */
  orElse?: string;
}

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'];
const onPath = (...names: string[]): boolean => folders.some((folder) => names.some((name) => existsSync(`${folder}/${name}`)));

/** Debian keeps each PostgreSQL version in a folder of its own, off the PATH. */
const clusters = '/usr/lib/postgresql';

function chosenBrowser(): boolean {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen === undefined || chosen === '') return false;
  if (existsSync(chosen)) return true;
  throw new Failure(`CHROMIUM_PATH menunjuk ke ${chosen}, yang tidak ada.`);
}

const programs: Program[] = [
  {
    name: 'Chromium',
    packages: ['chromium', 'fonts-liberation'],
    isPresent: () => chosenBrowser() || onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    orElse: ' atau isi CHROMIUM_PATH',
  },
  { name: 'clamd', packages: ['clamav-daemon'], isPresent: () => onPath('clamd') },
  {
    name: 'PostgreSQL dengan pg_dump',
    packages: ['postgresql'],
    isPresent: () => existsSync(clusters) && readdirSync(clusters).some((version) => existsSync(`${clusters}/${version}/bin/pg_dump`)),
  },
];

const policy = '/usr/sbin/policy-rc.d';

/** Installs without starting any service: the tests start what they need, with settings of their own. */
async function install(packages: readonly string[]): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ownPolicy = !existsSync(policy);
  if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await run('apt-get', ['update'], { env });
    const { code, output } = await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env });
    return code === 0 ? undefined : (output.trim().split('\n').at(-1) ?? '');
  } finally {
    if (ownPolicy) rmSync(policy, { force: true });
  }
}

async function ensurePrograms(): Promise<void> {
  const missing = programs.filter((program) => !program.isPresent());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.flatMap((program) => program.packages);
  const orElse = missing.map((program) => program.orElse ?? '').join('');
  const advice = `Belum terpasang: ${names}. Jalankan "apt-get install --no-install-recommends ${packages.join(' ')}" sebagai root${orElse}.`;
  if (process.getuid?.() !== 0) throw new Failure(advice);
  console.log(`Memasang ${packages.join(', ')} dari paket Debian …`);
  const failure = await install(packages);
  if (failure !== undefined) throw new Failure(`${advice} (${failure})`);
}

try {
  await ensurePrograms();
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
