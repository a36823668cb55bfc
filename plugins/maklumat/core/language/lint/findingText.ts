/** What a finding says. Findings are read by those who write services, in the Indonesian admin; they have no other language. */
export interface FindingText {
  /** An error blocks publishing, a warning does not. */
  severity: 'error' | 'warning';
  what: string;
  why: string;
  mend: string;
}

export const error = (what: string, why: string, mend: string): FindingText => ({ severity: 'error', what, why, mend });
export const warning = (what: string, why: string, mend: string): FindingText => ({ severity: 'warning', what, why, mend });
