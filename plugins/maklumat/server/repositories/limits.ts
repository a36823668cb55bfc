import type { Db } from './database';

/** Holds a counter until this instant (milliseconds since 1970) unless it is held longer already. */
export async function holdLimit(db: Db, key: string, until: number): Promise<void> {
  await db('maklumat_limit').where({ key }).where('expire', '<', until).update({ expire: until });
}

/** Counters whose time has passed count nothing; the library keeps their end as milliseconds since 1970. */
export async function purgeLimits(db: Db, now: string): Promise<number> {
  return db('maklumat_limit').where('expire', '<', Date.parse(now)).delete();
}
