import type { CaseStatus } from '$core/case/status';

/** How a status is coloured; what is under way is waited for. */
export const statusTones: Partial<Record<CaseStatus, 'good' | 'wait' | 'bad' | 'plain'>> = {
  returned: 'bad',
  rejected: 'bad',
  answered: 'good',
  completed: 'good',
  withdrawn: 'plain',
};
