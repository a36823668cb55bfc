import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { Replay } from '../../../contracts/replays';
import { formatCount, replayText } from '../../../core/language/replay';
import { differenceKinds } from '../../../core/rules/replay';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

const cellStyle = { padding: '0.4rem 0', textAlign: 'start', verticalAlign: 'middle', fontWeight: 'inherit' } as const;
const figureStyle = { minWidth: '4.5rem', textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const;

/** How many cases differ in each kind of decision: a table, whose figures are drawn as bars too. The longest bar is the largest figure. */
export function KindChart({ kinds }: { kinds: Replay['kinds'] }) {
  const { language } = useTexts();
  const text = replayText[language];
  const largest = Math.max(1, ...Object.values(kinds));
  return (
    <Panel title={text.chart}>
      <Box tag="table" width="100%" style={{ borderCollapse: 'collapse' }}>
        <VisuallyHidden tag="caption">{text.chart}</VisuallyHidden>
        <thead>
          <tr>
            <Box tag="th" scope="col" width="15rem" style={cellStyle}>
              <Typography variant="sigma" textColor="neutral600">
                {text.kind}
              </Typography>
            </Box>
            <Box tag="th" scope="col" style={{ ...cellStyle, textAlign: 'end' }}>
              <Typography variant="sigma" textColor="neutral600">
                {text.cases}
              </Typography>
            </Box>
          </tr>
        </thead>
        <tbody>
          {differenceKinds.map((kind) => (
            <Row key={kind} label={text.kinds[kind]} count={kinds[kind] ?? 0} largest={largest} />
          ))}
        </tbody>
      </Box>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {text.overlap}
      </Typography>
    </Panel>
  );
}

function Row({ label, count, largest }: { label: string; count: number; largest: number }) {
  const { language } = useTexts();
  const ink = count > 0 ? 'neutral800' : 'neutral600';
  return (
    <tr>
      <Box tag="th" scope="row" style={cellStyle}>
        <Typography textColor={ink}>{label}</Typography>
      </Box>
      <Box tag="td" style={cellStyle}>
        <Flex gap={2}>
          <Box aria-hidden flex="1" height="1.6rem" hasRadius overflow="hidden" background="neutral150">
            <Box height="100%" width={`${(100 * count) / largest}%`} minWidth={count > 0 ? '2px' : 0} background="primary600" />
          </Box>
          <Typography textColor={ink} fontWeight={count > 0 ? 'bold' : 'regular'} style={figureStyle}>
            {formatCount(count, language)}
          </Typography>
        </Flex>
      </Box>
    </tr>
  );
}
