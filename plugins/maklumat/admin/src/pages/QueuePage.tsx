import { useState } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Link as TextLink, LinkButton, Tabs, Typography } from '@strapi/design-system';
import { Plus, User } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { verificationText } from '../../../core/language/adminCitizens';
import { useDeskApi, type Desk } from '../api/useDeskApi';
import { actOnDesk, assignOnDesk, registerOnDesk } from '../permissions';
import { BulkDialog } from '../queue/BulkDialog';
import { QueueFilters } from '../queue/QueueFilters';
import { QueueSummary } from '../queue/QueueSummary';
import { QueueTable } from '../queue/QueueTable';
import { queueNames, useQueueQuery } from '../queue/useQueueQuery';
import { FailureAlert } from '../shared/FailureAlert';
import { LoadedPart } from '../shared/LoadedPage';
import { counterPath, verificationPath } from '../shared/paths';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

const checkedPermissions = [...actOnDesk, ...assignOnDesk, ...registerOnDesk];

export function QueuePage() {
  const { text, language } = useTexts();
  const api = useDeskApi();
  const { load, reload } = useLoad(language, () => api.desk());
  const { allowedActions } = useRBAC(checkedPermissions);

  if (load.state === 'loading') return <Page.Loading>{text.loading}</Page.Loading>;
  const mayRegister =
    load.state === 'ready' && allowedActions.canRegister === true && load.value.services.some((service) => service.register);
  return (
    <Page.Main>
      <Page.Title>{text.title}</Page.Title>
      <Layouts.BaseHeader
        title={text.title}
        subtitle={
          load.state === 'ready'
            ? text.greeting(
                load.value.name,
                load.value.positions.map((position) => position.name),
              )
            : undefined
        }
        primaryAction={
          mayRegister && (
            <LinkButton tag={Link} to={counterPath} startIcon={<Plus />}>
              {text.register}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        {load.state === 'failed' ? (
          <FailureAlert failure={load.failure} onRetry={() => void reload()} />
        ) : (
          <Queues
            desk={load.value}
            mayAssign={allowedActions.canAssign === true}
            mayNote={allowedActions.canAct === true}
            onChanged={() => void reload()}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

interface QueuesProps {
  desk: Desk;
  mayAssign: boolean;
  mayNote: boolean;
  onChanged: () => void;
}

function Queues({ desk, mayAssign, mayNote, onChanged }: QueuesProps) {
  const { text, language } = useTexts();
  const api = useDeskApi();
  const { query, ask, asked, filtered } = useQueueQuery(desk.positions.length > 0 ? 'mine' : 'all');
  const { load, reload } = useLoad(`${language} ${JSON.stringify(asked)}`, () => api.cases(asked));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<'assign' | 'note'>();

  const rows = load.state === 'ready' ? load.value.data : [];
  const chosen = rows.filter((row) => selected.has(row.number)).map(({ number, sequence }) => ({ number, expectedSequence: sequence }));
  const select = (numbers: string[], on: boolean) => {
    setSelected((before) => new Set(on ? [...before, ...numbers] : [...before].filter((number) => !numbers.includes(number))));
  };
  const count = (name: (typeof queueNames)[number]) => desk.counts[name] ?? 0;
  const waiting = desk.waitingApplicants ?? 0;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {waiting > 0 && (
        <TextLink tag={Link} to={verificationPath} startIcon={<User />}>
          {verificationText[language].waiting(waiting)}
        </TextLink>
      )}
      <QueueSummary
        overdue={count('overdue')}
        soon={count('due-soon')}
        others={Math.max(0, count('all') - count('overdue') - count('due-soon'))}
      />
      <Tabs.Root
        variant="simple"
        value={query.queue}
        onValueChange={(queue) => ask({ queue: queueNames.find((name) => name === queue) ?? 'all' })}
      >
        <Box overflow="auto">
          <Tabs.List aria-label={text.queue.tabs} style={{ width: 'max-content' }}>
            {queueNames.map((name) => (
              <Tabs.Trigger key={name} value={name}>
                {text.queue.names[name]} ({count(name)})
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </Box>
        <Tabs.Content value={query.queue}>
          <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
            <QueueFilters services={desk.services} query={query} onChange={ask} />
            {chosen.length > 0 && (
              <Flex gap={2} wrap="wrap" role="status">
                <Typography>{text.queue.selected(chosen.length)}</Typography>
                {mayAssign && (
                  <Button variant="secondary" onClick={() => setBulk('assign')}>
                    {text.bulk.assign}
                  </Button>
                )}
                {mayNote && (
                  <Button variant="secondary" onClick={() => setBulk('note')}>
                    {text.bulk.note}
                  </Button>
                )}
              </Flex>
            )}
            <LoadedPart load={load} reload={reload}>
              {({ data, meta }) =>
                data.length === 0 ? (
                  <EmptyStateLayout
                    icon={<EmptyDocuments width="16rem" />}
                    content={filtered ? text.queue.emptyFiltered : text.queue.empty}
                    action={
                      filtered && (
                        <Button variant="tertiary" onClick={() => ask({ service: '', status: '', q: '' })}>
                          {text.queue.clearFilters}
                        </Button>
                      )
                    }
                  />
                ) : (
                  <>
                    <QueueTable rows={data} selected={selected} onSelect={mayAssign || mayNote ? select : undefined} />
                    <Pagination.Root {...meta.pagination} defaultPageSize={20}>
                      <Pagination.PageSize options={['20', '50', '100']} />
                      <Pagination.Links />
                    </Pagination.Root>
                  </>
                )
              }
            </LoadedPart>
          </Flex>
        </Tabs.Content>
      </Tabs.Root>
      {bulk && (
        <BulkDialog
          kind={bulk}
          cases={chosen}
          colleagues={desk.colleagues}
          onClose={() => setBulk(undefined)}
          onDone={() => {
            void reload();
            onChanged();
          }}
        />
      )}
    </Flex>
  );
}
