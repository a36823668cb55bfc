/** One value of a body or an answer: its dotted name, its type in words, and what it means. */
export interface Row {
  name: string;
  type: string;
  required: boolean;
  meaning: string;
}
/** A parameter, which has a place: path, query or header. */
export interface ReadableParameter extends Row {
  place: string;
}

export interface ReadableOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  parameters: ReadableParameter[];
  body: Row[] | null;
  answers: { status: string; rows: Row[] | null }[];
  refusals: { status: string; kinds: string }[];
}

export interface ReadableDocument {
  title: string;
  description: string;
  groups: { tag: string; operations: ReadableOperation[] }[];
}
