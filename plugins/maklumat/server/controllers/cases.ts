import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/cases';
import { linkCaseDocument } from '../../contracts/files';
import { verifyDocument } from '../../contracts/documents';
import { getApp } from '../services/app';
import * as applicants from '../services/applicants';
import { count, spend } from '../services/limits';
import { submit } from '../services/submissions';
import { verify } from '../services/verifications';
import { accountOf, addressOf } from './client';
import { sendDocument } from './download';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async submit(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.submitCase, context);
    const { body, headers, language } = parse(contract.submitCase, context);
    await spend(app, [count('submitAddress', addressOf(app, context))], language);
    const answer = await submit(app, {
      service: body.service,
      answers: body.answers,
      channel: body.channel ?? 'web',
      actor: () => ({ kind: 'applicant' }),
      idempotencyKey: headers['idempotency-key'],
      scope: account ? `cases:${account.id}` : 'cases',
      account,
      draft: body.draft,
      language,
    });
    context.status = 201;
    context.set('Cache-Control', 'no-store');
    context.body = { data: answer };
  },
  async list(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.listCases, context);
    const { query, language } = parse(contract.listCases, context);
    context.set('Cache-Control', 'no-store');
    context.body = await applicants.listCases(app, account, query, language);
  },
  async get(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.getCase, context);
    const { params, headers, language } = parse(contract.getCase, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await applicants.getCase(app, params.number, { account, token: headers['x-tracking-token'] }, language) };
  },
  async command(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.commandCase, context);
    const { params, headers, body, language } = parse(contract.commandCase, context);
    context.set('Cache-Control', 'no-store');
    context.body = {
      data: await applicants.command(app, {
        number: params.number,
        proof: { account, token: headers['x-tracking-token'] },
        key: headers['idempotency-key'],
        body,
        language,
      }),
    };
  },
  async secret(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.openSecret, context);
    const { params, headers, language } = parse(contract.openSecret, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await applicants.openSecret(app, params, { account, token: headers['x-tracking-token'] }, language) };
  },
  async accesses(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.listCaseAccesses, context);
    const { params, headers, language } = parse(contract.listCaseAccesses, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await applicants.listAccesses(app, params.number, { account, token: headers['x-tracking-token'] }, language) };
  },
  async link(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, linkCaseDocument, context);
    const { params, headers, language } = parse(linkCaseDocument, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await applicants.linkDocument(app, params, { account, token: headers['x-tracking-token'] }, language) };
    context.status = 201;
  },
  async verify(context: Context) {
    const { body, language } = parse(verifyDocument, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await verify(getApp(strapi), body.code, language) };
  },
  async document(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, contract.getCaseDocument, context);
    const { params, headers, language } = parse(contract.getCaseDocument, context);
    sendDocument(context, await applicants.getDocument(app, params, { account, token: headers['x-tracking-token'] }, language));
  },
});
