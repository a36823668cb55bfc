import { useId, type ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';

/** A titled part of a page. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={heading}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
      width="100%"
    >
      <Typography id={heading} tag="h2" variant="delta" paddingBottom={4} display="block">
        {title}
      </Typography>
      {children}
    </Box>
  );
}
