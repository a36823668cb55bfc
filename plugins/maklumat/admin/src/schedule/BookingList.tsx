import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { Resource, ScheduleDay } from '../../../contracts/resources';
import { scheduleText } from '../../../core/language/schedule';
import { formatInstant } from '../shared/instant';
import { casePath } from '../shared/paths';
import { useTexts } from '../shared/useTexts';

type Booking = ScheduleDay['bookings'][number];

/** What is booked on a day, each with a way to its case. */
export function BookingList({ day, resource }: { day: ScheduleDay; resource: Resource }) {
  const { language } = useTexts();
  const text = scheduleText[language];
  const when = ({ from, to }: Booking): string =>
    from.slice(0, 10) === to.slice(0, 10)
      ? text.between(from.slice(11, 16), to.slice(11, 16))
      : `${formatInstant(from, language, 'short')} – ${formatInstant(to, language, 'short')}`;
  const more = (booking: Booking): string =>
    [
      booking.case.service,
      resource.capacity > 1 ? text.unit(booking.unit) : '',
      booking.reservedFor === null ? '' : text.along(booking.reservedFor),
      booking.offered ? text.offered : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {day.bookings.map((booking) => (
        <li key={`${booking.from} ${booking.unit}`}>
          <Flex gap={2} wrap="wrap" alignItems="baseline">
            <Typography fontWeight="bold">{when(booking)}</Typography>
            <Link tag={RouterLink} to={casePath(booking.case.number)}>
              {booking.case.number}
            </Link>
          </Flex>
          <Typography variant="pi" tag="p" textColor="neutral600">
            {more(booking)}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
