import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTexts } from '../shared/useTexts';

/** Stripes and dots tell the parts apart where colour does not. */
const Part = styled.div<{ $share: number; $kind: 'overdue' | 'soon' | 'others' }>`
  flex: ${({ $share }) => $share} 0 0;
  min-width: 0.6rem;
  background-color: ${({ theme, $kind }) => theme.colors[$kind === 'overdue' ? 'danger600' : $kind === 'soon' ? 'warning500' : 'success500']};
  background-image: ${({ theme, $kind }) =>
    $kind === 'overdue'
      ? `repeating-linear-gradient(45deg, transparent 0 4px, ${theme.colors.neutral0}55 4px 7px)`
      : $kind === 'soon'
        ? `radial-gradient(${theme.colors.neutral0}88 1.5px, transparent 1.6px)`
        : 'none'};
  background-size: ${({ $kind }) => ($kind === 'soon' ? '7px 7px' : 'auto')};
`;

interface Props {
  overdue: number;
  soon: number;
  others: number;
}

/** All cases this person may see, against their deadlines, as one bar; a screen reader gets the same as a sentence. */
export function QueueSummary({ overdue, soon, others }: Props) {
  const { text } = useTexts();
  const parts = [
    { kind: 'overdue', label: text.summary.overdue, count: overdue },
    { kind: 'soon', label: text.summary.soon, count: soon },
    { kind: 'others', label: text.summary.others, count: others },
  ] as const;
  const shown = parts.filter((part) => part.count > 0);
  return (
    <Box
      role="img"
      aria-label={`${text.summary.title}: ${text.summary.sentence(overdue, soon, others)}`}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
    >
      <Flex gap="2px" height="1.2rem" hasRadius overflow="hidden" background="neutral150" alignItems="stretch">
        {shown.map((part) => (
          <Part key={part.kind} $kind={part.kind} $share={part.count} />
        ))}
      </Flex>
      <Flex gap={{ initial: 3, medium: 6 }} paddingTop={3} wrap="wrap">
        {parts.map((part) => (
          <Flex key={part.kind} gap={2}>
            <Box width="1.2rem" height="1.2rem" hasRadius overflow="hidden" display="flex">
              <Part $kind={part.kind} $share={1} />
            </Box>
            <Typography variant="pi">
              {part.label} <strong>{part.count}</strong>
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}
