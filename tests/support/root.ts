import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '..', '..');
/** Node 24 of the lock file; it runs the TypeScript of `scripts/` as it is. */
export const node = join(root, 'node_modules', '.bin', 'node');
