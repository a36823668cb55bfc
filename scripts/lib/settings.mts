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
const webAddressTemplate = z.string().regex(/^https?:\/\/\S+$/);
const method = z.enum(['GET', 'POST', 'PUT']);
const headers = z.string().refine((text) => z.record(z.string(), z.string()).safeParse(jsonOf(text)).success);
const pattern = z.string().refine(compiles);
const milliseconds = z.coerce.number().int().min(100).max(60_000);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compiles(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

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
  OUTBOX: yesNo.optional(),
  SMS_URL: webAddressTemplate.optional(),
  SMS_METHOD: method.optional(),
  SMS_HEADERS: headers.optional(),
  SMS_BODY: z.string().optional(),
  SMS_SUCCESS: pattern.optional(),
  SMS_REFUSAL: pattern.optional(),
  SMS_TIMEOUT_MS: milliseconds.optional(),
  POPULATION_URL: webAddressTemplate.optional(),
  POPULATION_METHOD: method.optional(),
  POPULATION_HEADERS: headers.optional(),
  POPULATION_BODY: z.string().optional(),
  POPULATION_MATCH: pattern.optional(),
  POPULATION_MISMATCH: pattern.optional(),
  POPULATION_TIMEOUT_MS: milliseconds.optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_PATH_STYLE: yesNo.optional(),
  CLAMD_HOST: z
    .string()
    .regex(/^(\/.+|[^\s:]+:\d{1,5})$/)
    .optional(),
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
  OUTBOX: 'isi dengan true atau false',
  SMS_URL: 'isi dengan alamat http(s) gerbang SMS, boleh memuat {{to}}, {{text}}, dan {{id}}',
  SMS_METHOD: 'isi dengan GET, POST, atau PUT',
  SMS_HEADERS: 'isi dengan objek JSON berisi teks, misalnya {"Authorization":"Bearer …"}',
  SMS_BODY: 'isi dengan teks yang memuat {{to}} dan {{text}}',
  SMS_SUCCESS: 'isi dengan ekspresi reguler',
  SMS_REFUSAL: 'isi dengan ekspresi reguler',
  SMS_TIMEOUT_MS: 'isi dengan milidetik, 100 sampai 60000',
  POPULATION_URL: 'isi dengan alamat http(s) data kependudukan, boleh memuat {{nik}}',
  POPULATION_METHOD: 'isi dengan GET, POST, atau PUT',
  POPULATION_HEADERS: 'isi dengan objek JSON berisi teks',
  POPULATION_BODY: 'isi dengan teks yang memuat {{nik}}, {{name}}, dan {{birthDate}}',
  POPULATION_MATCH: 'isi dengan ekspresi reguler',
  POPULATION_MISMATCH: 'isi dengan ekspresi reguler',
  POPULATION_TIMEOUT_MS: 'isi dengan milidetik, 100 sampai 60000',
  S3_BUCKET: 'isi dengan nama bucket',
  S3_ENDPOINT: 'isi dengan alamat http(s) tanpa garis miring penutup',
  S3_REGION: 'isi dengan nama wilayah, misalnya us-east-1',
  S3_ACCESS_KEY: 'isi dengan kunci akses',
  S3_SECRET_KEY: 'isi dengan kunci rahasia',
  S3_PATH_STYLE: 'isi dengan true atau false',
  CLAMD_HOST: 'isi dengan server:porta, misalnya 127.0.0.1:3310, atau letak soketnya',
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
