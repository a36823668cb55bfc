import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { FilePdf } from '@strapi/icons';
import { Layouts, Page, useIsMobile } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import type { DeskCase } from '../../../contracts/desk';
import { useDeskApi, type Desk } from '../api/useDeskApi';
import { ActionsPanel } from '../case/ActionsPanel';
import { AnswersPanel } from '../case/AnswersPanel';
import { DocumentsPanel } from '../case/CaseFiles';
import { DeadlinePanel } from '../case/DeadlinePanel';
import { ErasedNote } from '../case/ErasedNote';
import { ProgressPanel } from '../case/ProgressPanel';
import { LinksPanel, SecretsPanel } from '../case/RelatedPanels';
import { SchedulePanel } from '../case/SchedulePanel';
import { NotesPanel, TimelinePanel } from '../case/TimelinePanel';
import { BackToDesk } from '../shared/BackToDesk';
import { FailureAlert } from '../shared/FailureAlert';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { StatusPill } from '../shared/StatusPill';
import { useDocument } from '../shared/useDocument';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

export function CasePage() {
  const { number = '' } = useParams();
  const { text, language } = useTexts();
  const api = useDeskApi();
  const { load, reload, replace } = useLoad(`${language} ${number}`, () => Promise.all([api.case(number), api.desk()]));

  if (load.state === 'loading') return <Page.Loading>{text.loading}</Page.Loading>;
  if (load.state === 'failed') {
    return (
      <Page.Main>
        <Layouts.BaseHeader title={text.case.title(number)} navigationAction={<BackToDesk />} />
        <Layouts.Content>
          <FailureAlert failure={load.failure} onRetry={() => void reload()} />
        </Layouts.Content>
      </Page.Main>
    );
  }
  const [deskCase, desk] = load.value;
  return (
    <LoadedCase key={deskCase.number} deskCase={deskCase} desk={desk} onChanged={(changed) => replace([changed, desk])} onStale={reload} />
  );
}

interface LoadedProps {
  deskCase: DeskCase;
  desk: Desk;
  onChanged: (deskCase: DeskCase) => void;
  onStale: () => Promise<void>;
}

function LoadedCase({ deskCase, desk, onChanged, onStale }: LoadedProps) {
  const { text, language } = useTexts();
  const api = useDeskApi();
  const openDocument = useDocument();
  const narrow = useIsMobile();
  const receipt = { name: `${deskCase.number}.pdf`, mime: 'application/pdf' };
  return (
    <Page.Main>
      <Page.Title>{text.case.title(deskCase.number)}</Page.Title>
      <Layouts.BaseHeader
        title={deskCase.number}
        subtitle={`${deskCase.service.name} · ${deskCase.service.agencyName} · ${text.case.version(deskCase.version)}`}
        navigationAction={<BackToDesk />}
        secondaryAction={<StatusPill status={deskCase.status} label={deskCase.statusLabel} />}
        primaryAction={
          <Button
            variant="secondary"
            startIcon={<FilePdf />}
            onClick={() => void openDocument(receipt, () => api.document(deskCase.number, 'receipt'))}
          >
            {text.case.receipt}
          </Button>
        }
      />
      <Layouts.Content>
        <Grid.Root gap={4} style={{ alignItems: 'start' }}>
          <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
            {deskCase.erased && <ErasedNote />}
            {narrow && <DeadlinePanel deskCase={deskCase} />}
            {narrow && <SchedulePanel deskCase={deskCase} />}
            <ActionsPanel deskCase={deskCase} colleagues={desk.colleagues} onChanged={onChanged} onStale={onStale} />
            {deskCase.answerList.length > 0 && <AnswersPanel deskCase={deskCase} />}
            <TimelinePanel deskCase={deskCase} />
          </Grid.Item>
          <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
            {!narrow && <DeadlinePanel deskCase={deskCase} />}
            {!narrow && <SchedulePanel deskCase={deskCase} />}
            <Panel title={text.case.received}>
              <Flex direction="column" alignItems="stretch" gap={2}>
                <Typography>
                  {formatInstant(deskCase.receivedAt, language)} {text.case.receivedBy[deskCase.channel]}
                </Typography>
                <Typography textColor="neutral600">
                  {text.case.officer}: {deskCase.assignee ?? text.queue.nobody}
                </Typography>
                {deskCase.result !== null && (
                  <Typography fontWeight="bold">
                    {text.case.result}: {deskCase.result}
                  </Typography>
                )}
                {deskCase.objection && (
                  <Box paddingTop={2}>
                    <Typography tag="h3" variant="sigma" textColor="neutral600">
                      {text.case.objection}
                    </Typography>
                    <Typography tag="p">{deskCase.objection.sentence}</Typography>
                  </Box>
                )}
              </Flex>
            </Panel>
            <LinksPanel deskCase={deskCase} services={desk.services} />
            <SecretsPanel deskCase={deskCase} />
            <ProgressPanel deskCase={deskCase} />
            <DocumentsPanel deskCase={deskCase} />
            <NotesPanel deskCase={deskCase} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}
