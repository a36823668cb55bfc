import type { Language } from '../../../core/language/language';

/** Bytes in words, e.g. "5 MB" or "340 KB"; 1 MB is 1,048,576 bytes as the upload limit counts it. */
export function fileSize(bytes: number, language: Language): string {
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 1 });
  return bytes >= 1_048_576 ? `${format.format(bytes / 1_048_576)} MB` : `${format.format(Math.max(1, Math.round(bytes / 1024)))} KB`;
}
