import type { JsonPath } from './text';

/** An object or list that is open at the cursor, and where in it the cursor is. */
export interface Frame {
  kind: 'object' | 'array';
  /** Offset of its opening bracket. */
  start: number;
  /** In an object the property that is being given a value, in a list the place counted from 0. */
  segment: string | number | undefined;
}

/** What is being typed at the cursor, found without needing the text to be whole. */
export interface CursorContext {
  frames: readonly Frame[];
  /** A property's name or a value is expected; `nothing` after a value, or in what is no JSON. */
  expects: 'name' | 'value' | 'nothing';
  /** The word or string at the cursor, quotes included; empty between two words. */
  from: number;
  to: number;
  quoted: boolean;
}

const word = /[\w.+-]/;

/** The end of the string that opens at `start`, after its closing quote; at the end of the line when that is missing. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === '\n') return at;
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && word.test(text[at] ?? '')) at += 1;
  return at;
}

/**
 * Reads the text up to the cursor and tells what belongs there. A reader of its own beside the parser of the editor, because completion is asked
 * for exactly where the text is broken.
 */
export function contextAt(text: string, position: number): CursorContext {
  const frames: Frame[] = [];
  let expects: CursorContext['expects'] = 'value';
  let name = '';
  for (let at = 0; at < position;) {
    const character = text[at] ?? '';
    const frame = frames.at(-1);
    const quoted = character === '"';
    if (quoted || word.test(character)) {
      const end = quoted ? endOfString(text, at) : endOfWord(text, at);
      if (position < end || (position === end && !quoted) || isOpen(text, at, end)) return { frames, expects, from: at, to: end, quoted };
      name = text.slice(at, end);
      expects = 'nothing';
      at = end;
      continue;
    }
    if (character === '{') {
      frames.push({ kind: 'object', start: at, segment: undefined });
      expects = 'name';
    } else if (character === '[') {
      frames.push({ kind: 'array', start: at, segment: 0 });
      expects = 'value';
    } else if (character === '}' || character === ']') {
      frames.pop();
      expects = 'nothing';
    } else if (character === ':' && frame?.kind === 'object') {
      frame.segment = unquoted(name);
      expects = 'value';
    } else if (character === ',' && frame) {
      frame.segment = typeof frame.segment === 'number' ? frame.segment + 1 : undefined;
      expects = frame.kind === 'object' ? 'name' : 'value';
    }
    at += 1;
  }
  return { frames, expects, from: position, to: position, quoted: false };
}

/** A string without its closing quote goes on at the end of its line. */
const isOpen = (text: string, start: number, end: number): boolean => text[start] === '"' && (end === start + 1 || text[end - 1] !== '"');

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
}

/** The path of the value at the cursor, or of the object whose property is being named. */
export function pathOf({ frames, expects }: CursorContext): JsonPath {
  const opened = expects === 'name' ? frames.slice(0, -1) : frames;
  return opened.flatMap(({ segment }) => (segment === undefined ? [] : [segment]));
}
