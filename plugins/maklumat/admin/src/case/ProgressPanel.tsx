import { Box, Flex, Typography } from '@strapi/design-system';
import { ArrowRight, Check } from '@strapi/icons';
import type { DeskCase } from '../../../contracts/desk';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

type State = DeskCase['progress'][number]['state'];

const look = {
  done: { background: 'success100', color: 'success700', weight: 'regular' },
  current: { background: 'primary600', color: 'neutral0', weight: 'bold' },
  ahead: { background: 'neutral150', color: 'neutral600', weight: 'regular' },
} as const satisfies Record<State, object>;

/** The steps of the procedure and how far the case has come: a tick, an arrow or the step's number, and the state in words. */
export function ProgressPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text } = useTexts();
  return (
    <Panel title={text.case.progress}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {deskCase.progress.map((step) => (
          <Flex key={step.key} tag="li" gap={3} alignItems="flex-start" aria-current={step.state === 'current' ? 'step' : undefined}>
            <Flex
              width="2.4rem"
              height="2.4rem"
              shrink={0}
              justifyContent="center"
              background={look[step.state].background}
              color={look[step.state].color}
              style={{ borderRadius: '50%' }}
            >
              {step.state === 'done' ? (
                <Check aria-hidden width="1.2rem" />
              ) : step.state === 'current' ? (
                <ArrowRight aria-hidden width="1.2rem" />
              ) : (
                step.number
              )}
            </Flex>
            <Box minWidth={0}>
              <Typography tag="p" fontWeight={look[step.state].weight}>
                {step.title}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {step.actor} · {text.case.stepState[step.state]}
              </Typography>
            </Box>
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
}
