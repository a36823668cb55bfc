import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { CallFailure } from '../api/failure';
import { useTexts } from './useTexts';

type Text = ReturnType<typeof useTexts>['text'];

/** What to tell the officer: the server's own sentence, or ours when it had none. */
export function failureText(failure: CallFailure, text: Text): string {
  if (failure.message) return failure.message;
  return failure.kind === 'unreachable' ? text.connection : text.unexpected;
}

/** A failed call with its reason, announced to screen readers, with a way to try again where there is one. */
export function FailureAlert({ failure, onRetry }: { failure: CallFailure; onRetry?: () => void }) {
  const { text } = useTexts();
  return (
    <Flex role="alert" gap={3} padding={4} hasRadius background="danger100" borderColor="danger200" alignItems="flex-start">
      <Box color="danger600" paddingTop={1}>
        <WarningCircle aria-hidden />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography>{failureText(failure, text)}</Typography>
        {onRetry && (
          <Button variant="tertiary" onClick={onRetry}>
            {text.retry}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
