import { compare, hash } from 'bcryptjs';

/** One text for what different keyboards send for the same keys. Source: NIST SP 800-63B, 5.1.1.2 (NFKC). */
const normalise = (password: string): string => password.normalize('NFKC');

/** More are not read by bcrypt, so that two passwords which differ after them would be one. */
export const longestPassword = 72;
export const bytesOf = (password: string): number => Buffer.byteLength(normalise(password));

/** As users-permissions hashes it. */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), 10);

/** Compared against where no account is, so that an unknown number takes as long as a wrong password. */
const nobody = hashPassword('no account has this password');

/** Whether a password is the hashed one; takes the same time when there is no hash, and is false then. */
export async function matchesPassword(password: string, hashed: string | null | undefined): Promise<boolean> {
  const right = await compare(normalise(password), hashed ?? (await nobody));
  return right && hashed != null;
}
