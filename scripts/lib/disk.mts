import { statfs } from 'node:fs/promises';
import { Failure } from './failure.mts';

const mebibyte = 1024 * 1024;

/**
 * Refuses to start on a disk that is about to be full: PostgreSQL stops in the middle of its work when it is.
 * @param minimum free space that must be there, in MiB
 * @throws Failure with what is free and what is needed
 */
export async function requireFreeSpace(directory: string, minimum: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const free = Math.floor((bavail * bsize) / mebibyte);
  if (free < minimum)
    throw new Failure(`Ruang disk hampir habis: tersisa ${free} MB di ${directory}, diperlukan paling sedikit ${minimum} MB.`);
}
