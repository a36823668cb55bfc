/** `npm run up` from here on runs on the Node of the lock file: settings, builds, database, application, and their orderly end. */
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildStale } from './lib/builds.mts';
import { requireFreeSpace } from './lib/disk.mts';
import { loopbackUrl, prepareEnvironment, type Prepared } from './lib/environment.mts';
import { Failure, sentenceOf } from './lib/failure.mts';
import { holdDirectory } from './lib/lock.mts';
import { isPortFree } from './lib/ports.mts';
import type { Report } from './lib/reports.mts';
import { startServer, waitUntilHealthy, type Server } from './lib/server.mts';
import { dataDirectory, parseSettings, readEnvironment, type Settings } from './lib/settings.mts';

const started = performance.now();
const say = (line: string): void => console.log(line);
const step = (number: number, line: string): void => say(`[${number}/5] ${line}`);

let prepared: Prepared | undefined;
let server: Server | undefined;
let stopping: Promise<never> | undefined;

/** Ends application first, database second; the exit code is 0 when a person asked for it. */
function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    await server?.stop();
    await prepared?.stop();
    process.exit(code);
  })();
  return stopping;
}

const farewell = (): void => {
  if (stopping !== undefined) return;
  say('\nMenghentikan Maklumat …');
  void stop(0);
};
process.on('SIGINT', farewell);
process.on('SIGTERM', farewell);
process.on('disconnect', () => void stop(1));

/** A server that lost its launcher needs a moment to let go of the port. */
async function requirePort({ HOST, PORT }: Settings): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    if (await isPortFree(PORT, HOST)) return;
    await sleep(500);
  }
  throw new Failure(`Porta ${PORT} sudah dipakai program lain; hentikan program itu atau isi PORT dengan porta lain.`);
}

function announce(settings: Settings, administrator: Extract<Report, { type: 'administrator' }> | undefined): void {
  const url = settings.PUBLIC_URL ?? loopbackUrl(settings);
  const seconds = ((performance.now() - started) / 1_000).toLocaleString('id-ID', { maximumFractionDigits: 1 });
  say(`\nMaklumat siap dalam ${seconds} detik.\n`);
  say(`  Situs warga      ${url}`);
  say(`  CMS dan meja     ${url}/admin`);
  say(`  Dokumentasi API  ${url}/pengembang\n`);
  if (administrator !== undefined) {
    say(`  Administrator pertama: ${administrator.email}`);
    say(`  Kata sandi:            ${administrator.password}`);
    say(`  Hanya ditampilkan sekali; tersimpan di ${administrator.file}.\n`);
  }
  say('Tekan Ctrl-C untuk berhenti.');
}

async function main(): Promise<void> {
  step(2, 'Memeriksa setelan');
  const given = readEnvironment();
  const settings = parseSettings(given);
  const directory = dataDirectory(settings);
  await mkdir(directory, { recursive: true, mode: 0o711 });
  await requireFreeSpace(directory, settings.MINIMUM_FREE_MB);
  await holdDirectory(directory);
  await requirePort(settings);

  step(3, 'Membangun yang berubah');
  await buildStale((title) => say(`      membangun ${title} …`));

  step(4, settings.DATABASE_URL === undefined ? 'Menyiapkan PostgreSQL' : 'Menghubungi basis data');
  prepared = await prepareEnvironment(settings, given);

  step(5, 'Menjalankan aplikasi');
  let administrator: Extract<Report, { type: 'administrator' }> | undefined;
  const environment =
    prepared.clusterDirectory === undefined
      ? prepared.environment
      : { ...prepared.environment, MAKLUMAT_CLUSTER: prepared.clusterDirectory };
  server = await startServer(environment, (report) => {
    if (report.type === 'administrator') administrator = report;
  });
  await waitUntilHealthy(loopbackUrl(settings));
  announce(settings, administrator);

  await server.ended;
  if (stopping === undefined) throw new Failure('Aplikasi berhenti tanpa diminta; jalankan lagi dengan npm run up.');
}

main().catch((error: unknown) => {
  if (stopping !== undefined) return;
  console.error(sentenceOf(error));
  void stop(1);
});
