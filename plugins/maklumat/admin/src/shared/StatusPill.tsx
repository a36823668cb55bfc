import { Badge, type BadgeProps } from '@strapi/design-system';
import type { CaseStatus } from '../../../core/case/status';

const look = {
  submitted: 'primary',
  returned: 'warning',
  registered: 'secondary',
  dispositioned: 'secondary',
  confirmed: 'secondary',
  processing: 'secondary',
  scheduled: 'secondary',
  rescheduled: 'warning',
  answered: 'success',
  completed: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<CaseStatus, BadgeProps['variant']>;

export function StatusPill({ status, label }: { status: CaseStatus; label: string }) {
  return <Badge variant={look[status]}>{label}</Badge>;
}
