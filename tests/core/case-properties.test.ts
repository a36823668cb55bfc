import fc from 'fast-check';
import type { Command, Party } from '../../plugins/maklumat/core/case/decide';
import { fold } from '../../plugins/maklumat/core/case/state';
import type { CaseStatus } from '../../plugins/maklumat/core/case/status';
import { timeline } from '../../plugins/maklumat/core/case/timeline';
import { progress } from '../../plugins/maklumat/core/case/progress';
import { caseDeadline, openCommands, project, type ViewContext } from '../../plugins/maklumat/core/case/view';
import { Procedure } from '../../plugins/maklumat/core/definition/procedure';
import type { OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { validateAnswers } from '../../plugins/maklumat/core/form/validate';
import { aField, aForm, aService } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, decided, officer, play, type Move, type PlayedCase } from '../../plugins/maklumat/core/testing/cases';

const file = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';
const files = { [file]: { mime: 'application/pdf', size: 1 } };
const keys = ['a', 'b', 'c', 'd', 'e'];
const ended: readonly CaseStatus[] = ['completed', 'rejected', 'withdrawn'];

const actorOf = (index: number, position: string | null) => {
  if (index === 0 || position === null) return { kind: 'applicant' };
  return position === 'sistem' ? { kind: 'system' } : { kind: 'position', position };
};

/** True when some chain of system steps comes back to itself, whatever the conditions: lint refuses that, and the machine would not end. */
function loops({ procedure: { steps } }: OperableDefinition): boolean {
  const system = new Set(steps.filter((step) => step.actor.kind === 'system').map((step) => step.key));
  const reaches = (from: string, seen: readonly string[]): boolean =>
    seen.includes(from) ||
    (steps.find((step) => step.key === from)?.outcomes ?? []).some(
      ({ to }) => to !== undefined && system.has(to) && reaches(to, [...seen, from]),
    );
  return [...system].some((key) => reaches(key, []));
}

/** Any procedure that the schema takes: up to five steps that lead to one another or to an end, in loops or past each other. */
const procedure = fc.integer({ min: 2, max: keys.length }).chain((size) => {
  const steps = keys.slice(0, size);
  const rule = {
    reason: fc.constantFrom('none', 'optional', 'required'),
    effects: fc.subarray(['startClock', 'pauseClock', 'resumeClock', 'stopClock']),
    only: fc.constantFrom(undefined, true, false),
  };
  const aim = fc.oneof(
    { weight: 5, arbitrary: fc.record({ to: fc.constantFrom(...steps) }) },
    fc.record({ end: fc.constantFrom('completed', 'rejected') }),
  );
  const outcomes = fc.array(fc.tuple(aim, fc.record(rule)), { minLength: 1, maxLength: 3 });
  const step = fc.record({
    position: fc.constantFrom('petugas', 'atasan', null, 'sistem'),
    status: fc.constantFrom<CaseStatus>('submitted', 'registered', 'dispositioned', 'processing', 'scheduled', 'answered'),
    outcomes,
  });
  return fc.array(step, { minLength: size, maxLength: size }).map((drawn) =>
    Procedure.parse({
      intake: 'petugas',
      steps: drawn.map(({ position, status, outcomes: ways }, index) => ({
        key: steps[index],
        title: `Langkah ${index + 1}`,
        actor: actorOf(index, position),
        status: index === 0 ? 'returned' : status,
        outcomes: [
          ...(index === 0 ? [{ key: 'ajukan', label: 'Ajukan', to: 'b' }] : []),
          ...ways.map(([where, { reason, effects, only }], way) => ({
            key: `hasil-${way}`,
            label: `Hasil ${way}`,
            ...where,
            reason,
            effects: effects.map((type) => ({ type })),
            ...(only === undefined ? {} : { when: { fact: 'answers.wakil', operator: only ? 'is' : 'isNot', value: true } }),
          })),
          // A step of the system must always have a way out, and one that leads no other step of the system into a loop.
          ...(position === 'sistem' && index > 0 ? [{ key: 'selalu', label: 'Selalu', end: 'completed' }] : []),
        ],
      })),
    }),
  );
});

const form = aForm({
  fields: [
    aField('text', { key: 'nama', required: true }),
    aField('yesNo', { key: 'wakil' }),
    aField('text', { key: 'kuasa', required: true, visibleWhen: { fact: 'answers.wakil', operator: 'is', value: true } }),
  ],
});
const service = procedure.map((drawn) => aService({ form, procedure: drawn }));
const sound = service.filter((definition) => !loops(definition));

const fine = fc.constantFrom('Alasan yang cukup panjang', 'Berkas sudah lengkap dan benar');
const odd = fc.constantFrom('', 'kurang', 'lihat <script>', 'balik\u202Earah', 'setengah \uD800');
const text = fc.oneof({ weight: 3, arbitrary: fine }, odd);
/** Stands for the step at which the case is: a name drawn by chance would hardly ever move it. */
const here = 'di-sini';
const value = fc.constantFrom<unknown>(undefined, null, '', 'Siti Aminah', true, false, 12, ['x'], { x: 1 });
const answers = fc.dictionary(fc.constantFrom('nama', 'wakil', 'kuasa', 'asing', '__proto__', 'toString'), value, { maxKeys: 3 });
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('decide' as const),
      step: fc.oneof({ weight: 9, arbitrary: fc.constant(here) }, fc.constantFrom(...keys, 'asing')),
      outcome: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('hasil-0', 'hasil-1') }, fc.constantFrom('hasil-2', 'ajukan', 'asing')),
      reason: text,
    }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('supply' as const), answers }) },
  fc.record({ type: fc.constant('withdraw' as const), reason: text }),
  fc.record({ type: fc.constant('extend' as const), reason: text }),
  fc.constantFrom<Command>({ type: 'assign', user: 3, name: 'Rina' }, { type: 'assign', user: null, name: null }),
  fc.record({ type: fc.constant('note' as const), text }),
  fc.record({ type: fc.constant('message' as const), text }),
  fc.record({
    type: fc.constant('attach' as const),
    attachment: fc.constantFrom(file, 'tidak-ada'),
    title: text,
    audience: fc.constantFrom('applicant' as const, 'office' as const),
  }),
);
const everyOfficer: Party = { kind: 'staff', positions: ['petugas', 'atasan'], mayAssign: true };
const parties: Party[] = [applicant, officer('petugas'), officer('atasan'), officer('lain'), everyOfficer];
const moves = fc.array(
  fc.record({
    by: fc.oneof(fc.constant(everyOfficer), fc.constantFrom(...parties)),
    command,
    after: fc.integer({ min: 0, max: 2880 }),
  }),
  { minLength: 5, maxLength: 25 },
);

/** Gives every command in turn, minutes after the one before it; refused ones leave the case as it is. */
function attempt(definition: OperableDefinition, given: readonly { by: Party; command: Command; after: number }[]): PlayedCase[] {
  let now = Date.parse('2026-01-05T02:00:00Z');
  const games = [aCase({ definition, files, answers: { nama: 'Siti Aminah' } })];
  for (const { by, command: wanted, after } of given) {
    now += after * 60_000;
    const before = games.at(-1) ?? aCase({ definition });
    const aimed = wanted.type === 'decide' && wanted.step === here ? { ...wanted, step: before.state.step ?? here } : wanted;
    const move: Move = { by, command: aimed, now: new Date(now).toISOString() };
    const taken = decided(before, move).ok;
    games.push(taken ? play(before, move) : before);
  }
  return games;
}

const every = (check: (games: PlayedCase[], definition: OperableDefinition) => void): void =>
  fc.assert(
    fc.property(sound, moves, (definition, given) => check(attempt(definition, given), definition)),
    { numRuns: 200 },
  );
const context = ({ definition, calendar, events }: PlayedCase): ViewContext => ({
  definition,
  calendar,
  now: events.at(-1)?.at ?? '',
  language: 'id',
  positionName: (slug) => slug,
  areaName: (code: string) => code,
});

describe('whatever commands come, in whatever order, by whomever', () => {
  it('a decided command can be folded, and the case never leaves the steps of its version', () => {
    every((games, definition) => {
      const steps = definition.procedure.steps.map((step) => step.key);
      for (const { state } of games) {
        if (state.step === null) expect(ended).toContain(state.status);
        else expect(steps).toContain(state.step);
        if (state.step !== null) expect(definition.procedure.steps.find((step) => step.key === state.step)?.status).toBe(state.status);
        expect(state.closedAt === null).toBe(state.step !== null);
        if (state.closedAt !== null) expect(state.clockStoppedAt).not.toBeNull();
      }
    });
  });

  it('an ended case stays as it ended, and a stopped clock stays stopped at that instant', () => {
    every((games) => {
      games.reduce((before, after) => {
        if (before.state.step === null) expect({ ...after.state, sequence: 0 }).toEqual({ ...before.state, sequence: 0 });
        if (before.state.clockStoppedAt !== null) expect(after.state.clockStoppedAt).toBe(before.state.clockStoppedAt);
        return after;
      });
    });
  });

  it('pauses do not overlap, end before they begin anew, and only the last may be open', () => {
    every((games) => {
      for (const { state } of games) {
        for (const [index, { from, to }] of state.pauses.entries()) {
          const next = state.pauses[index + 1];
          expect(to === null ? next : (next?.from ?? to) >= to && to >= from).toBe(to === null ? undefined : true);
        }
      }
    });
  });

  it('each stay at a step ends where the next begins, and the last is where the case waits', () => {
    every((games) => {
      for (const { state } of games) {
        expect(state.visits.at(-1)?.leftAt === null ? state.visits.at(-1)?.step : null).toBe(state.step);
        for (const [index, { leftAt }] of state.visits.slice(0, -1).entries()) expect(leftAt).toBe(state.visits[index + 1]?.enteredAt);
      }
    });
  });

  it('the answers always satisfy the form', () => {
    every((games) => {
      for (const { state } of games) {
        expect(validateAnswers({ form, answers: state.answers, today: '2026-01-05', files })).toEqual({ ok: true, answers: state.answers });
      }
    });
  });

  it('sequences have no gaps, extensions keep their limit, and the record folds to the same state', () => {
    every((games, definition) => {
      const { events, state } = games.at(-1) ?? aCase();
      expect(events.map((event) => event.sequence)).toEqual(events.map((_event, index) => index + 1));
      expect(state.extensions.length).toBeLessThanOrEqual(definition.clock.extension?.limit ?? 0);
      expect(fold(definition, events)).toEqual(state);
    });
  });

  it('every view of the case can be given, and the applicant reads no note and no name', () => {
    every((games) => {
      const game = games.at(-1) ?? aCase();
      const read = timeline(game.events, context(game), { audience: 'applicant' });
      expect(timeline(game.events, context(game), { audience: 'office' })).toHaveLength(game.events.length);
      expect(read.map((entry) => entry.by).join()).not.toContain('Budi');
      expect(read.map((entry) => game.events[entry.sequence - 1]?.fact.type)).not.toContain('noted');
      expect(progress(game.state, context(game)).filter((entry) => entry.state === 'current')).toHaveLength(
        game.state.step === null ? 0 : 1,
      );
      expect(project(game.state, context(game)).status).toBe(game.state.status);
    });
  });

  it('each command on offer is taken when it is filled in properly, and no other step or extension is', () => {
    every((games) => {
      const game = games.at(-1) ?? aCase();
      const { now } = context(game);
      const reason = 'Alasan yang cukup panjang';
      for (const by of parties) {
        const offers = openCommands(game.state, caseDeadline(game.state, context(game)), by, context(game));
        const decisions = offers.flatMap(({ type, step, outcome }) => (type === 'decide' && step && outcome ? [`${step}.${outcome}`] : []));
        for (const step of game.definition.procedure.steps) {
          for (const { key: outcome } of step.outcomes) {
            const { ok } = decided(game, { by, command: { type: 'decide', step: step.key, outcome, reason }, now });
            expect(ok).toBe(decisions.includes(`${step.key}.${outcome}`));
          }
        }
        const extended = decided(game, { by, command: { type: 'extend', reason }, now });
        expect(extended.ok).toBe(offers.some((offer) => offer.type === 'extend'));
      }
    });
  });
});
