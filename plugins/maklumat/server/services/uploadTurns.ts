import pLimit, { type LimitFunction } from 'p-limit';
import type { Language } from '../../core/language/language';
import { uploadText } from '../../core/language/uploads';
import { refuse } from './refuse';

/**
 * How many uploads one process has under way, altogether and from one address: one that waits unread still holds some 130 kB, so beyond that they are told to come
 * back, and nobody alone can fill the room of all (defaults of the product).
 */
const mostAtOnce = 250;
const mostFromOne = 125;
/** How long they are told to wait, in seconds. */
const comeBackAfter = 30;
/** How many it takes off the wire at a time, altogether and from one address, so that who sends slowly does not keep the others waiting (defaults of the product). */
const reading = pLimit(64);
const readingFromOne = 16;

/** Waits until this address, and then this process, may read another upload. */
export type InTurn = <T>(read: () => Promise<T>) => Promise<T>;

interface Line {
  underWay: number;
  reading: LimitFunction;
}

let underWay = 0;
const lines = new Map<string, Line>();

/**
 * Does the work of one upload, unless this process has its hands full, or full enough of this address: then it refuses with `too-many-requests` before anything is
 * asked of the database, since whoever waits there holds memory.
 */
export async function takeIn<T>(address: string, language: Language, work: (inTurn: InTurn) => Promise<T>): Promise<T> {
  const line = lines.get(address) ?? { underWay: 0, reading: pLimit(readingFromOne) };
  if (underWay >= mostAtOnce || line.underWay >= mostFromOne)
    refuse('too-many-requests', uploadText[language].busy, { retryAfter: comeBackAfter });
  lines.set(address, line);
  underWay += 1;
  line.underWay += 1;
  try {
    return await work((read) => line.reading(() => reading(read)));
  } finally {
    underWay -= 1;
    line.underWay -= 1;
    if (line.underWay === 0) lines.delete(address);
  }
}
