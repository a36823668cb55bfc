import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.mts';

const random = (): string => randomBytes(32).toString('base64');

const makers = {
  APP_KEYS: () => `${random()},${random()}`,
  ADMIN_JWT_SECRET: random,
  API_TOKEN_SALT: random,
  TRANSFER_TOKEN_SALT: random,
  ENCRYPTION_KEY: random,
  JWT_SECRET: random,
  MAKLUMAT_KEYS: () => `k1:${random()}`,
  MAKLUMAT_INDEX_KEY: random,
} as const;
type Secret = keyof typeof makers;
const names = Object.keys(makers) as Secret[];

/** Without these, what is encrypted in the database can never be read again. */
const irreplaceable: readonly Secret[] = ['MAKLUMAT_KEYS', 'MAKLUMAT_INDEX_KEY'];

/**
 * The secrets of this installation: from the environment, else from `secrets.json` in the data directory, else made now and kept there.
 * @param databaseInUse asked only when a key would have to be made
 * @throws Failure rather than making a new encryption key for a database that is in use
 */
export async function loadSecrets(
  directory: string,
  environment: Record<string, string>,
  databaseInUse: () => Promise<boolean>,
): Promise<Record<Secret, string>> {
  const file = join(directory, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Partial<Record<Secret, string>>) : {};
  const missing = names.filter((name) => environment[name] === undefined && kept[name] === undefined);
  const lost = missing.find((name) => irreplaceable.includes(name));
  if (lost !== undefined && (await databaseInUse())) {
    throw new Failure(`Setelan ${lost} hilang padahal basis data sudah berisi; pulihkan ${file} dari cadangan atau isi ${lost}.`);
  }
  const made = Object.fromEntries(missing.map((name) => [name, makers[name]()]));
  if (missing.length > 0) {
    await writeFile(`${file}.new`, `${JSON.stringify({ ...kept, ...made }, undefined, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? kept[name] ?? made[name]])) as Record<Secret, string>;
}
