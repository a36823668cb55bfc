import { useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, WarningCircle } from '@strapi/icons';
import type { RetentionRun } from '../../../contracts/retention';
import { retentionText } from '../../../core/language/adminCitizens';
import { formatCount } from '../../../core/language/replay';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

type State = 'done' | 'failed' | 'running' | 'cutOff';

const look = {
  done: { icon: CheckCircle, ground: 'success100', ink: 'success700' },
  failed: { icon: WarningCircle, ground: 'danger100', ink: 'danger700' },
  running: { icon: Clock, ground: 'neutral150', ink: 'neutral800' },
  cutOff: { icon: WarningCircle, ground: 'warning100', ink: 'warning700' },
} as const satisfies Record<State, object>;

/** Nights shown before the reader asks for more. */
const firstShown = 14;

/** A run that has not ended although another began after it never will. */
function stateOf({ failed, finishedAt }: RetentionRun, isLatest: boolean): State {
  if (finishedAt === null) return isLatest ? 'running' : 'cutOff';
  return failed ? 'failed' : 'done';
}

/** Each night with what was deleted of which kind, the latest first. */
export function RunList({ runs }: { runs: readonly RetentionRun[] }) {
  const { language } = useTexts();
  const text = retentionText[language];
  const [all, setAll] = useState(false);
  const shown = all ? runs : runs.slice(0, firstShown);
  return (
    <Panel title={text.runs}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {shown.map((run) => (
          <Night key={run.id} run={run} isLatest={run === runs[0]} />
        ))}
      </Flex>
      {shown.length < runs.length && (
        <Box paddingTop={4}>
          <Button variant="tertiary" onClick={() => setAll(true)}>
            {text.older(runs.length - shown.length)}
          </Button>
        </Box>
      )}
    </Panel>
  );
}

function Night({ run, isLatest }: { run: RetentionRun; isLatest: boolean }) {
  const { language } = useTexts();
  const text = retentionText[language];
  const state = stateOf(run, isLatest);
  const { icon: Icon, ground, ink } = look[state];
  const lines = run.report.filter(({ removed }) => removed > 0);
  const total = lines.reduce((sum, { removed }) => sum + removed, 0);
  return (
    <Box tag="li" paddingTop={3} borderStyle="solid none none" borderColor="neutral200" borderWidth="1px">
      <Flex gap={2} wrap="wrap" alignItems="center" paddingBottom={1}>
        <Typography tag="h3" fontWeight="bold">
          {text.ran(formatInstant(run.startedAt, language, 'short'))}
        </Typography>
        <Badge backgroundColor={ground} textColor={ink}>
          <Flex gap={1} tag="span">
            <Icon aria-hidden width="1.2rem" />
            {text.state[state]}
          </Flex>
        </Badge>
      </Flex>
      {state === 'failed' && (
        <Typography tag="p">{text.failedHelp(run.report.flatMap(({ failed, label }) => (failed ? [label] : [])))}</Typography>
      )}
      {state === 'cutOff' && <Typography tag="p">{text.cutOffHelp}</Typography>}
      {total > 0 && <Typography tag="p">{text.total(total)}</Typography>}
      {total === 0 && state === 'done' && <Typography tag="p">{text.nothing}</Typography>}
      {lines.length > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {lines.map(({ label, removed }) => `${label}: ${formatCount(removed, language)}`).join(' · ')}
        </Typography>
      )}
    </Box>
  );
}
