import { z } from 'zod';
import { CaseFact } from '../../core/case/events';
import { ServiceDefinition } from '../../core/definition/schema';
import { differenceKinds, type Difference } from '../../core/rules/replay';
import type { Vault } from '../adapters/vault';
import { isoOf, jsonOf, type Db } from './database';

const table = 'maklumat_replay';
const Kind = z.enum(differenceKinds);
const ReplayRow = z
  .object({
    id: z.uuid(),
    service: z.string(),
    state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
    total: z.int(),
    done: z.int(),
    unreadable: z.int(),
    differing: z.int(),
    kinds: z.unknown(),
    differences: z.unknown(),
    created_at: z.date(),
    finished_at: z.date().nullable(),
  })
  .transform(({ kinds, differences, created_at, finished_at, ...row }) => ({
    ...row,
    kinds: z.partialRecord(Kind, z.int()).parse(jsonOf(kinds)),
    differences: z
      .array(
        z.object({
          number: z.string(),
          version: z.int(),
          changes: z.array(z.object({ kind: Kind, before: z.array(z.string()), after: z.array(z.string()) })),
        }),
      )
      .parse(jsonOf(differences)),
    createdAt: isoOf(created_at),
    finishedAt: finished_at ? isoOf(finished_at) : null,
  }));
export type ReplayRow = z.infer<typeof ReplayRow>;

const columns = ['id', 'service', 'state', 'total', 'done', 'unreadable', 'differing', 'kinds', 'differences', 'created_at', 'finished_at'];

export async function insertReplay(
  db: Db,
  replay: { id: string; definition: ServiceDefinition; total: number; requestedBy: string },
): Promise<void> {
  await db(table).insert({
    id: replay.id,
    service: replay.definition.slug,
    definition: JSON.stringify(replay.definition),
    state: 'queued',
    total: replay.total,
    requested_by: replay.requestedBy,
  });
}

export async function findReplay(db: Db, id: string): Promise<ReplayRow | undefined> {
  const row: unknown = await db(table).select(columns).where({ id }).first();
  return row === undefined ? undefined : ReplayRow.parse(row);
}

/** The draft as it was when the replay was asked for; undefined unless it still waits, or was cut off while running. */
export async function takeReplay(db: Db, id: string): Promise<ServiceDefinition | undefined> {
  const rows: { definition: unknown }[] = await db(table)
    .where({ id })
    .whereIn('state', ['queued', 'running'])
    .update({ state: 'running', done: 0, unreadable: 0, differing: 0, kinds: '{}', differences: '[]' })
    .returning('definition');
  const [row] = rows;
  return row && ServiceDefinition.parse(jsonOf(row.definition));
}

export interface ReplayProgress {
  done: number;
  unreadable: number;
  differing: number;
  kinds: Partial<Record<Difference['kind'], number>>;
  differences: { number: string; version: number; changes: Difference[] }[];
}

/** Writes how far it is; false when the replay was called off meanwhile. */
export async function saveProgress(db: Db, id: string, progress: ReplayProgress): Promise<boolean> {
  const { kinds, differences, ...counts } = progress;
  const changed: number = await db(table)
    .where({ id, state: 'running' })
    .update({ ...counts, kinds: JSON.stringify(kinds), differences: JSON.stringify(differences) });
  return changed === 1;
}

/** Ends a replay that has not ended yet. */
export async function endReplay(db: Db, id: string, state: 'done' | 'cancelled' | 'failed', at: string): Promise<void> {
  await db(table).where({ id }).whereIn('state', ['queued', 'running']).update({ state, finished_at: at });
}

export async function purgeReplays(db: Db, before: string): Promise<number> {
  return db(table).where('created_at', '<', before).delete();
}

export async function countCases(db: Db, service: string): Promise<number> {
  const row: { count?: string | number } | undefined = await db('maklumat_case').where({ service }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

export type SubmittedFact = Extract<CaseFact, { type: 'submitted' }>;

/** A past case with the fact that filed it; null when what the citizen wrote is gone. */
export interface PastCase {
  id: number;
  number: string;
  versionId: number;
  fact: SubmittedFact | null;
}

const PastRow = z.object({
  id: z.coerce.number(),
  number: z.string(),
  version_id: z.coerce.number(),
  data: z.unknown(),
  sealed: z.string().nullable(),
});
const Answers = z.object({ answers: z.record(z.string(), z.unknown()) });

/** The next past cases of a service, by id. */
export async function findPastCases(db: Db, vault: Vault, service: string, after: number, limit: number): Promise<PastCase[]> {
  const rows: unknown[] = await db('maklumat_case as filed')
    .join('maklumat_case_event as event', (join) => void join.on('event.case_id', 'filed.id').andOnVal('event.sequence', 1))
    .leftJoin('maklumat_case_personal as personal', (join) => void join.on('personal.case_id', 'filed.id').andOnVal('personal.sequence', 1))
    .where('filed.service', service)
    .where('filed.id', '>', after)
    .orderBy('filed.id')
    .limit(limit)
    .select('filed.id', 'filed.number', 'filed.version_id', 'event.data', 'personal.sealed');
  return rows.map((given) => {
    const { id, number, version_id, data, sealed } = PastRow.parse(given);
    if (sealed === null) return { id, number, versionId: version_id, fact: null };
    const { personalDigest: _digest, ...recorded } = z.record(z.string(), z.unknown()).parse(jsonOf(data));
    const fact = CaseFact.parse({ type: 'submitted', ...recorded, ...Answers.parse(vault.open(sealed)) });
    return { id, number, versionId: version_id, fact: fact.type === 'submitted' ? fact : null };
  });
}
