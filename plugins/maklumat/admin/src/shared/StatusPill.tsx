import { Badge, type BadgeProps } from '@strapi/design-system';
import type { CaseStatus } from '../../../core/case/status';

const look = {
  submitted: { variant: 'primary' },
  returned: { variant: 'warning' },
  registered: { variant: 'secondary' },
  dispositioned: { variant: 'secondary' },
  confirmed: { variant: 'secondary' },
  processing: { variant: 'secondary' },
  scheduled: { variant: 'secondary' },
  rescheduled: { variant: 'warning' },
  answered: { variant: 'success' },
  completed: { variant: 'success' },
  // The design system's own red ground is too dark for letters as small as these (contrast 3.9).
  rejected: { backgroundColor: 'danger100', textColor: 'danger700' },
  withdrawn: { variant: 'neutral' },
} as const satisfies Record<CaseStatus, Pick<BadgeProps, 'variant' | 'backgroundColor' | 'textColor'>>;

export function StatusPill({ status, label }: { status: CaseStatus; label: string }) {
  return <Badge {...look[status]}>{label}</Badge>;
}
