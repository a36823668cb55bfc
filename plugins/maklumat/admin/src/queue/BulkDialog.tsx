import { useState, type FormEvent } from 'react';
import { Box, Button, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { asFailure, type CallFailure } from '../api/failure';
import { useDeskApi, type Desk, type ManyCommand, type ManyCases, type ManyResults } from '../api/useDeskApi';
import { FieldShell } from '../form/FieldShell';
import { ColleagueSelect, type Assignee } from '../shared/ColleagueSelect';
import { FailureAlert } from '../shared/FailureAlert';
import { useTexts } from '../shared/useTexts';

interface Props {
  kind: 'assign' | 'note';
  cases: ManyCases;
  colleagues: Desk['colleagues'];
  onClose: () => void;
  onDone: () => void;
}

/** One command for all chosen cases; each case answers for itself, and the answers stay on screen until they are read. */
export function BulkDialog({ kind, cases, colleagues, onClose, onDone }: Props) {
  const { text } = useTexts();
  const api = useDeskApi();
  const [assignee, setAssignee] = useState<Assignee>();
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const [results, setResults] = useState<ManyResults>();

  const command: ManyCommand | undefined =
    kind === 'assign'
      ? assignee === undefined
        ? undefined
        : { type: 'assign', user: assignee }
      : note.trim().length < 3
        ? undefined
        : { type: 'note', text: note.trim() };

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!command) return;
    setSending(true);
    setFailure(undefined);
    try {
      setResults(await api.commandMany(cases, command));
      onDone();
    } catch (error) {
      setFailure(asFailure(error));
    }
    setSending(false);
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text.close}>
          <Modal.Title>{text.bulk[kind]}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void send(event)}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{text.queue.selected(cases.length)}</Typography>
              {failure && <FailureAlert failure={failure} />}
              {results ? (
                <Results results={results} />
              ) : kind === 'assign' ? (
                <ColleagueSelect colleagues={colleagues} value={assignee} onChange={setAssignee} />
              ) : (
                <FieldShell id="catatan-banyak" label={text.action.note} hint={text.action.noteHint} required>
                  <Textarea value={note} onChange={(event) => setNote(event.target.value)} maxLength={5000} resizable />
                </FieldShell>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {results ? text.close : text.cancel}
            </Button>
            {!results && (
              <Button type="submit" loading={sending} disabled={!command}>
                {text.bulk.send}
              </Button>
            )}
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

function Results({ results }: { results: ManyResults }) {
  const { text } = useTexts();
  return (
    <Box role="status">
      <Typography fontWeight="bold">{text.bulk.done(results.filter((result) => result.ok).length, results.length)}</Typography>
      <Box tag="ul" aria-label={text.bulk.results} paddingTop={2}>
        {results.map((result) => (
          <Box key={result.number} tag="li" paddingTop={1}>
            <Typography textColor={result.ok ? 'success700' : 'danger700'}>
              {result.ok ? '✓' : '✗'} {result.number}: {result.ok ? text.bulk.succeeded : (result.message ?? text.unexpected)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
