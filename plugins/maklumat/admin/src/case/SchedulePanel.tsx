import { Flex, Typography } from '@strapi/design-system';
import type { DeskCase } from '../../../contracts/desk';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

/** What is held for the case, and whether the applicant still has to accept it. */
export function SchedulePanel({ deskCase }: { deskCase: DeskCase }) {
  const { text } = useTexts();
  if (deskCase.reservations.length === 0) return null;
  return (
    <Panel title={text.case.reservations}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {deskCase.reservations.map((slot) => (
          <li key={slot.resource}>
            <Typography tag="p" fontWeight="bold">
              {slot.sentence}
            </Typography>
            <Typography tag="p" textColor="neutral600">
              {slot.name} · {text.case.reservation[slot.offered ? 'offered' : 'booked']}
            </Typography>
          </li>
        ))}
      </Flex>
    </Panel>
  );
}
