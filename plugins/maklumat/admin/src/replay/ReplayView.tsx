import { useEffect, useRef } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import type { Replay } from '../../../contracts/replays';
import { replayText } from '../../../core/language/replay';
import { useTexts } from '../shared/useTexts';
import { outcomeInWords, ReplayOutcome } from './ReplayOutcome';
import { ReplayProgress, shareOf } from './ReplayProgress';
import { isUnderWay } from './useReplay';

interface Props {
  replay: Replay;
  sending: boolean;
  onStop: () => void;
}

/** A replay while it runs and when it has ended; what changes is said to screen readers, in steps of ten per cent. */
export function ReplayView({ replay, sending, onStop }: Props) {
  const { language } = useTexts();
  const text = replayText[language];
  const underWay = isUnderWay(replay);
  const summary = useRef<HTMLDivElement>(null);
  const wasUnderWay = useRef(underWay);

  useEffect(() => {
    // The button that had the focus went away with the progress; without this the keyboard would begin at the top of the page again.
    if (wasUnderWay.current && !underWay && document.activeElement === document.body) summary.current?.focus();
    wasUnderWay.current = underWay;
  }, [underWay]);

  const { state } = replay;
  const running = state === 'queued' ? text.queued : text.share(Math.floor(shareOf(replay) * 10) * 10);
  // A failure is an alert, and says itself.
  const ended = state === 'failed' ? '' : outcomeInWords(replay, text);
  return (
    <>
      <VisuallyHidden role="status">{underWay ? running : ended}</VisuallyHidden>
      {underWay ? (
        <ReplayProgress replay={replay} sending={sending} onStop={onStop} />
      ) : (
        <ReplayOutcome replay={replay} summary={summary} />
      )}
    </>
  );
}
