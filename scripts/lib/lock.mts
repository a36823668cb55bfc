import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, hasCode } from './failure.mts';

function listen(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (hasCode(error, 'EADDRINUSE') ? resolve(false) : reject(error)));
    server.listen(path, () => {
      server.unref();
      resolve(true);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/**
 * Makes sure that one launcher at a time uses a data directory. A socket rather than a file with a process number:
 * the system closes it with its process, however that ends, and numbers are used again.
 * @throws Failure when another launcher holds the directory
 */
export async function holdDirectory(directory: string): Promise<void> {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `maklumat-${name}.sock`);
  if (await listen(path)) return;
  if (await answers(path)) throw new Failure('Maklumat sudah berjalan dari folder ini; hentikan dahulu sebelum menjalankannya lagi.');
  await rm(path, { force: true });
  if (!(await listen(path))) throw new Failure('Maklumat sedang dijalankan dari folder ini; tunggu sebentar.');
}
