import { EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { listOutbox } from '../../../contracts/outbox';
import { outboxText } from '../../../core/language/outbox';
import type { DataOf } from '../api/call';
import { useDeskApi } from '../api/useDeskApi';
import { readOutbox } from '../permissions';
import { FailureAlert } from '../shared/FailureAlert';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

type Letter = DataOf<typeof listOutbox>[number];

function LetterPanel({ letter }: { letter: Letter }) {
  const { language } = useTexts();
  const text = outboxText[language];
  return (
    <Panel title={letter.subject}>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography textColor="neutral600">{text.sent(letter.to, formatInstant(letter.at, language, 'short'))}</Typography>
        <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{letter.text}</Typography>
      </Flex>
    </Panel>
  );
}

function Letters() {
  const { text: desk, language } = useTexts();
  const text = outboxText[language];
  const api = useDeskApi();
  const { load, reload } = useLoad(language, () => api.outbox());
  if (load.state === 'loading') return <Page.Loading>{desk.loading}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{text.title}</Page.Title>
      <Layouts.BaseHeader title={text.title} subtitle={text.explanation} />
      <Layouts.Content>
        {load.state === 'failed' && <FailureAlert failure={load.failure} onRetry={() => void reload()} />}
        {load.state === 'ready' && load.value.length === 0 && <EmptyStateLayout content={text.empty} />}
        {load.state === 'ready' && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {load.value.map((letter) => (
              <LetterPanel key={letter.id} letter={letter} />
            ))}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** Letters that were kept because no mail server is set; on a development machine this is where they are read. */
export default function OutboxPage() {
  return (
    <Page.Protect permissions={readOutbox}>
      <Letters />
    </Page.Protect>
  );
}
