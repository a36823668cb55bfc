import type { EditorState } from '@codemirror/state';
import type { z } from 'zod';
import { misfitsOf } from '../../../core/definition/misfits';
import type { EditorText } from '../../../core/language/editor';
import type { Language } from '../../../core/language/language';
import { childrenOf, firstLineOf, nameOf, namePlaceOf, treeOf, type JsonNode } from './text';

/** Something wrong with the text itself, at its place. */
export interface Problem {
  from: number;
  to: number;
  message: string;
}

/** What a text says: its value, or where it cannot be read. An empty text is the value null. */
export type Reading = { ok: true; value: unknown } | { ok: false; problems: Problem[] };

/** Backslashes with what follows; the group is there when JSON does not know it. Nowhere but in text may one stand. */
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(.))/g;

/** Reads the text as JSON. */
export function read(state: EditorState, text: EditorText): Reading {
  const source = state.doc.toString();
  if (source.trim() === '') return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(source) as unknown };
  } catch {
    const escaped = findEscapes(source, text);
    return { ok: false, problems: escaped.length > 0 ? escaped : [findError(state, text)] };
  }
}

const findEscapes = (source: string, text: EditorText): Problem[] =>
  [...source.matchAll(escapes)].flatMap((found) =>
    found[1] === undefined ? [] : [{ from: found.index, to: found.index + 2, message: text.problem.escape }],
  );

/** The first place that the parser could not make sense of; those after it mostly follow from it. */
function findError(state: EditorState, text: EditorText): Problem {
  let found: Problem | undefined;
  treeOf(state)
    .cursor()
    .iterate(({ type, from, to }) => {
      if (type.isError) found ??= { from, to: Math.min(Math.max(to, from + 1), state.doc.length), message: text.problem.syntax };
      return found === undefined;
    });
  return found ?? { from: 0, to: state.doc.length, message: text.problem.syntax };
}

/** Properties written twice: of those JSON keeps the last without a word. */
export function findTwins(state: EditorState, text: EditorText): Problem[] {
  const problems: Problem[] = [];
  const look = (node: JsonNode): void => {
    const seen = new Set<string>();
    for (const child of childrenOf(node)) {
      const name = child.name === 'Property' ? nameOf(state, child) : undefined;
      const key = child.getChild('PropertyName');
      if (name !== undefined && key && seen.has(name)) problems.push({ from: key.from, to: key.to, message: text.problem.twice(name) });
      if (name !== undefined) seen.add(name);
      look(child);
    }
  };
  look(treeOf(state));
  return problems;
}

/** Holds a value that could be read against the schema of its part; every problem stands at the place it is about. */
export function findMisfits(state: EditorState, value: unknown, schema: z.ZodType, language: Language): Problem[] {
  return misfitsOf(schema, value, language).map(({ path, property, message }) => {
    const place = property === undefined ? undefined : namePlaceOf(state, path, property);
    return { ...(place ?? firstLineOf(state, path)), message };
  });
}
