import { z } from 'zod';
import { isoOf, type Db } from './database';

const table = 'maklumat_booking';

/** PostgreSQL's code for a row that an exclusion constraint refuses. */
const exclusionViolation = '23P01';
const DatabaseError = z.object({ code: z.literal(exclusionViolation) });

const Occupied = z
  .object({ resource: z.string(), unit: z.int(), from: z.date(), to: z.date() })
  .transform((row) => ({ ...row, from: isoOf(row.from), to: isoOf(row.to) }));
/** One unit of a resource, taken over a half-open interval of ISO instants. */
export type Occupied = z.infer<typeof Occupied>;

const ScheduledBooking = z
  .object({
    unit: z.int(),
    reserved_for: z.string(),
    from: z.date(),
    to: z.date(),
    offered: z.boolean(),
    number: z.string(),
    service: z.string(),
    version_id: z.coerce.number(),
  })
  .transform(({ reserved_for, version_id, ...row }) => ({
    ...row,
    reservedFor: reserved_for,
    versionId: version_id,
    from: isoOf(row.from),
    to: isoOf(row.to),
  }));
export type ScheduledBooking = z.infer<typeof ScheduledBooking>;

const during = (db: Db) => [db.raw('lower(during) AS "from"'), db.raw('upper(during) AS "to"')];

/** Those who book one of these resources take turns until their transactions end; sorted, so that two with a shared crew do not block each other. */
export async function lockResources(db: Db, resources: readonly string[]): Promise<void> {
  for (const resource of [...new Set(resources)].sort())
    await db.raw('SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))', { key: `maklumat.resource.${resource}` });
}

/** What is taken of the resources anywhere within [from, to), offers included. Instants are ISO. */
export async function findOccupied(db: Db, query: { resources: readonly string[]; from: string; to: string }): Promise<Occupied[]> {
  const rows: unknown[] = await db(table)
    .select('resource', 'unit', ...during(db))
    .whereIn('resource', [...query.resources])
    .whereNull('released_at')
    .whereRaw(`during && tstzrange(:from, :to, '[)')`, { from: query.from, to: query.to });
  return z.array(Occupied).parse(rows);
}

/**
 * Takes one unit of each given resource for a case, all or none; false when the database refuses one as overlapping, and then the caller's
 * transaction is still usable.
 */
export async function insertBookings(
  db: Db,
  booking: { caseId: number; reservedFor: string; from: string; to: string; offered: boolean },
  units: readonly { resource: string; unit: number }[],
): Promise<boolean> {
  try {
    await db.transaction(async (savepoint) => {
      await savepoint(table).insert(
        units.map(({ resource, unit }) => ({
          resource,
          unit,
          reserved_for: booking.reservedFor,
          case_id: booking.caseId,
          during: savepoint.raw(`tstzrange(:from, :to, '[)')`, { from: booking.from, to: booking.to }),
          offered: booking.offered,
        })),
      );
    });
    return true;
  } catch (error) {
    if (DatabaseError.safeParse(error).success) return false;
    throw error;
  }
}

/** Lets go of what a case holds, of one asked-for resource with its crew or of all. Returns how many units became free. */
export async function releaseBookings(db: Db, caseId: number, reservedFor?: string): Promise<number> {
  return db(table)
    .where({ case_id: caseId, ...(reservedFor === undefined ? {} : { reserved_for: reservedFor }) })
    .whereNull('released_at')
    .update({ released_at: db.fn.now() });
}

/** Makes what was offered to a case firm. Returns how many units that were. */
export async function acceptBookings(db: Db, caseId: number): Promise<number> {
  return db(table).where({ case_id: caseId, offered: true }).whereNull('released_at').update({ offered: false });
}

/** Bookings of a resource that touch [from, to), earliest first, with the case that each is for. */
export async function findSchedule(db: Db, resource: string, from: string, to: string): Promise<ScheduledBooking[]> {
  const rows: unknown[] = await db(`${table} as booking`)
    .join('maklumat_case as holder', 'holder.id', 'booking.case_id')
    .select(
      'booking.unit',
      'booking.reserved_for',
      'booking.offered',
      ...during(db),
      'holder.number',
      'holder.service',
      'holder.version_id',
    )
    .where('booking.resource', resource)
    .whereNull('booking.released_at')
    .whereRaw(`during && tstzrange(:from, :to, '[)')`, { from, to })
    .orderByRaw('lower(during), booking.unit');
  return z.array(ScheduledBooking).parse(rows);
}
