import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/verifications';
import { getApp } from '../services/app';
import * as people from '../services/applicantChecks';
import { officerOf } from './officer';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    const { query, language } = parse(contract.listVerifications, context);
    context.set('Cache-Control', 'no-store');
    context.body = await people.listWaiting(getApp(strapi), await officerOf(strapi, context), query, language);
  },
  async decide(context: Context) {
    const { params, body, language } = parse(contract.decideVerification, context);
    context.body = { data: await people.decide(getApp(strapi), await officerOf(strapi, context), params.id, body, language) };
  },
});
