import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createAttachment } from '../../contracts/attachments';
import { deleteAttachment, linkAttachment } from '../../contracts/files';
import { getApp } from '../services/app';
import { keepUpload, linkUpload, removeUpload } from '../services/attachments';
import { count, spend } from '../services/limits';
import { takeIn } from '../services/uploadTurns';
import { accountOf, addressOf } from './client';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(context: Context) {
    const app = getApp(strapi);
    const { headers, language } = parse(createAttachment, context);
    const address = addressOf(app, context);
    context.body = {
      data: await takeIn(address, language, async (inTurn) => {
        const account = await accountOf(app, createAttachment, context);
        await spend(app, [count('uploadAddress', address)], language);
        return keepUpload(app, { request: context.req, inTurn, account, idempotencyKey: headers['idempotency-key'], language });
      }),
    };
    context.status = 201;
  },
  async link(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, linkAttachment, context);
    const { params, language } = parse(linkAttachment, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await linkUpload(app, account, params.id, language) };
    context.status = 201;
  },
  async remove(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, deleteAttachment, context);
    const { params, language } = parse(deleteAttachment, context);
    await removeUpload(app, account, params.id, language);
    context.body = { data: { id: params.id } };
  },
});
