import { Button, Flex, Typography } from '@strapi/design-system';
import { File } from '@strapi/icons';
import type { DeskCase } from '../../../contracts/desk';
import { useDeskApi } from '../api/useDeskApi';
import { fileSize } from '../shared/fileSize';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useDocument } from '../shared/useDocument';
import { useTexts } from '../shared/useTexts';

interface FileButtonProps {
  number: string;
  file: { id: string; name: string; mime: string; size?: number | undefined };
}

/** One file of a case, opened with the officer's session. */
export function FileButton({ number, file }: FileButtonProps) {
  const { text, language } = useTexts();
  const api = useDeskApi();
  const open = useDocument();
  return (
    <Button
      variant="tertiary"
      size="M"
      startIcon={<File />}
      aria-label={text.case.open(file.name)}
      onClick={() => void open(file, () => api.document(number, file.id))}
      style={{ maxWidth: '100%', height: 'auto', minHeight: '3.2rem', whiteSpace: 'normal', textAlign: 'left' }}
    >
      {file.size === undefined ? file.name : `${file.name} (${fileSize(file.size, language)})`}
    </Button>
  );
}

export function DocumentsPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text, language } = useTexts();
  return (
    <Panel title={text.case.documents}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {deskCase.documents.map((document) => (
          <Flex key={document.id} tag="li" direction="column" alignItems="flex-start" gap={1}>
            <FileButton number={deskCase.number} file={{ ...document, name: document.title }} />
            <Typography variant="pi" textColor="neutral600">
              {formatInstant(document.at, language, 'short')}
              {document.kind === 'issued' && ` · ${text.case.documentCode(document.id)}`}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
}
