import { z } from 'zod';
import { CaseRow } from './cases';
import type { Db } from './database';

export interface QueueFilter {
  /** Services that the person may see at all; an empty list sees nothing. */
  services: readonly string[];
  queue: 'mine' | 'unit' | 'overdue' | 'due-soon' | 'unassigned' | 'all';
  user: number;
  positions: readonly string[];
  unitPositions: readonly string[];
  now: string;
  soon: string;
  service?: string;
  status?: string;
  dueBefore?: string;
  q?: string;
}

/** A queue narrows what the person may see; `mine` is what waits for a position held and is assigned to this person or to nobody. */
function matching(db: Db, filter: QueueFilter) {
  const query = db('maklumat_case').whereIn('service', [...filter.services]);
  switch (filter.queue) {
    case 'mine':
      query
        .whereIn('position', [...filter.positions])
        .where((either) => void either.whereNull('assignee').orWhere('assignee', filter.user));
      break;
    case 'unit':
      query.whereIn('position', [...filter.unitPositions]);
      break;
    case 'overdue':
      query.whereNull('clock_stopped_at').where('deadline_at', '<', filter.now);
      break;
    case 'due-soon':
      query.whereNull('clock_stopped_at').where('deadline_at', '>=', filter.now).where('deadline_at', '<=', filter.soon);
      break;
    case 'unassigned':
      query.whereNull('assignee').whereNull('closed_at');
      break;
    case 'all':
      break;
  }
  if (filter.service) query.where('service', filter.service);
  if (filter.status) query.where('status', filter.status);
  if (filter.dueBefore) query.where('deadline_at', '<', filter.dueBefore).whereNull('clock_stopped_at');
  // A number is matched from its start and without pattern letters, so that the unique index serves.
  if (filter.q) query.whereRaw('starts_with(number, ?)', [filter.q.trim().toUpperCase()]);
  return query;
}

export async function findQueue(db: Db, filter: QueueFilter, page: number, pageSize: number): Promise<{ rows: CaseRow[]; total: number }> {
  const total = await countQueue(db, filter);
  const rows: unknown[] = await matching(db, filter)
    .orderByRaw('clock_stopped_at IS NOT NULL, deadline_at NULLS LAST, id')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: z.array(CaseRow).parse(rows), total };
}

export async function countQueue(db: Db, filter: QueueFilter): Promise<number> {
  const row: { count?: string | number } | undefined = await matching(db, filter).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
