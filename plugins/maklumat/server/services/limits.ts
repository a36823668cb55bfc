import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { accountText } from '../../core/language/account';
import type { Language } from '../../core/language/language';
import { database } from '../repositories/database';
import { holdLimit } from '../repositories/limits';
import type { App } from './app';
import { refuse } from './refuse';

/** How long a success is remembered, in seconds: 30 days, as long as a session at most. */
const remembered = 2_592_000;

/** Longest that anybody is held up who tries on and on, in seconds: an address may be shared by many. */
const longest = 3_600;

/**
 * What may be tried how often: so many points within so many seconds (defaults of the product; those of sent codes are content). A whole telephone is
 * held up for a short while only, since anybody can type somebody else's number; who guesses from one address is held up longer, and ever longer with `longest`.
 */
const limits = {
  guessPair: { points: 10, seconds: 900, longest },
  guessPhone: { points: 30, seconds: 300 },
  guessAddress: { points: 60, seconds: 900, longest },
  guessAll: { points: 6_000, seconds: 300 },
  logInPair: { points: 5, seconds: 900, longest },
  logInPhone: { points: 30, seconds: 60 },
  logInAddress: { points: 100, seconds: 900, longest },
  identityRegistration: { points: 10, seconds: 3_600 },
  identityAddress: { points: 100, seconds: 3_600 },
  draft: { points: 120, seconds: 3_600 },
  export: { points: 10, seconds: 3_600 },
  uploadAddress: { points: 2_000, seconds: 600 },
  submitAddress: { points: 2_000, seconds: 600 },
} as const satisfies Record<string, Rate>;

interface Rate {
  points: number;
  seconds: number;
  /** Tries that are refused count on: at each doubling of the points the hold-up doubles, up to so many seconds. */
  longest?: number;
}

/** One thing that is counted: under which name, for whom, and how much is allowed. */
export interface Count {
  name: string;
  /** A number, an address, an id; only its keyed digest is stored. Empty for what is counted over everybody. */
  of: string;
  rate: Rate;
  /** Whoever lately succeeded in this is not held up by what others tried. */
  sparing?: Count;
}

export const count = (name: keyof typeof limits, of = ''): Count => ({ name, of, rate: limits[name] });

function limiter(app: App, { name, rate }: Count): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database(app.strapi),
    storeType: 'knex',
    tableName: 'maklumat_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: rate.points,
    duration: rate.seconds,
  });
}

const keyOf = (app: App, { name, of }: Count): string => (of === '' ? 'all' : app.vault.digest(`limit:${name}:${of}`));

/** Milliseconds that somebody must wait who has tried so often by now. The database counts, so that each doubling is met by exactly one of parallel tries. */
async function hold(app: App, one: Count, tried: RateLimiterRes): Promise<number> {
  const { points, seconds, longest: most } = one.rate;
  const doublings = Math.log2(tried.consumedPoints / points);
  if (most === undefined || !Number.isInteger(doublings)) return tried.msBeforeNext;
  const wait = Math.min(seconds * 2 ** doublings, most) * 1000;
  await holdLimit(database(app.strapi), limiter(app, one).getKey(keyOf(app, one)), Date.parse(app.now()) + wait);
  return Math.max(wait, tried.msBeforeNext);
}

/** A counter that is there as long as a success of this is remembered. */
const successOf = ({ name, of }: Count): Count => ({ name: `${name}Success`, of, rate: { points: 1, seconds: remembered } });

async function isSpared(app: App, { sparing }: Count): Promise<boolean> {
  if (!sparing) return false;
  const success = successOf(sparing);
  return (await limiter(app, success).get(keyOf(app, success))) !== null;
}

/**
 * Counts one try against each in turn, in PostgreSQL and so over all processes; refuses with `too-many-requests` and the seconds to wait. What comes after the one
 * that refuses is not counted: so whoever guesses from one address uses up what is allowed for it and not what is allowed for the telephone.
 * Outside of transactions only: a refused try counts too.
 */
export async function spend(app: App, counts: readonly Count[], language: Language): Promise<void> {
  for (const one of counts) {
    try {
      await limiter(app, one).consume(keyOf(app, one));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      if (await isSpared(app, one)) continue;
      const retryAfter = Math.max(1, Math.ceil((await hold(app, one, reason)) / 1000));
      refuse('too-many-requests', accountText[language].tooMany(retryAfter), { retryAfter });
    }
  }
}

/** Forgets the tries that led to a success, and remembers the success. */
export async function forgive(app: App, counts: readonly Count[]): Promise<void> {
  for (const one of counts) {
    const success = successOf(one);
    await limiter(app, one).delete(keyOf(app, one));
    await limiter(app, success).set(keyOf(app, success), 1, remembered);
  }
}
