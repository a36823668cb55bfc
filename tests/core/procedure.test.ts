import { openCommands, caseDeadline, project, type ViewContext } from '../../plugins/maklumat/core/case/view';
import { nextEscalation } from '../../plugins/maklumat/core/case/escalation';
import { progress } from '../../plugins/maklumat/core/case/progress';
import { timeline } from '../../plugins/maklumat/core/case/timeline';
import { Clock, Procedure } from '../../plugins/maklumat/core/definition/procedure';
import { aField, aForm, aService, at } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, decided, officer, play, refusalOf, type Move, type PlayedCase } from '../../plugins/maklumat/core/testing/cases';

const wib = (moment: string): string => at(`2026-01-${moment}+07:00`);
const slot = '2026-02-02T09:00:00+07:00';

/** A hall that is lent out: a gateway for outside bodies, an offer that the applicant accepts, a clock that starts with the disposition and pauses outside. */
const hall = aService({
  form: aForm({
    fields: [
      aField('text', { key: 'nama', required: true }),
      aField('yesNo', { key: 'luar' }),
      aField('dateTime', { key: 'mulai', required: true }),
    ],
  }),
  clock: Clock.parse({ start: 'disposition', duration: { amount: 3, unit: 'workingDays' }, basis: 'Keputusan' }),
  procedure: Procedure.parse({
    intake: 'loket',
    steps: [
      {
        key: 'ajukan',
        title: 'Ajukan',
        actor: { kind: 'applicant' },
        status: 'returned',
        outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'pilah', effects: [{ type: 'resumeClock' }] }],
      },
      {
        key: 'pilah',
        title: 'Pilah',
        actor: { kind: 'system' },
        status: 'submitted',
        outcomes: [
          {
            key: 'luar',
            label: 'Luar',
            to: 'disposisi',
            when: { fact: 'answers.luar', operator: 'is', value: true },
            effects: [{ type: 'notify', message: 'submitted' }],
          },
          { key: 'dalam', label: 'Dalam', to: 'periksa', effects: [{ type: 'startClock' }] },
        ],
      },
      {
        key: 'disposisi',
        title: 'Disposisi',
        actor: { kind: 'position', position: 'kepala' },
        status: 'submitted',
        allowance: { amount: 60, unit: 'minutes' },
        outcomes: [{ key: 'teruskan', label: 'Teruskan', to: 'periksa', effects: [{ type: 'startClock' }] }],
      },
      {
        key: 'periksa',
        title: 'Periksa',
        actor: { kind: 'position', position: 'petugas' },
        status: 'processing',
        outcomes: [
          {
            key: 'setuju',
            label: 'Setuju',
            to: 'pakai',
            fields: [aField('number', { key: 'menit', min: 15, max: 600 })],
            effects: [{ type: 'reserve', resource: 'aula', startField: 'mulai', minutes: 60, minutesField: 'menit' }],
          },
          {
            key: 'tawarkan',
            label: 'Tawarkan',
            to: 'terima',
            fields: [aField('dateTime', { key: 'usul', required: true })],
            effects: [{ type: 'reserve', resource: 'aula', startField: 'usul', minutes: 60, offer: true }, { type: 'pauseClock' }],
          },
          { key: 'kembalikan', label: 'Kembalikan', to: 'ajukan', reason: 'required', effects: [{ type: 'pauseClock' }] },
        ],
      },
      {
        key: 'terima',
        title: 'Terima jadwal',
        actor: { kind: 'applicant' },
        status: 'rescheduled',
        outcomes: [
          { key: 'terima', label: 'Terima', to: 'pakai', effects: [{ type: 'acceptReservation' }, { type: 'resumeClock' }] },
          { key: 'lain', label: 'Minta lain', to: 'periksa', effects: [{ type: 'releaseReservation' }, { type: 'resumeClock' }] },
        ],
      },
      {
        key: 'pakai',
        title: 'Pakai',
        actor: { kind: 'position', position: 'petugas' },
        status: 'scheduled',
        outcomes: [
          {
            key: 'selesai',
            label: 'Selesai',
            end: 'completed',
            fields: [aField('text', { key: 'sandi', label: 'Kata sandi', oneTime: true }), aField('text', { key: 'catatan' })],
            effects: [{ type: 'stopClock' }],
          },
        ],
      },
    ],
  }),
});

const inside = { nama: 'Siti', luar: false, mulai: slot };
const outside = { nama: 'Siti', luar: true, mulai: slot };
const filed = (answers: Record<string, unknown> = inside): PlayedCase => aCase({ definition: hall, answers });
const by = (party: Move['by'], now: string, command: Move['command']): Move => ({ by: party, now, command });
const petugas = officer('petugas');
const kepala = officer('kepala');
const offer = by(petugas, wib('05T11:00'), { type: 'schedule', start: slot });
const reserved = (game: PlayedCase, offered: boolean): PlayedCase => {
  const fact = { type: 'reserved' as const, resource: 'aula', from: slot, to: '2026-02-02T10:00:00+07:00', offered };
  const event = { sequence: game.state.sequence + 1, at: wib('05T11:00'), actor: { kind: 'system' as const }, fact };
  return aCaseWith(game, event);
};
const view = (game: PlayedCase, now: string): ViewContext => ({
  ...game,
  now,
  language: 'id',
  positionName: (slug) => `Jabatan ${slug}`,
  areaName: (code) => code,
});

function aCaseWith(game: PlayedCase, event: PlayedCase['events'][number]): PlayedCase {
  const events = [...game.events, event];
  return { ...game, events, state: aCase({ definition: game.definition, events }).state };
}

describe('a step of the system', () => {
  it('is passed at once, by the first way whose condition holds', () => {
    expect(filed(outside).state.step).toBe('disposisi');
    expect(filed(inside).state.step).toBe('periksa');
    expect(filed({ nama: 'Siti', mulai: slot }).state.step).toBe('periksa');
  });

  it('adds its effects to those of the decision that led to it', () => {
    const back = play(filed(outside), by(kepala, wib('05T10:00'), { type: 'decide', step: 'disposisi', outcome: 'teruskan' }), {
      ...by(petugas, wib('05T10:30'), { type: 'decide', step: 'periksa', outcome: 'kembalikan', reason: 'Surat belum ditandatangani' }),
    });
    const supplied = decided(back, by(applicant, wib('06T09:00'), { type: 'supply', answers: {} }));
    expect(supplied.ok && supplied.value.effects).toEqual([{ type: 'resumeClock' }, { type: 'notify', message: 'submitted' }]);
  });
});

describe('a clock that begins with an outcome', () => {
  it('has not begun before, and the queue knows no deadline', () => {
    const game = filed(outside);
    expect(caseDeadline(game.state, view(game, wib('05T10:00')))).toMatchObject({ state: 'pending', begun: false, extension: null });
    expect(project(game.state, view(game, wib('05T10:00')))).toMatchObject({ deadlineAt: null, escalateAt: null });
  });

  it('runs from that outcome on: three working days after Tuesday 6 January are Friday 9 January', () => {
    const game = play(filed(outside), by(kepala, wib('06T10:00'), { type: 'decide', step: 'disposisi', outcome: 'teruskan' }));
    expect(caseDeadline(game.state, view(game, wib('06T11:00')))).toMatchObject({ state: 'running', at: wib('09T16:00') });
  });

  it('stands still between pause and resume, and goes on with what was left', () => {
    const paused = play(
      filed(),
      by(petugas, wib('06T10:00'), { type: 'decide', step: 'periksa', outcome: 'kembalikan', reason: 'Surat belum ada' }),
    );
    expect(caseDeadline(paused.state, view(paused, wib('07T11:00')))).toMatchObject({ state: 'paused', paused: true });
    expect(project(paused.state, view(paused, wib('07T11:00'))).deadlineAt).toBeNull();
    const resumed = play(paused, by(applicant, wib('12T09:00'), { type: 'supply', answers: {} }));
    // Day 1 was Tuesday 6; of the three days two are left after Monday 12: Tuesday 13 and Wednesday 14.
    expect(caseDeadline(resumed.state, view(resumed, wib('12T10:00')))).toMatchObject({ state: 'running', at: wib('14T16:00') });
  });
});

describe('a schedule', () => {
  it('is offered by the command of that name, which is the outcome that offers a slot', () => {
    const decision = decided(filed(), offer);
    expect(decision.ok && decision.value.fact).toEqual({ type: 'decided', step: 'periksa', outcome: 'tawarkan', answers: { usul: slot } });
    expect(decision.ok && decision.value.effects[0]).toMatchObject({ type: 'reserve', startField: 'usul', offer: true });
  });

  it('is accepted only while one is held for the case', () => {
    const offered = play(filed(), offer);
    const accept = by(applicant, wib('05T12:00'), { type: 'accept-schedule' });
    expect(refusalOf(offered, accept)?.kind).toBe('command-not-open');
    const held = reserved(offered, true);
    expect(held.state.reservations).toEqual([{ resource: 'aula', from: slot, to: '2026-02-02T10:00:00+07:00', offered: true }]);
    expect(play(held, accept).state).toMatchObject({ step: 'pakai', status: 'scheduled' });
  });

  it('is not set in the past', () => {
    const late = by(petugas, '2026-02-02T09:00:00+07:00', { type: 'decide', step: 'periksa', outcome: 'setuju' });
    expect(refusalOf(filed(), late)).toEqual({ kind: 'invalid-answers', fields: ['start'] });
    const offered = by(petugas, wib('06T09:00'), { type: 'schedule', start: wib('06T08:59') });
    expect(refusalOf(filed(), offered)).toEqual({ kind: 'invalid-answers', fields: ['usul'] });
  });

  it('is nothing to schedule where no outcome offers one', () => {
    expect(refusalOf(filed(outside), { ...offer, by: kepala })?.kind).toBe('command-not-open');
  });
});

describe('an outcome with a condition', () => {
  const guarded = aService({
    ...hall,
    procedure: Procedure.parse({
      ...hall.procedure,
      steps: hall.procedure.steps.map((step) =>
        step.key === 'periksa'
          ? {
              ...step,
              outcomes: step.outcomes.map((outcome) =>
                outcome.key === 'setuju' ? { ...outcome, when: { fact: 'bookings.aula.free', operator: 'is', value: true } } : outcome,
              ),
            }
          : step,
      ),
    }),
  });
  const labels = (free: unknown): string[] => {
    const game = aCase({ definition: guarded, answers: inside, fact: { world: { 'bookings.aula.free': free } } });
    const context = view(game, wib('05T10:00'));
    return openCommands(game.state, caseDeadline(game.state, context), petugas, context).flatMap(({ outcome }) => outcome ?? []);
  };

  it('is offered and taken only while it holds on what was known at receipt', () => {
    expect(labels(true)).toEqual(['setuju', 'tawarkan', 'kembalikan']);
    expect(labels(false)).toEqual(['tawarkan', 'kembalikan']);
    expect(labels(undefined)).toEqual(['tawarkan', 'kembalikan']);
    const game = aCase({ definition: guarded, answers: inside });
    const take = by(petugas, wib('05T10:00'), { type: 'decide', step: 'periksa', outcome: 'setuju' });
    expect(refusalOf(game, take)?.kind).toBe('unknown-outcome');
  });
});

describe('a one-time value', () => {
  it('is handed on beside the record and never enters it', () => {
    const used = play(filed(), by(petugas, wib('06T09:00'), { type: 'decide', step: 'periksa', outcome: 'setuju' }));
    const done = decided(
      used,
      by(petugas, wib('06T10:00'), {
        type: 'decide',
        step: 'pakai',
        outcome: 'selesai',
        answers: { sandi: 'Rahasia-123', catatan: 'Diserahkan' },
      }),
    );
    expect(done.ok && done.value.secrets).toEqual([{ label: 'Kata sandi', value: 'Rahasia-123' }]);
    expect(JSON.stringify(done.ok && done.value.fact)).not.toContain('Rahasia-123');
  });
});

describe('the time of a step', () => {
  it('is recorded and shown, and an overrun blocks nothing', () => {
    const game = filed(outside);
    const [, , early] = progress(game.state, view(game, wib('05T09:59')));
    expect(early).toMatchObject({ allowance: { amount: 60, unit: 'minutes' }, allowedUntil: wib('05T10:00'), overrun: false });
    expect(progress(game.state, view(game, wib('05T10:01')))[2]).toMatchObject({ overrun: true });
    const late = play(game, by(kepala, wib('07T09:00'), { type: 'decide', step: 'disposisi', outcome: 'teruskan' }));
    expect(progress(late.state, view(late, wib('07T09:00')))[2]).toMatchObject({ state: 'done', leftAt: wib('07T09:00'), overrun: true });
  });
});

describe('reports of late cases', () => {
  const escalations = [
    { rule: 'setengah', after: 50, position: 'kepala' },
    { rule: 'habis', after: 100, position: 'wali' },
  ];
  const game = aCase({ fact: { escalations } });
  const next = (played: PlayedCase, dueAt: string) => nextEscalation(played.definition, played.state, dueAt);

  it('fall due at their part of the time between receipt and deadline, one after the other', () => {
    expect(next(game, wib('07T09:00'))).toMatchObject({ escalation: { rule: 'setengah' }, at: '2026-01-06T02:00:00Z' });
    const made = aCaseWith(game, {
      sequence: 2,
      at: wib('06T09:00'),
      actor: { kind: 'system' },
      fact: { type: 'escalated', rule: 'setengah', position: 'kepala', after: 50 },
    });
    expect(next(made, wib('07T09:00'))).toMatchObject({ escalation: { rule: 'habis' }, at: '2026-01-07T02:00:00Z' });
    expect(timeline(made.events, view(made, wib('06T10:00')), { audience: 'applicant' })).toHaveLength(1);
    expect(timeline(made.events, view(made, wib('06T10:00')), { audience: 'office' })[1]?.sentence).toMatch(
      /50% waktu terpakai.*Jabatan kepala/,
    );
  });

  it('are none once the clock has stopped', () => {
    const withdrawn = play(game, by(applicant, wib('06T09:00'), { type: 'withdraw' }));
    expect(next(withdrawn, wib('07T09:00'))).toBeUndefined();
  });
});
