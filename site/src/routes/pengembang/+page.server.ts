import { openApiDocument } from '#lib/server/api.ts';
import { readableDocument } from '#lib/server/openapi.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { language } }) => ({ document: readableDocument(await openApiDocument(language)) });
