import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bundleOf } from '../../plugins/maklumat/core/definition/bundle';
import { sameValue } from '../../plugins/maklumat/core/definition/changes';
import { compareDefinitions, type Change } from '../../plugins/maklumat/core/definition/compare';
import { ServiceDefinition } from '../../plugins/maklumat/core/definition/schema';
import { parseDefinition } from '../../plugins/maklumat/core/definition/shape';
import { aField, aForm, aService } from '../../plugins/maklumat/core/testing/builders';

const directory = join(__dirname, '../../database/seeds/services');
const seeds = readdirSync(directory).map((file) => ServiceDefinition.parse(JSON.parse(readFileSync(join(directory, file), 'utf8'))));

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
type Json = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every object and list of a value, the value itself first. */
function nodesOf(value: unknown): Json[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

/** One edit somewhere in a copy: a text or number changed, an item taken away, or two neighbours swapped. */
function edited(definition: ServiceDefinition, where: number, which: number, how: 'change' | 'remove' | 'swap'): unknown {
  const changed = copy<unknown>(definition);
  const nodes = nodesOf(changed);
  const node = nodes[where % nodes.length] ?? [];
  const keys = Object.keys(node);
  const key = keys[which % Math.max(1, keys.length)];
  if (key === undefined) return changed;
  if (Array.isArray(node)) {
    const index = Number(key);
    if (how === 'remove') node.splice(index, 1);
    else if (how === 'swap') node.splice(index, 2, ...node.slice(index, index + 2).reverse());
    else if (typeof node[index] === 'string') node[index] = `${node[index]} juga`;
    return changed;
  }
  const value = node[key];
  if (how === 'remove') delete node[key];
  else if (typeof value === 'string') node[key] = `${value}x`;
  else if (typeof value === 'number') node[key] = value + 1;
  else if (typeof value === 'boolean') node[key] = !value;
  return changed;
}

const anEdit = fc.record({
  seed: fc.nat(seeds.length - 1),
  where: fc.nat(100_000),
  which: fc.nat(1_000),
  how: fc.constantFrom('change' as const, 'remove' as const, 'swap' as const),
});

const mirrored = (changes: readonly Change[]): string[] =>
  changes.map(({ kind }) => ({ added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' })[kind]).sort();

describe('a comparison', () => {
  it.each(seeds.map((seed) => [seed.slug, seed] as const))(
    'finds nothing between %s and itself, whatever the order of its keys',
    (_slug, seed) => {
      expect(compareDefinitions(seed, ServiceDefinition.parse(asStored(seed)))).toEqual([]);
    },
  );

  it('finds something exactly when something was edited, and the same the other way round', () => {
    fc.assert(
      fc.property(anEdit, ({ seed, where, which, how }) => {
        const before = seeds[seed];
        const after = ServiceDefinition.safeParse(before && edited(before, where, which, how));
        fc.pre(before !== undefined && after.success);
        if (!before || !after.success) return;
        const changes = compareDefinitions(before, after.data);
        expect(changes.length > 0).toBe(!sameValue(before, after.data));
        const back = compareDefinitions(after.data, before);
        expect(back.map(({ kind }) => kind as string).sort()).toEqual(mirrored(changes));
        for (const { where: place, label } of changes) {
          expect(place).not.toBe('');
          expect(label).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a service that was not there names all that it has', () => {
    const changes = compareDefinitions(null, aService());
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['added']));
    expect(changes.map(({ where }) => where)).toEqual(expect.arrayContaining(['name', 'form.nama', 'procedure.periksa', 'clock.duration']));
  });
});

const summary = (changes: readonly Change[]) => changes.map(({ where, kind, label }) => `${kind} ${where} · ${label}`);

describe('places are named by keys', () => {
  const before = aService();

  it('a label of a field', () => {
    const form = aForm({ fields: [aField('text', { key: 'nama', label: 'Nama lengkap', required: true }), ...fieldsOf(before).slice(1)] });
    expect(compareDefinitions(before, aService({ form }))).toEqual([
      { where: 'form.nama.label', kind: 'changed', before: 'Nama', after: 'Nama lengkap', label: 'Isian "Nama lengkap": label' },
    ]);
  });

  it('a step in the middle is one change', () => {
    const after = copy(before);
    const [first, second, third] = after.procedure.steps;
    if (!first || !second || !third) throw new Error('three steps');
    after.procedure.steps = [first, second, { ...third, key: 'telaah', title: 'Menelaah' }, third];
    expect(summary(compareDefinitions(before, after))).toEqual(['added procedure.telaah · Langkah "Menelaah"']);
  });

  it('an outcome of a step', () => {
    const after = copy(before);
    const outcome = after.procedure.steps[1]?.outcomes[1];
    if (outcome) outcome.reason = 'optional';
    expect(compareDefinitions(before, after)).toEqual([
      {
        where: 'procedure.periksa.belum-lengkap.reason',
        kind: 'changed',
        before: 'required',
        after: 'optional',
        label: 'Langkah "Petugas memeriksa permohonan", hasil "Belum lengkap": alasan',
      },
    ]);
  });

  it('a field that moves to another section keeps its name', () => {
    const [nama, keperluan] = fieldsOf(before);
    if (!nama || !keperluan) throw new Error('two fields');
    const form = aForm({
      sections: [
        { key: 'permohonan', title: 'Permohonan', fields: [keperluan] },
        { key: 'pemohon', title: 'Pemohon', fields: [nama] },
      ],
    });
    expect(compareDefinitions(before, aService({ form }))).toEqual([
      expect.objectContaining({ where: 'form.pemohon', kind: 'added', label: 'Bagian "Pemohon"' }),
      {
        where: 'form.nama',
        kind: 'moved',
        before: { position: 1, section: 'permohonan' },
        after: { position: 2, section: 'pemohon' },
        label: 'Isian "Nama"',
      },
    ]);
  });

  it('the fewest that moved', () => {
    const [ordered, moved] = ['abcd', 'dabc'].map((keys) => aService({ rules: [...keys].map(ruleOf) }));
    expect(ordered && moved && compareDefinitions(ordered, moved)).toEqual([
      { where: 'rules.d', kind: 'moved', before: { position: 4 }, after: { position: 1 }, label: 'Aturan "d"' },
    ]);
  });

  it('a line of the standard that another one replaced', () => {
    const after = copy(before);
    after.standard.servicePoint.requirements = ['Kartu keluarga', ...before.standard.servicePoint.requirements.slice(1)];
    expect(compareDefinitions(before, after)).toEqual([
      {
        where: 'standard.servicePoint.requirements.0',
        kind: 'changed',
        before: before.standard.servicePoint.requirements[0],
        after: 'Kartu keluarga',
        label: 'A1. Persyaratan, butir 1',
      },
    ]);
  });
});

function fieldsOf(definition: ReturnType<typeof aService>) {
  return definition.form.sections.flatMap((section) => section.fields);
}

const ruleOf = (key: string): ServiceDefinition['rules'][number] => ({
  key,
  priority: 100,
  when: { fact: 'answers.nama', operator: 'isFilled', value: true },
  then: { type: 'warn' },
  sentence: 'Mohon diperiksa lagi.',
});

describe('a bundle', () => {
  it.each(seeds.map((seed) => [seed.slug, seed] as const))(
    'of %s reads back as the same text, whatever order the database gives its keys in',
    (_slug, seed) => {
      const text = JSON.stringify(bundleOf(seed));
      expect(JSON.stringify(bundleOf(ServiceDefinition.parse(asStored(JSON.parse(text)))))).toBe(text);
      expect(compareDefinitions(seed, bundleOf(seed))).toEqual([]);
    },
  );

  it('has the answers of an example in the order of the form', () => {
    const answers = { keperluan: 'Untuk laporan warga', asing: 1, nama: 'Siti' };
    const example = { name: 'Siti memohon', at: '2026-01-05T09:00:00+07:00', answers, facts: {}, expect: { eligible: true } };
    const definition = aService({ examples: [example] });
    expect(Object.keys(bundleOf(definition).examples[0]?.answers ?? {})).toEqual(['nama', 'keperluan', 'asing']);
  });
});

/** Objects with their keys as a jsonb column gives them back: the shorter first. */
function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStored);
  if (!isNode(value)) return value;
  const keys = Object.keys(value).sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, asStored((value as Record<string, unknown>)[key])]));
}

describe('what is no definition', () => {
  it('is told at the place where it stands, by keys', () => {
    const broken = copy<unknown>(aService()) as { procedure: { steps: { outcomes: { to?: unknown; langkah?: string }[] }[] } };
    Object.assign(broken.procedure.steps[1]?.outcomes[0] ?? {}, { to: 7, langkah: 'jawab' });
    const parsed = parseDefinition(broken);
    expect(parsed.ok ? [] : parsed.findings.map(({ where, severity }) => [where, severity])).toEqual(
      expect.arrayContaining([
        ['procedure.periksa.lengkap.to', 'error'],
        ['procedure.periksa.lengkap.langkah', 'error'],
      ]),
    );
  });

  it.each([null, 'teks', 7, [], {}])('%j is refused with findings', (value) => {
    expect(parseDefinition(value).ok).toBe(false);
  });
});
