/** A failure that a person can mend: its message is one Indonesian sentence, shown without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The sentence of a failure, or of any other error the part that is fit to show. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (hasCode(error, 'ENOSPC')) return 'Ruang disk habis; kosongkan sebagian, lalu jalankan lagi.';
  return `Kesalahan yang tidak terduga: ${error instanceof Error ? error.message : String(error)}`;
}

/** True for a Node or PostgreSQL error that carries one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
