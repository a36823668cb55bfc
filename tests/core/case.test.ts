import type { Command } from '../../plugins/maklumat/core/case/decide';
import { evolve, fold } from '../../plugins/maklumat/core/case/state';
import { Procedure } from '../../plugins/maklumat/core/definition/procedure';
import { aField, aForm, aService, at } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, decided, officer, play, refusalOf, type Move } from '../../plugins/maklumat/core/testing/cases';

const wib = (instant: string): string => at(`2026-01-${instant}+07:00`);
const petugas = officer('petugas');
const reason = 'Salinan KTP belum dilampirkan';
const file = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';

const decideAt = (step: string, outcome: string, now: string, over: Partial<Extract<Command, { type: 'decide' }>> = {}): Move => ({
  by: petugas,
  command: { type: 'decide', step, outcome, ...over },
  now,
});
const complete = decideAt('periksa', 'lengkap', wib('06T09:00'));
const sendBack = decideAt('periksa', 'belum-lengkap', wib('06T09:00'), { reason });
const answer = decideAt('jawab', 'dijawab', wib('12T09:00'));
const supply = (answers: Record<string, unknown>, now = wib('08T09:00')): Move => ({
  by: applicant,
  command: { type: 'supply', answers },
  now,
});
const extend = (now: string, because = 'Dokumen dicari di arsip lama'): Move => ({
  by: petugas,
  command: { type: 'extend', reason: because },
  now,
});

describe('deciding a step', () => {
  it('moves the case along, records the position, and names the messages to send', () => {
    const game = play(aCase(), complete);
    expect(game.state).toMatchObject({ status: 'processing', step: 'jawab', clockStoppedAt: null, closedAt: null });
    const decision = decided(game, answer);
    expect(decision.ok && decision.value).toMatchObject({ position: 'petugas', forApplicant: false });
    expect(decision.ok && decision.value.effects).toContainEqual({ type: 'notify', message: 'answered' });
    expect(play(game, answer).state).toMatchObject({
      status: 'completed',
      step: null,
      result: 'Dijawab',
      clockStoppedAt: answer.now,
      closedAt: answer.now,
    });
  });

  it.each<[string, Move, string, string[]]>([
    ['a step that the case is not at', decideAt('jawab', 'dijawab', wib('06T09:00')), 'command-not-open', []],
    ['an outcome that the step does not have', decideAt('periksa', 'dijawab', wib('06T09:00')), 'unknown-outcome', []],
    ['a return without a reason', decideAt('periksa', 'belum-lengkap', wib('06T09:00')), 'reason-required', ['reason']],
    [
      'a reason of nine letters',
      decideAt('periksa', 'belum-lengkap', wib('06T09:00'), { reason: ' tak cukup ' }),
      'reason-required',
      ['reason'],
    ],
    [
      'a reason with markup',
      decideAt('periksa', 'belum-lengkap', wib('06T09:00'), { reason: `${reason}<script>` }),
      'invalid-answers',
      ['reason'],
    ],
    [
      'an answer that the outcome does not ask',
      decideAt('periksa', 'lengkap', wib('06T09:00'), { answers: { biaya: 1 } }),
      'invalid-answers',
      ['biaya'],
    ],
  ])('refuses %s', (_what, move, kind, fields) => {
    expect(refusalOf(aCase(), move)).toEqual({ kind, fields });
  });

  it.each<[string, Command, string]>([
    ['a note', { type: 'note', text: 'lihat <img src=x>' }, 'text'],
    ['the title of a document', { type: 'attach', attachment: file, title: '<b>Surat</b>', audience: 'office' }, 'title'],
    ['the reason of an extension', { type: 'extend', reason: 'Arsip lama\u202Eterbalik' }, 'reason'],
    ['the reason of a withdrawal', { type: 'withdraw', reason: '<i>batal</i>' }, 'reason'],
  ])('refuses markup and invisible characters in %s', (_what, command, field) => {
    const game = aCase({ files: { [file]: { mime: 'application/pdf', size: 1 } } });
    expect(refusalOf(game, { by: petugas, command, now: wib('06T09:00') })).toEqual({ kind: 'invalid-answers', fields: [field] });
  });

  it('refuses to attach a file that is not there', () => {
    const command: Command = { type: 'attach', attachment: file, title: 'Surat', audience: 'applicant' };
    expect(refusalOf(aCase(), { by: petugas, command, now: wib('06T09:00') })).toEqual({ kind: 'file-missing', fields: ['attachment'] });
  });
});

describe('return and supply', () => {
  it('goes round as often as needed and remembers why only while it waits', () => {
    const returned = play(aCase(), sendBack);
    expect(returned.state).toMatchObject({ status: 'returned', step: 'ajukan', returnReason: reason });
    const again = play(returned, supply({ nama: 'Siti Aminah, S.Sos.' }), { ...sendBack, now: wib('09T09:00') });
    expect(again.state).toMatchObject({
      status: 'returned',
      answers: { nama: 'Siti Aminah, S.Sos.', keperluan: 'Penelitian untuk skripsi' },
    });
    expect(play(again, supply({}, wib('12T09:00'))).state).toMatchObject({ status: 'submitted', step: 'periksa', returnReason: null });
  });

  it('lets the intake position supply for the applicant and says so', () => {
    const decision = decided(play(aCase(), sendBack), { ...supply({}), by: petugas });
    expect(decision.ok && decision.value).toMatchObject({ position: 'petugas', forApplicant: true });
  });

  it('refuses answers that leave the form invalid', () => {
    const returned = play(aCase(), sendBack);
    expect(refusalOf(returned, supply({ nama: '' }))).toEqual({ kind: 'invalid-answers', fields: ['nama'] });
    expect(refusalOf(returned, supply({ warna: 'merah' }))).toEqual({ kind: 'invalid-answers', fields: ['warna'] });
  });

  describe('where an answer hides another', () => {
    const form = aForm({
      fields: [
        aField('choice', {
          key: 'jenis',
          required: true,
          options: [
            { value: 'perorangan', label: 'Perorangan' },
            { value: 'badan', label: 'Badan hukum' },
          ],
        }),
        aField('text', { key: 'akta', required: true, visibleWhen: { fact: 'answers.jenis', operator: 'is', value: 'badan' } }),
      ],
    });
    const returned = play(aCase({ definition: aService({ form }), answers: { jenis: 'badan', akta: 'AHU-0012' } }), sendBack);

    it('drops the earlier answer that is hidden now', () => {
      expect(play(returned, supply({ jenis: 'perorangan' })).state.answers).toEqual({ jenis: 'perorangan' });
    });

    it('refuses a hidden field that is answered now', () => {
      expect(refusalOf(returned, supply({ jenis: 'perorangan', akta: 'AHU-0099' }))).toEqual({ kind: 'invalid-answers', fields: ['akta'] });
    });
  });
});

describe('extension', () => {
  const due = wib('20T16:00');

  it('is allowed to the very end of the term and no second longer', () => {
    expect(play(aCase(), extend(due)).state.extensions).toEqual([{ at: due, reason: 'Dokumen dicari di arsip lama' }]);
    expect(refusalOf(aCase(), extend('2026-01-20T16:00:01+07:00'))).toEqual({ kind: 'extension-too-late', fields: [] });
  });

  it('reads the instant, not its spelling', () => {
    expect(refusalOf(aCase(), extend('2026-01-20T09:00:00Z'))).toBeNull();
    expect(refusalOf(aCase(), extend('2026-01-20T09:00:01Z'))).toEqual({ kind: 'extension-too-late', fields: [] });
  });

  it('is given as often as the clock says', () => {
    expect(refusalOf(play(aCase(), extend(wib('19T09:00'))), extend(wib('19T10:00')))).toEqual({ kind: 'extension-exhausted', fields: [] });
  });

  it('needs a reason', () => {
    expect(refusalOf(aCase(), extend(wib('19T09:00'), 'lama'))).toEqual({ kind: 'reason-required', fields: ['reason'] });
  });

  it('is not open once the clock has stopped, even where the case goes on, and neither is a withdrawal', () => {
    const { procedure } = aService();
    const steps = procedure.steps.map((step) =>
      step.key === 'periksa' ? { ...step, outcomes: step.outcomes.map((each) => ({ ...each, effects: [{ type: 'stopClock' }] })) } : step,
    );
    const answered = play(aCase({ definition: aService({ procedure: Procedure.parse({ ...procedure, steps }) }) }), complete);
    expect(answered.state).toMatchObject({ status: 'processing', clockStoppedAt: complete.now });
    expect(refusalOf(answered, extend(wib('07T09:00')))?.kind).toBe('command-not-open');
    expect(refusalOf(answered, { by: applicant, command: { type: 'withdraw' }, now: wib('07T09:00') })?.kind).toBe('command-not-open');
  });

  it('is not open where the service knows none', () => {
    const { start, duration, basis } = aService().clock;
    expect(refusalOf(aCase({ definition: aService({ clock: { start, duration, basis } }) }), extend(wib('19T09:00')))?.kind).toBe(
      'command-not-open',
    );
  });
});

describe('the record', () => {
  it('folds to what the events left one by one', () => {
    const game = play(aCase(), sendBack, supply({}), complete, extend(wib('19T09:00')), answer);
    expect(fold(game.definition, game.events)).toEqual(game.state);
    expect(game.events.map((event) => event.sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('assigns and releases', () => {
    const assign = (user: number | null, name: string | null): Move => ({
      by: { kind: 'staff', positions: ['petugas'], mayAssign: true },
      command: { type: 'assign', user, name },
      now: wib('06T09:00'),
    });
    const assigned = play(aCase(), assign(3, 'Rina'));
    expect(assigned.state.assignee).toEqual({ user: 3, name: 'Rina' });
    expect(play(assigned, assign(null, null)).state.assignee).toBeNull();
  });

  it('throws on a record that this version cannot have written', () => {
    const { definition, events, state } = aCase();
    const broken = (step: string, outcome: string) => () =>
      evolve(definition, state, {
        sequence: 2,
        at: wib('06T09:00'),
        actor: { kind: 'system' },
        fact: { type: 'decided', step, outcome, answers: {} },
      });
    expect(broken('hilang', 'lengkap')).toThrow(RangeError);
    expect(broken('periksa', 'hilang')).toThrow(RangeError);
    expect(() => fold(definition, [])).toThrow(RangeError);
    expect(() =>
      fold(
        definition,
        events.map((event) => ({ ...event, fact: { type: 'noted', text: 'awal' } })),
      ),
    ).toThrow(RangeError);
  });
});
