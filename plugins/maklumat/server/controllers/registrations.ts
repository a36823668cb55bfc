import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/registrations';
import { getApp } from '../services/app';
import { identify } from '../services/identification';
import * as registrations from '../services/registrations';
import { addressOf } from './client';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async describe(context: Context) {
    const { language } = parse(contract.describeRegistration, context);
    context.set('Cache-Control', 'no-cache');
    context.body = { data: await registrations.describe(getApp(strapi), language) };
  },
  async start(context: Context) {
    const app = getApp(strapi);
    const { body, headers, language } = parse(contract.startRegistration, context);
    const key = headers['idempotency-key'];
    context.set('Cache-Control', 'no-store');
    context.body = { data: await registrations.start(app, { ...body, key, address: addressOf(app, context), language }) };
    context.status = 201;
  },
  async resume(context: Context) {
    const app = getApp(strapi);
    const { body, headers, language } = parse(contract.resumeRegistration, context);
    const key = headers['idempotency-key'];
    context.set('Cache-Control', 'no-store');
    context.body = { data: await registrations.resume(app, { ...body, key, address: addressOf(app, context), language }) };
    context.status = 201;
  },
  async get(context: Context) {
    const { params, language } = parse(contract.getRegistration, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await registrations.get(getApp(strapi), params.id, language) };
  },
  async prove(context: Context) {
    const app = getApp(strapi);
    const { params, body, headers, language } = parse(contract.proveRegistration, context);
    const key = headers['idempotency-key'];
    context.set('Cache-Control', 'no-store');
    context.body = { data: await registrations.prove(app, { ...params, ...body, key, address: addressOf(app, context), language }) };
  },
  async resend(context: Context) {
    const app = getApp(strapi);
    const { params, headers, language } = parse(contract.resendRegistrationCode, context);
    const key = headers['idempotency-key'];
    context.set('Cache-Control', 'no-store');
    context.body = { data: await registrations.resend(app, { ...params, key, address: addressOf(app, context), language }) };
  },
  async identify(context: Context) {
    const app = getApp(strapi);
    const { params, body, language } = parse(contract.identifyRegistration, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await identify(app, { ...params, given: body, address: addressOf(app, context), language }) };
  },
});
