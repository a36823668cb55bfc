import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { languageOf, serverText } from '../../core/language/server';
import { actionUid } from '../roles';
import { getApp } from '../services/app';
import { officerIn, type Officer } from '../services/people';
import { refuse } from '../services/refuse';

const AdminUser = z.object({
  id: z.int(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  username: z.string().nullish(),
});
interface Ability {
  can(action: string): boolean;
}

const Person = z.object({ id: z.int() });

/** Whose work it is, as records name a signed-in person; the route's policy has already asked who it is. */
export const scopeOf = (context: Context): string => `admin:${Person.parse(context.state.user).id}`;

/** The signed-in person with the positions held now; the route's policy has already asked for the permission to read. */
export async function officerOf(strapi: Core.Strapi, context: Context): Promise<Officer> {
  const user = AdminUser.safeParse(context.state.user);
  if (!user.success) refuse('unauthorized', serverText[languageOf(context.get('accept-language'))].unauthorized);
  const ability = context.state.userAbility as Ability;
  return officerIn(await getApp(strapi).catalogue.snapshot(), user.data, (action) => ability.can(actionUid(action)));
}
