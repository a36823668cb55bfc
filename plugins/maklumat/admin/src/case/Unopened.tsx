import { Box, Flex, Typography } from '@strapi/design-system';
import { Clock, WarningCircle } from '@strapi/icons';
import type { RefusalKind } from '../../../core/refusal';
import { useTexts } from '../shared/useTexts';

const look = {
  quarantined: { icon: Clock, color: 'warning700' },
  infected: { icon: WarningCircle, color: 'danger700' },
  gone: { icon: WarningCircle, color: 'danger700' },
} as const;
export type UnopenedKind = keyof typeof look;

/** What a refusal to open a file says about it; undefined when it says nothing, such as a connection that is gone. */
export const unopenedBy = (kind: RefusalKind | 'unreachable'): UnopenedKind | undefined =>
  kind === 'file-quarantined' ? 'quarantined' : kind === 'not-found' ? 'gone' : undefined;

/** Why a file cannot be opened, in words beside it. */
export function Unopened({ kind }: { kind: UnopenedKind }) {
  const { text } = useTexts();
  const { icon: Icon, color } = look[kind];
  return (
    <Flex gap={1} alignItems="center" role="status">
      <Box color={color} shrink={0} style={{ lineHeight: 0 }}>
        <Icon aria-hidden width="1.2rem" />
      </Box>
      <Typography variant="pi" textColor={color}>
        {text.case.unopened[kind]}
      </Typography>
    </Flex>
  );
}
