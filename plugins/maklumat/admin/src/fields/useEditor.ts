import { useEffect, useRef, useState } from 'react';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorText } from '../../../core/language/editor';
import type { Finding } from './findings';
import { isSame, pretty } from './pretty';
import { read } from './problems';
import { setFindings } from './setup';
import type { Shapes } from './shape';
import { firstLineOf, type JsonPath } from './text';

/** Marks a change that comes from outside, such as a draft that was discarded: it is not reported back. */
const fromOutside = Annotation.define<boolean>();

interface Options {
  /** What the form holds: the value, or the text of one that cannot be read. */
  value: unknown;
  onChange: (value: unknown) => void;
  shapes: Shapes;
  text: EditorText;
  extensions: Extension;
  /** Attributes of the box to type in, for assistive technology; they may depend on whether the text is whole JSON. */
  attributes: (readable: boolean) => Record<string, string>;
  readOnly: boolean;
  findings: readonly Finding[];
}

export interface Editor {
  /** Give it to the element that the editor is to fill. */
  host: (element: HTMLElement | null) => void;
  /** False while the text is no whole JSON. */
  readable: boolean;
  /** The last value that could be read. */
  lastRead: () => unknown;
  format: () => void;
  focus: () => void;
  goTo: (path: JsonPath) => void;
}

const textOf = (value: unknown, shapes: Shapes): string => (typeof value === 'string' ? value : pretty(value, shapes));

/** A CodeMirror editor over a value of the form around it. `extensions` are those of the first time; they do not change. */
export function useEditor({ value, onChange, shapes, text, extensions, attributes, readOnly, findings }: Options): Editor {
  const [element, host] = useState<HTMLElement | null>(null);
  const [readable, setReadable] = useState(true);
  const view = useRef<EditorView>();
  const reported = useRef<unknown>(value);
  const lastRead = useRef<unknown>(typeof value === 'string' ? null : value);
  const [around] = useState(() => new Compartment());
  const current = useRef({ onChange, value });
  current.current = { onChange, value };
  const described = JSON.stringify(attributes(readable));

  useEffect(() => {
    if (!element) return undefined;
    const listener = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      if (!docChanged) return;
      const reading = read(state, text);
      setReadable(reading.ok);
      if (reading.ok) lastRead.current = reading.value;
      if (transactions.some((transaction) => transaction.annotation(fromOutside))) return;
      reported.current = reading.ok ? reading.value : state.doc.toString();
      current.current.onChange(reported.current);
    });
    const doc = textOf(current.current.value, shapes);
    const state = EditorState.create({ doc, extensions: [extensions, around.of([]), listener] });
    setReadable(read(state, text).ok);
    const created = new EditorView({ state, parent: element });
    view.current = created;
    return () => {
      created.destroy();
      view.current = undefined;
    };
  }, [element, shapes, text, extensions, around]);

  useEffect(() => {
    const own = EditorView.contentAttributes.of(JSON.parse(described) as Record<string, string>);
    view.current?.dispatch({ effects: around.reconfigure([own, EditorState.readOnly.of(readOnly)]) });
  }, [element, described, readOnly, around]);

  useEffect(() => {
    view.current?.dispatch({ effects: setFindings.of(findings) });
  }, [element, findings]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || value === reported.current) return;
    reported.current = value;
    const reading = read(editor.state, text);
    const unchanged =
      typeof value === 'string' ? value === editor.state.doc.toString() : reading.ok && isSame(reading.value, value, shapes);
    if (unchanged) return;
    const insert = textOf(value, shapes);
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert }, annotations: fromOutside.of(true) });
  }, [value, element, shapes, text]);

  return {
    host,
    readable,
    lastRead: () => lastRead.current,
    focus: () => view.current?.focus(),
    format() {
      const editor = view.current;
      if (!editor) return;
      const reading = read(editor.state, text);
      if (!reading.ok) return;
      const insert = pretty(reading.value, shapes);
      if (insert !== editor.state.doc.toString()) editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert } });
      editor.focus();
    },
    goTo(path) {
      const editor = view.current;
      if (!editor) return;
      const { from, to } = firstLineOf(editor.state, path);
      editor.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      editor.focus();
    },
  };
}
