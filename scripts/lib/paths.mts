import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Node 24 of the lock file, whatever Node the system has. */
export const node = join(root, 'node_modules', '.bin', 'node');
export const bin = join(root, 'node_modules', '.bin');
