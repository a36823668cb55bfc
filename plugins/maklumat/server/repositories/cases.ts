import { z } from 'zod';
import { CaseActor, CaseFact, type CaseEvent } from '../../core/case/events';
import { CaseStatus } from '../../core/case/status';
import type { CaseProjection } from '../../core/case/view';
import type { Vault } from '../adapters/vault';
import { canonicalJson, sha256 } from '../adapters/vault';
import { isoOf, jsonOf, type Db } from './database';

/** A row of the register, as it stands without its events. */
export const CaseRow = z
  .object({
    id: z.coerce.number(),
    number: z.string(),
    service: z.string(),
    version_id: z.coerce.number(),
    agency: z.string(),
    tracking_hash: z.string(),
    received_at: z.date(),
    last_sequence: z.int(),
    status: CaseStatus,
    step: z.string().nullable(),
    position: z.string().nullable(),
    deadline_at: z.date().nullable(),
    clock_started_at: z.date().nullable(),
    clock_stopped_at: z.date().nullable(),
    closed_at: z.date().nullable(),
    assignee: z.int().nullable(),
    applicant_id: z.uuid().nullable(),
    erased_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    service: row.service,
    versionId: row.version_id,
    agency: row.agency,
    trackingHash: row.tracking_hash,
    receivedAt: isoOf(row.received_at),
    lastSequence: row.last_sequence,
    status: row.status,
    step: row.step,
    position: row.position,
    deadlineAt: row.deadline_at ? isoOf(row.deadline_at) : null,
    clockStartedAt: row.clock_started_at ? isoOf(row.clock_started_at) : null,
    clockStoppedAt: row.clock_stopped_at ? isoOf(row.clock_stopped_at) : null,
    closedAt: row.closed_at ? isoOf(row.closed_at) : null,
    assignee: row.assignee,
    /** Whose case it is, when a registered applicant filed it. */
    applicantId: row.applicant_id,
    erasedAt: row.erased_at ? isoOf(row.erased_at) : null,
  }));
export type CaseRow = z.infer<typeof CaseRow>;

const projected = (projection: CaseProjection) => ({
  status: projection.status,
  step: projection.step,
  position: projection.position,
  deadline_at: projection.deadlineAt,
  clock_started_at: projection.clockStartedAt,
  clock_stopped_at: projection.clockStoppedAt,
  closed_at: projection.closedAt,
  assignee: projection.assignee,
  escalate_at: projection.escalateAt,
});

/** The next number of a service in a year; the row lock makes a second submission wait, so there are no gaps and no twins. */
export async function takeNumber(db: Db, service: string, year: number): Promise<number> {
  const result: { rows: { last: number }[] } = await db.raw(
    `INSERT INTO maklumat_number (service, year, last) VALUES (:service, :year, 1)
     ON CONFLICT (service, year) DO UPDATE SET last = maklumat_number.last + 1 RETURNING last`,
    { service, year },
  );
  const [row] = result.rows;
  if (!row) throw new Error('Nomor pendaftaran tidak dapat diambil');
  return row.last;
}

export interface NewCase {
  number: string;
  service: string;
  versionId: number;
  agency: string;
  trackingHash: string;
  receivedAt: string;
  applicantKeys: readonly string[];
  applicantId: string | null;
  projection: CaseProjection;
}

export async function insertCase(db: Db, fresh: NewCase): Promise<number> {
  const rows: { id: string }[] = await db('maklumat_case')
    .insert({
      number: fresh.number,
      service: fresh.service,
      version_id: fresh.versionId,
      agency: fresh.agency,
      tracking_hash: fresh.trackingHash,
      received_at: fresh.receivedAt,
      applicant_id: fresh.applicantId,
      last_sequence: 1,
      ...projected(fresh.projection),
    })
    .returning('id');
  const id = Number(rows[0]?.id);
  const keys = [...new Set(fresh.applicantKeys)].map((key) => ({ key, case_id: id }));
  if (keys.length > 0) await db('maklumat_case_applicant').insert(keys);
  return id;
}

/** Moves the projection on; false when somebody else wrote first, and then nothing was changed. */
export async function advanceCase(db: Db, id: number, expected: number, sequence: number, projection: CaseProjection): Promise<boolean> {
  const changed: number = await db('maklumat_case')
    .where({ id, last_sequence: expected })
    .update({ last_sequence: sequence, ...projected(projection) });
  return changed === 1;
}

export async function findCase(db: Db, number: string): Promise<CaseRow | undefined> {
  const row: unknown = await db('maklumat_case').where({ number }).first();
  return row === undefined ? undefined : CaseRow.parse(row);
}

/** The cases of an applicant, or one case, held until the transaction ends. */
export async function lockCases(db: Db, of: { applicantId: string } | { id: number }): Promise<CaseRow[]> {
  const rows: unknown[] = await db('maklumat_case')
    .where('id' in of ? of : { applicant_id: of.applicantId })
    .orderBy('id')
    .forUpdate();
  return z.array(CaseRow).parse(rows);
}

const Outlived = z
  .object({ id: z.coerce.number(), version_id: z.coerce.number() })
  .transform((row) => ({ id: row.id, versionId: row.version_id }));

/** Cases that ended before an instant and still have their personal part, in the order of their ids. */
export async function findOutlived(db: Db, closedBefore: string, after: number, limit: number): Promise<z.infer<typeof Outlived>[]> {
  const rows: unknown[] = await db('maklumat_case')
    .where('closed_at', '<', closedBefore)
    .whereNull('erased_at')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select('id', 'version_id');
  return z.array(Outlived).parse(rows);
}

/** Open cases of an agency, for recomputing what was projected from its calendar. */
export async function findOpenCases(db: Db, after: number, limit: number): Promise<CaseRow[]> {
  const rows: unknown[] = await db('maklumat_case').whereNull('clock_stopped_at').where('id', '>', after).orderBy('id').limit(limit);
  return z.array(CaseRow).parse(rows);
}

/** Cases whose next report to another position has fallen due, the longest waiting first. */
export async function findEscalating(db: Db, now: string, limit: number): Promise<CaseRow[]> {
  const rows: unknown[] = await db('maklumat_case').where('escalate_at', '<=', now).orderBy('escalate_at').limit(limit);
  return z.array(CaseRow).parse(rows);
}

/** Open cases of the applicant whom one of these keyed digests names. */
export async function countOpenCases(db: Db, keys: readonly string[], service: string): Promise<{ all: number; sameService: number }> {
  if (keys.length === 0) return { all: 0, sameService: 0 };
  const result: { rows: unknown[] } = await db.raw(
    `SELECT count(*)::int AS all, (count(*) FILTER (WHERE service = ?))::int AS "sameService"
     FROM maklumat_case WHERE closed_at IS NULL AND id IN (SELECT case_id FROM maklumat_case_applicant WHERE key = ANY (?))`,
    [service, [...keys]],
  );
  return z.object({ all: z.int(), sameService: z.int() }).parse(result.rows[0]);
}

/** Brings the projection in line with today's calendar; false when the case was changed meanwhile, and then nothing was written. */
export async function refreshProjection(db: Db, id: number, expected: number, projection: CaseProjection): Promise<boolean> {
  const changed: number = await db('maklumat_case').where({ id, last_sequence: expected }).update(projected(projection));
  return changed === 1;
}

/** Whether an event says what the applicant said, at the counter too. */
const isByApplicant = (actor: CaseActor): boolean => actor.kind === 'applicant' || (actor.kind === 'staff' && actor.forApplicant === true);

/**
 * What an event says of a person, kept apart from the record; the rest stays in it. The reasons of an office's decisions are part of what was decided;
 * those of an applicant are the applicant's own words.
 */
function split({ fact, actor }: CaseEvent): { data: Record<string, unknown>; personal: Record<string, unknown> | null } {
  const { type: _type, ...rest } = fact;
  const personalKeys = ['answers', 'text', 'title', ...(isByApplicant(actor) ? ['reason'] : [])];
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  const personal = entries.filter(([key]) => personalKeys.includes(key));
  return {
    data: Object.fromEntries(entries.filter(([key]) => !personalKeys.includes(key))),
    personal: personal.length > 0 ? Object.fromEntries(personal) : null,
  };
}

/** What stands in for the personal part once it was erased; reasons are simply not given. */
const blank: Readonly<Record<string, Record<string, unknown>>> = {
  submitted: { answers: {} },
  supplied: { answers: {} },
  decided: { answers: {} },
  noted: { text: '' },
  messaged: { text: '' },
  attached: { title: '' },
};

/** Adds events to a record, in their order. */
export async function appendEvents(db: Db, vault: Vault, caseId: number, events: readonly CaseEvent[]): Promise<void> {
  for (const event of events) await appendEvent(db, vault, caseId, event);
}

async function appendEvent(db: Db, vault: Vault, caseId: number, event: CaseEvent): Promise<void> {
  const previous = await db<{ case_id: number; sequence: number; hash: string }>('maklumat_case_event')
    .where({ case_id: caseId, sequence: event.sequence - 1 })
    .first('hash');
  const { data, personal } = split(event);
  const recorded = personal ? { ...data, personalDigest: vault.digest(canonicalJson(personal)) } : data;
  const hash = sha256(
    canonicalJson({
      previous: previous?.hash ?? null,
      sequence: event.sequence,
      type: event.fact.type,
      at: isoOf(event.at),
      actor: event.actor,
      data: recorded,
    }),
  );
  await db('maklumat_case_event').insert({
    case_id: caseId,
    sequence: event.sequence,
    type: event.fact.type,
    at: event.at,
    actor: JSON.stringify(event.actor),
    data: JSON.stringify(recorded),
    previous: previous?.hash ?? null,
    hash,
  });
  if (personal) await db('maklumat_case_personal').insert({ case_id: caseId, sequence: event.sequence, sealed: vault.seal(personal) });
}

interface EventRow {
  sequence: number;
  type: string;
  at: Date;
  actor: unknown;
  data: unknown;
  sealed: string | null;
}

/** The whole record of a case, oldest first, personal parts opened, or blank where they were erased. */
export async function findEvents(db: Db, vault: Vault, caseId: number): Promise<CaseEvent[]> {
  const rows: EventRow[] = await db('maklumat_case_event as event')
    .leftJoin('maklumat_case_personal as personal', (join) =>
      join.on('personal.case_id', 'event.case_id').andOn('personal.sequence', 'event.sequence'),
    )
    .where('event.case_id', caseId)
    .orderBy('event.sequence')
    .select('event.sequence', 'event.type', 'event.at', 'event.actor', 'event.data', 'personal.sealed');
  return rows.map((row) => {
    const { personalDigest, ...data } = z.record(z.string(), z.unknown()).parse(jsonOf(row.data));
    const erased = row.sealed === null && personalDigest !== undefined;
    const personal = row.sealed === null ? {} : z.record(z.string(), z.unknown()).parse(vault.open(row.sealed));
    return {
      sequence: row.sequence,
      at: isoOf(row.at),
      actor: CaseActor.parse(jsonOf(row.actor)),
      fact: CaseFact.parse({ type: row.type, ...(erased ? blank[row.type] : {}), ...data, ...personal }),
      ...(erased ? { erased } : {}),
    };
  });
}
