import { isOpen, type Command, type Party } from '../../plugins/maklumat/core/case/decide';
import { CaseStatus } from '../../plugins/maklumat/core/case/status';
import { openIn, type CommandType } from '../../plugins/maklumat/core/case/transitions';
import { Clock, Procedure } from '../../plugins/maklumat/core/definition/procedure';
import { aService, at } from '../../plugins/maklumat/core/testing/builders';
import { aCase, applicant, officer, play, refusalOf, type Move, type PlayedCase } from '../../plugins/maklumat/core/testing/cases';

describe('the transition table', () => {
  const waiting = ['submitted', 'registered', 'dispositioned', 'confirmed', 'processing', 'scheduled', 'rescheduled', 'answered'] as const;
  const definition = aService({
    procedure: Procedure.parse({
      intake: 'loket',
      steps: [
        {
          key: 'ajukan',
          title: 'Pengajuan',
          actor: { kind: 'applicant' },
          status: 'returned',
          outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'submitted' }],
        },
        ...waiting.map((status, index) => ({
          key: status,
          title: status,
          actor: { kind: 'position', position: 'pejabat' },
          status,
          outcomes: [
            waiting[index + 1] === undefined
              ? { key: 'lanjut', label: 'Selesai', end: 'completed' }
              : {
                  key: 'lanjut',
                  label: 'Lanjut',
                  to: waiting[index + 1],
                  effects: status === 'rescheduled' ? [{ type: 'stopClock' }] : [],
                },
            { key: 'tolak', label: 'Tolak', end: 'rejected' },
            { key: 'kembalikan', label: 'Kembalikan', to: 'ajukan' },
          ],
        })),
      ],
    }),
    clock: Clock.parse({
      start: 'receipt',
      duration: { amount: 10, unit: 'workingDays' },
      extension: { duration: { amount: 7, unit: 'workingDays' }, limit: 1, position: 'atasan' },
      basis: 'Keputusan Nomor 1 Tahun 2026',
    }),
  });
  const now = at('2026-01-07T09:00+07:00');
  const file = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';
  const pejabat: Party = { kind: 'staff', positions: ['pejabat'], mayAssign: true };
  const parties: Record<string, Party> = {
    applicant,
    loket: officer('loket'),
    pejabat,
    atasan: officer('atasan'),
    outsider: officer('lain'),
  };
  const commands = (game: PlayedCase): Record<CommandType, Command> => ({
    decide: { type: 'decide', step: game.state.step ?? 'submitted', outcome: 'lanjut' },
    schedule: { type: 'schedule', start: at('2026-02-02T09:00+07:00') },
    'accept-schedule': { type: 'accept-schedule' },
    supply: { type: 'supply', answers: {} },
    withdraw: { type: 'withdraw' },
    extend: { type: 'extend', reason: 'Dokumen dicari di arsip lama' },
    assign: { type: 'assign', user: 7, name: 'Budi Santoso' },
    note: { type: 'note', text: 'Sudah ditelepon' },
    message: { type: 'message', text: 'Kapan selesai?' },
    attach: { type: 'attach', attachment: file, title: 'Surat', audience: 'applicant' },
  });
  const onward = (times: number): Move[] =>
    waiting.slice(0, times).map((step) => ({ by: pejabat, command: { type: 'decide', step, outcome: 'lanjut' }, now }));
  const end = (outcome: string): Move => ({ by: pejabat, command: { type: 'decide', step: 'submitted', outcome }, now });
  const roads: Partial<Record<CaseStatus, Move[]>> = {
    returned: [end('kembalikan')],
    completed: onward(waiting.length),
    rejected: [end('tolak')],
    withdrawn: [{ by: applicant, command: { type: 'withdraw' }, now }],
  };
  const inStatus = (status: CaseStatus): PlayedCase =>
    play(
      aCase({ definition, files: { [file]: { mime: 'application/pdf', size: 1 } } }),
      ...(roads[status] ?? onward(waiting.findIndex((each) => each === status))),
    );

  const working = {
    applicant: ['withdraw', 'message'],
    loket: ['withdraw', 'note', 'attach'],
    pejabat: ['decide', 'assign', 'note', 'attach'],
    atasan: ['extend'],
    outsider: [],
  };
  const ended = { applicant: [], loket: ['note'], pejabat: ['note'], atasan: [], outsider: [] };
  const table: Record<CaseStatus, Record<string, string[]>> = {
    submitted: working,
    returned: {
      applicant: ['supply', 'withdraw', 'message'],
      loket: ['supply', 'withdraw', 'note', 'attach'],
      pejabat: ['assign', 'note', 'attach'],
      atasan: ['extend'],
      outsider: [],
    },
    registered: working,
    dispositioned: working,
    confirmed: working,
    processing: working,
    scheduled: working,
    rescheduled: working,
    answered: {
      applicant: ['message'],
      loket: ['note', 'attach'],
      pejabat: ['decide', 'assign', 'note', 'attach'],
      atasan: [],
      outsider: [],
    },
    completed: ended,
    rejected: ended,
    withdrawn: ended,
  };
  const cells = CaseStatus.options.flatMap((status) => Object.keys(parties).map((name) => [status, name] as const));

  it('reaches every status with every command of the table', () => {
    expect(CaseStatus.options.map((status) => inStatus(status).state.status)).toEqual([...CaseStatus.options]);
    expect(Object.keys(openIn).sort()).toEqual([...CaseStatus.options].sort());
  });

  it.each(cells)('in %s, %s may give just the commands that are open, and the rest are refused', (status, name) => {
    const game = inStatus(status);
    const party = parties[name] ?? applicant;
    const given = Object.values(commands(game));
    const open = given.filter((command) => isOpen(definition, game.state, party, command.type)).map((command) => command.type);
    const taken = given.filter((command) => refusalOf(game, { by: party, command, now }) === null).map((command) => command.type);
    const closed = given
      .filter((command) => refusalOf(game, { by: party, command, now })?.kind === 'command-not-open')
      .map((command) => command.type);
    expect([...open].sort()).toEqual([...(table[status][name] ?? [])].sort());
    expect(taken).toEqual(open);
    expect(closed).toEqual(given.map((command) => command.type).filter((type) => !open.includes(type)));
  });

  it('lets an officer without the right to assign do everything else', () => {
    const { state } = inStatus('processing');
    expect(isOpen(definition, state, officer('pejabat'), 'assign')).toBe(false);
    expect(isOpen(definition, state, officer('pejabat'), 'decide')).toBe(true);
  });
});
