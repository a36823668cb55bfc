import { eraseCase } from '../../plugins/maklumat/core/case/erasure';
import { CaseFact, type CaseEvent } from '../../plugins/maklumat/core/case/events';
import { fold } from '../../plugins/maklumat/core/case/state';
import { timeline } from '../../plugins/maklumat/core/case/timeline';
import { caseDeadline, openCommands, project, type ViewContext } from '../../plugins/maklumat/core/case/view';
import { isOperable, type OperableDefinition } from '../../plugins/maklumat/core/definition/schema';
import { aCalendar, at } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, officer, play } from '../../plugins/maklumat/core/testing/cases';
import { plansOf, type Plan } from '../support/plans';
import { seededServices } from './seededServices';

const now = at('2026-03-02T09:00+07:00');
const contextOf = (definition: OperableDefinition): ViewContext => ({
  definition,
  calendar: aCalendar(),
  now,
  language: 'id',
  positionName: (slug) => slug,
  areaName: (code) => code,
});

/** The record of a plan: one minute between events. */
function recordOf(plan: Plan): CaseEvent[] {
  const submitted = aCase({ answers: plan.example.answers }).events;
  const moved = plan.moves.map(({ supplies, step, outcome, answers }, index): CaseEvent => ({
    sequence: index + 2,
    at: new Date(Date.parse('2026-01-05T02:00:00Z') + (index + 1) * 60_000).toISOString(),
    actor: { kind: 'applicant' },
    fact: supplies ? { type: 'supplied', answers: {} } : { type: 'decided', step, outcome, answers },
  }));
  return [...submitted, ...moved];
}

/** A record as the database gives it back once its personal parts are gone, with the fact that says so. */
function erased(definition: OperableDefinition, events: readonly CaseEvent[]): CaseEvent[] {
  const blank = events.map((event): CaseEvent =>
    'answers' in event.fact ? { ...event, fact: { ...event.fact, answers: {} }, erased: true } : event,
  );
  const fact = CaseFact.parse(JSON.parse(JSON.stringify(eraseCase(definition, fold(definition, events), 'request', now))));
  return [...blank, { sequence: events.length + 1, at: now, actor: { kind: 'applicant' }, fact }];
}

describe.each(seededServices.filter(isOperable).map((service) => [service.slug, service] as const))(
  'an erased case of %s',
  (_slug, definition) => {
    it('stands where it stood, at whatever moment and on whatever way it was erased', () => {
      const context = contextOf(definition);
      for (const events of plansOf(definition).map(recordOf)) {
        for (let length = 1; length <= events.length; length += 1) {
          const record = events.slice(0, length);
          const before = fold(definition, record);
          const after = fold(definition, erased(definition, record));
          const open = before.step !== null;
          expect(after).toMatchObject({
            sequence: length + 1,
            step: null,
            status: open ? (before.clockStoppedAt === null ? 'withdrawn' : 'completed') : before.status,
            result: before.result,
            clockStartedAt: before.clockStartedAt,
            clockStoppedAt: before.clockStoppedAt ?? now,
            closedAt: before.closedAt ?? now,
            documents: before.documents,
            answers: {},
            world: {},
          });
          if (!open) expect(project(after, context)).toEqual(project(before, context));
          else expect(project(after, context)).toMatchObject({ position: null, step: null, escalateAt: null });
          if (before.clockStoppedAt !== null) expect(caseDeadline(after, context).at).toBe(caseDeadline(before, context).at);
        }
      }
    });

    it('is told to the applicant and to the office without anything that was written', () => {
      const context = contextOf(definition);
      for (const events of plansOf(definition).map(recordOf)) {
        const record = erased(definition, events);
        for (const audience of ['applicant', 'office'] as const) {
          const entries = timeline(record, context, { audience });
          expect(entries.at(-1)?.sentence).toBe('Data pribadi telah dihapus atas permintaan pemohon');
          expect(entries.filter(({ details, documents }) => details !== undefined || documents !== undefined)).toEqual([]);
        }
      }
    });
  },
);

it('keeps what officers did afterwards, and nothing but a note is open', () => {
  const game = play(aCase(), { by: applicant, command: { type: 'withdraw' }, now });
  const record = erased(game.definition, game.events);
  const noted = play(aCase({ definition: game.definition, events: record }), {
    by: officer('petugas'),
    command: { type: 'note', text: 'Berkas kertas dimusnahkan.' },
    now,
  });
  expect(noted.state).toMatchObject({ status: 'withdrawn', sequence: record.length + 1 });
  const context = contextOf(game.definition);
  const commands = openCommands(noted.state, caseDeadline(noted.state, context), officer('petugas'), context);
  expect(commands.map(({ type }) => type)).toEqual(['note']);
  expect(timeline(noted.events, context, { audience: 'office' }).at(-1)?.reason).toBe('Berkas kertas dimusnahkan.');
});

it('says in place of notes, messages and titles that they are gone', () => {
  const [submitted] = aCase().events;
  if (!submitted) throw new Error('aCase has no event');
  const gone = (sequence: number, fact: CaseFact): CaseEvent => ({ ...submitted, sequence, fact, erased: true });
  const record = [
    submitted,
    gone(2, { type: 'noted', text: '' }),
    gone(3, { type: 'messaged', text: '' }),
    gone(4, { type: 'attached', attachment: 'x', title: '', audience: 'applicant' }),
  ];
  const entries = timeline(record, contextOf(aCase().definition), { audience: 'office' });
  expect(entries.slice(1).map(({ sentence, reason }) => reason ?? sentence)).toEqual([
    '(sudah dihapus)',
    '(sudah dihapus)',
    'Dokumen ditambahkan: (sudah dihapus)',
  ]);
});
