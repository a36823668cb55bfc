import { filing, fold, evolve, type CaseState } from '../../plugins/maklumat/core/case/state';
import { automaticOutcome, findStep, firstStep, isOutcomeOpen, procedureFacts, travel } from '../../plugins/maklumat/core/case/travel';
import type { CaseEvent } from '../../plugins/maklumat/core/case/events';
import type { Outcome, Step } from '../../plugins/maklumat/core/definition/procedure';
import type { Example, OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { isRequiredOn } from '../../plugins/maklumat/core/form/visibility';
import type { Answers, SimpleField } from '../../plugins/maklumat/core/form/schema';

/** One decision on the way: at which step, with which outcome and answers, and where the case must wait or end afterwards. */
export interface PlannedMove {
  step: string;
  outcome: string;
  byApplicant: boolean;
  supplies: boolean;
  reason: boolean;
  answers: Answers;
  then: { step: string | null; status: string };
}

/** A case from its filing to its end, and what of the procedure it covers as `step.outcome`. */
export interface Plan {
  example: Example;
  moves: PlannedMove[];
  covers: string[];
}

const at = '2026-01-05T02:00:00Z';

/** Stands for a file or a moment of its own, which whoever drives the plan puts in. */
export const aFile = 'BERKAS';
export const aMoment = 'WAKTU';

/** Answers that a field takes, one after the other: every choice, both sides of a yes or no, otherwise one plain value. */
function valuesOf(field: SimpleField): unknown[] {
  switch (field.type) {
    case 'text':
      return [field.pattern ? sampleOf(field.pattern.regex) : 'Keterangan petugas'.padEnd(field.minLength, '.').slice(0, field.maxLength)];
    case 'longText':
      return ['Keterangan petugas mengenai permohonan ini.'.padEnd(field.minLength, '.').slice(0, field.maxLength)];
    case 'number':
      return [Math.max(field.min ?? 1, Math.min(60, field.max ?? 60))];
    case 'money':
      return [field.min];
    case 'date':
      return ['2026-01-05'];
    case 'dateTime':
      return [aMoment];
    case 'choice':
      return field.options.map(({ value }) => value);
    case 'multiChoice':
      return [field.options.map(({ value }) => value)];
    case 'yesNo':
      return [true, false];
    case 'nik':
      return ['3574014107900001'];
    case 'phone':
      return ['081234567890'];
    case 'email':
      return ['petugas@probolinggokota.go.id'];
    case 'area':
      return ['35.74.01.1001'];
    case 'file':
    case 'image':
      return [aFile];
    case 'statement':
      return [true];
  }
}

/** A text for the few shapes that decisions ask for. */
function sampleOf(regex: string): string {
  const samples = ['nama.contoh@probolinggokota.go.id', 'nama.contoh', 'contoh', '198001012005011001', '35.74.01.1001', 'A1-2026', '12345'];
  const found = samples.find((sample) => new RegExp(`^(?:${regex})$`, 'u').test(sample));
  if (found === undefined) throw new Error(`No sample for ${regex}`);
  return found;
}

/** The ways to fill an outcome in: the first choice of everything, then each other choice in turn, required fields only where they may be left out. */
function fillings(outcome: Outcome): Answers[] {
  const facts = {};
  const asked = outcome.fields.filter((field) => isRequiredOn(field, facts) || field.type === 'choice' || field.type === 'yesNo');
  const plain = Object.fromEntries(asked.map((field) => [field.key, valuesOf(field)[0]]));
  const others = asked.flatMap((field) =>
    valuesOf(field)
      .slice(1)
      .map((value) => ({ ...plain, [field.key]: value })),
  );
  return [plain, ...others];
}

interface Node {
  state: CaseState;
  moves: PlannedMove[];
  covers: string[];
}

const moment = (sequence: number): string => new Date(Date.parse(at) + sequence * 60_000).toISOString();

function filed(definition: OperableDefinition, example: Example): Node {
  const route = { unit: 'u', position: 'p', rule: 'r', sentence: 's' };
  const fact = {
    type: 'submitted' as const,
    receivedAt: at,
    channel: 'web' as const,
    answers: example.answers,
    route,
    explanation: [],
    world: {},
    fired: [],
    escalations: [],
  };
  const event: CaseEvent = { sequence: 1, at, actor: { kind: 'applicant' }, fact };
  const state = fold(definition, [event]);
  return { state, moves: [], covers: filing(definition, state).taken.map(({ step, outcome }) => `${step}.${outcome.key}`) };
}

/** Where each open outcome of the present step leads, with every way to fill it in. */
function nextOf(definition: OperableDefinition, node: Node): Node[] {
  const step = findStep(definition, node.state.step);
  if (!step) return [];
  const supplies = step.key === firstStep(definition).key;
  const facts = procedureFacts(node.state);
  const open = supplies ? [automaticOutcome(step, facts)] : step.outcomes.filter((outcome) => isOutcomeOpen(outcome, facts));
  return open.flatMap((outcome) =>
    (supplies ? [{}] : fillings(outcome)).map((answers) => taken(definition, node, step, outcome, answers, supplies)),
  );
}

function taken(definition: OperableDefinition, node: Node, step: Step, outcome: Outcome, answers: Answers, supplies: boolean): Node {
  const sequence = node.state.sequence + 1;
  const fact = supplies
    ? { type: 'supplied' as const, answers: {} }
    : { type: 'decided' as const, step: step.key, outcome: outcome.key, answers: recordable(outcome, answers) };
  const state = evolve(definition, node.state, { sequence, at: moment(sequence), actor: { kind: 'system' }, fact });
  const way = supplies
    ? filing(definition, node.state)
    : travel(definition, step.key, outcome, procedureFacts({ ...node.state, decisions: state.decisions }));
  const move: PlannedMove = {
    step: step.key,
    outcome: outcome.key,
    byApplicant: step.actor.kind === 'applicant',
    supplies,
    reason: outcome.reason === 'required',
    answers,
    then: { step: state.step, status: state.status },
  };
  return {
    state,
    moves: [...node.moves, move],
    covers: [...node.covers, ...way.taken.map((passed) => `${passed.step}.${passed.outcome.key}`)],
  };
}

const recordable = (outcome: Outcome, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([key]) => !outcome.fields.some((field) => field.key === key && field.type === 'text' && field.oneTime)),
  );

/** What decides the further way of a case: where it waits, and what was chosen so far. */
const signature = ({ state }: Node): string => JSON.stringify([state.step, state.decisions]);

/** The shortest way from here to an end. */
function finish(definition: OperableDefinition, start: Node): Node {
  let front = [start];
  const seen = new Set<string>();
  while (front.length > 0) {
    const ended = front.find(({ state }) => state.step === null);
    if (ended) return ended;
    front = front
      .flatMap((node) => nextOf(definition, node))
      .filter((node) => {
        const key = signature(node);
        return !seen.has(key) && seen.add(key);
      });
  }
  throw new Error(`${definition.slug}: no end from ${start.state.step ?? ''}`);
}

/** Every outcome of every step of a procedure, as `step.outcome`. */
export const outcomesOf = ({ procedure }: OperableDefinition): string[] =>
  procedure.steps.flatMap((step) => step.outcomes.map((outcome) => `${step.key}.${outcome.key}`));

const depth = 25;

/** Cases that together take every outcome of every step that can be taken, starting from the examples that are accepted. */
export function plansOf(definition: OperableDefinition): Plan[] {
  const open = new Set(outcomesOf(definition));
  const plans: Plan[] = [];
  for (const example of definition.examples.filter(({ expect }) => expect.eligible && (expect.invalid ?? []).length === 0)) {
    let front = [filed(definition, example)];
    const seen = new Set<string>();
    for (let level = 0; level < depth && front.length > 0; level += 1) {
      for (const node of front) {
        if (!node.covers.some((covered) => open.has(covered))) continue;
        const { moves, covers } = finish(definition, node);
        covers.forEach((covered) => open.delete(covered));
        plans.push({ example, moves, covers });
      }
      if (open.size === 0) return plans;
      // A state that was reached before is not gone on from, but the way there may have taken an outcome that no other took.
      const fresh = front.filter((node) => {
        const key = signature(node);
        return !seen.has(key) && seen.add(key);
      });
      front = fresh.flatMap((node) => nextOf(definition, node));
    }
  }
  return plans;
}
