import fc from 'fast-check';
import type { z } from 'zod';
import { Clock, Procedure } from '../../plugins/maklumat/core/definition/procedure';
import { ServiceDefinition, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { Form } from '../../plugins/maklumat/core/form/schema';
import { Rule } from '../../plugins/maklumat/core/rules/schema';
import { stating } from './lintService';
import { seededServices } from './seededServices';

const steps = ['ajukan', 'dua', 'tiga', 'empat', 'lima'];
const statuses = ['submitted', 'registered', 'processing', 'scheduled', 'answered'];
const units = ['minutes', 'hours', 'clockHours', 'days', 'workingDays', 'weeks'];
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });
/** JSON has no undefined: what was not drawn is left out. */
const parse = <T extends z.ZodType>(schema: T, drawn: unknown): z.infer<T> => schema.parse(JSON.parse(JSON.stringify(drawn)));

const comparing = (fact: string, operators: readonly string[], values: readonly unknown[]) =>
  fc.record({ fact: fc.constant(fact), operator: fc.constantFrom(...operators), value: fc.constantFrom(...values) });
const known = ['isFilled', 'isEmpty'];
const ofAnswers = [
  comparing('answers.jenis', ['is', 'isNot'], ['a', 'b']),
  comparing('answers.usia', ['lessThan', 'atLeast'], [17, 60]),
  comparing('answers.usia', known, [true]),
  comparing('answers.mulai', known, [true]),
];
const ofReceipt = [
  comparing('receivedTime', ['before', 'onOrAfter'], ['12:00']),
  comparing('daysUntil.mulai', ['lessThan', 'atLeast'], [3]),
  comparing('openCases.all', ['atLeast'], [1, 2]),
];
/** What does not belong together: a fact that is not there, an operator or a value of another type. */
const odd = comparing('answers.tiada', ['isFilled', 'before'], [true, 'a', 3]);

const conditionOf = (comparisons: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> => {
  const comparison = fc.oneof({ weight: 60, arbitrary: fc.oneof(...comparisons) }, odd);
  return fc.oneof(
    { weight: 3, arbitrary: comparison },
    fc.array(comparison, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    fc.array(comparison, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    comparison.map((not) => ({ not })),
  );
};
const formCondition = conditionOf(ofAnswers.slice(0, 1));
const stepCondition = conditionOf([
  ...ofAnswers,
  comparing('decisions.hasil', ['is', 'isNot'], ['a', 'b']),
  comparing('decisions.hasil', known, [true]),
]);
const ruleCondition = conditionOf([...ofAnswers, ...ofReceipt]);

const choice = (key: string) => ({
  key,
  type: 'choice',
  label: `Perkara ${key}`,
  options: ['a', 'b'].map((value) => ({ value, label: value })),
});
const always = fc.tuple(
  fc.record({ required: fc.boolean() }).map((drawn) => ({ ...choice('jenis'), ...drawn })),
  fc
    .record({ required: fc.boolean(), visibleWhen: maybe(formCondition) })
    .map((drawn) => ({ key: 'usia', type: 'number', label: 'Usia', min: 0, max: 120, ...drawn })),
  fc
    .record({ required: fc.boolean(), requiredWhen: maybe(formCondition) })
    .map((drawn) => ({ key: 'mulai', type: 'dateTime', label: 'Mulai perkara', ...drawn })),
);
const others = fc.subarray([
  { key: 'surat', type: 'file', label: 'Surat perkara' },
  { key: 'kode', type: 'text', label: 'Kode perkara', documentCode: true },
  { key: 'email', type: 'email', label: 'Email' },
  {
    key: 'anggota',
    type: 'group',
    label: 'Nama anggota',
    fields: [{ key: 'namaAnggota', type: 'text', label: 'Nama anggota', required: true }],
  },
]);
const form = fc.tuple(always, others).map(([usual, more]) =>
  parse(Form, {
    sections: [{ key: 'isian', title: 'Isian', fields: [{ key: 'nama', type: 'text', label: 'Nama', required: true }, ...usual, ...more] }],
  }),
);

const effect = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('startClock', 'pauseClock', 'resumeClock', 'stopClock', 'releaseReservation').map((type) => ({ type })),
  },
  fc.constant({ type: 'acceptReservation' }),
  fc.constantFrom('answered', 'returned').map((message) => ({ type: 'notify', message })),
  fc.boolean().map((offer) => ({ type: 'reserve', resource: 'ruang', startField: 'mulai', minutes: 60, offer })),
  fc.constant({ type: 'issueDocument', document: 'surat' }),
);
const outcomeTo = (keys: readonly string[]) =>
  fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...keys).map((to) => ({ to })) },
      fc.constantFrom('completed', 'rejected').map((end) => ({ end })),
    ),
    fc.record({
      when: fc.option(stepCondition, { nil: undefined, freq: 3 }),
      reason: fc.constantFrom('none', 'optional', 'required'),
      fields: fc.constantFrom([], [], [choice('hasil')], [{ key: 'mulai', type: 'dateTime', label: 'Jadwal', required: true }]),
      effects: fc.array(effect, { maxLength: 2 }),
    }),
  );
const actor = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('petugas', 'atasan').map((position) => ({ kind: 'position', position })) },
  fc.constantFrom('applicant', 'system').map((kind) => ({ kind })),
);
const stepTo = (keys: readonly string[]) =>
  fc.record({
    actor,
    status: fc.constantFrom(...statuses),
    allowance: maybe(fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('seconds', ...units) })),
    outcomes: fc.array(outcomeTo(keys), { maxLength: 2 }),
    starts: fc.boolean(),
  });
/** Steps that lead on to the next, at times by way of others; some turn in circles, some lead nowhere. */
const procedure = fc.integer({ min: 2, max: steps.length }).chain((size) =>
  fc.array(stepTo([...steps.slice(0, size), ...steps.slice(1, size)]), { minLength: size, maxLength: size }).map((drawn) =>
    parse(Procedure, {
      intake: 'petugas',
      objection: { within: { amount: 30, unit: 'workingDays' }, addressee: 'atasan', basis: 'UU 25/2009' },
      steps: drawn.map(({ outcomes, starts, ...rest }, index) => ({
        ...rest,
        key: steps[index],
        title: `Langkah ${index + 1}`,
        ...(index === 0 ? { actor: { kind: 'applicant' }, status: 'returned' } : {}),
        outcomes: [
          ...outcomes.map(([where, ways], way) => ({ key: `hasil-${way}`, label: `Hasil ${way}`, ...where, ...ways })),
          index === size - 1
            ? { key: 'selesai', label: 'Selesai', end: 'completed', fields: [choice('hasil')] }
            : { key: 'terus', label: 'Terus', to: steps[index + 1], effects: index === 0 && starts ? [{ type: 'startClock' }] : [] },
        ],
      })),
    }),
  ),
);

const duration = fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...units) });
const words: Record<string, string> = {
  minutes: 'menit',
  hours: 'jam',
  clockHours: 'jam',
  days: 'hari',
  workingDays: 'hari kerja',
  weeks: 'minggu',
};
const clock = fc
  .record({ start: fc.constantFrom('receipt', 'receipt', 'disposition', 'schedule'), duration, extension: maybe(duration) })
  .map(({ start, duration: given, extension }) =>
    parse(Clock, {
      start,
      startField: start === 'schedule' ? 'mulai' : undefined,
      duration: given,
      extension: extension && { duration: extension, limit: 2, position: 'petugas' },
      basis: 'Keputusan Nomor 1 Tahun 2026',
    }),
  );

const decision = fc.oneof(
  fc.constantFrom('refuse', 'warn').map((type) => ({ type })),
  fc.constantFrom('usia', 'mulai').map((name) => ({ type: 'require', field: name })),
  fc.constantFrom('layanan', 'arsip').map((unit) => ({ type: 'route', unit, position: 'petugas' })),
  duration.map((promised) => ({ type: 'promise', duration: promised })),
  fc.integer({ min: 50, max: 150 }).map((after) => ({ type: 'escalate', after, position: 'atasan' })),
);
const rules = fc.array(fc.record({ when: ruleCondition, then: decision }), { maxLength: 4 }).map((drawn) => [
  parse(Rule, {
    key: 'rute-umum',
    priority: 1,
    when: { fact: 'receivedAt', operator: 'isFilled', value: true },
    then: { type: 'route', unit: 'layanan', position: 'petugas' },
    sentence: 'Semua permohonan ditangani petugas.',
  }),
  ...drawn.map((each, index) =>
    parse(Rule, { key: `aturan-${index}`, priority: 100 + index, sentence: 'Karena aturan ini berlaku.', ...each }),
  ),
]);

/** Small services of every shape that the schema takes, most of them broken somewhere. */
export const drawnService: fc.Arbitrary<OperableDefinition> = fc.record({ form, procedure, clock, rules }).map((drawn) => {
  const { duration: given, extension } = drawn.clock;
  const time = [given, extension?.duration].flatMap((each) => (each ? [`${each.amount} ${words[each.unit] ?? ''}`] : []));
  return stating(
    { completionTime: time.join(', ') },
    { ...drawn, documents: { surat: { title: 'Surat keterangan', body: 'Nomor {number}: {answers.nama}.' } } },
  );
});

type Path = readonly (string | number)[];

function paths(node: unknown, at: Path = []): Path[] {
  if (typeof node !== 'object' || node === null) return [at];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(node).flatMap(([key, value]) => paths(value, [...at, Array.isArray(node) ? Number(key) : key])),
  ];
}

const valueAt = (node: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Object.entries(inner).find(([name]) => name === String(key))?.[1] : undefined,
    node,
  );

/** The same value with one place in it taken out, or filled with another's content. */
function changed(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const items: unknown[] = [...node];
    return items.flatMap((item, index) =>
      index === key ? (rest.length === 0 && value === undefined ? [] : [changed(item, rest, value)]) : [item],
    );
  }
  return { ...(typeof node === 'object' ? node : {}), [key]: changed(valueAt(node, [key]), rest, value) };
}

const living = ['form', 'procedure', 'clock', 'rules', 'messages', 'documents'];
const placesOf = new Map(
  seededServices.map((definition) => [definition.slug, paths(definition).filter(([part]) => living.includes(String(part)))]),
);

/** Of a seeded service: places, each with the place whose content it is given, or none when it is taken out. */
export interface Mutation {
  slug: string;
  changes: (readonly [target: Path, source: Path | undefined])[];
}

export const mutation: fc.Arbitrary<Mutation> = fc.constantFrom(...placesOf).chain(([slug, places]) =>
  fc.record({
    slug: fc.constant(slug),
    changes: fc.array(fc.tuple(fc.constantFrom(...places), maybe(fc.constantFrom(...places))), { minLength: 1, maxLength: 3 }),
  }),
);

/** The service as it is after a mutation; undefined where the schema refuses what came out. */
export function mutant({ slug, changes }: Mutation): ServiceDefinition | undefined {
  const definition = seededServices.find((service) => service.slug === slug);
  const mutated = changes.reduce<unknown>(
    (node, [target, source]) => changed(node, target, source && valueAt(definition, source)),
    definition,
  );
  const parsed = ServiceDefinition.safeParse(JSON.parse(JSON.stringify(mutated)));
  return parsed.success ? parsed.data : undefined;
}
