import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/accounts';
import { getApp } from '../services/app';
import * as sessions from '../services/sessions';
import * as passwords from '../services/passwords';
import { accountOf, addressOf } from './client';
import { parse } from './parse';

/** `/api/auth` answers as users-permissions does, without `data`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async logIn(context: Context) {
    const app = getApp(strapi);
    const { body, language } = parse(contract.logIn, context);
    context.set('Cache-Control', 'no-store');
    context.body = await sessions.logIn(app, { ...body, address: addressOf(app, context), language });
  },
  async refresh(context: Context) {
    const { body, language } = parse(contract.refreshSession, context);
    context.set('Cache-Control', 'no-store');
    context.body = await sessions.refresh(getApp(strapi), body.refreshToken, language);
  },
  async logOut(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.logOut, context);
    const { body } = parse(contract.logOut, context);
    await sessions.logOut(app, account, body.everywhere);
    context.body = { ok: true };
  },
  async forgotPassword(context: Context) {
    const app = getApp(strapi);
    const { body, headers, language } = parse(contract.forgotPassword, context);
    const key = headers['idempotency-key'];
    context.set('Cache-Control', 'no-store');
    context.body = { data: await passwords.forgot(app, { ...body, key, address: addressOf(app, context), language }) };
  },
  async resetPassword(context: Context) {
    const app = getApp(strapi);
    const { body, language } = parse(contract.resetPassword, context);
    context.set('Cache-Control', 'no-store');
    context.body = await passwords.reset(app, { ...body, address: addressOf(app, context), language });
  },
  async changePassword(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.changePassword, context);
    const { body, language } = parse(contract.changePassword, context);
    context.set('Cache-Control', 'no-store');
    context.body = await passwords.change(app, account, { ...body, address: addressOf(app, context), language });
  },
});
