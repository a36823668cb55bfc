import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import * as contract from '../../contracts/desk';
import { listOutbox } from '../../contracts/outbox';
import { languageOf, serverText } from '../../core/language/server';
import { actionUid } from '../roles';
import { getApp } from '../services/app';
import * as desk from '../services/desk';
import * as officers from '../services/officers';
import { readOutbox } from '../services/outbox';
import { officerIn, type Officer } from '../services/people';
import { refuse } from '../services/refuse';
import { sendDocument } from './download';
import { parse } from './parse';

const AdminUser = z.object({
  id: z.int(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  username: z.string().nullish(),
});
interface Ability {
  can(action: string): boolean;
}

/** The signed-in person with the positions held now; the route's policy has already asked for the permission to read. */
async function officerOf(strapi: Core.Strapi, context: Context): Promise<Officer> {
  const user = AdminUser.safeParse(context.state.user);
  if (!user.success) refuse('unauthorized', serverText[languageOf(context.get('accept-language'))].unauthorized);
  const ability = context.state.userAbility as Ability;
  return officerIn(await getApp(strapi).catalogue.snapshot(), user.data, (action) => ability.can(actionUid(action)));
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async desk(context: Context) {
    context.body = { data: await desk.describeDesk(getApp(strapi), await officerOf(strapi, context)) };
  },
  async list(context: Context) {
    const { query, language } = parse(contract.listDeskCases, context);
    context.body = await desk.listQueue(getApp(strapi), await officerOf(strapi, context), query, language);
  },
  async get(context: Context) {
    const { params, language } = parse(contract.getDeskCase, context);
    context.body = { data: await officers.getCase(getApp(strapi), await officerOf(strapi, context), params.number, language) };
  },
  async register(context: Context) {
    const { body, headers, language } = parse(contract.registerDeskCase, context);
    context.body = {
      data: await officers.register(getApp(strapi), await officerOf(strapi, context), body, headers['idempotency-key'], language),
    };
    context.status = 201;
  },
  async command(context: Context) {
    const { params, body, headers, language } = parse(contract.commandDeskCase, context);
    context.body = {
      data: await officers.command(
        getApp(strapi),
        await officerOf(strapi, context),
        params.number,
        body,
        headers['idempotency-key'],
        language,
      ),
    };
  },
  async commandMany(context: Context) {
    const { body, headers, language } = parse(contract.commandManyDeskCases, context);
    context.body = {
      data: await officers.commandMany(getApp(strapi), await officerOf(strapi, context), body, headers['idempotency-key'], language),
    };
  },
  async document(context: Context) {
    const { params, language } = parse(contract.getDeskDocument, context);
    sendDocument(context, await officers.getDocument(getApp(strapi), await officerOf(strapi, context), params, language));
  },
  async outbox(context: Context) {
    parse(listOutbox, context);
    context.body = { data: await readOutbox(getApp(strapi)) };
  },
});
