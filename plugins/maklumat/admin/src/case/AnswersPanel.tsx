import { Box, Flex, Typography } from '@strapi/design-system';
import type { DeskCase } from '../../../contracts/desk';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';
import { CaseFile } from './CaseFiles';

/** What the applicant filed, section by section, as label and value. */
export function AnswersPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text } = useTexts();
  const sections = [...new Set(deskCase.answerList.map((answer) => answer.section))];
  return (
    <Panel title={text.case.answers}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {sections.map((section) => (
          <Box key={section}>
            <Typography tag="h3" variant="sigma" textColor="neutral600" paddingBottom={2} display="block">
              {section}
            </Typography>
            <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
              {deskCase.answerList
                .filter((answer) => answer.section === section)
                .map((answer) => (
                  <Flex
                    key={answer.key}
                    direction={{ initial: 'column', medium: 'row' }}
                    alignItems="flex-start"
                    gap={{ initial: 1, medium: 4 }}
                  >
                    <Box tag="dt" width={{ initial: '100%', medium: '36%' }} shrink={0}>
                      <Typography textColor="neutral600">{answer.label}</Typography>
                    </Box>
                    <Box tag="dd" flex="1" minWidth={0} width="100%">
                      {answer.files ? (
                        <Flex gap={3} wrap="wrap" alignItems="flex-start">
                          {answer.files.map((file) => (
                            <CaseFile key={file.id} number={deskCase.number} file={file} />
                          ))}
                        </Flex>
                      ) : (
                        <Typography style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{answer.value}</Typography>
                      )}
                    </Box>
                  </Flex>
                ))}
            </Flex>
          </Box>
        ))}
      </Flex>
    </Panel>
  );
}
