import type { Comparison, DefinitionSummary, Published, Simulation } from '../../contracts/definitions';
import { atZone } from '../../core/calendar/calendar';
import { compareDefinitions } from '../../core/definition/compare';
import type { Finding } from '../../core/definition/lint';
import { isOperable, type OperableDefinition, type ServiceDefinition } from '../../core/definition/schema';
import { parseDefinition } from '../../core/definition/shape';
import { definitionsText } from '../../core/language/definitions';
import type { Language } from '../../core/language/language';
import { database, inStrapiTransaction } from '../repositories/database';
import { findDraft, findDrafts, publishDraft, saveEffectiveFrom, type DraftContent, type StoredDraft } from '../repositories/definitions';
import { findLatestVersion } from '../repositories/versions';
import { canonicalJson } from '../adapters/vault';
import type { App } from './app';
import { assessDefinition, type AssessmentInput } from './assessments';
import { findInForce, getCalendarOf, type Snapshot } from './catalogue';
import { checkDefinition } from './gate';
import { once } from './once';
import { findingsOf } from './publishing';
import { refuse } from './refuse';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function differs(app: App, snapshot: Snapshot, slug: string, content: DraftContent): Promise<boolean> {
  const latest = snapshot.versions.find((version) => version.service === slug);
  const draft = parseDefinition(content);
  if (!latest || !draft.ok) return true;
  return canonicalJson((await app.catalogue.version(latest.id)).definition) !== canonicalJson(draft.definition);
}

/** Every service that has a draft or a version, with its versions and whether the draft has gone on since the latest. */
export async function listDefinitions(app: App): Promise<DefinitionSummary[]> {
  const snapshot = await app.catalogue.snapshot();
  const drafts = await findDrafts(app.strapi);
  const slugs = [...drafts.map(({ content }) => textOf(content.slug)), ...snapshot.versions.map(({ service }) => service)];
  return Promise.all(
    [...new Set(slugs)].map(async (slug) => {
      const draft = drafts.find(({ content }) => content.slug === slug);
      const versions = snapshot.versions.filter(({ service }) => service === slug);
      const [latest] = versions;
      const current = findInForce(snapshot, slug, app.now());
      const content = draft?.content ?? (latest ? { ...(await app.catalogue.version(latest.id)).definition } : {});
      const agency = snapshot.agencies.find((candidate) => candidate.slug === content.agency);
      return {
        slug,
        name: textOf(content.name) || slug,
        agency: agency ? { slug: agency.slug, name: agency.name } : null,
        documentId: draft?.documentId ?? null,
        versions: versions.map(({ id, number, effectiveFrom, publishedAt, agency: office }) => ({
          number,
          effectiveFrom,
          publishedAt: atZone(publishedAt, getCalendarOf(snapshot, office).zone),
          inForce: id === current?.id,
        })),
        draftDiffers: draft !== undefined && (await differs(app, snapshot, slug, draft.content)),
      };
    }),
  );
}

/** Refuses with `not-found`, saying whether there never was a draft or only versions are left. */
async function getDraft(app: App, slug: string, language: Language): Promise<StoredDraft> {
  const draft = await findDraft(app.strapi, slug);
  if (draft) return draft;
  const { versions } = await app.catalogue.snapshot();
  const published = versions.some(({ service }) => service === slug);
  return refuse('not-found', published ? definitionsText[language].draftGone(slug) : definitionsText[language].notFound(slug));
}

/** A draft read as a definition. Refuses with `publish-refused` and the findings when it is not one. */
function whole(slug: string, content: DraftContent, language: Language): ServiceDefinition {
  const parsed = parseDefinition(content);
  if (!parsed.ok) refuse('publish-refused', definitionsText[language].broken(slug), { findings: parsed.findings });
  return parsed.definition;
}

/** The draft, or version n, of a service. Refuses with `not-found`, or `publish-refused` when the draft cannot be read. */
export async function getDefinition(app: App, slug: string, version: number | 'draft', language: Language): Promise<ServiceDefinition> {
  if (version === 'draft') return whole(slug, (await getDraft(app, slug, language)).content, language);
  const { versions } = await app.catalogue.snapshot();
  const found = versions.find((candidate) => candidate.service === slug && candidate.number === version);
  if (!found) refuse('not-found', definitionsText[language].versionNotFound(slug, version));
  return (await app.catalogue.version(found.id)).definition;
}

/** A stored draft with the parts that an editor has not saved yet; of a service that is not stored, what was sent must be all of it. */
async function drafted(app: App, slug: string, parts: DraftContent | undefined, language: Language): Promise<DraftContent> {
  const stored =
    parts?.standard === undefined ? (await getDraft(app, slug, language)).content : (await findDraft(app.strapi, slug))?.content;
  return { ...stored, ...parts };
}

/** Findings of the gate over the draft, or over what an editor has on the screen. */
export async function lintDefinition(app: App, slug: string, parts: DraftContent | undefined, language: Language): Promise<Finding[]> {
  const parsed = parseDefinition(await drafted(app, slug, parts, language));
  return parsed.ok ? checkDefinition(app, database(app.strapi), parsed.definition) : parsed.findings;
}

/** The draft with unsaved parts as a service that takes cases. Refuses with `publish-refused` when it is too broken to be tried. */
export async function getDraftDefinition(
  app: App,
  slug: string,
  parts: DraftContent | undefined,
  language: Language,
): Promise<OperableDefinition> {
  const definition = whole(slug, await drafted(app, slug, parts, language), language);
  if (!isOperable(definition)) refuse('publish-refused', definitionsText[language].notOperable, { findings: [] });
  return definition;
}

/** What the draft would decide, with every rule that fired. Refuses with `publish-refused` when the draft is too broken to be tried. */
export async function simulateDefinition(
  app: App,
  slug: string,
  { draft: parts, ...input }: AssessmentInput & { draft?: DraftContent | undefined },
  language: Language,
): Promise<Simulation> {
  const snapshot = await app.catalogue.snapshot();
  const definition = await getDraftDefinition(app, slug, parts, language);
  try {
    return await assessDefinition(app, snapshot, definition, input, language);
  } catch (error) {
    // A draft may name steps or offices that are not there, which core answers with a RangeError; the gate says it in an editor's words.
    if (!(error instanceof RangeError)) throw error;
    const findings = await checkDefinition(app, database(app.strapi), definition);
    return refuse('publish-refused', definitionsText[language].broken(slug), { findings });
  }
}

export interface PublishRequest {
  slug: string;
  /** YYYY-MM-DD; may lie ahead. The date of the draft when left out. */
  effectiveFrom?: string | undefined;
  /** Idempotency-Key, and whose it is. */
  key?: string | undefined;
  scope: string;
  language: Language;
}

/**
 * Publishes the draft by Strapi's own publish action, in front of which the gate stands. Refuses with `publish-refused` and the findings; nothing has
 * changed then, the date on the draft included.
 */
export async function publishDefinition(app: App, request: PublishRequest): Promise<Published> {
  const { slug, effectiveFrom, key, scope, language } = request;
  const { documentId, content } = await getDraft(app, slug, language);
  const attempt = { scope: `publish ${slug} ${scope}`, key, body: { effectiveFrom }, language };
  try {
    return await once(
      app,
      attempt,
      async (db) => {
        const before = await findLatestVersion(db, slug);
        if (effectiveFrom !== undefined && effectiveFrom !== content.effectiveFrom)
          await saveEffectiveFrom(app.strapi, documentId, effectiveFrom);
        await publishDraft(app.strapi, documentId);
        const version = await findLatestVersion(db, slug);
        if (!version) throw new Error(`Penerbitan ${slug} tidak meninggalkan versi`);
        return {
          version: version.number,
          effectiveFrom: version.effectiveFrom,
          created: version.id !== before?.id,
          findings: await checkDefinition(app, db, version.definition),
        };
      },
      inStrapiTransaction,
    );
  } catch (error) {
    const findings = findingsOf(error);
    if (!findings) throw error;
    const [first] = findings;
    const sentence = first ? `${first.where}: ${first.what}` : '';
    return refuse('publish-refused', definitionsText[language].refused(sentence, Math.max(0, findings.length - 1)), { findings });
  }
}

/** What differs between two versions, or between a version and the draft. */
export async function compareVersions(app: App, slug: string, from: string, to: string, language: Language): Promise<Comparison> {
  const resolve = (version: string) => getDefinition(app, slug, version === 'draft' ? version : Number(version), language);
  return { from, to, changes: compareDefinitions(await resolve(from), await resolve(to)) };
}
