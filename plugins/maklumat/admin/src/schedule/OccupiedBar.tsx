import { Box, Flex, Typography } from '@strapi/design-system';
import { scheduleText } from '../../../core/language/schedule';
import { useTexts } from '../shared/useTexts';

interface Props {
  minutes: number;
  /** Minutes of a full bar; the same for all days of a week, so that their bars compare. */
  full: number;
}

/** How much of a day is taken, as a bar for the eye and in words for everybody. */
export function OccupiedBar({ minutes, full }: Props) {
  const { language } = useTexts();
  const text = scheduleText[language];
  const share = full > 0 ? Math.min(1, minutes / full) : 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%" maxWidth="16rem">
      <Typography variant="pi" textColor={minutes === 0 ? 'neutral600' : 'neutral800'}>
        {minutes === 0 ? text.free : text.minutes(minutes)}
      </Typography>
      <Box aria-hidden height="0.8rem" hasRadius overflow="hidden" background="neutral150">
        <Box height="100%" width={`${share * 100}%`} background="primary600" />
      </Box>
    </Flex>
  );
}
