import type { Command, Party } from '../../plugins/maklumat/core/case/decide';
import { timeline } from '../../plugins/maklumat/core/case/timeline';
import { progress } from '../../plugins/maklumat/core/case/progress';
import { caseDeadline, objection, openCommands, project, type ViewContext } from '../../plugins/maklumat/core/case/view';
import { Procedure } from '../../plugins/maklumat/core/definition/procedure';
import { aCalendar, aField, aService, at } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, officer, play, type Move, type PlayedCase } from '../../plugins/maklumat/core/testing/cases';

const wib = (instant: string): string => at(`2026-01-${instant}+07:00`);
const petugas: Party = { kind: 'staff', positions: ['petugas'], mayAssign: true };
const file = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';
const reason = 'Salinan KTP belum dilampirkan';

/** `aService` with an objection, and an answer that carries one field for the applicant, one for the office and a document. */
function service() {
  const { procedure } = aService();
  const fields = [
    aField('money', { key: 'biaya', label: 'Biaya salinan', audience: 'applicant' }),
    aField('text', { key: 'lokasi', label: 'Lokasi arsip' }),
    aField('choice', { key: 'bentuk', label: 'Bentuk', audience: 'applicant' }),
    aField('file', { key: 'surat', label: 'Surat jawaban', audience: 'applicant' }),
  ];
  const steps = procedure.steps.map((step) =>
    step.key === 'jawab' ? { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, fields })) } : step,
  );
  const path = { within: { amount: 30, unit: 'workingDays' }, addressee: 'atasan', basis: 'UU 14/2008 Pasal 36' };
  return aService({ procedure: Procedure.parse({ ...procedure, steps, objection: path }) });
}

const start = (): PlayedCase => aCase({ definition: service(), files: { [file]: { mime: 'application/pdf', size: 1 } } });
const by = (party: Party, now: string, command: Command): Move => ({ by: party, command, now });
const complete = by(petugas, wib('06T09:00'), { type: 'decide', step: 'periksa', outcome: 'lengkap' });
const sendBack = by(petugas, wib('06T09:00'), { type: 'decide', step: 'periksa', outcome: 'belum-lengkap', reason });
const answerAt = (now: string): Move =>
  by(petugas, now, {
    type: 'decide',
    step: 'jawab',
    outcome: 'dijawab',
    answers: { biaya: 5000, lokasi: 'Rak 3', bentuk: 'ya', surat: [file] },
  });
const withdraw = by(applicant, wib('07T09:00'), { type: 'withdraw' });
const extend = by(petugas, wib('19T09:00'), { type: 'extend', reason: 'Dokumen dicari di arsip lama' });

const view = (game: PlayedCase, now: string, over: Partial<ViewContext> = {}): ViewContext => ({
  definition: game.definition,
  calendar: game.calendar,
  now,
  language: 'id',
  positionName: (slug) => `Jabatan ${slug}`,
  areaName: (code: string) => code,
  ...over,
});

describe('deadline of a case', () => {
  const due = '2026-01-20T16:00:00+07:00';
  const stateAt = (game: PlayedCase, now: string) => {
    const { at: dueAt, state, extended, extension } = caseDeadline(game.state, view(game, now));
    return { dueAt, state, extended, extension: extension?.at ?? null };
  };

  it('runs while its instant has not passed, and is overdue one second later', () => {
    const offered = '2026-01-29T16:00:00+07:00';
    expect(stateAt(start(), due)).toEqual({ dueAt: due, state: 'running', extended: false, extension: offered });
    expect(stateAt(start(), '2026-01-20T16:00:01+07:00')).toEqual({ dueAt: due, state: 'overdue', extended: false, extension: offered });
  });

  it('is kept by an answer at that instant and missed one second later, whenever one looks', () => {
    const later = wib('30T09:00');
    expect(stateAt(play(start(), complete, answerAt(due)), later)).toMatchObject({ state: 'met', extension: null });
    expect(stateAt(play(start(), complete, answerAt('2026-01-20T16:00:01+07:00')), later)).toMatchObject({
      state: 'missed',
      extension: null,
    });
  });

  it('moves by an extension', () => {
    const extended = { dueAt: '2026-01-29T16:00:00+07:00', state: 'running', extended: true, extension: null };
    expect(stateAt(play(start(), extend), wib('21T09:00'))).toEqual(extended);
  });

  it('does not wait for the applicant: a return does not pause the clock', () => {
    const supplied = play(start(), sendBack, by(applicant, wib('14T09:00'), { type: 'supply', answers: {} }));
    expect(stateAt(supplied, wib('14T10:00')).dueAt).toBe(due);
  });

  it('moves by a holiday that is declared later', () => {
    const holidays = [...aCalendar().holidays, { date: '2026-01-19', name: 'Libur setempat', kind: 'local' as const }];
    const calendar = aCalendar({ holidays });
    expect(caseDeadline(start().state, view(start(), wib('06T09:00'), { calendar })).at).toBe('2026-01-21T16:00:00+07:00');
  });
});

describe('timeline', () => {
  const game = play(
    start(),
    by(petugas, wib('05T10:00'), { type: 'note', text: 'Pemohon menelepon' }),
    by(petugas, wib('05T10:01'), { type: 'assign', user: 3, name: 'Rina Wati' }),
    by(petugas, wib('05T10:02'), { type: 'attach', attachment: file, title: 'Telaah', audience: 'office' }),
    by(petugas, wib('05T10:03'), { type: 'attach', attachment: file, title: 'Panduan', audience: 'applicant' }),
    by(applicant, wib('05T10:04'), { type: 'message', text: 'Kapan selesai?' }),
    sendBack,
    by(petugas, wib('07T09:00'), { type: 'supply', answers: {} }),
    { ...complete, now: wib('07T10:00') },
    extend,
    answerAt('2026-01-21T02:00:00Z'),
  );
  const shown = (audience: 'applicant' | 'office') => timeline(game.events, view(game, wib('22T09:00')), { audience });

  it('tells the applicant what happened, by position, without notes, assignments and papers of the office', () => {
    expect(shown('applicant').map(({ sequence, by: who, sentence }) => [sequence, who, sentence])).toEqual([
      [1, 'Pemohon', 'Permohonan diajukan'],
      [5, 'Jabatan petugas', 'Dokumen ditambahkan: Panduan'],
      [6, 'Pemohon', 'Pesan dari pemohon'],
      [7, 'Jabatan petugas', 'Petugas memeriksa permohonan: Belum lengkap'],
      [8, 'Pemohon, melalui Jabatan petugas', 'Permohonan dilengkapi'],
      [9, 'Jabatan petugas', 'Petugas memeriksa permohonan: Lengkap'],
      [10, 'Jabatan petugas', expect.stringMatching(/^Waktu menjawab diperpanjang sampai .*29 Januari 2026/)],
      [11, 'Jabatan petugas', 'Petugas menjawab permohonan: Dijawab'],
    ]);
    expect(JSON.stringify(shown('applicant'))).not.toMatch(/Budi|Rina|menelepon|Telaah|Rak 3/);
  });

  it('tells the office everything, by name', () => {
    expect(shown('office').map((entry) => entry.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(shown('office')[1]).toMatchObject({
      by: 'Jabatan petugas (Budi Santoso)',
      sentence: 'Catatan petugas',
      reason: 'Pemohon menelepon',
    });
    expect(shown('office')[2]).toMatchObject({ sentence: 'Ditugaskan kepada Rina Wati' });
    expect(shown('office')[3]).toMatchObject({ documents: [file] });
  });

  it('shows of a decision what each side may read, in the zone of the office', () => {
    const forApplicant = [
      { label: 'Biaya salinan', value: 'Rp5.000' },
      { label: 'Bentuk', value: 'Ya' },
    ];
    expect(shown('applicant').at(-1)).toMatchObject({ at: '2026-01-21T09:00:00+07:00', details: forApplicant, documents: [file] });
    expect(shown('office').at(-1)?.details).toContainEqual({ label: 'Lokasi arsip', value: 'Rak 3' });
  });

  it('gives the reason of a return and of an extension to the applicant', () => {
    expect(shown('applicant').map((entry) => entry.reason)).toEqual(
      expect.arrayContaining(['Kapan selesai?', reason, 'Dokumen dicari di arsip lama']),
    );
  });
});

describe('progress', () => {
  const states = (...moves: Move[]): string[] => {
    const game = play(start(), ...moves);
    return progress(game.state, view(game, wib('13T09:00'))).map((entry) => entry.state);
  };

  it.each<[string, Move[], string[]]>([
    ['after filing', [], ['done', 'current', 'ahead']],
    ['while returned', [sendBack], ['current', 'ahead', 'ahead']],
    ['after the check', [complete], ['done', 'done', 'current']],
    ['when answered', [complete, answerAt(wib('12T09:00'))], ['done', 'done', 'done']],
    ['when withdrawn', [withdraw], ['done', 'ahead', 'ahead']],
  ])('%s', (_when, moves, expected) => {
    expect(states(...moves)).toEqual(expected);
  });

  it('numbers the steps and names who acts', () => {
    const game = start();
    expect(progress(game.state, view(game, wib('05T10:00')))[1]).toEqual({
      enteredAt: wib('05T09:00'),
      key: 'periksa',
      number: 2,
      title: 'Petugas memeriksa permohonan',
      actor: 'Jabatan petugas',
      state: 'current',
    });
  });
});

describe('objection', () => {
  const until = (game: PlayedCase, now: string): string | null => {
    const context = view(game, now);
    return objection(game.state, caseDeadline(game.state, context), context)?.until ?? null;
  };

  it.each<[string, Move[], string, string | null]>([
    ['is closed while the office still has time', [], wib('20T16:00'), null],
    ['opens when the time has run out: 30 working days from the due date', [], '2026-01-20T16:00:01+07:00', '2026-03-03'],
    ['opens with the answer: 30 working days from its date', [complete, answerAt(wib('12T09:00'))], wib('12T09:00'), '2026-02-24'],
    ['counts from the answer even when it came late', [complete, answerAt(wib('21T09:00'))], '2026-03-02T09:00:00+07:00', '2026-03-04'],
    ['is none for a withdrawn case', [withdraw], wib('30T09:00'), null],
  ])('%s', (_what, moves, now, expected) => {
    expect(until(play(start(), ...moves), now)).toBe(expected);
  });

  it('names the addressee, the date and the law', () => {
    const game = play(start(), complete, answerAt(wib('12T09:00')));
    const context = view(game, wib('13T09:00'));
    const sentence = objection(game.state, caseDeadline(game.state, context), context)?.sentence;
    expect(sentence).toMatch(/Jabatan atasan.*24 Februari 2026.*UU 14\/2008 Pasal 36/);
  });

  it('is none where the service names no way', () => {
    const game = play(aCase(), complete);
    const context = view(game, wib('30T09:00'));
    expect(objection(game.state, caseDeadline(game.state, context), context)).toBeNull();
  });
});

describe('open commands', () => {
  const labels = (game: PlayedCase, party: Party, now: string): string[] => {
    const context = view(game, now);
    return openCommands(game.state, caseDeadline(game.state, context), party, context).map(({ type, outcome }) => outcome ?? type);
  };

  it('offers an officer each outcome of the step, and the extension while it can still be given', () => {
    const expected = ['lengkap', 'belum-lengkap', 'extend', 'attach', 'assign', 'note', 'withdraw'];
    expect(labels(start(), petugas, wib('20T16:00'))).toEqual(expected);
    expect(labels(start(), petugas, '2026-01-20T16:00:01+07:00')).toEqual(expected.filter((label) => label !== 'extend'));
    expect(labels(play(start(), extend), petugas, wib('20T16:00'))).toEqual(expected.filter((label) => label !== 'extend'));
  });

  it('offers the applicant to supply only when asked to', () => {
    expect(labels(start(), applicant, wib('06T09:00'))).toEqual(['message', 'withdraw']);
    expect(labels(play(start(), sendBack), applicant, wib('06T10:00'))).toEqual(['supply', 'message', 'withdraw']);
  });

  it('offers nothing to an officer of another position', () => {
    expect(labels(start(), officer('lain'), wib('06T09:00'))).toEqual([]);
  });
});

describe('what a queue keeps of a case', () => {
  it('waits for a position, for the applicant, or for no one', () => {
    expect(project(start().state, view(start(), wib('05T10:00')))).toMatchObject({
      position: 'petugas',
      deadlineAt: '2026-01-20T16:00:00+07:00',
      assignee: null,
    });
    expect(project(play(start(), sendBack).state, view(start(), wib('07T10:00')))).toMatchObject({ status: 'returned', position: null });
    expect(project(play(start(), withdraw).state, view(start(), wib('07T10:00')))).toMatchObject({
      status: 'withdrawn',
      step: null,
      position: null,
      closedAt: withdraw.now,
    });
  });
});
