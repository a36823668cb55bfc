import type { CaseStatus } from './status';

/** Every command that a case understands, whoever gives it. */
export type CommandType =
  'decide' | 'schedule' | 'accept-schedule' | 'supply' | 'withdraw' | 'extend' | 'assign' | 'note' | 'message' | 'attach';

/**
 * Which commands a status admits at all; the procedure and the person narrow it further. A case that has ended takes notes only,
 * so that its record stays what was decided.
 */
export const openIn = {
  submitted: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  returned: ['supply', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  registered: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  dispositioned: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  confirmed: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  processing: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  scheduled: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  rescheduled: ['decide', 'schedule', 'accept-schedule', 'withdraw', 'extend', 'assign', 'note', 'message', 'attach'],
  answered: ['decide', 'schedule', 'accept-schedule', 'assign', 'note', 'message', 'attach'],
  completed: ['note'],
  rejected: ['note'],
  withdrawn: ['note'],
} as const satisfies Record<CaseStatus, readonly CommandType[]>;

export function admits(status: CaseStatus, command: CommandType): boolean {
  const open: readonly CommandType[] = openIn[status];
  return open.includes(command);
}
