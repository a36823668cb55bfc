import { lint, type Finding, type Known } from '../../plugins/maklumat/core/definition/lint';
import type { Outcome, Procedure, Step } from '../../plugins/maklumat/core/definition/procedure';
import { Example, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import type { SimpleField } from '../../plugins/maklumat/core/form/schema';
import { Rule, type Condition, type Decision } from '../../plugins/maklumat/core/rules/schema';
import { aField, aForm, aService } from '../../plugins/maklumat/core/testing/builders';

/** One agency with a desk and an archive, another one beside it, and everything that the service below names. */
export const known = (over: Partial<Known> = {}): Known => ({
  positions: new Map([
    ['petugas', { held: true, unit: 'layanan' }],
    ['atasan', { held: true, unit: 'layanan' }],
    ['arsiparis', { held: true, unit: 'arsip' }],
    ['tetangga', { held: true, unit: 'lain' }],
    ['kosong', { held: false, unit: 'layanan' }],
  ]),
  units: new Map([
    ['layanan', { agency: 'dinas-contoh' }],
    ['arsip', { agency: 'dinas-contoh' }],
    ['lain', { agency: 'dinas-lain' }],
  ]),
  agencies: new Set(['dinas-contoh']),
  services: new Map(),
  resources: new Set(['ruang']),
  rates: new Set(['per-lembar']),
  today: '2026-01-05',
  ...over,
});

export const always: Condition = { fact: 'receivedAt', operator: 'isFilled', value: true };
export const is = (key: string, value: string | number | boolean): Condition => ({ fact: `answers.${key}`, operator: 'is', value });

export const rule = (key: string, when: Condition, then: Decision, priority = 100): Rule =>
  Rule.parse({ key, when, then, priority, sentence: `Karena aturan ${key}.` });
export const to = (unit: string, position = 'petugas'): Decision => ({ type: 'route', unit, position });
export const route = rule('rute', always, to('layanan'));

const example = (over: object) =>
  Example.parse({ name: 'Contoh', at: '2026-01-05T09:00:00+07:00', answers: {}, expect: { eligible: true }, ...over });
const examples = [example({}), example({}), example({}), example({ expect: { eligible: true, invalid: ['nama'] } })];

/** `aService` with everything that lint asks of a service, so that what it finds is what a test changed. */
export function sound(over: Partial<OperableDefinition> = {}): OperableDefinition {
  const base = aService({ rules: [route], examples });
  const { submitted: _unused, ...messages } = base.messages;
  const servicePoint = {
    ...base.standard.servicePoint,
    requirements: ['Nama pemohon'],
    completionTime: '10 (sepuluh) hari kerja, dapat diperpanjang 7 (tujuh) hari kerja',
  };
  return { ...base, messages, standard: { ...base.standard, servicePoint }, ...over };
}

/** The sound service with other words on its time, its fee or what it requires. */
export const stating = (
  words: Partial<OperableDefinition['standard']['servicePoint']>,
  over: Partial<OperableDefinition> = {},
): OperableDefinition => {
  const { standard } = sound();
  return sound({ ...over, standard: { ...standard, servicePoint: { ...standard.servicePoint, ...words } } });
};

/** The sound service whose form asks these fields after the name. */
export const asking = (fields: SimpleField[], over: Partial<OperableDefinition> = {}): OperableDefinition =>
  sound({ form: aForm({ fields: [aField('text', { key: 'nama', label: 'Nama', required: true }), ...fields] }), ...over });

export const choice = (key: string, ...values: string[]): SimpleField =>
  aField('choice', {
    key,
    label: `Perkara ${key}`,
    required: true,
    options: values.map((value) => ({ value, label: value.toUpperCase() })),
  });

export const withSteps = (change: (steps: Step[]) => Step[], over: Partial<Procedure> = {}): OperableDefinition => {
  const { procedure } = sound();
  return sound({ procedure: { ...procedure, ...over, steps: change(procedure.steps) } });
};

/** The sound service with one of its steps changed: `ajukan`, `periksa` or `jawab`. */
export const withStep = (key: string, change: (step: Step) => Step): OperableDefinition =>
  withSteps((steps) => steps.map((step) => (step.key === key ? change(step) : step)));

/** A service with one outcome of it changed. */
export function changing(
  definition: OperableDefinition,
  outcomeKey: string,
  change: (outcome: Outcome) => Partial<Outcome>,
): OperableDefinition {
  const { procedure } = definition;
  const steps = procedure.steps.map((step) => ({
    ...step,
    outcomes: step.outcomes.map((outcome) => (outcome.key === outcomeKey ? { ...outcome, ...change(outcome) } : outcome)),
  }));
  return { ...definition, procedure: { ...procedure, steps } };
}

/** The sound service with one outcome changed: `ajukan`, `lengkap`, `belum-lengkap` or `dijawab`. */
export const withOutcome = (outcomeKey: string, over: Partial<Outcome>, rest: Partial<OperableDefinition> = {}): OperableDefinition =>
  changing(sound(rest), outcomeKey, () => over);

/** What lint finds, in short: severity, place, and the sentence. */
export type Found = [severity: Finding['severity'], where: string, what: string];
export const found = (definition: OperableDefinition, world: Known = known()): Found[] =>
  lint(definition, world).map(({ severity, where, what }) => [severity, where, what]);

/** The same as it is expected, the sentences by a part of each. */
export const alike = (expected: readonly Found[]): unknown[] =>
  expected.map(([severity, where, what]): unknown[] => [severity, where, expect.stringContaining(what) as unknown]);
