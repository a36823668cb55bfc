import { Box, Checkbox, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeskRow } from '../../../contracts/desk';
import { DeadlineMark } from '../shared/DeadlineMark';
import { formatInstant } from '../shared/instant';
import { casePath } from '../shared/paths';
import { StatusPill } from '../shared/StatusPill';
import { useTexts } from '../shared/useTexts';

interface Props {
  rows: readonly DeskRow[];
  selected: ReadonlySet<string>;
  /** Absent when this person may not do anything with many cases at once. */
  onSelect?: ((numbers: string[], on: boolean) => void) | undefined;
}

/** The queue as a table, or as cards where a table would not fit. */
export function QueueTable(props: Props) {
  return useIsMobile() ? <Cards {...props} /> : <WideTable {...props} />;
}

function Number({ row }: { row: DeskRow }) {
  return (
    <Link tag={RouterLink} to={casePath(row.number)}>
      <Typography fontWeight="bold" textColor="primary600">
        {row.number}
      </Typography>
    </Link>
  );
}

function Waiting({ row }: { row: DeskRow }) {
  const { text } = useTexts();
  const whom = row.position ?? (row.step === null ? text.queue.ended : text.queue.applicant);
  return (
    <Flex direction="column" alignItems="flex-start">
      {row.step !== null && <Typography>{row.step}</Typography>}
      <Typography variant="pi" textColor="neutral600">
        {row.step === null ? whom : `${text.queue.waitingFor}: ${whom}`}
      </Typography>
      {row.mine && (
        <Typography variant="pi" fontWeight="bold" textColor="primary600">
          ▸ {text.queue.yours}
        </Typography>
      )}
    </Flex>
  );
}

function Due({ row }: { row: DeskRow }) {
  const { language } = useTexts();
  return (
    <Flex direction="column" alignItems="flex-start">
      <DeadlineMark state={row.deadlineState} timeLeft={row.timeLeft} share={row.share} />
      {row.deadlineAt !== null && (
        <Typography variant="pi" textColor="neutral600">
          {formatInstant(row.deadlineAt, language, 'short')}
        </Typography>
      )}
    </Flex>
  );
}

/** A table cell keeps to one line otherwise, and the last columns would slide out of sight. */
const Wrap = styled(Box)`
  white-space: normal;
  overflow-wrap: anywhere;
`;

function WideTable({ rows, selected, onSelect }: Props) {
  const { text, language } = useTexts();
  const allSelected = rows.length > 0 && rows.every((row) => selected.has(row.number));
  const heads = [text.queue.number, text.queue.status, text.queue.step, text.queue.received, text.queue.deadline, text.queue.officer];
  return (
    <Table colCount={heads.length + 1} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          <Th>
            {onSelect ? (
              <Checkbox
                aria-label={text.queue.selectAll}
                checked={allSelected || (rows.some((row) => selected.has(row.number)) ? 'indeterminate' : false)}
                onCheckedChange={(on) =>
                  onSelect(
                    rows.map((row) => row.number),
                    on === true,
                  )
                }
              />
            ) : (
              <VisuallyHidden>{text.queue.selectAll}</VisuallyHidden>
            )}
          </Th>
          {heads.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.number}>
            <Td>{onSelect && <RowCheckbox row={row} selected={selected} onSelect={onSelect} />}</Td>
            <Td>
              <Wrap maxWidth="17rem">
                <Number row={row} />
                <Typography variant="pi" tag="p" textColor="neutral600">
                  {row.service.name}
                </Typography>
              </Wrap>
            </Td>
            <Td>
              <StatusPill status={row.status} label={row.statusLabel} />
            </Td>
            <Td>
              <Wrap maxWidth="20rem">
                <Waiting row={row} />
              </Wrap>
            </Td>
            <Td>
              <Wrap maxWidth="10rem">
                <Typography>{formatInstant(row.receivedAt, language, 'short')}</Typography>
              </Wrap>
            </Td>
            <Td>
              <Wrap maxWidth="18rem">
                <Due row={row} />
              </Wrap>
            </Td>
            <Td>
              <Wrap maxWidth="12rem">
                <Typography textColor={row.assignee === null ? 'neutral600' : 'neutral800'}>{row.assignee ?? text.queue.nobody}</Typography>
              </Wrap>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function RowCheckbox({
  row,
  selected,
  onSelect,
}: {
  row: DeskRow;
  selected: ReadonlySet<string>;
  onSelect: NonNullable<Props['onSelect']>;
}) {
  const { text } = useTexts();
  return (
    <Checkbox
      aria-label={text.queue.select(row.number)}
      checked={selected.has(row.number)}
      onCheckedChange={(on) => onSelect([row.number], on === true)}
    />
  );
}

function Cards({ rows, selected, onSelect }: Props) {
  const { text, language } = useTexts();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {rows.map((row) => (
        <Box key={row.number} tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
          <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
            <Flex gap={3} alignItems="flex-start">
              {onSelect && <RowCheckbox row={row} selected={selected} onSelect={onSelect} />}
              <Box>
                <Number row={row} />
                <Typography variant="pi" tag="p" textColor="neutral600">
                  {row.service.name}
                </Typography>
              </Box>
            </Flex>
            <StatusPill status={row.status} label={row.statusLabel} />
          </Flex>
          <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={3}>
            <Due row={row} />
            <Waiting row={row} />
            <Typography variant="pi" textColor="neutral600">
              {text.queue.received}: {formatInstant(row.receivedAt, language, 'short')}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {text.queue.officer}: {row.assignee ?? text.queue.nobody}
            </Typography>
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}
