import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { lint, type Finding } from '../../core/definition/lint';
import { runExamples } from '../../core/definition/examples';
import type { ServiceDefinition } from '../../core/definition/schema';
import { findDraftDefinition } from '../repositories/definitions';
import { channel } from '../repositories/notices';
import { findLatestVersion, insertVersion, lockService } from '../repositories/versions';
import { inStrapiTransaction, type Db } from '../repositories/database';
import type { App } from './app';
import { checkOffices } from './integrity';
import { canonicalJson, sha256 } from '../adapters/vault';

const uid = 'plugin::maklumat.service';

/** Content types whose change shows in a published read or moves a deadline. */
const published: ReadonlySet<string> = new Set(
  ['agency', 'unit', 'position', 'calendar', 'holiday', 'area', 'decree', 'charter', 'service'].map((name) => `plugin::maklumat.${name}`),
);
const clocks: ReadonlySet<string> = new Set(['plugin::maklumat.agency', 'plugin::maklumat.calendar', 'plugin::maklumat.holiday']);
const writes: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'publish', 'unpublish', 'discardDraft', 'clone']);

function refusePublish(findings: readonly Finding[]): never {
  const first = findings.map((finding) => `${finding.where}: ${finding.what}`).join(' · ');
  throw new errors.ApplicationError(`Belum dapat diterbitkan. ${first}`, { kind: 'publish-refused', findings });
}

/** Holds a definition against the gate; findings stop the publishing. */
export async function checkDefinition(app: App, definition: ServiceDefinition): Promise<Finding[]> {
  const snapshot = await app.catalogue.snapshot();
  const known = {
    positions: new Set(snapshot.positions.keys()),
    units: new Set(snapshot.units.keys()),
    agencies: new Set(snapshot.agencies.map((agency) => agency.slug)),
  };
  const findings = lint(definition, known);
  if (findings.length > 0) return findings;
  const agency = snapshot.agencies.find((candidate) => candidate.slug === definition.agency);
  const calendar = agency?.calendar && snapshot.calendars.get(agency.calendar.slug);
  if (!calendar)
    return [{ where: 'agency', what: 'Perangkat daerah belum memiliki kalender kerja.', mend: 'Pilih kalender pada Perangkat daerah.' }];
  return runExamples(definition, calendar, snapshot.areaCodes);
}

/** Freezes the draft as the next version; the same content again makes no new version. In the caller's transaction. */
async function freeze(app: App, db: Db, documentId: string, publishedBy: string | null): Promise<void> {
  const draft = await findDraftDefinition(app.strapi, documentId);
  if (!draft.ok) refusePublish(draft.findings);
  const { definition } = draft;
  const findings = await checkDefinition(app, definition);
  if (findings.length > 0) refusePublish(findings);
  await lockService(db, definition.slug);
  const latest = await findLatestVersion(db, definition.slug);
  const hash = sha256(canonicalJson(definition));
  if (latest?.hash === hash) return;
  await insertVersion(db, { number: (latest?.number ?? 0) + 1, hash, publishedBy, definition });
}

/**
 * Puts the gate in front of Strapi's own publish action, whichever way it is called, and tells readers of every change of content.
 * The check, the frozen version and Strapi's publish are one transaction: a refusal leaves the draft a draft and the public side as it was.
 */
export function guardPublishing(strapi: Core.Strapi, app: () => App): void {
  strapi.documents.use(async (context, next) => {
    if (!published.has(context.uid) || !writes.has(context.action)) return next();
    const publishes =
      context.uid === uid && (context.action === 'publish' || ('status' in context.params && context.params.status === 'published'));
    const result = await inStrapiTransaction(strapi, async (db) => {
      const done = await next();
      if (publishes) {
        const documentId = documentIdOf(context.params, done);
        await freeze(app(), db, documentId, publisherOf(strapi));
      }
      if (clocks.has(context.uid)) {
        await checkOffices(strapi, db);
        await app().jobs.enqueueDeadlines(db);
      }
      return done;
    });
    app().catalogue.invalidate();
    await channel.announce(strapi);
    return result;
  });
}

function documentIdOf(params: object, result: unknown): string {
  if ('documentId' in params && typeof params.documentId === 'string') return params.documentId;
  if (typeof result === 'object' && result !== null && 'documentId' in result && typeof result.documentId === 'string')
    return result.documentId;
  throw new Error('Penerbitan tanpa documentId');
}

/** The admin user of the present request; null when a program publishes (seeding). */
function publisherOf(strapi: Core.Strapi): string | null {
  const user: unknown = strapi.requestContext.get()?.state.user;
  return typeof user === 'object' && user !== null && 'id' in user ? `admin:${String(user.id)}` : null;
}
