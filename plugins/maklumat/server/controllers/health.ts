import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageOf, serverText } from '../../core/language/server';
import { getApp } from '../services/app';
import { checkHealth } from '../services/health';
import { refuse } from '../services/refuse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async health(context: Context) {
    const health = await checkHealth(getApp(strapi));
    context.set('Cache-Control', 'no-store');
    if (health.status === 'ok') {
      context.body = { data: health };
      return;
    }
    const text = serverText[languageOf(context.get('accept-language'))];
    const down = (['database', 'jobs', 'storage'] as const).filter((part) => health[part] === 'down');
    refuse('unavailable', text.unavailable(down.map((part) => text.part[part]).join(', ')));
  },
});
