import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { replayText } from '../../../core/language/replay';
import { useDefinitionsApi, type Definition } from '../api/useDefinitionsApi';
import { FieldShell } from '../form/FieldShell';
import { editDefinitions } from '../permissions';
import { ReplayView } from '../replay/ReplayView';
import { isUnderWay, useReplay, type ShownReplay } from '../replay/useReplay';
import { EditServiceLink } from '../shared/EditServiceLink';
import { FailureAlert } from '../shared/FailureAlert';
import { Empty, LoadedPage, LoadedPart } from '../shared/LoadedPage';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

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
  const { language } = useTexts();
  const text = replayText[language];
  return (
    <LoadedPart load={load} reload={reload}>
      {(replay) =>
        replay ? (
          <ReplayView key={replay.id} replay={replay} sending={sending} onStop={() => void stop(replay.id)} />
        ) : (
          <Empty content={chosen ? text.ready : text.chooseService} />
        )
      }
    </LoadedPart>
  );
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
      <EditServiceLink definition={chosen} label={text.edit} />
      {shown.failure && <FailureAlert failure={shown.failure} />}
      <Shown chosen={chosen} shown={shown} />
    </Flex>
  );
}

function Replaying() {
  const { language } = useTexts();
  const text = replayText[language];
  const api = useDefinitionsApi();
  const { load, reload } = useLoad(language, () => api.list());
  return (
    <LoadedPage title={text.title} subtitle={text.explanation} load={load} reload={reload}>
      {(definitions) => <Trial definitions={definitions} />}
    </LoadedPage>
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
