import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Finding } from '../../core/definition/lint';
import { parseDefinition } from '../../core/definition/shape';
import { definitionsText } from '../../core/language/definitions';
import { contentTypeUids } from '../content-types';
import { getDraft } from '../repositories/definitions';
import { channel } from '../repositories/notices';
import { findLatestVersion, insertVersion, lockService } from '../repositories/versions';
import type { Db } from '../repositories/database';
import type { App } from './app';
import { describeCalendarChange } from './calendarChanges';
import { checkDefinition, isError } from './gate';
import { checkConsents, checkOffices, checkRegistration, checkRetentions } from './integrity';
import { canonicalJson, sha256 } from '../adapters/vault';

const uid = 'plugin::maklumat.service';

/** All of them show in a published read, move a deadline, or settle how people register. */
const published: ReadonlySet<string> = new Set(contentTypeUids);
const clocks: ReadonlySet<string> = new Set(['plugin::maklumat.agency', 'plugin::maklumat.calendar', 'plugin::maklumat.holiday']);
const writes: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'publish', 'unpublish', 'discardDraft', 'clone']);

/** The field of the Content Manager that a finding is about; `procedure` there is the JSON of the steps, so the printed one is `mechanism`. */
function fieldOf({ where }: Finding): string {
  const [part = '', , component] = where.split('.');
  if (part !== 'standard') return part;
  return component === 'procedure' ? 'mechanism' : (component ?? part);
}

/**
 * Refuses with Strapi's ValidationError, whose `details.errors` the Content Manager shows at the fields that they name.
 * @param findings those of severity `error`, at least one
 */
function refusePublish(findings: readonly Finding[]): never {
  const fields = new Set(findings.map(fieldOf));
  const [first] = findings;
  throw new errors.ValidationError(definitionsText.id.refused(`${first?.where}: ${first?.what}`, findings.length - 1), {
    kind: 'publish-refused',
    findings,
    errors: [...fields].map((field) => ({
      path: [field],
      message: findings
        .filter((finding) => fieldOf(finding) === field)
        .map(({ what, mend }) => `${what} ${mend}`)
        .join(' · '),
      name: 'ValidationError',
    })),
  });
}

/** The findings of a refusal by the gate; undefined for any other error. */
export function findingsOf(error: unknown): Finding[] | undefined {
  if (!(error instanceof errors.ApplicationError)) return undefined;
  const { details } = error as { details?: { kind?: unknown; findings?: Finding[] } };
  return details?.kind === 'publish-refused' ? (details.findings ?? []) : undefined;
}

/**
 * Freezes the draft as the next version; the same content again makes no new version. In the caller's transaction.
 * What is compared is the content and not the digest kept with the version: a schema that gained a part with a default gives old content a new digest.
 */
async function freeze(app: App, db: Db, documentId: string, publishedBy: string | null): Promise<void> {
  const draft = parseDefinition((await getDraft(app.strapi, documentId)).content);
  if (!draft.ok) refusePublish(draft.findings);
  const { definition } = draft;
  await lockService(db, definition.slug);
  const blocking = (await checkDefinition(app, db, definition)).filter(isError);
  if (blocking.length > 0) refusePublish(blocking);
  const latest = await findLatestVersion(db, definition.slug);
  const content = canonicalJson(definition);
  if (latest && canonicalJson(latest.definition) === content) return;
  await insertVersion(db, { number: (latest?.number ?? 0) + 1, hash: sha256(content), publishedBy, definition });
}

/** What Strapi hands to work in a transaction; nested in another one, the hooks are those of the outermost. */
interface Transaction {
  trx: Db;
  onCommit: (work: () => void) => void;
  onRollback: (work: () => void) => void;
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
    const invalidate = (): void => app().catalogue.invalidate();
    return strapi.db.transaction(async (transaction) => {
      const { trx: db, onCommit, onRollback } = transaction as Transaction;
      const done = await next();
      // What follows in this transaction reads what it wrote; whoever reads after its end, what came of it.
      invalidate();
      onCommit(invalidate);
      onRollback(invalidate);
      await channel.announce(db);
      if (publishes) await freeze(app(), db, documentIdOf(context.params, done), publisherOf(strapi));
      if (context.uid === 'plugin::maklumat.registration') await checkRegistration(strapi, db);
      if (context.uid === 'plugin::maklumat.retention') await checkRetentions(strapi);
      if (context.uid === 'plugin::maklumat.consent') await checkConsents(strapi, db);
      if (clocks.has(context.uid)) {
        await checkOffices(strapi, db);
        await app().jobs.enqueueDeadlines(db, describeCalendarChange(context.action, done));
      }
      return done;
    });
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
