import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { linter, lintGutter, lintKeymap, type Diagnostic, type LintSource } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { z } from 'zod';
import type { EditorText } from '../../../core/language/editor';
import type { Language } from '../../../core/language/language';
import { pathOfPlace, type Finding } from './findings';
import { findMisfits, findTwins, read } from './problems';
import { firstLineOf } from './text';

/** Milliseconds without a keystroke after which the text is held against the schema. */
const checkDelay = 300;

/** Colours come from the theme of the admin, so that they follow it into the dark. */
const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--json-name)' },
  { tag: tags.string, color: 'var(--json-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--json-word)' },
]);

/** Tells the editor what the publish gate says about its part. */
export const setFindings = StateEffect.define<readonly Finding[]>();

const findings = StateField.define<readonly Finding[]>({
  create: () => [],
  update: (before, { effects }) => effects.reduce((now, effect) => (effect.is(setFindings) ? effect.value : now), before),
});

/** Marks what cannot be read; when all can be, what does not fit the schema, and the findings of the gate at their places. */
function checkOf(schema: z.ZodType, text: EditorText, language: Language): LintSource {
  return ({ state }): Diagnostic[] => {
    const reading = read(state, text);
    if (!reading.ok) return reading.problems.map((problem) => ({ ...problem, severity: 'error' }));
    const misfits = reading.value === null ? [] : findMisfits(state, reading.value, schema, language);
    const problems = [...findTwins(state, text), ...misfits];
    // What does not fit has the gate say the same once more.
    if (problems.length > 0) return problems.map((problem) => ({ ...problem, severity: 'error' }));
    return state.field(findings).map(({ severity, where, what }) => {
      return { ...firstLineOf(state, pathOfPlace(reading.value, where)), severity, message: what };
    });
  };
}

const isToldAnew = (update: ViewUpdate): boolean => update.startState.field(findings) !== update.state.field(findings);

interface Options {
  schema: z.ZodType;
  text: EditorText;
  language: Language;
  completion: CompletionSource;
}

/** Everything of the editor that stays as it is while the text is edited. */
export function extensionsOf({ schema, text, language, completion }: Options): Extension {
  return [
    EditorState.phrases.of(text.phrases),
    json(),
    syntaxHighlighting(colors),
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    highlightSpecialChars(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    history(),
    search({ top: true }),
    EditorView.lineWrapping,
    placeholder(text.placeholder),
    autocompletion({ override: [completion], icons: false }),
    findings,
    linter(checkOf(schema, text, language), { delay: checkDelay, needsRefresh: isToldAnew }),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      // Ctrl+Enter saves the document in the frame around.
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      indentWithTab,
    ]),
  ];
}
