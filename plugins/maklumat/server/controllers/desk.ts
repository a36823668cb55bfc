import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/desk';
import { linkDeskDocument } from '../../contracts/files';
import { listOutbox } from '../../contracts/outbox';
import { getApp } from '../services/app';
import * as desk from '../services/desk';
import * as officers from '../services/officers';
import { readOutbox } from '../services/outbox';
import { sendDocument } from './download';
import { officerOf } from './officer';
import { parse } from './parse';

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
  async link(context: Context) {
    const { params, body, language } = parse(linkDeskDocument, context);
    context.set('Cache-Control', 'no-store');
    context.body = {
      data: await officers.linkDocument(getApp(strapi), await officerOf(strapi, context), params, body.thumbnail, language),
    };
    context.status = 201;
  },
  async outbox(context: Context) {
    const { language } = parse(listOutbox, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await readOutbox(getApp(strapi), language) };
  },
});
