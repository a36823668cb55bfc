import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import type { Resource } from '../../../contracts/resources';
import { formatRun } from '../../../core/language/calendar';
import { scheduleText } from '../../../core/language/schedule';
import { useSchedulesApi } from '../api/useSchedulesApi';
import { FieldShell } from '../form/FieldShell';
import { readDesk } from '../permissions';
import { useShownWeek, type ShownWeek } from '../schedule/useShownWeek';
import { WeekTable } from '../schedule/WeekTable';
import { Empty, LoadedPage, LoadedPart } from '../shared/LoadedPage';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

function Choice({ resources, shown }: { resources: readonly Resource[]; shown: ShownWeek & { resource: Resource } }) {
  const { language } = useTexts();
  const text = scheduleText[language];
  const { resource } = shown;
  const about = [
    text.capacity(resource.capacity),
    resource.crew.length > 0 ? text.crew(resource.crew.map(({ name }) => name)) : '',
    resource.active ? '' : text.inactive,
  ];
  return (
    <Flex
      gap={4}
      justifyContent="space-between"
      direction={{ initial: 'column', medium: 'row' }}
      alignItems={{ initial: 'stretch', medium: 'flex-end' }}
    >
      <Box flex="1" maxWidth="48rem">
        <FieldShell id="sumber-daya" label={text.resource} hint={about.filter(Boolean).join(' · ')}>
          <SingleSelect aria-label={text.resource} value={resource.slug} onChange={(slug) => shown.show(String(slug))}>
            {resources.map(({ slug, name }) => (
              <SingleSelectOption key={slug} value={slug}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </FieldShell>
      </Box>
      <Flex tag="nav" aria-label={text.week} gap={2} wrap="wrap">
        <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={() => shown.move(-1)}>
          {text.previousWeek}
        </Button>
        <Button variant="tertiary" onClick={() => shown.move()}>
          {text.thisWeek}
        </Button>
        <Button variant="tertiary" endIcon={<ArrowRight />} onClick={() => shown.move(1)}>
          {text.nextWeek}
        </Button>
      </Flex>
    </Flex>
  );
}

function Week({ shown }: { shown: ShownWeek & { resource: Resource } }) {
  const { language } = useTexts();
  const api = useSchedulesApi();
  const { resource, first, last, today } = shown;
  const { load, reload } = useLoad(`${language} ${resource.slug} ${first}`, () => api.schedule(resource.slug, first, last));
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-labelledby="minggu">
      <Typography id="minggu" tag="h2" variant="beta" aria-live="polite">
        {formatRun(first, last, language)}
      </Typography>
      <LoadedPart load={load} reload={reload}>
        {(schedule) => <WeekTable resource={schedule.resource} days={schedule.days} today={today} />}
      </LoadedPart>
    </Flex>
  );
}

function Weeks({ resources }: { resources: readonly Resource[] }) {
  const { language } = useTexts();
  const shown = useShownWeek(resources);
  const { resource } = shown;
  if (!resource) return <Empty content={scheduleText[language].noResources} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Choice resources={resources} shown={{ ...shown, resource }} />
      <Week shown={{ ...shown, resource }} />
    </Flex>
  );
}

function Scheduling() {
  const { language } = useTexts();
  const text = scheduleText[language];
  const api = useSchedulesApi();
  const { load, reload } = useLoad(language, () => api.resources());
  return (
    <LoadedPage title={text.title} subtitle={text.explanation} load={load} reload={reload}>
      {(resources) => <Weeks resources={resources} />}
    </LoadedPage>
  );
}

/** What is booked, one resource and one week at a time. */
export default function SchedulePage() {
  return (
    <Page.Protect permissions={readDesk}>
      <Scheduling />
    </Page.Protect>
  );
}
