import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Slot } from '../api/failure';
import { formatSlot } from '../shared/instant';
import { useTexts } from '../shared/useTexts';

interface Props {
  slots: readonly Slot[];
  /** Absent while the chosen action asks for no time. */
  onUse: ((slot: Slot) => void) | undefined;
}

/** The free times that came with a refusal; they stay on screen until an action goes through, since another action may be the one to use them. */
export function FreeSlots({ slots, onUse }: Props) {
  const { text, language } = useTexts();
  return (
    <Box role="status" padding={4} hasRadius background="primary100" borderColor="primary200">
      <Typography tag="p" fontWeight="bold" paddingBottom={2}>
        {text.action.freeSlots}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
        {slots.map((slot) => (
          <li key={slot.from}>
            {onUse ? (
              <Button
                variant="secondary"
                onClick={() => onUse(slot)}
                style={{ height: 'auto', minHeight: '3.2rem', whiteSpace: 'normal', textAlign: 'left' }}
              >
                {text.action.useSlot(formatSlot(slot, language))}
              </Button>
            ) : (
              <Typography>{formatSlot(slot, language)}</Typography>
            )}
          </li>
        ))}
      </Flex>
      {!onUse && (
        <Typography tag="p" textColor="neutral600" paddingTop={2}>
          {text.action.slotsElsewhere}
        </Typography>
      )}
    </Box>
  );
}
