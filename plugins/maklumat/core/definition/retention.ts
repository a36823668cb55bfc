/** Kinds of data with a retention period of their own. The periods are content (Masa simpan); source of the defaults: domain.md §2, UU 27/2022. */
export const retentionKinds = [
  'drafts',
  'registrations',
  'otps',
  'messages',
  'unusedFiles',
  'accessLog',
  'closedCases',
  'idempotencyKeys',
  'replays',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];
