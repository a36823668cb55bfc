import type { EditorState } from '@codemirror/state';
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';

/** Property names and places in lists that lead to a value; empty for the whole text. */
export type JsonPath = readonly (string | number)[];

/** A node of the parsed text. */
export type JsonNode = ReturnType<typeof syntaxTree>['topNode'];

/** Milliseconds that parsing may take at once; the longest part of a service needs a few. */
const parseTime = 200;

const valueNames: ReadonlySet<string> = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** The whole text as a tree; broken places are nodes of the type error. */
export function treeOf(state: EditorState): JsonNode {
  return (ensureSyntaxTree(state, state.doc.length, parseTime) ?? syntaxTree(state)).topNode;
}

export function childrenOf(node: JsonNode): JsonNode[] {
  const children: JsonNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const valueIn = (node: JsonNode): JsonNode | undefined => childrenOf(node).find((child) => valueNames.has(child.name));

/** The name that a property's text stands for, quotes and escapes resolved; undefined while it is half typed. */
export function nameOf(state: EditorState, property: JsonNode): string | undefined {
  const name = property.getChild('PropertyName');
  return name ? stringOf(state.sliceDoc(name.from, name.to)) : undefined;
}

function stringOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The object that opens at an offset. */
export function objectAt(state: EditorState, offset: number): JsonNode | undefined {
  const node = treeOf(state).resolve(offset, 1);
  const object = node.name === '{' ? node.parent : node;
  return object?.name === 'Object' ? object : undefined;
}

/** The properties of an object as far as they are typed, with their value where it is a text; the types of things are texts. */
export function membersOf(state: EditorState, object: JsonNode | undefined): Record<string, string | undefined> {
  const members: Record<string, string | undefined> = {};
  for (const property of object?.getChildren('Property') ?? []) {
    const name = nameOf(state, property);
    if (name === undefined) continue;
    const value = valueIn(property);
    members[name] = value?.name === 'String' ? stringOf(state.sliceDoc(value.from, value.to)) : undefined;
  }
  return members;
}

/** Where the value of a path stands. `exact` is false when only a part of the path is there; then it is the last value that is. */
export function placeOf(state: EditorState, path: JsonPath): { from: number; to: number; exact: boolean } {
  let node = valueIn(treeOf(state));
  if (!node) return { from: 0, to: state.doc.length, exact: path.length === 0 };
  for (const segment of path) {
    const next: JsonNode | undefined =
      typeof segment === 'number'
        ? childrenOf(node).filter((child) => valueNames.has(child.name))[segment]
        : propertyValue(state, node, segment);
    if (!next) return { from: node.from, to: node.to, exact: false };
    node = next;
  }
  return { from: node.from, to: node.to, exact: true };
}

function propertyValue(state: EditorState, object: JsonNode, name: string): JsonNode | undefined {
  const property = object.getChildren('Property').find((candidate) => nameOf(state, candidate) === name);
  return property && valueIn(property);
}

/** Where the name of a property stands, in the object at a path; undefined when it is not there. */
export function namePlaceOf(state: EditorState, path: JsonPath, name: string): { from: number; to: number } | undefined {
  const property = objectAt(state, placeOf(state, path).from)
    ?.getChildren('Property')
    .find((candidate) => nameOf(state, candidate) === name);
  const key = property?.getChild('PropertyName');
  return key ? { from: key.from, to: key.to } : undefined;
}

/** Where to mark the value of a path: a long object at its first line only. */
export function firstLineOf(state: EditorState, path: JsonPath): { from: number; to: number } {
  const { from, to } = placeOf(state, path);
  return { from, to: Math.min(to, state.doc.lineAt(from).to) };
}
