// `npm run up`, first part: runs on any Node from 20.12 in a bare clone, so it uses nothing but Node itself.
// It installs what the lock file asks for, then hands over to run.mts on the Node that the lock file pins.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installLog = join(root, '.cache', 'npm-ci.log');
/** Free space in MiB that a full install needs beside what it leaves. */
const spaceForInstall = 2_500;

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** @param {string} file @returns {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** npm keeps a copy of what it installed; comparing with it holds for an install by any command, and not for a broken one. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = readLock(installed).packages;
  const want = readLock(join(root, 'package-lock.json')).packages;
  return Object.entries(want).every(([path, entry]) => {
    if (!path.includes('node_modules')) return true;
    const found = have[path];
    return found === undefined ? entry.optional === true || entry.devOptional === true : found.version === entry.version;
  });
}

/** @returns {Promise<void>} */
function install() {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / (1024 * 1024));
  if (free < spaceForInstall) fail(`Ruang disk kurang: tersisa ${free} MB, pemasangan memerlukan ${spaceForInstall} MB.`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  return new Promise((resolve) => {
    // NODE_ENV=production in the environment would leave out the tools that build.
    const child = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(installLog);
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('error', () => fail('npm tidak ditemukan; pasang Node.js beserta npm.'));
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const full = readFileSync(installLog, 'utf8').includes('ENOSPC');
      fail(
        full ? 'Ruang disk habis saat memasang paket.' : `Pemasangan paket gagal; periksa jaringan, sebabnya tercatat di ${installLog}.`,
      );
    });
  });
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12))
  fail(`Node.js ${process.versions.node} terlalu lama; pasang Node.js 20.12 atau yang lebih baru.`);

if (isInstalled()) {
  console.log('[1/5] Paket sudah terpasang');
} else {
  console.log('[1/5] Memasang paket (sekitar dua menit) …');
  await install();
}

const child = spawn(join(root, 'node_modules', '.bin', 'node'), [join(root, 'scripts', 'run.mts')], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
child.once('error', () => fail('Node.js dari paket tidak dapat dijalankan; hapus folder node_modules, lalu jalankan lagi.'));
// Ctrl-C reaches the child as well, and it stops everything in order; this process only waits for it.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
// npm passes SIGINT and SIGTERM on (package.json says exec, so that no shell stands between), but not its own end by SIGKILL.
if (process.env.npm_lifecycle_event === 'up') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1_000).unref();
}
child.once('exit', (code) => process.exit(code ?? 1));
