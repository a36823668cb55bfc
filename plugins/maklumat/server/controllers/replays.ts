import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/replays';
import { getApp } from '../services/app';
import * as replays from '../services/replays';
import { parse } from './parse';
import { scopeOf } from './officer';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async start(context: Context) {
    const { params, body, language } = parse(contract.startReplay, context);
    const order = { slug: params.slug, draft: body.draft, requestedBy: scopeOf(context), language };
    context.body = { data: await replays.startReplay(getApp(strapi), order) };
    context.status = 202;
  },
  async get(context: Context) {
    const { params, language } = parse(contract.getReplay, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await replays.getReplay(getApp(strapi), params.id, language) };
  },
  async cancel(context: Context) {
    const { params, language } = parse(contract.cancelReplay, context);
    context.body = { data: await replays.cancelReplay(getApp(strapi), params.id, language) };
  },
});
