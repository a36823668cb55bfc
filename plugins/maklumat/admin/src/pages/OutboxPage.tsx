import { Box, Button, Flex, SingleSelect, SingleSelectOption, VisuallyHidden } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { outboxText } from '../../../core/language/outbox';
import type { Message } from '../api/useCitizensApi';
import { FieldShell } from '../form/FieldShell';
import { MessagePanel } from '../outbox/MessagePanel';
import { useOutbox } from '../outbox/useOutbox';
import { readOutbox } from '../permissions';
import { Empty, LoadedPage } from '../shared/LoadedPage';
import { useTexts } from '../shared/useTexts';

const channels = ['mail', 'sms'] as const;
const every = 'semua';

function Messages({ messages }: { messages: readonly Message[] }) {
  const { language } = useTexts();
  const text = outboxText[language];
  const [params, setParams] = useSearchParams();
  const channel = channels.find((name) => name === params.get('kanal'));
  const shown = messages.filter((message) => channel === undefined || message.channel === channel);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box maxWidth="24rem">
        <FieldShell id="saring-kanal" label={text.filter}>
          <SingleSelect
            aria-label={text.filter}
            value={channel ?? every}
            onChange={(value) => setParams(value === every ? {} : { kanal: String(value) })}
          >
            <SingleSelectOption value={every}>{text.all}</SingleSelectOption>
            {channels.map((name) => (
              <SingleSelectOption key={name} value={name}>
                {text.channel[name]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FieldShell>
      </Box>
      <VisuallyHidden role="status">{text.shown(shown.length)}</VisuallyHidden>
      {shown.length === 0 && <Empty content={channel === undefined ? text.empty : text.emptyChannel[channel]} />}
      {shown.map((message) => (
        <MessagePanel key={message.id} message={message} />
      ))}
    </Flex>
  );
}

function Outbox() {
  const { language } = useTexts();
  const text = outboxText[language];
  const { load, reload } = useOutbox();
  const off = load.state === 'ready' && load.value === undefined;
  return (
    <LoadedPage
      title={text.title}
      subtitle={off ? undefined : text.explanation}
      load={load}
      reload={reload}
      action={
        !off && (
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={() => void reload()}>
            {text.refresh}
          </Button>
        )
      }
    >
      {(messages) => (messages ? <Messages messages={messages} /> : <Empty content={text.off} />)}
    </LoadedPage>
  );
}

/** Letters and SMS that were kept because nothing is set to send them; on a development machine this is where they are read. */
export default function OutboxPage() {
  return (
    <Page.Protect permissions={readOutbox}>
      <Outbox />
    </Page.Protect>
  );
}
