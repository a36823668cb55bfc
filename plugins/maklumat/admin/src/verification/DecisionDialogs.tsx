import { useState, type FormEvent } from 'react';
import { Button, Dialog, Flex, Modal, Textarea } from '@strapi/design-system';
import { verificationText } from '../../../core/language/adminCitizens';
import type { CallFailure } from '../api/failure';
import { FieldShell } from '../form/FieldShell';
import { FailureAlert } from '../shared/FailureAlert';
import { useReturnFocus } from '../shared/useReturnFocus';
import { useTexts } from '../shared/useTexts';

/** As the contract has it. */
const shortestReason = 3;
const longestReason = 2_000;

interface VerifyProps {
  name: string;
  onCancel: () => void;
  onVerify: () => void;
}

export function VerifyDialog({ name, onCancel, onVerify }: VerifyProps) {
  const { text: desk, language } = useTexts();
  const text = verificationText[language];
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onCancel()}>
      <Dialog.Content onCloseAutoFocus={returnFocus}>
        <Dialog.Header>{text.verifyTitle}</Dialog.Header>
        <Dialog.Body>{text.verifyBody(name)}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {desk.cancel}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth onClick={onVerify}>
              {desk.action.confirm}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}

interface RefuseProps {
  name: string;
  sending: boolean;
  /** Why the last attempt did not succeed; what was typed stays. */
  failure: CallFailure | undefined;
  onCancel: () => void;
  onRefuse: (reason: string) => void;
}

export function RefuseDialog({ name, sending, failure, onCancel, onRefuse }: RefuseProps) {
  const { text: desk, language } = useTexts();
  const text = verificationText[language];
  const returnFocus = useReturnFocus();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const given = reason.trim();
    setMissing(given.length < shortestReason);
    if (given.length >= shortestReason) onRefuse(given);
  }
  return (
    <Modal.Root open onOpenChange={(open) => !open && onCancel()}>
      <Modal.Content onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={desk.close}>
          <Modal.Title>{text.refuseTitle(name)}</Modal.Title>
        </Modal.Header>
        <form noValidate onSubmit={submit}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {failure && <FailureAlert failure={failure} />}
              <FieldShell
                id="alasan-penolakan"
                label={text.reason}
                hint={text.reasonHint}
                error={missing ? text.reasonMissing : undefined}
                required
              >
                <Textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={longestReason} resizable />
              </FieldShell>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onCancel}>
              {desk.cancel}
            </Button>
            <Button type="submit" variant="danger-light" loading={sending}>
              {text.refuseShort}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
