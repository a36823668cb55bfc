import type { Ref } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { Replay } from '../../../contracts/replays';
import { replayText } from '../../../core/language/replay';
import { CallFailure } from '../api/failure';
import { FailureAlert } from '../shared/FailureAlert';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';
import { DifferenceList } from './DifferenceList';
import { KindChart } from './KindChart';

type Text = (typeof replayText)['id'];

/** What came out of a replay, in one sentence. */
export function outcomeInWords({ state, total, done, differing }: Replay, text: Text): string {
  if (state === 'failed') return text.failed;
  if (state === 'done' && total === 0 && done === 0) return text.noCases;
  if (differing > 0) return text.differing(differing, done);
  return state === 'done' ? text.nothing : text.nothingYet;
}

interface Props {
  replay: Replay;
  /** The summary, to which the focus can be moved. */
  summary: Ref<HTMLDivElement>;
}

/** What a replay found, once it has ended in whatever way. */
export function ReplayOutcome({ replay, summary }: Props) {
  const { language } = useTexts();
  const text = replayText[language];
  const { state, total, done, differing, unreadable, createdAt } = replay;
  const sentence = outcomeInWords(replay, text);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box ref={summary} tabIndex={-1} role="group" aria-label={text.outcome}>
        {state === 'failed' ? (
          <FailureAlert failure={new CallFailure('internal', sentence)} />
        ) : (
          <Panel title={text.outcome}>
            <Flex direction="column" alignItems="flex-start" gap={2}>
              {state === 'cancelled' && <Typography tag="p">{text.cancelled(done, total)}</Typography>}
              <Typography tag="p" fontWeight="bold">
                {sentence}
              </Typography>
              {unreadable > 0 && <Typography tag="p">{text.unreadable(unreadable)}</Typography>}
              <Typography tag="p" variant="pi" textColor="neutral600">
                {text.startedAt(formatInstant(createdAt, language, 'short'))}
              </Typography>
            </Flex>
          </Panel>
        )}
      </Box>
      {differing > 0 && state !== 'failed' && (
        <>
          <KindChart kinds={replay.kinds} />
          <DifferenceList replay={replay} />
        </>
      )}
    </Flex>
  );
}
