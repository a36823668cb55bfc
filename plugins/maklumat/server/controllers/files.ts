import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { openFile } from '../../contracts/files';
import { getApp } from '../services/app';
import { openLink } from '../services/fileLinks';
import { sendDocument } from './download';
import { parse } from './parse';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async open(context: Context) {
    const { params, language } = parse(openFile, context);
    sendDocument(context, await openLink(getApp(strapi), params.token, language));
  },
});
