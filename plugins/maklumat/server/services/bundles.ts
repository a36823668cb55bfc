import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Imported } from '../../contracts/definitions';
import { bundleOf } from '../../core/definition/bundle';
import { compareDefinitions } from '../../core/definition/compare';
import type { Finding } from '../../core/definition/lint';
import type { ServiceDefinition } from '../../core/definition/schema';
import { parseDefinition } from '../../core/definition/shape';
import { definitionsText, shapeText } from '../../core/language/definitions';
import type { Language } from '../../core/language/language';
import { database, inStrapiTransaction, type Db } from '../repositories/database';
import { findAgencyId, findDraft, saveDraft } from '../repositories/definitions';
import { lockService } from '../repositories/versions';
import type { App } from './app';
import { getDefinition } from './definitions';
import { checkDefinition } from './gate';
import { once } from './once';
import { refuse } from './refuse';

/** One service as one file: the draft, or version n. Two exports of the same content are the same text. */
export async function exportBundle(app: App, slug: string, version: number | undefined, language: Language): Promise<ServiceDefinition> {
  return bundleOf(await getDefinition(app, slug, version ?? 'draft', language));
}

/** The file itself, or the answer of an export as it came. */
const Answer = z.strictObject({ data: z.record(z.string(), z.unknown()), meta: z.unknown().optional() });

interface Plan extends Imported {
  /** Saves what was planned; undefined when findings stand in the way. */
  save?: () => Promise<void>;
}

async function plan(app: App, db: Db, file: unknown): Promise<Plan> {
  const parsed = parseDefinition(file);
  const refused = (slug: string, findings: Finding[]): Plan => ({ slug, accepted: false, action: 'none', changes: [], findings });
  if (!parsed.ok) {
    const named = z.object({ slug: z.string() }).safeParse(file);
    return refused(named.success ? named.data.slug : '', parsed.findings);
  }
  const definition = bundleOf(parsed.definition);
  const { slug, agency } = definition;
  const agencyId = await findAgencyId(app.strapi, agency);
  if (agencyId === undefined) return refused(slug, [{ severity: 'error', where: 'agency', ...shapeText.agencyUnknown(agency) }]);
  const stored = await findDraft(app.strapi, slug);
  const before = stored && parseDefinition(stored.content);
  const changes = compareDefinitions(before?.ok ? before.definition : null, definition);
  const action = !stored ? 'create' : changes.length > 0 || !before?.ok ? 'update' : 'none';
  const findings = await checkDefinition(app, db, definition);
  return { slug, accepted: true, action, changes, findings, save: () => saveDraft(app.strapi, stored?.documentId, definition, agencyId) };
}

/** What a database or Strapi will not keep, such as a text with a null character or one that is longer than its column. */
function isNotStorable(error: unknown): boolean {
  const dataException = error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');
  return dataException || error instanceof errors.ValidationError;
}

export interface ImportRequest {
  /** The file as parsed from JSON; anything may be in it. */
  file: Record<string, unknown>;
  dryRun: boolean;
  key?: string | undefined;
  scope: string;
  language: Language;
}

/**
 * Writes a file as the draft of its service, all of it or nothing, and publishes nothing. What is wrong with it as a definition is told and does not stop it:
 * a draft may be unfinished. A file that is no definition, or of an agency that does not exist, is refused with `invalid-request` and the findings
 * (a dry run answers with them).
 */
export async function importBundle(app: App, { file, dryRun, key, scope, language }: ImportRequest): Promise<Imported> {
  const answer = Answer.safeParse(file);
  const content = answer.success ? answer.data.data : file;
  if (dryRun) {
    const { save: _save, ...planned } = await plan(app, database(app.strapi), content);
    return planned;
  }
  try {
    return await once(
      app,
      { scope: `import ${scope}`, key, body: content, language },
      async (db) => {
        await lockService(db, typeof content.slug === 'string' ? content.slug : '');
        const { save, ...planned } = await plan(app, db, content);
        if (!save) refuse('invalid-request', definitionsText[language].importRefused, { findings: planned.findings });
        if (planned.action !== 'none') await save();
        return planned;
      },
      inStrapiTransaction,
    );
  } catch (error) {
    if (isNotStorable(error)) refuse('invalid-request', definitionsText[language].notStorable);
    throw error;
  }
}
