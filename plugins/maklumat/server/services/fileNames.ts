import { basename } from 'node:path';
import type { Attachment } from '../../contracts/attachments';

/** Longest name, in UTF-16 units (default of the product). */
const longest = 150;

/** Endings that files of a type have, the usual one first. */
const endings = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'audio/mpeg': ['.mp3'],
} as const satisfies Record<Attachment['mime'], readonly [string, ...string[]]>;

/** The first so many units; half of a letter that was cut in two goes too, since no header can carry it. */
const cut = (text: string, units: number): string => text.slice(0, units).replace(/\p{Cs}$/u, '');

/** A name to show and to save under: no folders, no control characters, at most 150 characters, its ending kept. */
export function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/|?*]/g, '_')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? '';
  return `${cut(plain.slice(0, plain.length - ending.length), longest - ending.length) || 'berkas'}${ending}`;
}

/**
 * The safe name of a file of this type. Whoever saves a file opens it as what its ending says, so one that does not fit the type is followed by one that does: a
 * `.html` or `.hta` that opens well as a PDF would run.
 */
export function nameOfType(name: string, type: Attachment['mime']): string {
  const safe = safeName(name);
  const [usual, ...others] = endings[type];
  if ([usual, ...others].some((ending) => safe.toLowerCase().endsWith(ending))) return safe;
  return `${cut(safe, longest - usual.length)}${usual}`;
}
