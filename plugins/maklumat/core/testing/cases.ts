import { dateIn } from '../calendar/calendar';
import type { Calendar } from '../calendar/schema';
import { decide, type Command, type Decision, type Party } from '../case/decide';
import type { CaseActor, CaseEvent, CaseFact } from '../case/events';
import { evolve, fold, type CaseState } from '../case/state';
import type { OperableDefinition } from '../definition/schema';
import type { Answers } from '../form/schema';
import type { FileFacts } from '../form/validate';
import type { RefusalKind, Result } from '../refusal';
import { aCalendar, aService, at } from './builders';

/** A case with what it is decided by: its pinned version, the calendar, and the files that may be attached. */
export interface PlayedCase {
  definition: OperableDefinition;
  calendar: Calendar;
  files: Record<string, FileFacts>;
  events: CaseEvent[];
  state: CaseState;
}

/** One move of a play: who, what, and when (ISO instant). */
export interface Move {
  by: Party;
  command: Command;
  now: string;
}

export const applicant: Party = { kind: 'applicant' };

/** An officer who holds these positions and may not assign cases. */
export const officer = (...positions: string[]): Party => ({ kind: 'staff', positions, mayAssign: false });

/** A case as it is after filing, received on Monday 5 January 2026 at 09:00 WIB over the web, with the two answers of `aForm()`. */
export function aCase(
  over: {
    definition?: OperableDefinition;
    calendar?: Calendar;
    files?: Record<string, FileFacts>;
    answers?: Answers;
    receivedAt?: string;
    /** A record that exists already, in place of a fresh filing. */
    events?: CaseEvent[];
    fact?: Partial<Extract<CaseFact, { type: 'submitted' }>>;
  } = {},
): PlayedCase {
  const { definition = aService(), calendar = aCalendar(), files = {}, receivedAt = at('2026-01-05T09:00+07:00') } = over;
  const answers = over.answers ?? { nama: 'Siti Aminah', keperluan: 'Penelitian untuk skripsi' };
  const route = { unit: 'layanan', position: 'petugas', rule: 'semua', sentence: 'Semua permohonan ditangani petugas.' };
  const events: CaseEvent[] = over.events ?? [
    {
      sequence: 1,
      at: receivedAt,
      actor: { kind: 'applicant' },
      fact: {
        type: 'submitted',
        receivedAt,
        channel: 'web',
        answers,
        route,
        explanation: [],
        world: {},
        fired: [],
        escalations: [],
        ...over.fact,
      },
    },
  ];
  return { definition, calendar, files, events, state: fold(definition, events) };
}

/** What core decides about a move, with nothing changed. */
export function decided({ definition, calendar, files, state }: PlayedCase, { by, command, now }: Move): Result<Decision> {
  const today = dateIn(now, calendar.zone);
  return decide(state, command, { definition, calendar, now, today, party: by, files, areas: new Set(), language: 'id' });
}

/** The kind of the refusal and the fields that it names, or null when the move is taken. */
export function refusalOf(game: PlayedCase, move: Move): { kind: RefusalKind; fields: string[] } | null {
  const decision = decided(game, move);
  return decision.ok ? null : { kind: decision.refusal.kind, fields: Object.keys(decision.refusal.fields ?? {}) };
}

/** The case after these moves. @throws Error when one is refused: a test that is about the refusal asks `refusalOf`. */
export function play(start: PlayedCase, ...moves: readonly Move[]): PlayedCase {
  return moves.reduce((game, move) => {
    const decision = decided(game, move);
    if (!decision.ok) throw new Error(`${move.command.type}: ${decision.refusal.kind}, ${decision.refusal.message}`);
    const { fact, position, forApplicant } = decision.value;
    const actor: CaseActor =
      move.by.kind === 'applicant' ? { kind: 'applicant' } : { kind: 'staff', user: 7, name: 'Budi Santoso', position, forApplicant };
    const event: CaseEvent = { sequence: game.state.sequence + 1, at: move.now, actor, fact };
    return { ...game, events: [...game.events, event], state: evolve(game.definition, game.state, event) };
  }, start);
}
