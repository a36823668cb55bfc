import { useState } from 'react';
import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useDeskApi, type Desk, type Registered } from '../api/useDeskApi';
import { usePublicApi } from '../api/usePublicApi';
import { FieldShell } from '../form/FieldShell';
import { registerOnDesk } from '../permissions';
import { CounterForm } from '../register/CounterForm';
import { RegisteredPanel } from '../register/RegisteredPanel';
import { BackToDesk } from '../shared/BackToDesk';
import { LoadedPart } from '../shared/LoadedPage';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

export function CounterPage() {
  const { text, language } = useTexts();
  const api = useDeskApi();
  const { load, reload } = useLoad(language, () => api.desk());
  return (
    <Page.Protect permissions={registerOnDesk}>
      <Page.Main>
        <Page.Title>{text.counter.title}</Page.Title>
        <Layouts.BaseHeader title={text.counter.title} subtitle={text.counter.subtitle} navigationAction={<BackToDesk />} />
        <Layouts.Content>
          <LoadedPart load={load} reload={reload}>
            {(desk) => <Counter services={desk.services.filter((service) => service.register)} />}
          </LoadedPart>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}

function Counter({ services }: { services: Desk['services'] }) {
  const { text } = useTexts();
  const [only] = services;
  const [slug, setSlug] = useState(services.length === 1 && only ? only.slug : '');
  const [registered, setRegistered] = useState<Registered>();

  if (services.length === 0) return <Typography>{text.counter.noServices}</Typography>;
  if (registered) return <RegisteredPanel registered={registered} onAnother={() => setRegistered(undefined)} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FieldShell id="loket-layanan" label={text.counter.service} required>
        <SingleSelect
          aria-label={text.counter.service}
          placeholder={text.form.choose}
          value={slug}
          onChange={(value) => setSlug(String(value))}
        >
          {services.map((service) => (
            <SingleSelectOption key={service.slug} value={service.slug}>
              {service.name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </FieldShell>
      {slug !== '' && <ServiceForm key={slug} slug={slug} onRegistered={setRegistered} />}
    </Flex>
  );
}

function ServiceForm({ slug, onRegistered }: { slug: string; onRegistered: (registered: Registered) => void }) {
  const { text, language } = useTexts();
  const api = usePublicApi();
  const { load, reload } = useLoad(`${language} ${slug}`, () => api.service(slug));
  return (
    <LoadedPart load={load} reload={reload}>
      {({ form, ...service }) =>
        form ? (
          <CounterForm service={{ ...service, form }} onRegistered={onRegistered} />
        ) : (
          <Typography>{text.counter.noServices}</Typography>
        )
      }
    </LoadedPart>
  );
}
