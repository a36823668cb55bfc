import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/drafts';
import { getApp } from '../services/app';
import * as drafts from '../services/drafts';
import { accountOf } from './client';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.listDrafts, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await drafts.list(app, account) };
  },
  async create(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.createDraft, context);
    const { body, headers, language } = parse(contract.createDraft, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await drafts.create(app, account, { ...body, key: headers['idempotency-key'], language }) };
    context.status = 201;
  },
  async get(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.getDraft, context);
    const { params, language } = parse(contract.getDraft, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await drafts.get(app, account, params.id, language) };
  },
  async replace(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.replaceDraft, context);
    const { params, body, language } = parse(contract.replaceDraft, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await drafts.replace(app, account, { ...params, ...body, language }) };
  },
  async remove(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.deleteDraft, context);
    const { params, language } = parse(contract.deleteDraft, context);
    await drafts.remove(app, account, params.id, language);
    context.body = { data: { id: params.id } };
  },
});
