import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { Resource, ScheduleDay } from '../../../contracts/resources';
import { formatDate } from '../../../core/language/calendar';
import { scheduleText } from '../../../core/language/schedule';
import { useTexts } from '../shared/useTexts';
import { BookingList } from './BookingList';
import { OccupiedBar } from './OccupiedBar';

interface Props {
  resource: Resource;
  days: readonly ScheduleDay[];
  /** YYYY-MM-DD in the resource's zone. */
  today: string;
}

/** Minutes of a bar when the office has no hours all week: a day of eight hours (default of the product). */
const plainDay = 480;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A full bar: all units through the longest day of the week, or more where more is taken. */
function fullBar(days: readonly ScheduleDay[], capacity: number): number {
  const open = days.map(({ opens, closes }) => (opens === null || closes === null ? 0 : minutesOf(closes) - minutesOf(opens)));
  return Math.max((Math.max(...open) || plainDay) * capacity, ...days.map(({ occupiedMinutes }) => occupiedMinutes));
}

/** A week of a resource as a table, or as cards where a table would not fit. */
export function WeekTable(props: Props) {
  return useIsMobile() ? <Cards {...props} /> : <WideTable {...props} />;
}

function DayName({ day, today }: { day: ScheduleDay; today: string }) {
  const { language } = useTexts();
  const text = scheduleText[language];
  const open = day.opens !== null && day.closes !== null ? text.hours(day.opens, day.closes) : (day.holiday ?? text.closed);
  return (
    <>
      <Typography fontWeight="bold" tag="p" {...(day.date === today ? { 'aria-current': 'date' as const } : {})}>
        {formatDate(day.date, language)}
        {day.date === today && ` (${text.today})`}
      </Typography>
      <Typography variant="pi" tag="p" textColor="neutral600">
        {open}
      </Typography>
    </>
  );
}

/** A table cell keeps to one line otherwise. */
const Wrap = styled(Box)`
  white-space: normal;
  overflow-wrap: anywhere;
`;

function WideTable({ resource, days, today }: Props) {
  const { language } = useTexts();
  const text = scheduleText[language];
  const full = fullBar(days, resource.capacity);
  return (
    <Table colCount={3} rowCount={days.length + 1}>
      <Thead>
        <Tr>
          {[text.day, text.occupied, text.bookings].map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {head}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {days.map((day) => (
          <Tr key={day.date}>
            <Td>
              <Wrap>
                <DayName day={day} today={today} />
              </Wrap>
            </Td>
            <Td>
              <Wrap minWidth="12rem">
                <OccupiedBar minutes={day.occupiedMinutes} full={full} />
              </Wrap>
            </Td>
            <Td>
              <Wrap>
                <BookingList day={day} resource={resource} />
              </Wrap>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Cards({ resource, days, today }: Props) {
  const full = fullBar(days, resource.capacity);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {days.map((day) => (
        <Box key={day.date} tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <div>
              <DayName day={day} today={today} />
            </div>
            <OccupiedBar minutes={day.occupiedMinutes} full={full} />
            {day.bookings.length > 0 && <BookingList day={day} resource={resource} />}
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}
