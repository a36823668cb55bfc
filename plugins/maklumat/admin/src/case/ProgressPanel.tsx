import { Box, Flex, Typography } from '@strapi/design-system';
import { ArrowRight, Check, Clock } from '@strapi/icons';
import type { DeskCase } from '../../../contracts/desk';
import { allowanceNote, formatAllowance } from '../../../core/language/allowance';
import { formatInstant, formatSlot } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

type Step = DeskCase['progress'][number];
type State = Step['state'];

const look = {
  done: { background: 'success100', color: 'success700', weight: 'regular' },
  current: { background: 'primary600', color: 'neutral0', weight: 'bold' },
  ahead: { background: 'neutral150', color: 'neutral600', weight: 'regular' },
} as const satisfies Record<State, object>;

/** The steps of the procedure and how far the case has come: a tick, an arrow or the step's number, and the state in words. */
export function ProgressPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text, language } = useTexts();
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
              <Timing step={step} />
            </Box>
          </Flex>
        ))}
      </Flex>
      {deskCase.progress.some((step) => step.allowance) && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
          {allowanceNote[language]}
        </Typography>
      )}
    </Panel>
  );
}

/** The time a step is given and the time it took. An overrun is said, and hinders nothing. */
function Timing({ step }: { step: Step }) {
  const { text, language } = useTexts();
  const { state, allowance, enteredAt, leftAt, overrun } = step;
  const reached = state !== 'ahead' && enteredAt !== undefined;
  return (
    <>
      {allowance && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text.case.allowance(formatAllowance(allowance, language))}
        </Typography>
      )}
      {reached && (allowance !== undefined || state === 'current') && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {leftAt === undefined
            ? text.case.since(formatInstant(enteredAt, language, 'short'))
            : formatSlot({ from: enteredAt, to: leftAt }, language)}
        </Typography>
      )}
      {reached && overrun && (
        <Flex gap={1} alignItems="center">
          <Box color="warning700" shrink={0} style={{ lineHeight: 0 }}>
            <Clock aria-hidden width="1.2rem" />
          </Box>
          <Typography variant="pi" fontWeight="semiBold" textColor="warning700">
            {text.case.overrun}
          </Typography>
        </Flex>
      )}
    </>
  );
}
