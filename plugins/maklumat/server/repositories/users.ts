import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const uid = 'plugin::users-permissions.user';
const User = z.object({ id: z.int(), password: z.string().nullish(), blocked: z.boolean().nullish() });
type User = z.infer<typeof User>;

/** An account of users-permissions. Inside of `inStrapiTransaction` these read and write in it. */
export async function findUser(strapi: Core.Strapi, id: number): Promise<User | undefined> {
  return User.optional().parse((await strapi.db.query(uid).findOne({ where: { id } })) ?? undefined);
}

/**
 * A new account, confirmed and open. Resolves to its id.
 * @param account.username the digest of the telephone number; like the e-mail address it must be there and unique, and says nothing of the person
 * @param account.password the password's hash
 */
export async function insertUser(strapi: Core.Strapi, account: { username: string; email: string; password: string }): Promise<number> {
  const data = { ...account, provider: 'local', confirmed: true, blocked: false };
  return User.parse(await strapi.db.query(uid).create({ data })).id;
}

/** @param hashed the password's hash; here nothing hashes it any more */
export async function setPassword(strapi: Core.Strapi, id: number, hashed: string): Promise<void> {
  await strapi.db.query(uid).update({ where: { id }, data: { password: hashed } });
}

/** @param username the digest of the telephone number */
export async function setUsername(strapi: Core.Strapi, id: number, username: string): Promise<void> {
  await strapi.db.query(uid).update({ where: { id }, data: { username } });
}

export async function deleteUser(strapi: Core.Strapi, id: number): Promise<void> {
  await strapi.db.query(uid).delete({ where: { id } });
}
