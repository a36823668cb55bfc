/** The characters that something can match, of those that are told apart here. */
export type Characters = ReadonlySet<string>;

/** One part of a pattern and how often it occurs: a set of characters, or a group of alternatives. */
export interface Part {
  min: number;
  max: number;
  characters: Characters;
  inner?: readonly Sequence[];
}
export type Sequence = readonly Part[];

/** ASCII, and some that stand for all beyond it: letters with and without case, a digit, a blank, a sign, an emoji. */
const samples = [...Array.from({ length: 128 }, (_, code) => String.fromCodePoint(code)), ...'éÉ中٣\u00A0–€\u2028😀'];

export const overlap = (one: Characters, other: Characters): boolean => [...one].some((character) => other.has(character));

export function charactersOf(part: Part): Characters {
  return part.inner ? new Set(part.inner.flat().flatMap((inner) => [...charactersOf(inner)])) : part.characters;
}

const atom =
  /^(?:\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[^\d1-9kbB])|\[(?:\\.|[^\]\\])*\]|[^\\[\]()*+?{}|^$])/u;
const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/;
const anchor = /^(?:\^|\$|\\[bB])/;
const opening = /^\((?:\?:|\?<[A-Za-z_$][\w$]*>)?(?!\?)/;

/**
 * The parts of a regular expression with the flag `u`; undefined where it looks around or refers back, which is not judged.
 * @param regex one that compiles
 */
export function parsePattern(regex: string): readonly Sequence[] | undefined {
  let rest = regex;
  const take = (token: RegExp): string | undefined => {
    const [found] = token.exec(rest) ?? [];
    if (found !== undefined) rest = rest.slice(found.length);
    return found;
  };

  const alternatives = (): Sequence[] | undefined => {
    const sequences: Part[][] = [[]];
    while (rest !== '' && !rest.startsWith(')')) {
      if (take(/^\|/) !== undefined) {
        sequences.push([]);
        continue;
      }
      if (take(anchor) !== undefined) continue;
      const found = part();
      if (!found) return undefined;
      sequences.at(-1)?.push({ ...found, ...repetition(take(quantifier)) });
    }
    return sequences;
  };

  const part = (): Omit<Part, 'min' | 'max'> | undefined => {
    if (take(opening) !== undefined) {
      const inner = alternatives();
      return inner && take(/^\)/) !== undefined ? { characters: new Set(), inner } : undefined;
    }
    const source = take(atom);
    if (source === undefined) return undefined;
    const matches = new RegExp(`^${source}$`, 'u');
    return { characters: new Set(samples.filter((character) => matches.test(character))) };
  };

  const parsed = alternatives();
  return rest === '' ? parsed : undefined;
}

function repetition(source: string | undefined): { min: number; max: number } {
  const sign = source?.charAt(0);
  if (sign === undefined) return { min: 1, max: 1 };
  if (sign === '*') return { min: 0, max: Infinity };
  if (sign === '+') return { min: 1, max: Infinity };
  if (sign === '?') return { min: 0, max: 1 };
  const [, min = '0', comma, max = ''] = /^\{(\d+)(,)?(\d*)\}/.exec(source ?? '') ?? [];
  return { min: Number(min), max: comma === undefined ? Number(min) : max === '' ? Infinity : Number(max) };
}
