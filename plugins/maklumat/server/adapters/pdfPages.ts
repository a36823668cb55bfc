import { inflateSync } from 'node:zlib';

/** Inflated bytes read of one file, at most, and what a stream costs at least (defaults of the product): kilobytes can be made to inflate to gigabytes. */
const inflateBudget = 33_554_432;
const leastCost = 16_384;

interface Dictionary {
  type?: string;
  isChild?: boolean;
  count?: number;
  hasSize?: boolean;
  isLocked?: boolean;
}
interface Found {
  /** A root of a page tree was met. */
  hasTree: boolean;
  /** A trailer names an encryption. */
  isLocked: boolean;
  /** Pages of the last page tree met; an updated file carries its newer tree further on. */
  count?: number;
  /** Where the contents of compressed object streams begin. */
  objectStreams: number[];
  /** Index of the tree that `count` is from. */
  at: number;
}

const token =
  /<<|>>(?:\s{0,9}(stream\r?\n))?|\bendobj\b|\/Type\s{0,9}\/(Pages|ObjStm)\b|\/(?:Parent|Size|Encrypt)\b|\/Count\s{1,9}(\d{1,6})\b(?!\s{1,9}\d{1,9}\s{1,9}R\b)/g;

/** Reads dictionaries in one pass over a PDF's text: roots of page trees are those of type Pages without a parent, trailers those that have a size. */
function scan(text: string): Found {
  const found: Found = { hasTree: false, isLocked: false, objectStreams: [], at: -1 };
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
    else if (word === '/Size') dictionary.hasSize = true;
    else if (word === '/Encrypt') dictionary.isLocked = true;
    else {
      open.pop();
      if (stream !== undefined && dictionary.type === 'ObjStm') found.objectStreams.push(match.index + word.length);
      if (dictionary.isLocked && dictionary.hasSize) found.isLocked = true;
      if (dictionary.type !== 'Pages' || dictionary.isChild) continue;
      found.hasTree = true;
      if (dictionary.count === undefined) continue;
      found.count = dictionary.count;
      found.at = match.index;
    }
  }
  return found;
}

/** Bytes at the end in which a reader looks for where the cross-references are, and how far off it may be told (as common readers do). */
const tailLength = 1_024;
const slack = 32;

/** Whether the file ends as a PDF does and its cross-references are where it says; one that was cut off has lost both. */
function isWhole(text: string): boolean {
  const [, told] = /startxref\s{1,9}(\d{1,10})\s{1,9}%%EOF[^%]*$/.exec(text.slice(-tailLength)) ?? [];
  if (told === undefined || Number(told) >= text.length) return false;
  const place = text.slice(Math.max(0, Number(told) - slack), Number(told) + slack);
  return /\bxref\b|\d\s{1,9}\d{1,5}\s{1,9}obj\b/.test(place);
}

/**
 * Whether a PDF can be opened, and how many pages it says it has; the number is undefined where it cannot be told. Only its outside is read: the end, the
 * trailers and the root of the page tree, in the file and in its compressed object streams, within a fixed budget. Whole PDF libraries inflate whatever an upload
 * tells them to, and a file of 400 kB held the server for seconds.
 */
export function readPdf(content: Buffer): { pages: number | undefined } | { fault: 'damaged' | 'locked' } {
  const text = content.toString('latin1');
  if (!isWhole(text)) return { fault: 'damaged' };
  const plain = scan(text);
  if (plain.isLocked) return { fault: 'locked' };
  let { hasTree, count } = plain;
  let budget = inflateBudget;
  for (const start of plain.objectStreams) {
    const inflated = budget > 0 ? inflate(content.subarray(start), budget) : undefined;
    if (inflated === undefined) {
      // In another encoding, or beyond the budget: what is not read might be the newer tree.
      count = undefined;
      break;
    }
    budget -= Math.max(inflated.length, leastCost);
    const packed = scan(inflated.toString('latin1'));
    hasTree ||= packed.hasTree;
    if (start > plain.at) count = packed.count ?? count;
  }
  if (!hasTree) return { fault: 'damaged' };
  return { pages: count === undefined || count < 1 ? undefined : count };
}

/** Bytes behind the end of the compressed data do not matter. */
function inflate(compressed: Buffer, limit: number): Buffer | undefined {
  try {
    return inflateSync(compressed, { maxOutputLength: limit });
  } catch {
    return undefined;
  }
}
