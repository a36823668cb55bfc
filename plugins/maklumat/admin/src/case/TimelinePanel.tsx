import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { DeskCase } from '../../../contracts/desk';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';
import { FileButton } from './CaseFiles';

const Line = styled(Box)`
  border-left: 2px solid ${({ theme }) => theme.colors.neutral300};
`;

/** Everything that happened, newest first, with reasons and papers. */
export function TimelinePanel({ deskCase }: { deskCase: DeskCase }) {
  const { text, language } = useTexts();
  return (
    <Panel title={text.case.timeline}>
      <Flex tag="ol" reversed direction="column" alignItems="stretch" gap={4}>
        {[...deskCase.timeline].reverse().map((entry) => (
          <Line key={entry.sequence} tag="li" paddingLeft={4}>
            <Typography tag="p" fontWeight="bold">
              {entry.sentence}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {formatInstant(entry.at, language, 'short')} · {entry.by}
            </Typography>
            {entry.reason && (
              <Typography tag="p" paddingTop={1} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {entry.reason}
              </Typography>
            )}
            {entry.details?.map((detail) => (
              <Typography key={detail.label} tag="p" paddingTop={1}>
                {detail.label}: {detail.value}
              </Typography>
            ))}
            <Flex gap={2} wrap="wrap" paddingTop={entry.documents?.length ? 2 : 0}>
              {deskCase.documents
                .filter((document) => entry.documents?.includes(document.id))
                .map((document) => (
                  <FileButton key={document.id} number={deskCase.number} file={{ ...document, name: document.title }} />
                ))}
            </Flex>
          </Line>
        ))}
      </Flex>
    </Panel>
  );
}

export function NotesPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text, language } = useTexts();
  return (
    <Panel title={text.case.notes}>
      {deskCase.notes.length === 0 && <Typography textColor="neutral600">{text.case.noNotes}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {deskCase.notes.map((note) => (
          <Box key={note.sequence} tag="li">
            <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {note.text}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {note.by} · {formatInstant(note.at, language, 'short')}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Panel>
  );
}
