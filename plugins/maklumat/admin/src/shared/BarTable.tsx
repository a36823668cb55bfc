import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { formatCount } from '../../../core/language/replay';
import { useTexts } from './useTexts';

export interface Bar {
  key: string;
  label: string;
  /** Said below the label. */
  note?: string;
  count: number;
}

interface Props {
  caption: string;
  /** Heads of the two columns: what is counted, and how many. */
  heads: readonly [string, string];
  bars: readonly Bar[];
}

const cellStyle = { padding: '0.4rem 0', textAlign: 'start', verticalAlign: 'middle', fontWeight: 'inherit' } as const;
const figureStyle = { minWidth: '4.5rem', textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const;

/** Counts that are to be compared: a table, whose figures are drawn as bars too. The longest bar is the largest figure. */
export function BarTable({ caption, heads, bars }: Props) {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Box tag="table" width="100%" style={{ borderCollapse: 'collapse' }}>
      <VisuallyHidden tag="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          <Box tag="th" scope="col" width="15rem" style={cellStyle}>
            <Typography variant="sigma" textColor="neutral600">
              {heads[0]}
            </Typography>
          </Box>
          <Box tag="th" scope="col" style={{ ...cellStyle, textAlign: 'end' }}>
            <Typography variant="sigma" textColor="neutral600">
              {heads[1]}
            </Typography>
          </Box>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <Row key={bar.key} bar={bar} largest={largest} />
        ))}
      </tbody>
    </Box>
  );
}

function Row({ bar: { label, note, count }, largest }: { bar: Bar; largest: number }) {
  const { language } = useTexts();
  const ink = count > 0 ? 'neutral800' : 'neutral600';
  return (
    <tr>
      <Box tag="th" scope="row" style={cellStyle}>
        <Typography textColor={ink}>{label}</Typography>
        {note !== undefined && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {note}
          </Typography>
        )}
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
