import { Box, Button, EmptyStateLayout, Flex, Link, Loader, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Pencil, Play } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { replayText } from '../../../core/language/replay';
import { useDefinitionsApi, type Definition } from '../api/useDefinitionsApi';
import { FieldShell } from '../form/FieldShell';
import { editDefinitions } from '../permissions';
import { ReplayView } from '../replay/ReplayView';
import { isUnderWay, useReplay, type ShownReplay } from '../replay/useReplay';
import { FailureAlert } from '../shared/FailureAlert';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

function Empty({ content }: { content: string }) {
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={content} />;
}

interface OrderProps {
  definitions: readonly Definition[];
  chosen: Definition | undefined;
  shown: ShownReplay;
}

/** Which service, and the order to begin. */
function Order({ definitions, chosen, shown: { load, sending, choose, start } }: OrderProps) {
  const { language } = useTexts();
  const text = replayText[language];
  const busy = sending || (load.state === 'ready' && load.value !== undefined && isUnderWay(load.value));
  return (
    <Flex
      gap={4}
      direction={{ initial: 'column', medium: 'row' }}
      alignItems={{ initial: 'stretch', medium: 'flex-end' }}
      justifyContent="space-between"
    >
      <Box flex="1" minWidth={0} maxWidth="48rem">
        <FieldShell id="uji-layanan" label={text.service}>
          <SingleSelect
            aria-label={text.service}
            placeholder={text.choose}
            value={chosen?.slug ?? ''}
            disabled={sending}
            onChange={(slug) => choose(String(slug))}
          >
            {definitions.map(({ slug, name }) => (
              <SingleSelectOption key={slug} value={slug}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FieldShell>
      </Box>
      {chosen && (
        <Button size="L" startIcon={<Play />} disabled={busy} onClick={() => void start(chosen.slug)}>
          {text.start}
        </Button>
      )}
    </Flex>
  );
}

function Shown({ chosen, shown: { load, sending, stop, reload } }: Omit<OrderProps, 'definitions'>) {
  const { text: desk, language } = useTexts();
  const text = replayText[language];
  if (load.state === 'loading')
    return (
      <Flex justifyContent="center" padding={8} aria-busy>
        <Loader>{desk.loading}</Loader>
      </Flex>
    );
  if (load.state === 'failed') return <FailureAlert failure={load.failure} onRetry={() => void reload()} />;
  const replay = load.value;
  if (!replay) return <Empty content={chosen ? text.ready : text.chooseService} />;
  return <ReplayView key={replay.id} replay={replay} sending={sending} onStop={() => void stop(replay.id)} />;
}

function Trial({ definitions }: { definitions: readonly Definition[] }) {
  const { language } = useTexts();
  const text = replayText[language];
  const shown = useReplay();
  const chosen = definitions.find(({ slug }) => slug === shown.service);
  if (definitions.length === 0) return <Empty content={text.noServices} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Order definitions={definitions} chosen={chosen} shown={shown} />
      {chosen?.documentId && (
        <Link
          tag={RouterLink}
          to={`/content-manager/collection-types/plugin::maklumat.service/${chosen.documentId}`}
          startIcon={<Pencil />}
        >
          {text.edit}
        </Link>
      )}
      {shown.failure && <FailureAlert failure={shown.failure} />}
      <Shown chosen={chosen} shown={shown} />
    </Flex>
  );
}

function Replaying() {
  const { text: desk, language } = useTexts();
  const text = replayText[language];
  const api = useDefinitionsApi();
  const { load, reload } = useLoad(language, () => api.list());
  if (load.state === 'loading') return <Page.Loading>{desk.loading}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{text.title}</Page.Title>
      <Layouts.BaseHeader title={text.title} subtitle={text.explanation} />
      <Layouts.Content>
        {load.state === 'failed' ? (
          <FailureAlert failure={load.failure} onRetry={() => void reload()} />
        ) : (
          <Trial definitions={load.value} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** The rules of a service's draft tried on its past cases. */
export default function ReplayPage() {
  return (
    <Page.Protect permissions={editDefinitions}>
      <Replaying />
    </Page.Protect>
  );
}
