import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createAttachment } from '../../contracts/attachments';
import { serverText } from '../../core/language/server';
import { getApp } from '../services/app';
import { keepUpload } from '../services/attachments';
import { refuse } from '../services/refuse';
import { parse } from './parse';

interface ParsedFile {
  filepath: string;
  originalFilename: string | null;
}

/** The parts of a multipart body as the parser left them on disk; they are gone when the call ends. */
function parts(context: Context): Record<string, ParsedFile | ParsedFile[] | undefined> {
  const { files } = context.request;
  return typeof files === 'object' && files !== null ? { ...files } : {};
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(context: Context) {
    const uploaded = Object.values(parts(context))
      .flat()
      .filter((file) => file !== undefined);
    try {
      const { headers, language } = parse(createAttachment, context);
      const text = serverText[language].file;
      const { file } = parts(context);
      if (uploaded.length > 1) refuse('invalid-request', text.many, { fields: { file: [text.many] } });
      if (!file || Array.isArray(file)) refuse('file-missing', text.missing, { fields: { file: [text.missing] } });
      context.body = {
        data: await keepUpload(
          getApp(strapi),
          { path: file.filepath, name: file.originalFilename ?? '' },
          headers['idempotency-key'],
          language,
        ),
      };
      context.status = 201;
    } finally {
      await Promise.all(uploaded.map((file) => rm(file.filepath, { force: true })));
    }
  },
});
