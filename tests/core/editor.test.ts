import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { completionOf } from '../../plugins/maklumat/admin/src/fields/completion';
import { findingsOf, pathOfPlace } from '../../plugins/maklumat/admin/src/fields/findings';
import { isSame, pretty } from '../../plugins/maklumat/admin/src/fields/pretty';
import { findMisfits, findTwins, read } from '../../plugins/maklumat/admin/src/fields/problems';
import type { Draft } from '../../plugins/maklumat/admin/src/fields/references';
import { shapesOf } from '../../plugins/maklumat/admin/src/fields/shape';
import { placeOf } from '../../plugins/maklumat/admin/src/fields/text';
import { partNames, type PartName } from '../../plugins/maklumat/core/definition/parts';
import { partSchemas } from '../../plugins/maklumat/core/definition/partSchemas';
import { editorText } from '../../plugins/maklumat/core/language/editor';
import { misfitText } from '../../plugins/maklumat/core/language/misfits';
import { root } from '../support/root';

const text = editorText.id;
const folder = join(root, 'database', 'seeds', 'services');
const bundles = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<PartName, unknown>);
const shapes = Object.fromEntries(partNames.map((part) => [part, shapesOf(partSchemas[part])])) as Record<
  PartName,
  ReturnType<typeof shapesOf>
>;

const stateOf = (doc: string): EditorState => EditorState.create({ doc, extensions: [json()] });

/** Each problem as "line: message". */
function problemsIn(part: PartName, doc: string): string[] {
  const state = stateOf(doc);
  const reading = read(state, text);
  const problems = reading.ok
    ? [...findTwins(state, text), ...findMisfits(state, reading.value, partSchemas[part], 'id')]
    : reading.problems;
  return problems.map(({ from, message }) => `${state.doc.lineAt(from).number}: ${message}`);
}

const draft: Draft = {
  form: {
    sections: [
      {
        key: 'pemohon',
        title: 'Pemohon',
        fields: [
          { key: 'nama', label: 'Nama', type: 'text' },
          {
            key: 'jenis',
            label: 'Jenis pemohon',
            type: 'choice',
            options: [
              { value: 'perorangan', label: 'Perorangan' },
              { value: 'lembaga', label: 'Lembaga' },
            ],
          },
        ],
      },
    ],
  },
  procedure: {
    intake: 'petugas-loket',
    steps: [
      {
        key: 'pengajuan',
        title: 'Pengajuan',
        actor: { kind: 'applicant' },
        status: 'returned',
        outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'periksa' }],
      },
      {
        key: 'periksa',
        title: 'Pemeriksaan',
        actor: { kind: 'position', position: 'kepala-bidang' },
        status: 'processing',
        outcomes: [{ key: 'lengkap', label: 'Lengkap', end: 'completed' }],
      },
    ],
  },
  messages: { diterima: { subject: 'Permohonan diterima', body: 'Permohonan {number}.' } },
  rules: [
    {
      key: 'tolak-luar',
      when: { fact: 'answers.nama', operator: 'isFilled', value: true },
      then: { type: 'refuse' },
      sentence: 'Ditolak.',
    },
  ],
};

/** What is offered where the bar stands in the text. */
function offered(part: PartName, marked: string): string[] {
  const position = marked.indexOf('|');
  const state = stateOf(marked.replace('|', ''));
  const source = completionOf({ part, shapes: shapes[part], text, draft: () => draft });
  const result = source(new CompletionContext(state, position, true)) as CompletionResult | null;
  return result?.options.map(({ label }) => label) ?? [];
}

describe('the text of a part', () => {
  it('says the same as the value, for every part of every service that is shipped', () => {
    for (const bundle of bundles) {
      for (const part of partNames) {
        const value = bundle[part] ?? null;
        const written = pretty(value, shapes[part]);
        const reading = read(stateOf(written), text);
        expect(reading.ok && reading.value).toEqual(value);
      }
    }
  });

  it('is the same whatever order the database gives the properties in, and names things first', () => {
    const one = { sections: [{ key: 'a', title: 'A', fields: [{ key: 'nama', type: 'text', label: 'Nama' }] }] };
    const other = { sections: [{ fields: [{ label: 'Nama', type: 'text', key: 'nama' }], title: 'A', key: 'a' }] };
    expect(isSame(one, other, shapes.form)).toBe(true);
    expect(pretty(other, shapes.form)).toContain('{ "key": "nama", "type": "text", "label": "Nama" }');
  });

  it('is empty for a part that is not there', () => {
    expect(pretty(null, shapes.clock)).toBe('');
    expect(read(stateOf(' \n'), text)).toEqual({ ok: true, value: null });
  });
});

describe('problems', () => {
  it('name the line of a comma that is missing', () => {
    expect(problemsIn('rules', '[\n  { "key": "a"\n    "priority": 1 }\n]')).toEqual([`3: ${text.problem.syntax}`]);
  });
  it('name a backslash that JSON does not take', () => {
    expect(problemsIn('form', '{ "sections": "^\\d+$" }')).toEqual([`1: ${text.problem.escape}`]);
  });
  it('name a property that is written twice', () => {
    expect(
      problemsIn(
        'messages',
        '{\n  "a": { "subject": "Satu", "body": "Sepuluh huruf" },\n  "a": { "subject": "Satu", "body": "Sepuluh huruf" }\n}',
      ),
    ).toEqual([`3: ${text.problem.twice('a')}`]);
  });
  it('name what is missing, unknown or no choice, at its own line', () => {
    const doc = `[
  {
    "key": "Rute",
    "prioritas": 5,
    "when": { "all": [{ "fact": "answers.nama",
      "operator": "sama", "value": "x" }] },
    "then": { "type": "rute" }
  }
]`;
    const problems = problemsIn('rules', doc);
    expect(problems).toHaveLength(5);
    expect(problems).toContain(`2: ${misfitText.id.missing('sentence')}`);
    expect(problems).toContain(`3: ${misfitText.id.pattern.ruleKey}`);
    expect(problems).toContain(`4: ${misfitText.id.unknown('prioritas')}`);
    expect(problems.find((problem) => problem.startsWith('6: Isinya harus salah satu dari: is, isNot'))).toBeDefined();
    expect(problems.find((problem) => problem.startsWith('7: Isinya harus salah satu dari: refuse, require'))).toBeDefined();
  });
  it('are about the alternative that was meant', () => {
    const doc = '[{ "key": "a", "when": { "fact": "channel", "operator": "is" }, "then": { "type": "refuse" }, "sentence": "Ditolak." }]';
    expect(problemsIn('rules', doc)).toEqual([`1: ${misfitText.id.missing('value')}`]);
  });
  it('are none in any service that is shipped', () => {
    for (const bundle of bundles)
      for (const part of partNames) {
        const value = bundle[part];
        if (value != null) expect(problemsIn(part, pretty(value, shapes[part]))).toEqual([]);
      }
  });
});

describe('completion', () => {
  it('offers the properties that are not there yet', () => {
    const names = offered('rules', '[{ "key": "a", | }]');
    expect(names).toEqual(expect.arrayContaining(['when', 'then', 'sentence', 'priority']));
    expect(names).not.toContain('key');
  });
  it('offers the properties of the alternative that its type names', () => {
    expect(offered('rules', '[{ "then": { "type": "route", "|" } }]').sort()).toEqual(['position', 'unit']);
  });
  it('offers every type while one is being chosen', () => {
    expect(offered('rules', '[{ "then": { "type": "|" } }]')).toEqual(expect.arrayContaining(['refuse', 'route', 'notify']));
    expect(offered('rules', '[{ "then": { "type": "ro|" } }]')).toContain('route');
  });
  it('offers the words of a choice, in text that is broken all around', () => {
    expect(offered('clock', '{ "start": "|\n  "duration": ')).toEqual(['receipt', 'completion', 'disposition', 'forwarding', 'schedule']);
  });
  it('offers the steps as targets, and positions as recipients', () => {
    const outcome = (rest: string): string => `{ "steps": [{ "outcomes": [{ "key": "x", ${rest} }] }] }`;
    expect(offered('procedure', outcome('"to": "|"'))).toEqual(['pengajuan', 'periksa']);
    expect(offered('procedure', outcome('"effects": [{ "type": "notify", "to": "|" }]'))).toEqual(['petugas-loket', 'kepala-bidang']);
    expect(offered('procedure', outcome('"effects": [{ "type": "notify", "message": "|" }]'))).toEqual(['diterima']);
  });
  it('offers the facts of this form, and the values that a fact can have', () => {
    expect(offered('rules', '[{ "when": { "fact": "|" } }]')).toEqual(
      expect.arrayContaining(['answers.nama', 'answers.jenis', 'receivedOnWorkingDay']),
    );
    expect(offered('rules', '[{ "when": { "all": [{ "fact": "answers.jenis", "value": "|" }] } }]')).toEqual(['perorangan', 'lembaga']);
    expect(offered('rules', '[{ "when": { "fact": "answers.jenis", "value": ["perorangan", |] } }]')).toEqual(['perorangan', 'lembaga']);
  });
  it('offers the questions of the form as answers of an example', () => {
    expect(offered('examples', '[{ "answers": { "nama": "Siti", "|" } }]')).toEqual(['jenis']);
    expect(offered('examples', '[{ "expect": { "refusals": ["|"] } }]')).toEqual(['tolak-luar']);
  });
  it('offers nothing after a value', () => {
    expect(offered('clock', '{ "start": "receipt" | }')).toEqual([]);
  });
});

describe('the place of a finding', () => {
  it.each([
    ['procedure.periksa.lengkap', ['steps', 1, 'outcomes', 0]],
    ['procedure.intake', ['intake']],
    ['form.jenis', ['sections', 0, 'fields', 1]],
    ['form.jenis.visibleWhen', ['sections', 0, 'fields', 1]],
    ['rules.tolak-luar', [0]],
    ['messages.diterima', ['diterima']],
    ['clock', []],
  ])('%s leads to %j', (where, path) => {
    const [part = ''] = where.split('.');
    expect(pathOfPlace(draft[part as PartName], where)).toEqual(path);
  });

  it('is found in the text', () => {
    const state = stateOf(pretty(draft.procedure, shapes.procedure));
    const { from, to, exact } = placeOf(state, pathOfPlace(draft.procedure, 'procedure.periksa.lengkap'));
    expect(exact).toBe(true);
    expect(state.sliceDoc(from, to)).toContain('"lengkap"');
  });

  it('decides which part shows it, errors first', () => {
    const finding = (severity: 'error' | 'warning', where: string) => ({ severity, where, what: '', why: '', mend: '' });
    const all = [finding('warning', 'rules.a'), finding('error', 'rules'), finding('error', 'rulesOther'), finding('error', 'form.x')];
    expect(findingsOf('rules', all).map(({ where }) => where)).toEqual(['rules', 'rules.a']);
  });
});
