import {
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { PartName } from '../../../core/definition/parts';
import type { EditorText } from '../../../core/language/editor';
import { contextAt, pathOf, type CursorContext, type Frame } from './cursor';
import { factsOf, kindAt, kindOfNamesAt, referencesOf, type Draft } from './references';
import type { Shape, Shapes } from './shape';
import { membersOf, objectAt } from './text';

interface Options {
  part: PartName;
  shapes: Shapes;
  text: EditorText;
  /** The whole service as it stands in the editors. */
  draft: () => Draft;
}

type Members = Readonly<Record<string, string | undefined>>;

/** The properties of the object that a frame stands for. The one that is being given a value says nothing yet. */
function membersAt(state: EditorState, frame: Frame | undefined): Members {
  if (frame?.kind !== 'object') return {};
  const members = membersOf(state, objectAt(state, frame.start));
  return frame.segment === undefined ? members : { ...members, [frame.segment]: undefined };
}

/** What may stand in the innermost object or list at the cursor, and the properties that object has already. */
function surroundings(state: EditorState, { frames }: CursorContext, shapes: Shapes): { fitting: Shape[]; members: Members } {
  let fitting = shapes.fitting(shapes.root, membersAt(state, frames[0]));
  frames.forEach((frame, depth) => {
    const next = frames[depth + 1];
    if (next && frame.segment !== undefined) fitting = shapes.fitting(shapes.inside(fitting, frame.segment), membersAt(state, next));
  });
  return { fitting, members: membersAt(state, frames.at(-1)) };
}

/** Puts a name or value into the place of the word at the cursor, quotes included, and the cursor `back` characters before its end. */
function replaceWord(cursor: CursorContext, insert: string, back = 0, again = false): Completion['apply'] {
  return (view: EditorView, _completion, _from, to) => {
    const end = cursor.quoted ? Math.max(to, contextAt(view.state.doc.toString(), to).to) : to;
    view.dispatch({
      changes: { from: cursor.from, to: end, insert },
      selection: { anchor: cursor.from + insert.length - back },
      scrollIntoView: true,
      userEvent: 'input.complete',
    });
    if (again) startCompletion(view);
  };
}

/** An empty value of what may stand somewhere, and how far before its end the cursor belongs. */
function starter(possible: readonly Shape[]): { insert: string; back: number } {
  const [first] = possible;
  if (possible.length === 1 && first?.const !== undefined) return { insert: JSON.stringify(first.const), back: 0 };
  if (first?.type === 'object') return { insert: '{}', back: 1 };
  if (first?.type === 'array') return { insert: '[]', back: 1 };
  if (first?.type === 'string') return { insert: '""', back: 1 };
  return { insert: '', back: 0 };
}

function nameOptions(state: EditorState, cursor: CursorContext, { part, shapes, text, draft }: Options): Completion[] {
  const { fitting, members } = surroundings(state, cursor, shapes);
  const following = state.sliceDoc(cursor.to).trimStart();
  const hasValue = following.startsWith(':');
  const comma = following.startsWith('"') ? ',' : '';
  const option = (name: string, more: Partial<Completion>): Completion => {
    const { insert, back } = starter(shapes.inside(fitting, name));
    const quoted = JSON.stringify(name);
    const apply = hasValue ? replaceWord(cursor, quoted) : replaceWord(cursor, `${quoted}: ${insert}${comma}`, back + comma.length, true);
    return { label: name, type: 'property', apply, ...more };
  };
  const kind = kindOfNamesAt(part, pathOf(cursor));
  const open = kind ? referencesOf(kind, draft()).map(({ key, label }) => option(key, { detail: label })) : [];
  const declared = [...new Set(fitting.flatMap((shape) => Object.keys(shape.properties ?? {})))].map((name) => {
    const required = fitting.some((shape) => shape.required?.includes(name) === true);
    const info = shapes.inside(fitting, name).find(({ description }) => description !== undefined)?.description;
    return option(name, { ...(required ? { detail: text.required, boost: 1 } : {}), ...(info === undefined ? {} : { info }) });
  });
  return [...declared, ...open].filter(({ label }) => !(label in members));
}

function valueOptions(state: EditorState, cursor: CursorContext, { shapes, draft }: Options): Completion[] {
  const { fitting } = surroundings(state, cursor, shapes);
  const segment = cursor.frames.at(-1)?.segment;
  const possible = segment === undefined ? fitting : shapes.inside(fitting, segment);
  const option = (value: unknown, more: Partial<Completion> = {}): Completion => ({
    label: String(value),
    type: 'enum',
    apply: replaceWord(cursor, JSON.stringify(value)),
    ...more,
  });
  const constants = possible.flatMap((shape) => {
    const info = shape.description === undefined ? {} : { info: shape.description };
    const values: unknown[] = shape.const !== undefined ? [shape.const] : shape.type === 'boolean' ? [true, false] : (shape.enum ?? []);
    return values.map((value) => option(value, info));
  });
  const path = pathOf(cursor);
  const siblings = membersAt(
    state,
    cursor.frames.findLast(({ kind }) => kind === 'object'),
  );
  // The values to compare with are those that the fact of the same condition can have.
  if (path.findLast((part) => typeof part === 'string') === 'value') {
    const fact = factsOf(draft()).get(siblings.fact ?? '');
    const answers = fact?.options?.map(({ value, label }) => option(value, { detail: label })) ?? [];
    return [...answers, ...(fact?.kind === 'boolean' ? [option(true), option(false)] : []), ...constants];
  }
  const kind = kindAt(path, siblings);
  const references = kind ? referencesOf(kind, draft()).map(({ key, label }) => option(key, { type: 'constant', detail: label })) : [];
  const opened = possible.filter(({ type }) => type === 'object' || type === 'array').map((shape) => starter([shape]));
  const openers = [...new Set(opened.map(({ insert }) => insert))].map((insert): Completion => ({
    label: insert,
    type: 'keyword',
    apply: replaceWord(cursor, insert, 1),
  }));
  return [...constants, ...references, ...openers];
}

/** Completion of names and values from the schema of the part, and of the keys that the service itself has. */
export function completionOf(options: Options): CompletionSource {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const cursor = contextAt(state.doc.toString(), pos);
    if (cursor.expects === 'nothing' || (!explicit && cursor.from === pos)) return null;
    const found = cursor.expects === 'name' ? nameOptions(state, cursor, options) : valueOptions(state, cursor, options);
    const unique = [...new Map(found.map((completion) => [completion.label, completion])).values()];
    return unique.length === 0 ? null : { from: cursor.quoted ? cursor.from + 1 : cursor.from, options: unique, validFor: /^[\w.-]*$/ };
  };
}
