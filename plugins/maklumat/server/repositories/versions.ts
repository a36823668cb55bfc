import { z } from 'zod';
import { ServiceDefinition } from '../../core/definition/schema';
import { isoOf, jsonOf, type Db } from './database';

const table = 'maklumat_version';

/** A frozen version without its definition: enough to know which one is in force. */
const VersionMeta = z
  .object({
    id: z.coerce.number(),
    service: z.string(),
    number: z.int(),
    agency: z.string(),
    effective_from: z.string(),
    published_at: z.date(),
    hash: z.string(),
    listed: z.boolean(),
  })
  .transform(({ effective_from, published_at, ...rest }) => ({ ...rest, effectiveFrom: effective_from, publishedAt: isoOf(published_at) }));
export type VersionMeta = z.infer<typeof VersionMeta>;
export type Version = VersionMeta & { definition: ServiceDefinition };

const WithDefinition = z.object({ definition: z.unknown() });
const meta = (row: unknown): VersionMeta => VersionMeta.parse(row);
const versionOf = (row: unknown): Version => ({
  ...meta(row),
  definition: ServiceDefinition.parse(jsonOf(WithDefinition.parse(row).definition)),
});

const columnsOf = (db: Db) => [
  'id',
  'service',
  'number',
  'agency',
  'effective_from',
  'published_at',
  'hash',
  // Absent from versions that were frozen before services could be unlisted.
  db.raw(`coalesce((definition ->> 'listed')::boolean, true) AS listed`),
];

/** All versions, per service newest first. */
export async function findVersionMetas(db: Db): Promise<VersionMeta[]> {
  const rows: unknown[] = await db(table)
    .select(columnsOf(db))
    .orderBy([{ column: 'service' }, { column: 'number', order: 'desc' }]);
  return rows.map(meta);
}

/** @throws RangeError when there is no such version. */
export async function getVersion(db: Db, id: number): Promise<Version> {
  const row: unknown = await db(table)
    .select([...columnsOf(db), 'definition'])
    .where({ id })
    .first();
  if (!row) throw new RangeError(`Versi ${id} tidak ada`);
  return versionOf(row);
}

/** The newest version of every service, whether its day has come or not. */
export async function findLatestVersions(db: Db): Promise<Version[]> {
  const rows: unknown[] = await db(table)
    .distinctOn('service')
    .select([...columnsOf(db), 'definition'])
    .orderBy([{ column: 'service' }, { column: 'number', order: 'desc' }]);
  return rows.map(versionOf);
}

export async function findLatestVersion(db: Db, service: string): Promise<Version | undefined> {
  const row: unknown = await db(table)
    .select([...columnsOf(db), 'definition'])
    .where({ service })
    .orderBy('number', 'desc')
    .first();
  return row === undefined ? undefined : versionOf(row);
}

/** Two publishers of one service take turns, so that numbers have no gaps and no twin. Held until the transaction ends. */
export async function lockService(db: Db, service: string): Promise<void> {
  await db.raw('SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))', { key: `maklumat.version.${service}` });
}

export async function insertVersion(
  db: Db,
  version: { number: number; hash: string; publishedBy: string | null; definition: ServiceDefinition },
): Promise<void> {
  const { definition } = version;
  await db(table).insert({
    service: definition.slug,
    number: version.number,
    agency: definition.agency,
    effective_from: definition.effectiveFrom,
    definition: JSON.stringify(definition),
    hash: version.hash,
    published_by: version.publishedBy,
  });
}
