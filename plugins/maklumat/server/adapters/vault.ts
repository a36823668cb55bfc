import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { stringify } from 'safe-stable-stringify';

/** Seals personal data at rest: AES-256-GCM, the key's id beside the text so that keys can be rotated. */
export interface Vault {
  seal(value: unknown): string;
  open(sealed: string): unknown;
  /** Ids of the keys at hand; the first one seals. */
  keyIds: readonly [string, ...string[]];
  /** Id of the key under which a value is sealed. */
  keyOf(sealed: string): string;
  /** Keyed digest (HMAC-SHA-256, hex): tells equal values apart from others without showing them. */
  digest(value: string): string;
}

const algorithm = 'aes-256-gcm';
/** Bytes of the tag. Without it said, a tag of four bytes would open a value too, and so many can be tried. */
const authTagLength = 16;

/** The keys by their ids. Throws when one is not of 32 bytes, or two have one id: what one of them sealed could not be opened. */
function readRing(keys: string): Map<string, Buffer> {
  const ring = new Map<string, Buffer>();
  for (const pair of keys.split(',')) {
    const [id = '', text = ''] = pair.split(':');
    const key = Buffer.from(text, 'base64');
    if (key.length !== 32) throw new Error(`MAKLUMAT_KEYS: kunci ${id} bukan 32 bita`);
    if (ring.has(id)) throw new Error(`MAKLUMAT_KEYS: dua kunci bernama ${id}; beri kunci baru nama lain`);
    ring.set(id, key);
  }
  return ring;
}

/**
 * @param keys `id:base64` pairs separated by commas; the first seals, all open. Throws when they cannot be used.
 * @param indexKey secret of the digests.
 */
export function createVault(keys: string, indexKey: string): Vault {
  const ring = readRing(keys);
  const [current] = ring;
  if (!current) throw new Error('MAKLUMAT_KEYS kosong');
  const [currentId, currentKey] = current;
  return {
    keyIds: [currentId, ...[...ring.keys()].slice(1)],
    keyOf: (sealed) => sealed.slice(0, sealed.indexOf('.')),
    seal(value) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(algorithm, currentKey, iv, { authTagLength });
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return [currentId, iv.toString('base64'), cipher.getAuthTag().toString('base64'), text.toString('base64')].join('.');
    },
    open(sealed) {
      const [id = '', iv = '', tag = '', text = ''] = sealed.split('.');
      const key = ring.get(id);
      if (!key) throw new Error(`Kunci ${id} tidak ada di MAKLUMAT_KEYS`);
      const decipher = createDecipheriv(algorithm, key, Buffer.from(iv, 'base64'), { authTagLength });
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      return JSON.parse(Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()]).toString('utf8')) as unknown;
    },
    digest: (value) => createHmac('sha256', indexKey).update(value).digest('hex'),
  };
}

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');

// Crockford's base32: no I, L, O, U, so that a code read from paper is typed right.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A tracking code of 100 random bits, in four groups of five for typing from a receipt. */
export function createTrackingToken(): string {
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte & 31]).join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** What a person typed, as it was printed: upper case, without separators, look-alikes read as the letter that was meant. */
export function normaliseTrackingToken(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

export const trackingHash = (token: string): string => sha256(normaliseTrackingToken(token));

export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** JSON with sorted keys, so that equal values have equal digests whatever order the database gives them back in. */
export function canonicalJson(value: unknown): string {
  return stringify(value) ?? 'null';
}
