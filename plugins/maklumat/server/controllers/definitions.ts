import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as contract from '../../contracts/definitions';
import { getApp } from '../services/app';
import { exportBundle, importBundle } from '../services/bundles';
import * as definitions from '../services/definitions';
import { scopeOf } from './officer';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(context: Context) {
    parse(contract.listDefinitions, context);
    context.body = { data: await definitions.listDefinitions(getApp(strapi)) };
  },
  async lint(context: Context) {
    const { params, body, language } = parse(contract.lintDefinition, context);
    context.body = { data: { findings: await definitions.lintDefinition(getApp(strapi), params.slug, body.draft, language) } };
  },
  async simulate(context: Context) {
    const { params, body, language } = parse(contract.simulateDefinition, context);
    context.body = { data: await definitions.simulateDefinition(getApp(strapi), params.slug, body, language) };
  },
  async publish(context: Context) {
    const { params, body, headers, language } = parse(contract.publishDefinition, context);
    context.body = {
      data: await definitions.publishDefinition(getApp(strapi), {
        slug: params.slug,
        effectiveFrom: body.effectiveFrom,
        key: headers['idempotency-key'],
        scope: scopeOf(context),
        language,
      }),
    };
  },
  async export(context: Context) {
    const { params, query, language } = parse(contract.exportDefinition, context);
    context.body = { data: await exportBundle(getApp(strapi), params.slug, query.version, language) };
  },
  async import(context: Context) {
    const { body, query, headers, language } = parse(contract.importDefinition, context);
    context.body = {
      data: await importBundle(getApp(strapi), {
        file: body,
        dryRun: query.dryRun === 'true',
        key: headers['idempotency-key'],
        scope: scopeOf(context),
        language,
      }),
    };
  },
  async compare(context: Context) {
    const { params, query, language } = parse(contract.compareDefinition, context);
    context.body = { data: await definitions.compareVersions(getApp(strapi), params.slug, query.from, query.to, language) };
  },
});
