import { z } from 'zod';

/** Where a case stands, in words every service shares. A step of a procedure names the status that holds while the case waits there. */
export const CaseStatus = z
  .enum([
    'submitted',
    'returned',
    'registered',
    'dispositioned',
    'confirmed',
    'processing',
    'scheduled',
    'rescheduled',
    'answered',
    'completed',
    'rejected',
    'withdrawn',
  ])
  .meta({ id: 'CaseStatus' });
export type CaseStatus = z.infer<typeof CaseStatus>;
