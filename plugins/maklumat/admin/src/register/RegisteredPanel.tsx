import { useEffect, useRef } from 'react';
import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CheckCircle, FilePdf } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { Registered } from '../api/useDeskApi';
import { usePublicApi } from '../api/usePublicApi';
import { formatInstant } from '../shared/instant';
import { casePath } from '../shared/paths';
import { useDocument } from '../shared/useDocument';
import { useTexts } from '../shared/useTexts';

/** What the applicant takes home. The tracking code is nowhere else: it is stored only in a form that cannot be read back. */
export function RegisteredPanel({ registered, onAnother }: { registered: Registered; onAnother: () => void }) {
  const { text, language } = useTexts();
  const api = usePublicApi();
  const openDocument = useDocument();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { number, trackingToken, deadline, route, links } = registered;
  const rows = [
    [text.counter.number, number],
    [text.counter.code, trackingToken],
    [deadline.begun ? text.counter.answerBy : text.counter.estimate, formatInstant(deadline.at, language)],
    [text.counter.routedTo, `${route.positionName} (${route.unitName})`],
    ...(links.length > 0 ? [[text.counter.links, links.map((link) => `${link.number} (${link.name})`).join(', ')]] : []),
  ];
  const receipt = { name: `${number}.pdf`, mime: 'application/pdf' };
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 8 }}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Box>
          <Flex gap={3}>
            <Box color="success600" style={{ lineHeight: 0 }}>
              <CheckCircle aria-hidden width="2.4rem" height="2.4rem" />
            </Box>
            <Typography ref={heading} tag="h2" variant="beta" tabIndex={-1}>
              {text.counter.doneTitle}
            </Typography>
          </Flex>
          <Typography tag="p" paddingTop={2}>
            {text.counter.doneBody}
          </Typography>
        </Box>
        <Flex tag="dl" direction="column" alignItems="stretch" gap={4}>
          {rows.map(([label, value]) => (
            <Box key={label}>
              <Typography tag="dt" textColor="neutral600">
                {label}
              </Typography>
              <Typography tag="dd" variant="beta" style={{ overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Box>
          ))}
        </Flex>
        {deadline.extension && (
          <Typography textColor="neutral600">{text.deadline.extension(formatInstant(deadline.extension.at, language))}</Typography>
        )}
        <Typography textColor="neutral600">{text.counter.codeHint}</Typography>
        <Flex gap={3} wrap="wrap">
          <Button size="L" startIcon={<FilePdf />} onClick={() => void openDocument(receipt, () => api.receipt(number, trackingToken))}>
            {text.counter.print}
          </Button>
          <LinkButton tag={Link} to={casePath(number)} size="L" variant="secondary">
            {text.counter.openCase}
          </LinkButton>
          <Button size="L" variant="tertiary" onClick={onAnother}>
            {text.counter.another}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
