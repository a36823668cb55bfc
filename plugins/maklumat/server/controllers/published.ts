import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import * as agencies from '../../contracts/agencies';
import { listCharters } from '../../contracts/charters';
import * as services from '../../contracts/services';
import { dateIn } from '../../core/calendar/calendar';
import { getApp, type App } from '../services/app';
import { assess } from '../services/assessments';
import type { Snapshot } from '../services/catalogue';
import { openApiDocument } from '../services/openapi';
import * as published from '../services/published';
import { sha256 } from '../adapters/vault';
import { accountOf } from './client';
import { parse } from './parse';

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

/** Published reads are compiled once, kept with the snapshot they came from, and sent with an ETag; a client that has it gets 304. */
async function reply(app: App, context: Context, key: string, make: (snapshot: Snapshot) => unknown): Promise<void> {
  const snapshot = await app.catalogue.snapshot();
  // A version comes into force by the date alone, so the dates of all three zones are part of the key.
  const dates = zones.map((zone) => dateIn(app.now(), zone));
  const dated = [...dates, key].join(' ');
  let answer = snapshot.compiled.get(dated);
  if (!answer) {
    const body = JSON.stringify({ data: await make(snapshot) });
    answer = { body, etag: `"${sha256(body).slice(0, 32)}"` };
    snapshot.compiled.set(dated, answer);
  }
  context.set('ETag', answer.etag);
  context.set('Cache-Control', 'public, max-age=0, must-revalidate');
  context.vary('Accept-Language');
  context.status = 200;
  if (context.fresh) {
    context.status = 304;
    return;
  }
  context.type = 'application/json';
  context.body = answer.body;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async listAgencies(context: Context) {
    const app = getApp(strapi);
    await reply(app, context, 'agencies', (snapshot) => published.listAgencies(snapshot, app.now()));
  },
  async getAgency(context: Context) {
    const app = getApp(strapi);
    const { params, language } = parse(agencies.getAgency, context);
    await reply(app, context, `agency ${params.slug} ${language}`, (snapshot) =>
      published.getAgency(snapshot, params.slug, app.now(), language),
    );
  },
  async listCharters(context: Context) {
    parse(listCharters, context);
    await reply(getApp(strapi), context, 'charters', published.listCharters);
  },
  async listServices(context: Context) {
    const app = getApp(strapi);
    const { query } = parse(services.listServices, context);
    const snapshot = await app.catalogue.snapshot();
    // Searches are as many as people can type, so only the whole list is kept.
    if (query.q) {
      context.set('Cache-Control', 'public, max-age=0, must-revalidate');
      context.body = { data: await published.listServices(app, snapshot, query) };
      return;
    }
    await reply(app, context, `services ${query.agency ?? ''}`, () => published.listServices(app, snapshot, query));
  },
  async getService(context: Context) {
    const app = getApp(strapi);
    const { params, query, language } = parse(services.getService, context);
    await reply(app, context, `service ${params.slug} ${query.version ?? ''} ${language}`, async (snapshot) =>
      published.describeVersion(snapshot, await published.getServiceVersion(app, snapshot, params.slug, query.version, language), language),
    );
  },
  async listServiceVersions(context: Context) {
    const app = getApp(strapi);
    const { params, language } = parse(services.listServiceVersions, context);
    await reply(app, context, `versions ${params.slug}`, (snapshot) => published.listVersions(snapshot, params.slug, app.now(), language));
  },
  async assess(context: Context) {
    const app = getApp(strapi);
    const account = await accountOf(app, services.assess, context);
    const { params, body, language } = parse(services.assess, context);
    context.body = { data: await assess(app, params.slug, { ...body, account }, language) };
  },
  openapi(context: Context) {
    context.body = openApiDocument(getApp(strapi).settings.publicUrl);
  },
});
