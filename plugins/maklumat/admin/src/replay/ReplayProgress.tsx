import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Stop } from '@strapi/icons';
import type { Replay } from '../../../contracts/replays';
import { replayText } from '../../../core/language/replay';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

interface Props {
  replay: Replay;
  sending: boolean;
  onStop: () => void;
}

/** How far a replay is, and the way to call it off. */
export function ReplayProgress({ replay: { state, total, done, createdAt }, sending, onStop }: Props) {
  const { language } = useTexts();
  const text = replayText[language];
  const checked = text.checked(done, total);
  return (
    <Panel title={state === 'queued' ? text.queued : text.running}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" wrap="wrap" gap={2}>
          <Typography fontWeight="semiBold">{checked}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {text.startedAt(formatInstant(createdAt, language, 'short'))}
          </Typography>
        </Flex>
        <Box
          role="progressbar"
          aria-label={text.progress}
          aria-valuemin={0}
          aria-valuemax={Math.max(1, total)}
          aria-valuenow={Math.min(done, total)}
          aria-valuetext={checked}
          height="0.8rem"
          hasRadius
          overflow="hidden"
          background="neutral200"
        >
          <Box height="100%" width={`${100 * shareOf({ done, total })}%`} background="primary600" />
        </Box>
        <div>
          <Button variant="danger-light" startIcon={<Stop />} disabled={sending} onClick={onStop}>
            {text.stop}
          </Button>
        </div>
      </Flex>
    </Panel>
  );
}

/** From 0 to 1; cases that came in after the start may make more than all. */
export const shareOf = ({ done, total }: Pick<Replay, 'done' | 'total'>): number => (total > 0 ? Math.min(1, done / total) : 0);
