import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Stop, WarningCircle } from '@strapi/icons';
import type { DeadlineState } from '../../../core/language/desk';
import { useTexts } from './useTexts';

const look = {
  pending: { icon: Clock, color: 'neutral600' },
  running: { icon: Clock, color: 'neutral800' },
  paused: { icon: Stop, color: 'neutral600' },
  met: { icon: CheckCircle, color: 'success600' },
  missed: { icon: WarningCircle, color: 'danger600' },
  overdue: { icon: WarningCircle, color: 'danger600' },
} as const satisfies Record<DeadlineState, { icon: typeof Clock; color: string }>;

/** From this share of the time on, the bar warns (default of the product, as the notices at 75 %). */
const warningShare = 0.75;

interface Props {
  state: DeadlineState;
  timeLeft: string;
  /** How much of the promised time is spent, from 0 to 1; absent while it does not run. */
  share?: number | undefined;
}

/**
 * How a case stands against its deadline: an icon of its own shape per state, the words, and while the time runs a bar of how much of
 * it is spent, both by the server's clock. Colour only repeats what these say.
 */
export function DeadlineMark({ state, timeLeft, share }: Props) {
  const { text } = useTexts();
  const { icon: Icon, color } = look[state];
  const words = state === 'met' || state === 'missed' ? text.deadline[state] : timeLeft;
  return (
    <Box width="100%" maxWidth="22rem">
      <Flex gap={2} alignItems="center">
        <Box color={color} shrink={0} style={{ lineHeight: 0 }}>
          <Icon aria-hidden />
        </Box>
        <Typography fontWeight="semiBold" textColor={color}>
          {words}
        </Typography>
      </Flex>
      {state === 'running' && share !== undefined && <SpentBar share={share} />}
    </Box>
  );
}

/** Hidden from screen readers: the words above say it. */
function SpentBar({ share }: { share: number }) {
  return (
    <Box aria-hidden marginTop={1} height="0.5rem" hasRadius overflow="hidden" background="neutral200">
      <Box height="100%" width={`${Math.round(share * 100)}%`} background={share >= warningShare ? 'warning500' : 'primary600'} />
    </Box>
  );
}
