import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/cases';
import { verifyDocument } from '../../contracts/documents';
import { getApp } from '../services/app';
import * as applicants from '../services/applicants';
import { submit } from '../services/submissions';
import { verify } from '../services/verifications';
import { sendDocument } from './download';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async submit(context: Context) {
    const { body, headers, language } = parse(contract.submitCase, context);
    const answer = await submit(getApp(strapi), {
      service: body.service,
      answers: body.answers,
      channel: body.channel ?? 'web',
      actor: () => ({ kind: 'applicant' }),
      idempotencyKey: headers['idempotency-key'],
      scope: 'cases',
      language,
    });
    context.status = 201;
    context.set('Cache-Control', 'no-store');
    context.body = { data: answer };
  },
  async get(context: Context) {
    const { params, headers, language } = parse(contract.getCase, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await applicants.getCase(getApp(strapi), params.number, headers['x-tracking-token'], language) };
  },
  async command(context: Context) {
    const { params, headers, body, language } = parse(contract.commandCase, context);
    context.set('Cache-Control', 'no-store');
    context.body = {
      data: await applicants.command(getApp(strapi), {
        number: params.number,
        token: headers['x-tracking-token'],
        key: headers['idempotency-key'],
        body,
        language,
      }),
    };
  },
  async secret(context: Context) {
    const { params, headers, language } = parse(contract.openSecret, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await applicants.openSecret(getApp(strapi), params, headers['x-tracking-token'], language) };
  },
  async verify(context: Context) {
    const { body, language } = parse(verifyDocument, context);
    context.set('Cache-Control', 'no-store');
    context.body = { data: await verify(getApp(strapi), body.code, language) };
  },
  async document(context: Context) {
    const { params, headers, language } = parse(contract.getCaseDocument, context);
    sendDocument(context, await applicants.getDocument(getApp(strapi), params, headers['x-tracking-token'], language));
  },
});
