import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { File } from '@strapi/icons';
import type { DeskCase } from '../../../contracts/desk';
import { useDeskApi } from '../api/useDeskApi';
import { fileSize } from '../shared/fileSize';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useDocument } from '../shared/useDocument';
import { useTexts } from '../shared/useTexts';
import { Thumbnail } from './Thumbnail';
import { Unopened, unopenedBy, type UnopenedKind } from './Unopened';

interface CaseFileProps {
  number: string;
  /** Papers that are made when asked for have no state. */
  file: { id: string; name: string; mime: string; size?: number | undefined; state?: 'ready' | 'quarantined' | 'infected' | undefined };
}

/** One file of a case, opened by an address that is asked for with the click. */
export function FileButton({ number, file }: CaseFileProps) {
  const { text, language } = useTexts();
  const api = useDeskApi();
  const open = useDocument();
  // What came of the last attempt is newer than what the case said when it was loaded.
  const [attempt, setAttempt] = useState<{ unopened: UnopenedKind | undefined }>();
  const unopened = attempt ? attempt.unopened : file.state === 'ready' ? undefined : file.state;
  async function openFile(): Promise<void> {
    const failure = await open(file, () => api.document(number, file.id));
    setAttempt({ unopened: failure && unopenedBy(failure.kind) });
  }
  const label = file.size === undefined ? file.name : `${file.name} (${fileSize(file.size, language)})`;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="100%">
      {file.state === 'infected' ? (
        <Typography style={{ overflowWrap: 'anywhere' }}>{label}</Typography>
      ) : (
        <Button
          variant="tertiary"
          size="M"
          startIcon={<File />}
          aria-label={text.case.open(file.name)}
          onClick={() => void openFile()}
          style={{ maxWidth: '100%', height: 'auto', minHeight: '3.2rem', whiteSpace: 'normal', textAlign: 'left' }}
        >
          {label}
        </Button>
      )}
      {unopened && <Unopened kind={unopened} />}
    </Flex>
  );
}

/** The same where the file is at home: a picture shows what it is. */
export function CaseFile({ number, file }: CaseFileProps) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="100%">
      {file.mime.startsWith('image/') && file.state === 'ready' && <Thumbnail number={number} id={file.id} />}
      <FileButton number={number} file={file} />
    </Flex>
  );
}

export function DocumentsPanel({ deskCase }: { deskCase: DeskCase }) {
  const { text, language } = useTexts();
  return (
    <Panel title={text.case.documents}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {deskCase.documents.map((document) => (
          <Flex key={document.id} tag="li" direction="column" alignItems="flex-start" gap={1}>
            <CaseFile number={deskCase.number} file={{ ...document, name: document.title }} />
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
