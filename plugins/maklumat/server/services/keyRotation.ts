import { privacyText } from '../../core/language/privacy';
import type { Vault } from '../adapters/vault';
import { database, inTransaction } from '../repositories/database';
import { countKeys, lockForeign, saveSealed, sealedTables, type SealedRow, type SealedTable } from '../repositories/sealed';
import type { App } from './app';
import { refuse } from './refuse';

/** Rows that one transaction seals anew. */
const batch = 500;

export interface RotationProgress {
  /** Values sealed anew so far, of how many. */
  done: number;
  total: number;
}

export interface Rotation {
  /** Id of the key that seals now. */
  key: string;
  /** Values sealed anew by this run. */
  resealed: number;
  /** Values that are still under another key, by its id: another process sealed them meanwhile. */
  remaining: Record<string, number>;
  /** Keys at hand under which nothing is sealed any more. */
  unused: string[];
}

/** A row with every value under the first key, and how many of them were not. */
function reseal(vault: Vault, { columns }: SealedTable, row: SealedRow): { row: SealedRow; count: number } {
  const [current] = vault.keyIds;
  const foreign = columns.flatMap((column): [string, string][] => {
    const value = row[column];
    return typeof value === 'string' && vault.keyOf(value) !== current ? [[column, value]] : [];
  });
  const fresh = foreign.map(([column, value]): [string, string] => [column, vault.seal(vault.open(value))]);
  return { row: { ...row, ...Object.fromEntries(fresh) }, count: foreign.length };
}

/** Seals one table anew, so many rows in each transaction; says after each how many values that were. */
async function* rotateTable(app: App, source: SealedTable, round: { limit: number; wait: boolean }): AsyncGenerator<number> {
  const [keyId] = app.vault.keyIds;
  for (let after: SealedRow | undefined, full = true; full;) {
    const rows = await inTransaction(app.strapi, async (db) => {
      const found = await lockForeign(db, source, { keyId, after, ...round });
      const resealed = found.map((row) => reseal(app.vault, source, row));
      if (resealed.length > 0)
        await saveSealed(
          db,
          source,
          resealed.map(({ row }) => row),
        );
      return resealed;
    });
    yield rows.reduce((sum, { count }) => sum + count, 0);
    after = rows.at(-1)?.row;
    full = rows.length === round.limit;
  }
}

/**
 * First in batches, past what others write to just now; then what was passed over, waiting for whoever holds it. One row at a time, since whoever waits for one
 * while holding others may be waited for in turn.
 */
const rounds = [
  { limit: batch, wait: false },
  { limit: 1, wait: true },
] as const;

function underOtherKeys(app: App, counts: ReadonlyMap<string, number>): Map<string, number> {
  const [current] = app.vault.keyIds;
  return new Map([...counts].filter(([key]) => key !== current));
}

/**
 * Seals everything with the first key of MAKLUMAT_KEYS that another one has sealed. What is not under the first key is all that is left to do, so a run that was
 * killed goes on where it was; a server may run beside it, as long as it has both keys. Refuses with `unavailable`, and changes nothing, when
 * something is sealed under a key that is not at hand.
 */
export async function rotateKeys(app: App, tell: (progress: RotationProgress) => void): Promise<Rotation> {
  const db = database(app.strapi);
  const before = underOtherKeys(app, await countKeys(db));
  const missing = [...before].filter(([key]) => !app.vault.keyIds.includes(key));
  if (missing.length > 0) refuse('unavailable', privacyText.id.keysMissing(missing.map(([key, count]) => ({ key, count }))));
  const total = [...before.values()].reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const round of rounds)
    for (const source of sealedTables)
      for await (const count of rotateTable(app, source, round)) {
        done += count;
        if (count > 0) tell({ done, total: Math.max(done, total) });
      }
  const remaining = underOtherKeys(app, await countKeys(db));
  const [key, ...others] = app.vault.keyIds;
  return { key, resealed: done, remaining: Object.fromEntries(remaining), unused: others.filter((id) => !remaining.has(id)) };
}
