import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { listRetentionRuns } from '../../contracts/retention';
import { getApp } from '../services/app';
import { listRuns } from '../services/retention';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    parse(listRetentionRuns, context);
    context.body = { data: await listRuns(getApp(strapi)) };
  },
});
