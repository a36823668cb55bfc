import { Box, Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { useTexts } from '../shared/useTexts';

/** Why so little of a case is left. */
export function ErasedNote() {
  const { text } = useTexts();
  return (
    <Flex gap={3} padding={4} hasRadius background="neutral150" borderColor="neutral200" alignItems="flex-start">
      <Box color="neutral700" paddingTop={1} shrink={0}>
        <Information aria-hidden />
      </Box>
      <Box>
        <Typography tag="h2" fontWeight="bold">
          {text.case.erased.title}
        </Typography>
        <Typography tag="p">{text.case.erased.body}</Typography>
      </Box>
    </Flex>
  );
}
