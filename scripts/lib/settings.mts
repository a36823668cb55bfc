import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { Failure } from './failure.mts';
import { root } from './paths.mts';

const port = z.coerce.number().int().min(1).max(65_535);
const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true');
const webAddress = z.url({ protocol: /^https?$/ }).refine((value) => !value.endsWith('/'));
/** `k1:<base64 of 32 bytes>`, further older keys after a comma; the first one encrypts. */
const keyRing = z.string().regex(/^[a-z0-9]+:[A-Za-z0-9+/]{43}=(,[a-z0-9]+:[A-Za-z0-9+/]{43}=)*$/);

/** Every setting that `npm run up` reads; `.env.example` explains them to people. What is not set has the default given here. */
const Settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(1337),
  PUBLIC_URL: webAddress.optional(),
  TRUST_PROXY: yesNo.default(false),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
  DATA_DIRECTORY: z.string().min(1).default('.data'),
  MINIMUM_FREE_MB: z.coerce.number().int().min(1).default(500),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug']).default('warn'),
  LOGIN_ATTEMPTS: z.coerce.number().int().min(1).default(5),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  ADMIN_EMAIL: z.email().default('admin@maklumat.local'),
  ADMIN_PASSWORD: z.string().min(12).optional(),
  MAKLUMAT_KEYS: keyRing.optional(),
  MAKLUMAT_INDEX_KEY: z.string().min(32).optional(),
});
export type Settings = z.infer<typeof Settings>;

const expectations: Record<keyof Settings, string> = {
  HOST: 'isi dengan alamat jaringan, misalnya 127.0.0.1 atau 0.0.0.0',
  PORT: 'isi dengan bilangan 1 sampai 65535',
  PUBLIC_URL: 'isi dengan alamat http(s) tanpa garis miring penutup, misalnya https://layanan.contoh.go.id',
  TRUST_PROXY: 'isi dengan true atau false',
  DATABASE_URL: 'isi dengan postgresql://pengguna:sandi@server:5432/basisdata',
  DATABASE_POOL: 'isi dengan bilangan 2 sampai 500',
  DATA_DIRECTORY: 'isi dengan nama folder',
  MINIMUM_FREE_MB: 'isi dengan bilangan megabita, paling kecil 1',
  LOG_LEVEL: 'isi dengan error, warn, info, http, atau debug',
  LOGIN_ATTEMPTS: 'isi dengan bilangan, paling kecil 1',
  SMTP_URL: 'isi dengan smtp(s)://pengguna:sandi@server:587',
  MAIL_FROM: 'isi dengan pengirim, misalnya Maklumat <layanan@contoh.go.id>',
  ADMIN_EMAIL: 'isi dengan alamat surel',
  ADMIN_PASSWORD: 'isi paling sedikit 12 karakter',
  MAKLUMAT_KEYS: 'isi dengan k1:<base64 dari 32 bita>, kunci lama menyusul setelah koma',
  MAKLUMAT_INDEX_KEY: 'isi paling sedikit 32 karakter',
};

/** The process's environment over the `.env` file; an empty value counts as not set. */
export function readEnvironment(): Record<string, string> {
  const file = join(root, '.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const merged = { ...written, ...process.env };
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
}

/** @throws Failure naming the first setting that is wrong and what it should be */
export function parseSettings(environment: Record<string, string>): Settings {
  const parsed = Settings.safeParse(environment);
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]?.path[0] as keyof Settings;
  throw new Failure(`Setelan ${name} tidak sah: ${expectations[name]}.`);
}

/** The directory that holds what the product stores on this machine, as an absolute path. */
export const dataDirectory = ({ DATA_DIRECTORY }: Settings): string =>
  isAbsolute(DATA_DIRECTORY) ? DATA_DIRECTORY : join(root, DATA_DIRECTORY);
