import { Box, Flex, Typography } from '@strapi/design-system';
import type { DeskCase } from '../../../contracts/desk';
import { DeadlineMark } from '../shared/DeadlineMark';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

/** The date or its estimate, what is left of it, and the days that led to it in the server's own words. */
export function DeadlinePanel({ deskCase }: { deskCase: DeskCase }) {
  const { text, language } = useTexts();
  const { deadline } = deskCase;
  if (!deadline.begun && deadline.state !== 'pending') {
    return (
      <Panel title={text.deadline.title}>
        <Typography>{text.deadline.estimate.neverBegan}</Typography>
      </Panel>
    );
  }
  const estimate = deadline.begun ? (deadline.paused ? text.deadline.estimate.paused : undefined) : text.deadline.estimate.notBegun;
  return (
    <Panel title={text.deadline.title}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" tag="p">
          {formatInstant(deadline.at, language)}
        </Typography>
        {estimate && <Typography textColor="neutral600">{estimate}</Typography>}
        <DeadlineMark state={deadline.state} timeLeft={deskCase.timeLeft} share={deskCase.share} />
        {deadline.extended && <Typography textColor="neutral600">{text.deadline.extended}</Typography>}
        {deadline.extension && (
          <Typography textColor="neutral600">{text.deadline.extension(formatInstant(deadline.extension.at, language))}</Typography>
        )}
        <details>
          <summary style={{ cursor: 'pointer' }}>
            <Typography fontWeight="bold" textColor="primary600">
              {text.deadline.why}
            </Typography>
          </summary>
          <Box tag="ol" paddingTop={2} paddingLeft={4} style={{ listStyle: 'decimal' }}>
            {deadline.steps.map((step) => (
              <Box key={`${step.date} ${step.sentence}`} tag="li" paddingTop={1}>
                <Typography>{step.sentence}</Typography>
              </Box>
            ))}
          </Box>
        </details>
      </Flex>
    </Panel>
  );
}
