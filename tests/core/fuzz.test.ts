import fc from 'fast-check';
import type { Command, Party } from '../../plugins/maklumat/core/case/decide';
import type { CaseFact } from '../../plugins/maklumat/core/case/events';
import { progress } from '../../plugins/maklumat/core/case/progress';
import { reservationOf } from '../../plugins/maklumat/core/case/reservations';
import { evolve, fold } from '../../plugins/maklumat/core/case/state';
import { timeline } from '../../plugins/maklumat/core/case/timeline';
import { findStep } from '../../plugins/maklumat/core/case/travel';
import { caseDeadline, objection, openCommands, project, type ViewContext } from '../../plugins/maklumat/core/case/view';
import { runExamples } from '../../plugins/maklumat/core/definition/examples';
import { isPublishable, lint, type Known } from '../../plugins/maklumat/core/definition/lint';
import type { Effect } from '../../plugins/maklumat/core/definition/procedure';
import { isOperable, type OperableDefinition, type ServiceDefinition } from '../../plugins/maklumat/core/definition/schema';
import { formFields } from '../../plugins/maklumat/core/form/files';
import { formJsonSchema } from '../../plugins/maklumat/core/form/jsonSchema';
import type { Answers, Field } from '../../plugins/maklumat/core/form/schema';
import { validateAnswers } from '../../plugins/maklumat/core/form/validate';
import { visibleFields } from '../../plugins/maklumat/core/form/visibility';
import { domainOf } from '../../plugins/maklumat/core/rules/domains';
import { evaluateRules } from '../../plugins/maklumat/core/rules/evaluate';
import { caseFacts, fileFacts } from '../../plugins/maklumat/core/rules/facts';
import { factTypeOf } from '../../plugins/maklumat/core/rules/factTypes';
import { feeOf } from '../../plugins/maklumat/core/rules/fee';
import { aCalendar } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, decided, type PlayedCase } from '../../plugins/maklumat/core/testing/cases';
import { drawnService, mutant, mutation } from './fuzzedServices';
import { known } from './lintService';
import { seededAreas, seededKnown, seededServices } from './seededServices';

const calendar = aCalendar();
const receivedAt = '2026-01-05T09:00:00+07:00';
const today = receivedAt.slice(0, 10);
const constants = ['a', 'b', 17, 60, '2026-03-02T09:00:00+07:00', '2026-03-02'];

/** Draws numbers from a list, over and over; whoever asks says how many there are to choose from. */
type Chance = (count: number) => number;
function chanceOf(numbers: readonly number[]): Chance {
  let turn = 0;
  return (count) => (numbers[(turn += 1) % numbers.length] ?? 0) % Math.max(1, count);
}

/** An answer that the field takes, or none where it may be left out. */
function answerOf(field: Field, chance: Chance): unknown {
  if (field.type === 'group') {
    const items = Math.max(field.minItems, field.required ? 1 : chance(2));
    return Array.from({ length: Math.min(items, field.maxItems) }, () => answersOf(field.fields, chance));
  }
  const values = domainOf(factTypeOf(field, 'answers'), constants, today).filter((value) => value !== undefined || !field.required);
  return values[chance(values.length)];
}

const answersOf = (fields: readonly Field[], chance: Chance): Answers =>
  Object.fromEntries(
    fields.map((field): [string, unknown] => [field.key, answerOf(field, chance)]).filter(([, value]) => value !== undefined),
  );

/** Answers to a form, without those of hidden fields. */
function filledIn(definition: OperableDefinition, chance: Chance): Answers {
  const answers = answersOf(formFields(definition.form), chance);
  for (let round = 0; round < 5; round += 1) {
    const visible = new Set(visibleFields(definition.form, answers).map((field) => field.key));
    for (const key of Object.keys(answers)) if (!visible.has(key)) delete answers[key];
  }
  return answers;
}

/** What the server records beside a decision, as far as it changes the case. */
function factOf(effect: Effect, { state }: PlayedCase): CaseFact | undefined {
  switch (effect.type) {
    case 'reserve': {
      const slot = reservationOf(effect, state);
      return slot && { type: 'reserved', ...slot };
    }
    case 'acceptReservation':
      return { type: 'reservationAccepted' };
    case 'releaseReservation':
      return { type: 'reservationReleased' };
    case 'issueDocument':
      return { type: 'documentIssued', document: effect.document, code: 'ABCDE' };
    default:
      return undefined;
  }
}

function recorded(game: PlayedCase, fact: CaseFact | undefined, at: string, party: Party): PlayedCase {
  if (!fact) return game;
  const actor =
    party.kind === 'applicant' ? ({ kind: 'applicant' } as const) : ({ kind: 'staff', user: 1, name: 'Budi', position: null } as const);
  const event = { sequence: game.state.sequence + 1, at, actor, fact };
  return { ...game, events: [...game.events, event], state: evolve(game.definition, game.state, event) };
}

function commandOf(game: PlayedCase, chance: Chance): Command {
  const step = findStep(game.definition, game.state.step);
  const outcome = step?.outcomes[chance(step.outcomes.length)];
  const reason = 'Alasan yang cukup panjang';
  const decide = {
    type: 'decide',
    step: step?.key ?? 'entah',
    outcome: outcome?.key ?? 'entah',
    reason,
    answers: answersOf(outcome?.fields ?? [], chance),
  } as const;
  const others: Command[] = [
    { type: 'supply', answers: filledIn(game.definition, chance) },
    { type: 'extend', reason },
    { type: 'schedule', start: '2026-03-03T09:00:00+07:00', minutes: 30 },
    { type: 'accept-schedule' },
    { type: 'note', text: 'Catatan petugas' },
    { type: 'withdraw' },
  ];
  return chance(3) === 0 ? (others[chance(others.length)] ?? decide) : decide;
}

/** Plays a case by whoever may act, and looks at it from all sides after every move. */
function playAtRandom(
  definition: OperableDefinition,
  answers: Answers,
  promised: Partial<Extract<CaseFact, { type: 'submitted' }>>,
  chance: Chance,
): void {
  const everybody: Party = {
    kind: 'staff',
    mayAssign: true,
    positions: [
      definition.procedure.intake,
      definition.clock.extension?.position ?? '',
      ...definition.procedure.steps.flatMap(({ actor }) => (actor.kind === 'position' ? [actor.position] : [])),
    ],
  };
  let game = aCase({ definition, calendar, answers, receivedAt, fact: promised });
  let now = Date.parse(receivedAt);
  for (let move = 0; move < 12; move += 1) {
    now += (1 + chance(4_000)) * 60_000;
    const at = new Date(now).toISOString();
    const by = chance(4) === 0 ? applicant : everybody;
    const decision = decided(game, { by, command: commandOf(game, chance), now: at });
    if (decision.ok) {
      game = recorded(game, decision.value.fact, at, by);
      for (const effect of decision.value.effects) game = recorded(game, factOf(effect, game), at, by);
    }
    lookAt(game, by, at);
  }
  expect(fold(definition, game.events)).toEqual(game.state);
}

function lookAt(game: PlayedCase, by: Party, now: string): void {
  const context: ViewContext = {
    definition: game.definition,
    calendar,
    now,
    language: 'id',
    positionName: (slug) => slug,
    areaName: (code) => code,
  };
  const due = caseDeadline(game.state, context);
  expect(due.at >= receivedAt).toBe(true);
  expect(timeline(game.events, context, { audience: 'applicant' }).length).toBeGreaterThan(0);
  openCommands(game.state, due, by, context);
  objection(game.state, due, context);
  expect(progress(game.state, context)).toHaveLength(game.definition.procedure.steps.length);
  expect(project(game.state, context).step).toBe(game.state.step);
}

/** Everything that happens to a definition once it is published. @returns whether a case of it could be played */
async function live(definition: OperableDefinition, chance: Chance, given?: Answers): Promise<boolean> {
  const fields = formFields(definition.form);
  const answers = given ?? filledIn(definition, chance);
  const world = { ...fileFacts(fields, answers, {}), 'openCases.all': chance(3) };
  const facts = caseFacts({ fields, answers, receivedAt, calendar, channel: 'web', world });
  const { charges, promise, escalations } = await evaluateRules(definition.rules, facts);
  feeOf(charges, facts, {});
  formJsonSchema(definition.form);
  await runExamples(definition, calendar, seededAreas);
  if (!validateAnswers({ form: definition.form, answers, today }).ok) return false;
  const promised = promise ? { promise: { rule: promise.rule, duration: promise.duration } } : {};
  playAtRandom(
    definition,
    answers,
    { world, ...promised, escalations: escalations.map(({ sentence: _sentence, ...rest }) => rest) },
    chance,
  );
  return true;
}

/** A run that plays nothing proves nothing. How many play is chance, so no other number can be asked of an unseeded run. */
function expectSomePlayed(played: number): void {
  expect(played).toBeGreaterThan(0);
}

const numbers = fc.array(fc.nat(9_999), { minLength: 7, maxLength: 40 });

function publishable(definition: ServiceDefinition, world: Known): boolean {
  const findings = lint(definition, world);
  for (const { where, what, why, mend } of findings) {
    expect([where, what, why, mend].every((text) => text.trim() !== '')).toBe(true);
    expect(`${what} ${why} ${mend}`).not.toMatch(/undefined|NaN|\[object/);
  }
  return isPublishable(findings);
}

describe('a definition drawn at random', () => {
  it('either is found wanting or runs without exception', async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(drawnService, numbers, async (definition, drawn) => {
        if (publishable(definition, known()) && (await live(definition, chanceOf(drawn)))) played += 1;
      }),
      { numRuns: 300 },
    );
    expectSomePlayed(played);
  });
});

describe('a seeded definition with parts taken out or misplaced', () => {
  const answersIn = (slug: string): Answers | undefined =>
    seededServices
      .find((service) => service.slug === slug)
      ?.examples.find(({ expect: { eligible, invalid } }) => eligible && (invalid ?? []).length === 0)?.answers;

  it('either is found wanting or runs without exception', async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(mutation, numbers, async (drawnMutation, drawn) => {
        const definition = mutant(drawnMutation);
        if (!definition || !publishable(definition, seededKnown) || !isOperable(definition)) return;
        if (await live(definition, chanceOf(drawn), answersIn(definition.slug))) played += 1;
      }),
      { numRuns: 300 },
    );
    expectSomePlayed(played);
  });
});
