import { inflateSync } from 'node:zlib';

/** Inflated bytes read of one file, at most, and what a stream costs at least (defaults of the product): kilobytes can be made to inflate to gigabytes. */
const inflateBudget = 33_554_432;
const leastCost = 16_384;

interface Dictionary {
  type?: string;
  isChild?: boolean;
  count?: number;
}
interface Found {
  /** Pages of the last page tree met; an updated file carries its newer tree further on. */
  count?: number;
  /** Where the contents of compressed object streams begin. */
  objectStreams: number[];
  /** Index of the tree that `count` is from. */
  at: number;
}

const token =
  /<<|>>(?:\s{0,9}(stream\r?\n))?|\bendobj\b|\/Type\s{0,9}\/(Pages|ObjStm)\b|\/Parent\b|\/Count\s{1,9}(\d{1,6})\b(?!\s{1,9}\d{1,9}\s{1,9}R\b)/g;

/** Reads dictionaries in one pass over a PDF's text: roots of page trees are those of type Pages without a parent. */
function scan(text: string): Found {
  const found: Found = { objectStreams: [], at: -1 };
  let open: Dictionary[] = [];
  for (const match of text.matchAll(token)) {
    const [word, stream, type, count] = match;
    const dictionary = open.at(-1);
    if (word === '<<') open.push({});
    // Compressed contents may hold anything, so what seems open ends with the object.
    else if (word === 'endobj') open = [];
    else if (!dictionary) continue;
    else if (type !== undefined) dictionary.type = type;
    else if (count !== undefined) dictionary.count = Number(count);
    else if (word === '/Parent') dictionary.isChild = true;
    else {
      open.pop();
      if (stream !== undefined && dictionary.type === 'ObjStm') found.objectStreams.push(match.index + word.length);
      if (dictionary.type !== 'Pages' || dictionary.isChild || dictionary.count === undefined) continue;
      found.count = dictionary.count;
      found.at = match.index;
    }
  }
  return found;
}

/**
 * How many pages a PDF says it has; undefined when that cannot be read, as in an encrypted file. Only the root of the page tree is looked for,
 * in the file and in its compressed object streams, within a fixed budget: whole PDF libraries inflate whatever an upload tells them to, and a
 * file of 400 kB held the server for seconds.
 */
export function countPages(content: Buffer): number | undefined {
  const { objectStreams, at, count: plain } = scan(content.toString('latin1'));
  let count = plain;
  let budget = inflateBudget;
  for (const start of objectStreams) {
    const inflated = budget > 0 ? inflate(content.subarray(start), budget) : undefined;
    // Encrypted, in another encoding, or beyond the budget: what is not read might be the newer tree.
    if (inflated === undefined) return undefined;
    budget -= Math.max(inflated.length, leastCost);
    if (start > at) count = scan(inflated.toString('latin1')).count ?? count;
  }
  return count === undefined || count < 1 ? undefined : count;
}

/** Bytes behind the end of the compressed data do not matter. */
function inflate(compressed: Buffer, limit: number): Buffer | undefined {
  try {
    return inflateSync(compressed, { maxOutputLength: limit });
  } catch {
    return undefined;
  }
}
