import { useState, type FormEvent } from 'react';
import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { OpenCommand } from '../../../contracts/cases';
import type { DeskCase, StaffCommand } from '../../../contracts/desk';
import { asFailure, CallFailure, type Slot } from '../api/failure';
import { useDeskApi, type Desk } from '../api/useDeskApi';
import { FailureAlert } from '../shared/FailureAlert';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';
import { ActionFields } from './ActionFields';
import {
  commandKey,
  emptyDraft,
  missingMessages,
  needsConfirmation,
  staffCommand,
  timeFieldOf,
  type ActionDraft,
  type Missing,
} from './actionDraft';
import { FreeSlots } from './FreeSlots';

interface Props {
  deskCase: DeskCase;
  colleagues: Desk['colleagues'];
  onChanged: (deskCase: DeskCase) => void;
  onStale: () => Promise<void>;
}

/** Commands that are not for the desk to offer: the applicant's own, and those for clients that know no outcomes. */
const elsewhere: readonly OpenCommand['type'][] = ['message', 'object', 'schedule', 'accept-schedule'];

/** The commands that the server says are open to this person now; each sends the sequence that is on screen. */
export function ActionsPanel({ deskCase, colleagues, onChanged, onStale }: Props) {
  const { text } = useTexts();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [chosen, setChosen] = useState<string>();
  const [draft, setDraft] = useState<ActionDraft>(emptyDraft);
  const [failure, setFailure] = useState<CallFailure>();
  const [slots, setSlots] = useState<readonly Slot[]>([]);
  const [stale, setStale] = useState(false);
  const [confirming, setConfirming] = useState<StaffCommand>();
  const [sending, setSending] = useState(false);

  const commands = deskCase.commands.filter((command) => !elsewhere.includes(command.type));
  const open = commands.find((command) => commandKey(command) === chosen);
  const timeField = timeFieldOf(open);
  const missingText: Record<Missing, string> = {
    attachment: text.action.attachmentMissing,
    assignee: text.action.chooseColleague,
    supply: text.action.nothingChanged,
  };

  function choose(command: OpenCommand): void {
    setChosen(chosen === commandKey(command) ? undefined : commandKey(command));
    setFailure(undefined);
    setStale(false);
  }

  async function send(command: StaffCommand, label: string): Promise<void> {
    setConfirming(undefined);
    setSending(true);
    setFailure(undefined);
    setStale(false);
    try {
      onChanged(await api.command(deskCase.number, command));
      setDraft(emptyDraft);
      setSlots([]);
      setChosen(undefined);
      toggleNotification({ type: 'success', message: text.action.saved(label) });
    } catch (error) {
      const failed = asFailure(error);
      if (failed.kind === 'stale-sequence') {
        await onStale();
        setStale(true);
      } else {
        setFailure(failed);
        if (failed.kind === 'slot-taken') setSlots(failed.slots);
      }
    }
    setSending(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!open) return;
    const built = staffCommand(open, draft, deskCase.sequence);
    if ('missing' in built)
      setFailure(
        new CallFailure('invalid-answers', missingText[built.missing], missingMessages(built.missing, missingText[built.missing])),
      );
    else if (needsConfirmation(open, deskCase)) setConfirming(built.command);
    else void send(built.command, open.label);
  }

  return (
    <Panel title={text.case.actions}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {stale && (
          <Box role="alert" padding={4} hasRadius background="warning100" borderColor="warning200">
            <Typography tag="p" fontWeight="bold">
              {text.action.stale}
            </Typography>
            <Typography tag="p">{text.action.staleKept}</Typography>
          </Box>
        )}
        <Typography textColor="neutral600">{commands.length === 0 ? text.case.noActions : text.case.chooseAction}</Typography>
        <Flex gap={2} wrap="wrap">
          {commands.map((command) => (
            <Button
              key={commandKey(command)}
              size="L"
              variant={variantOf(command, chosen)}
              aria-expanded={chosen === commandKey(command)}
              onClick={() => choose(command)}
            >
              {command.label}
            </Button>
          ))}
        </Flex>
        {open && (
          <Box tag="form" noValidate onSubmit={submit} aria-label={open.label} padding={4} hasRadius borderColor="neutral200">
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography tag="h3" variant="delta">
                {open.label}
              </Typography>
              {open.hint && <Typography tag="p">{open.hint}</Typography>}
              {failure && <FailureAlert failure={failure} />}
              {slots.length > 0 && (timeField !== undefined || failure?.kind === 'slot-taken') && (
                <FreeSlots
                  slots={slots}
                  onUse={
                    timeField === undefined
                      ? undefined
                      : ({ from }) => setDraft({ ...draft, fields: { ...draft.fields, [timeField]: from } })
                  }
                />
              )}
              <ActionFields
                open={open}
                deskCase={deskCase}
                colleagues={colleagues}
                draft={draft}
                onChange={setDraft}
                errors={failure?.fields ?? {}}
              />
              <Flex gap={2} wrap="wrap">
                <Button type="submit" size="L" loading={sending}>
                  {open.type === 'decide' ? open.label : text.action.send}
                </Button>
                <Button variant="tertiary" size="L" onClick={() => setChosen(undefined)}>
                  {text.cancel}
                </Button>
              </Flex>
            </Flex>
          </Box>
        )}
      </Flex>
      <Dialog.Root open={confirming !== undefined} onOpenChange={(isOpen) => !isOpen && setConfirming(undefined)}>
        <Dialog.Content>
          <Dialog.Header>{text.action.confirmTitle(open?.label ?? '')}</Dialog.Header>
          <Dialog.Body>{text.action.confirmBody}</Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {text.cancel}
              </Button>
            </Dialog.Cancel>
            <Dialog.Action>
              <Button fullWidth onClick={() => confirming && open && void send(confirming, open.label)}>
                {text.action.confirm}
              </Button>
            </Dialog.Action>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Panel>
  );
}

function variantOf(command: OpenCommand, chosen: string | undefined): 'default' | 'secondary' | 'tertiary' | 'danger-light' {
  if (command.type === 'withdraw') return 'danger-light';
  if (command.type !== 'decide') return 'tertiary';
  return chosen === undefined || chosen === commandKey(command) ? 'default' : 'secondary';
}
