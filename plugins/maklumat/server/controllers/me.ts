import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/accounts';
import { getApp } from '../services/app';
import { findOwnAccesses } from '../services/accesses';
import { eraseApplicant, isOfErasedAccount } from '../services/erasure';
import { exportApplicant, exportNothing } from '../services/exports';
import * as phones from '../services/phones';
import * as profiles from '../services/profiles';
import { accountOf, addressOf, bearerOf } from './client';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async get(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.getMe, context);
    const { language } = parse(contract.getMe, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await profiles.getMe(app, account, language) };
  },
  async change(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.changeMe, context);
    const { body, language } = parse(contract.changeMe, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await profiles.changeMe(app, account, { given: body, address: addressOf(app, context), language }) };
  },
  async export(context: Context) {
    const app = getApp(strapi);
    const { language } = parse(contract.exportMe, context);
    const erased = await isOfErasedAccount(app, bearerOf(context) ?? '');
    const archive = erased
      ? await exportNothing(app, language)
      : await exportApplicant(app, await accountOf(app, contract.exportMe, context), language);
    context.set('Cache-Control', 'private, no-store');
    context.attachment(archive.name);
    context.type = 'application/zip';
    context.body = archive.content;
  },
  async erase(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.eraseMe, context);
    const { language } = parse(contract.eraseMe, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await eraseApplicant(app, account, language) };
  },
  async changePhone(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.changePhone, context);
    const { body, headers, language } = parse(contract.changePhone, context);
    const key = headers['idempotency-key'];
    context.set('Cache-Control', 'no-store');
    context.body = { data: await phones.begin(app, account, { ...body, key, address: addressOf(app, context), language }) };
    context.status = 201;
  },
  async provePhone(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.provePhone, context);
    const { params, body, language } = parse(contract.provePhone, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await phones.prove(app, account, { ...params, ...body, address: addressOf(app, context), language }) };
  },
  async accesses(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.listAccesses, context);
    const { language } = parse(contract.listAccesses, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await findOwnAccesses(app, account, language) };
  },
});
